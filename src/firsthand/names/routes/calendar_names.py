"""East Slavic given names and patronymics: one calendar name in Ukrainian, Russian and Belarusian."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from firsthand.names.routes.letters import low, script_of
from firsthand.names.routes.skeleton import skeletons
from firsthand.names.routes.tables import pairs, table

_VOWELS = frozenset("аеёиоуыэюяіїєьйў")


class Member(NamedTuple):
    """A form of a calendar name: ``group`` is its Ukrainian form, with "+" or "-" for a patronymic."""

    group: str
    name: str
    language: str


@lru_cache(maxsize=65_536)
def name_groups(word: str) -> frozenset[str]:
    """The calendar names of which ``word`` is a form in Cyrillic or Latin letters, by their Ukrainian form.

    Of a patronymic the father's name with "+" (a son's) or "-" (a daughter's): "Иванович" is "Іван+".
    """
    return frozenset(g for each in (low(word), *skeletons(word)) for g in _groups().get(each, ()))


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for member in _members():
        spelled = skeletons(member.name) if script_of(member.name[0]) == "CYRILLIC" else (low(member.name),)
        for each in spelled:
            found.setdefault(each, set()).add(member.group)
    return {spelled: frozenset(groups) for spelled, groups in found.items()}


def namesakes(name: str) -> tuple[str, ...]:
    """The other forms of a Cyrillic given name: "Владимир" and "Уладзімір" for "Володимир"."""
    groups = {member.group for member in _of().get(name, ())}
    others = (m.name for m in _members() if m.group in groups and m.language)
    return tuple(dict.fromkeys(other for other in others if other != name))


def languages_of_given_name(name: str) -> tuple[str, ...]:
    """The languages in which a Cyrillic given name or patronymic has this form; none where it is unknown."""
    return tuple(dict.fromkeys(member.language for member in _of().get(name, ())))


@cache
def _of() -> dict[str, tuple[Member, ...]]:
    found: dict[str, tuple[Member, ...]] = {}
    for member in _members():
        if member.language:
            found[member.name] = (*found.get(member.name, ()), member)
    return found


@cache
def _members() -> tuple[Member, ...]:
    names = table("names")
    rows = [(sex, row) for sex in ("men", "women") for row in names[sex]["names"].split()]
    found = [member for sex, row in rows for member in _row(row, sex == "men")]
    for row in names["latin"]["names"].split():
        group, spelled = row.split("=")
        found += [Member(group, name, "") for name in spelled.split("/")]
    return tuple(found)


def _row(row: str, fathers: bool) -> Iterator[Member]:
    ours, others = row.split("=")
    group = ours.split("/")[0]
    for language, names in zip(("uk", "ru", "be"), (ours, *others.split("|")), strict=True):
        for name in names.split("/"):
            yield Member(group, name, language)
            if fathers and language != "be":
                yield from _patronymics(group, name, language)


def _patronymics(group: str, father: str, language: str) -> Iterator[Member]:
    son = _exceptions().get(father) or _son(father, language)
    if son:
        yield Member(group + "+", son, language)
        yield from (Member(group + "-", daughter, language) for daughter in _daughter(son))


@cache
def _exceptions() -> dict[str, str]:
    return pairs(table("names")["patronymics"]["exceptions"])


def _son(father: str, language: str) -> str | None:
    for ending, made in pairs(table("names")["patronymics"][language]).items():
        if ending == "-":
            return father + made if father[-1] not in _VOWELS else None
        if father.endswith(ending):
            return father.removesuffix(ending) + made
    return None


def _daughter(son: str) -> Iterator[str]:
    for ending, made in pairs(table("names")["patronymics"]["daughters"]).items():
        if son.endswith(ending):
            yield son.removesuffix(ending) + made
            if made == "івна":
                yield son.removesuffix(ending) + "овна"
            return
