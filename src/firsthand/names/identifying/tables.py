"""The phrases by which reports say who wrote a record, and what they say of a person, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from firsthand.names.tables import read_table

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language says whose hand a record is in: a name stands behind one phrase, before the other."""

    record: Pattern
    before: Pattern
    behind: Pattern
    instead: Pattern


@cache
def writing(language: str) -> Writing | None:
    """The phrases of a language; None where there is no table for it."""
    given = _table("writers.toml").get(language.split("-")[0])
    if given is None:
        return None
    kinds = re.compile(rf"(?<!\w)(?:{given['kinds']}|{given['writers']})(?!\w)", re.IGNORECASE)
    return Writing(
        kinds,
        _any(given["before"], r"(?<!\w)"),
        _any(given["behind"], ""),
        _any([given["instead"]], r"(?<!\w)"),
    )


@cache
def fields(language: str) -> tuple[tuple[str, Pattern], ...]:
    """The fields that are read beside a name in a language, each with its patterns."""
    given = _table("particulars.toml").get(language.split("-")[0], {})
    return tuple((field, re.compile(pattern)) for field, patterns in given.items() for pattern in patterns)


def languages(table: str) -> tuple[str, ...]:
    """The languages that a table has."""
    return tuple(_table(table))


def _any(patterns: list[str], start: str) -> Pattern:
    return re.compile(rf"{start}(?:{'|'.join(f'(?:{each})' for each in patterns)})(?!\w)", re.IGNORECASE)


def _table(name: str) -> dict[str, Any]:
    return read_table(__package__, name)
