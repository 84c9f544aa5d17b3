"""Cyrillic names written in Latin letters, by each route."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.names.routes.letters import bare, script_of
from firsthand.names.routes.tables import pairs, table

_AFTER = frozenset("аеёиоуыэюяіїєўʼ'ьъй")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`‘′", "'"))
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`‘′][^\W\d_]+)*")
# Letters that tell of which language a name is; a name without any may be of each.
LANGUAGES = ("uk", "ru", "be", "bg", "sr")


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """One route's table: how each letter, or group of letters, is written where."""

    id: str
    language: str
    family: str
    letters: dict[str, str]
    initial: dict[str, str]
    after_vowel: dict[str, str]
    groups: dict[str, str]
    endings: dict[str, str]
    plain: dict[str, str]
    reversible: bool


@cache
def alphabets() -> tuple[Letters, ...]:
    """The tables for writing Cyrillic in Latin letters, in the order of the file."""
    return tuple(
        Letters(
            id=entry["id"],
            language=entry["language"],
            family=entry["family"],
            letters=pairs(entry["letters"]),
            initial=pairs(entry.get("initial", "")),
            after_vowel=pairs(entry.get("after_vowel", "")),
            groups=pairs(entry.get("groups", "")),
            endings=pairs(entry.get("endings", "")),
            plain=pairs(entry.get("plain", "")),
            reversible=entry.get("reversible", False),
        )
        for entry in table("cyrillic-latin")["route"]
    )


def languages_of(name: str) -> tuple[str, ...]:
    """The languages whose alphabet has every Cyrillic letter of ``name``; none where no one has."""
    letters = set(name.lower().translate(_APOSTROPHES)) & _all_letters()
    by_language = {a.language: set(a.letters) for a in reversed(alphabets())}
    return tuple(code for code in LANGUAGES if letters <= by_language[code])


@cache
def _all_letters() -> frozenset[str]:
    """Every letter that one of the tables has, and the other Cyrillic letters that none has."""
    return frozenset(map(chr, range(0x400, 0x530))) | {"'"}


def latin(name: str, route: Letters) -> str:
    """A Cyrillic name by one route, with the capitals that it has; other letters stay as they are."""
    return _WORD.sub(lambda word: _cased(word[0], _word(word[0].lower(), route)), name)


@lru_cache(maxsize=65_536)
def _word(word: str, route: Letters) -> str:
    word = word.translate(_APOSTROPHES)
    ending = next((e for e in route.endings if word.endswith(e) and word != e), "")
    stem = word.removesuffix(ending) if ending else word
    return "".join(_letters(stem, route)) + (route.endings[ending] if ending else "")


def _letters(word: str, route: Letters) -> Iterator[str]:
    at = 0
    while at < len(word):
        group = next((g for n in (3, 2) if (g := word[at : at + n]) in route.groups), "")
        if group:
            yield route.groups[group]
        elif at == 0 and word[0] in route.initial:
            yield route.initial[word[0]]
        elif at and word[at - 1] in _AFTER and word[at] in route.after_vowel:
            yield route.after_vowel[word[at]]
        else:
            yield route.letters.get(word[at], word[at])
        at += len(group) or 1


@lru_cache(maxsize=65_536)
def forms(word: str) -> dict[str, tuple[str, ...]]:
    """What a Cyrillic word is written as in Latin letters, and by which routes; nothing for other words."""
    found: dict[str, tuple[str, ...]] = {}
    languages = languages_of(word) if script_of(word[:1]) == "CYRILLIC" else ()
    for route in (a for a in alphabets() if a.language in languages):
        written = _word(word.lower(), route)
        for spelled in dict.fromkeys((bare(written), bare(unmarked(written, route)))):
            found[spelled] = (*found.get(spelled, ()), route.id)
    return found


def routes_from(word: str, spelled: str) -> tuple[str, ...]:
    """The routes by which a Cyrillic word is written as ``spelled`` (compared as `bare`); often none."""
    if spelled[:1] not in _beginnings().get(word[:1].lower(), frozenset(spelled[:1])):
        return ()
    return forms(word).get(spelled, ())


@cache
def _beginnings() -> dict[str, frozenset[str]]:
    """Cyrillic letter → the Latin ones with which a word may begin: most words are told apart by these."""
    found: dict[str, set[str]] = {}
    for route in alphabets():
        for cyrillic, latin in (*route.letters.items(), *route.initial.items(), *route.groups.items()):
            found.setdefault(cyrillic[0], set()).add(bare(latin)[:1])
    return {letter: frozenset(begun) for letter, begun in found.items() if "" not in begun}


def _cased(original: str, written: str) -> str:
    if original.isupper() and len(original) > 1:
        return written.upper()
    return written[:1].upper() + written[1:] if original[:1].isupper() else written


def unmarked(written: str, route: Letters) -> str:
    """What is written without the signs that print leaves out (the apostrophe for ь)."""
    for sign, letter in route.plain.items():
        written = written.replace(sign, letter).replace(sign.upper(), letter.upper())
    return written


def cyrillic(written: str, route: Letters) -> str | None:
    """The Cyrillic that a reversible route writes so; None where it is none of its spellings."""
    back = {latin: letter for letter, latin in route.letters.items() if latin}
    found, at, low = "", 0, written.lower()
    while at < len(low):
        unit = next((u for n in (2, 1) if (u := low[at : at + n]) in back), None)
        if unit is None and low[at].isalpha():
            return None
        letter = back[unit] if unit else low[at]
        found += letter.upper() if written[at].isupper() else letter
        at += len(unit or " ")
    return found
