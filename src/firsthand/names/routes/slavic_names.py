"""East Slavic names as they change: declined, for a woman, after the father, in the other language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from firsthand.names.routes.letters import low, script_of
from firsthand.names.routes.skeleton import skeletons
from firsthand.names.routes.tables import pairs, table

STEM = 2  # so many letters stay of a declined name at least
_VOWELS = frozenset("аеёиоуыэюяіїєьйў")


def nominatives(word: str) -> tuple[str, ...]:
    """The names of which ``word`` (in small letters) may be a case: "петренка" may be of "петренко".

    By endings alone, so there are several, and some are no names; ``word`` itself is not among them.
    """
    found: dict[str, None] = {}
    for ending, base in _cases():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= STEM and _joins(stem[-1], base):
            found[stem + base] = None
    found.pop(word, None)
    return tuple(found)


def _joins(last: str, base: str) -> bool:
    """Whether a stem can end so before this ending: й stands after a vowel, я anywhere, others not."""
    return base == "я" or (last in _VOWELS) == (base == "й")


@cache
def _cases() -> tuple[tuple[str, str], ...]:
    """Endings of cases with the ending of the name, the longest first."""
    rows = " ".join(table("names")["declension"][language] for language in ("uk", "ru")).split()
    split = [
        (each, base.strip("-"))
        for base, cases in (row.split("=") for row in rows)
        for each in cases.split(",")
    ]
    return tuple(sorted(dict.fromkeys(split), key=lambda case: -len(case[0])))


def other_gender(word: str) -> str | None:
    """The family name of a woman for a man's and the other way round; None where it has one form."""
    for man, woman in _genders():
        for here, there in ((man, woman), (woman, man)):
            stem = word.removesuffix(here)
            if stem != word and len(stem) > STEM and len(here) > 1:
                return stem + there
    return None


@cache
def _genders() -> tuple[tuple[str, str], ...]:
    return tuple(pairs(table("names")["declension"]["genders"]).items())


@lru_cache(maxsize=65_536)
def name_groups(word: str) -> frozenset[str]:
    """The calendar names of which ``word`` is a form in Cyrillic or Latin letters, by their Ukrainian form.

    Of a patronymic the father's name with "+" (a son's) or "-" (a daughter's): "Иванович" is "Іван+".
    """
    return frozenset(g for each in (low(word), *skeletons(word)) for g in _groups().get(each, ()))


def namesakes(name: str) -> tuple[str, ...]:
    """The other forms of a Cyrillic given name: "Владимир" and "Уладзімір" for "Володимир"."""
    groups = name_groups(name) if name in _known() else frozenset()
    return tuple(other for other in _known() if other != name and groups & _known()[other])


@cache
def _known() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group, name in _members():
        if script_of(name[0]) == "CYRILLIC":
            found.setdefault(name, set()).add(group)
    return {name: frozenset(groups) for name, groups in found.items()}


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group, name in _members():
        for each in skeletons(name) if script_of(name[0]) == "CYRILLIC" else (low(name),):
            found.setdefault(each, set()).add(group)
    return {spelled: frozenset(groups) for spelled, groups in found.items()}


def _members() -> Iterator[tuple[str, str]]:
    names = table("names")
    for sex in ("men", "women"):
        for row in names[sex]["names"].split():
            ours, others = row.split("=")
            theirs, belarusian = others.split("|")
            group = ours.split("/")[0]
            yield from (
                (group, name) for name in (*ours.split("/"), *theirs.split("/"), *belarusian.split("/"))
            )
            if sex == "men":
                yield from _patronymics(group, ours.split("/"), "uk")
                yield from _patronymics(group, theirs.split("/"), "ru")

    for row in names["latin"]["names"].split():
        group, spelled = row.split("=")
        yield from ((group, name) for name in spelled.split("/"))


def _patronymics(group: str, fathers: list[str], language: str) -> Iterator[tuple[str, str]]:
    for father in fathers:
        son = _exceptions().get(father) or _son(father, language)
        if son:
            yield group + "+", son
            yield from ((group + "-", daughter) for daughter in _daughter(son))


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
