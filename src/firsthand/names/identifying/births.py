"""Births as papers and reports write them: the days on which somebody may be born.

An age in a report says less than a date: the report may be of something long past. So it says when somebody
is born at the latest, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from firsthand.names.papers.dating import day

WORDS = re.compile(
    r"^(?:у|в|on|in|am|im|la|în|dnia|w)\s+|\s*(?:р\.\s?н\.?|г\.\s?р\.?|року народження|года рождения"
    r"|році|году|року|년생|년\s*출생|r\.)$",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
AGED = re.compile(r"aged (\d{1,3}) on (\d{4}-\d\d-\d\d)")
EARLIEST = date(1800, 1, 1)


class Days(NamedTuple):
    """From a first day to a last; ``since`` is the first that is likely, where only the last is sure."""

    first: date
    last: date
    since: date


def aged(age: str, published: str) -> str:
    """An age with the day on which it was told; the age alone where that day is not known."""
    return f"aged {age} on {published[:10]}" if len(published) >= 10 else ""


def births(written: str) -> Sequence[Days]:
    """When somebody may be born by what is written; nothing where it tells no day and no year."""
    if found := AGED.fullmatch(written):
        last = _years_before(date.fromisoformat(found[2]), int(found[1]))
        return (Days(EARLIEST, last, _years_before(last, 1) + timedelta(days=1)),)
    plain = WORDS.sub("", written.strip())
    if known := day(plain):
        if known.rivals or known.last.year - known.first.year > 1:
            return [Days(each, each, each) for each in known.days]
        return (Days(known.first, known.last, known.first),)
    return [
        Days(date(year, 1, 1), date(year, 12, 31), date(year, 1, 1))
        for year in map(int, dict.fromkeys(YEAR.findall(plain)))
    ]


def agree(one: str, other: str) -> bool:
    """Whether two births may be one, and each says something of it."""
    return any(a.since <= b.last and b.since <= a.last for a in births(one) for b in births(other))


def differ(one: str, other: str) -> bool:
    """Whether both say when, and no day is in both."""
    ones, others = births(one), births(other)
    return bool(ones and others) and not any(
        a.first <= b.last and b.first <= a.last for a in ones for b in others
    )


def _years_before(then: date, years: int) -> date:
    try:
        return then.replace(year=then.year - years)
    except ValueError:  # 29 February
        return then.replace(year=then.year - years, day=28)
