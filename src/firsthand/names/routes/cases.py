"""East Slavic names as they are declined, and the family names of women."""

from __future__ import annotations

from functools import cache

from firsthand.names.routes.tables import pairs, table

STEM = 2  # so many letters stay of a declined name at least
_VOWELS = frozenset("аеёиоуыэюяіїєьйў")
# Endings that tell of which language a family name is.
_ENDINGS = {"uk": ("ський", "цький", "зький", "ська", "цька", "зька"), "ru": ("ский", "цкий", "ская", "цкая")}


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


def language_by_ending(word: str) -> str:
    """The language that a family name's ending tells of ("uk", "ru"); "" where it tells none."""
    return next((code for code, endings in _ENDINGS.items() if word.lower().endswith(endings)), "")
