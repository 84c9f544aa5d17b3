"""The tables beside this file: titles, particles, legal forms, numbers, given names."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import Any

from firsthand.names.tables import read_table

Words = tuple[str, ...]


def table(name: str) -> dict[str, Any]:
    """The content of ``tables/name.toml``."""
    return read_table(__package__, f"tables/{name}.toml")


def entries(written: str) -> tuple[Words, ...]:
    """The entries of a list: parted by bars and lines, each a sequence of words."""
    return tuple(tuple(each.split()) for each in written.replace("\n", "|").split("|") if each.strip())


@cache
def single(list_: str) -> frozenset[str]:
    """The entries of one word in a list of words.toml."""
    return frozenset(each[0] for each in entries(table("words")[list_]) if len(each) == 1)


@cache
def sequences(name: str) -> dict[Words, str]:
    """The entries of several lists by their words: legal forms ("forms"), or "titles" and "ships"."""
    if name == "forms":
        forms = {each: kind for kind, listed in table("forms").items() for each in entries(listed)}
        return forms | {tuple(whole_words().get(w, w) for w in each): kind for each, kind in forms.items()}
    return dict.fromkeys(entries(table("words")[name]), name)


@cache
def given(short: bool = True) -> dict[str, frozenset[int]]:
    """For each given name the rows of given.toml that it stands in; ``short`` names may stand in several."""
    found: dict[str, frozenset[int]] = {}
    for row, names in enumerate(chain.from_iterable(map(_rows, table("given").values()))):
        full, _, pet = names.partition("|")
        for word in f"{full} {pet if short else ''}".split():
            found[word] = found.get(word, frozenset()) | {row}
    return found


def _rows(listed: str) -> list[str]:
    return listed.strip().replace(";", "\n").splitlines()


VOWELS = "aeiouyj"  # in which given names end before their patronymics


@cache
def fathers() -> dict[str, frozenset[int]]:
    """The rows of given.toml by what patronymics keep of a given name (Mykola: mykol)."""
    found: dict[str, frozenset[int]] = {}
    for word, rows in given(short=False).items():
        stem = word.rstrip(VOWELS)
        found[stem] = found.get(stem, frozenset()) | rows
    return found


@cache
def families() -> dict[str, frozenset[str]]:
    """Common family names in Latin letters, each with the names it is a spelling of."""
    found: dict[str, frozenset[str]] = {}
    for row in chain.from_iterable(map(str.split, table("families").values())):
        for word in row.split("="):
            found[word] = found.get(word, frozenset()) | {row}
    return found


@cache
def endings() -> dict[str, int]:
    """The endings that make family names, by what they make; "" is the bare stem."""
    rows = enumerate(entries(table("words")["endings"]))
    return {"" if each == "-" else each: row for row, listed in rows for each in listed}


@cache
def whole_words() -> dict[str, str]:
    """For each shorter or other spelling of a common word of bodies the one that stands for all."""
    return {each: row[0] for row in entries(table("words")["abbreviations"]) for each in row[1:]}
