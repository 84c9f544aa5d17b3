"""Days on a paper: which day a date may be, whether there is such a day, which comes first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.dates import impossible, iso, readings

# "12.03.24": the year without its century.
TWO_FIGURES = re.compile(r"(\d{1,2})[.](\d{1,2})[.](\d{2})")
BY_POINTS = re.compile(r"(\d{1,2})[ .\-](\d{1,2})[ .\-](\d{4})")
# "14 ЛЮТ/FEB 88": the month in two languages, the year in full or without its century.
SHORT = re.compile(r"(\d{1,2}) ?([^\W\d_]+)\.?(?: ?/ ?([^\W\d_]+)\.?)? ?(\d{4}|\d{2})")
# "주체77(1988)년": the year of the Juche era, which begins with 1912, before that of the Common Era.
JUCHE = re.compile(r"(?:juche|chuch'?e|주체|чучхе)\s*(\d{1,3})\s*년?[\s,]*\(?\s*(\d{4})\s*\)?", re.IGNORECASE)
ERA = 1911
FIRST_CENTURY, LAST_CENTURY = "19", "20"
ZONE = re.compile(r"\d{6}")
LONGEST = 60  # characters of a date


@dataclass(frozen=True, slots=True)
class Day:
    """The days that a date as it is written may be, the earliest first; of "1988" the first and the last.

    ``rivals``: whether day and month may stand in either order.
    """

    days: tuple[date, ...]
    rivals: bool = False

    @property
    def first(self) -> date:
        """The earliest day that it may be."""
        return self.days[0]

    @property
    def last(self) -> date:
        """The latest day that it may be."""
        return self.days[-1]


def day(written: str) -> Day | None:
    """What day a date on a paper is; None where it is none, or no calendar has it."""
    found = tuple(dict.fromkeys(each for plain in _plain(written) for each in _spelled(plain)))
    if found:
        return Day(tuple(sorted(found)))
    rivals = readings(_only(written))
    return Day(tuple(map(date.fromisoformat, rivals)), rivals=True) if rivals else None


def no_such_day(written: str) -> bool:
    """Whether this is written as a date, and no calendar has that day ("31.02.1990")."""
    return day(written) is None and any(map(impossible, _plain(written)))


def era(written: str) -> tuple[int, int] | None:
    """The year of the Juche era and that of the Common Era, where a date has both and they part."""
    found = JUCHE.search(written[:LONGEST])
    if not found or int(found[1]) + ERA == int(found[2]):
        return None
    return int(found[1]), int(found[2])


def zone_days(written: str) -> tuple[str, ...]:
    """The days, as ISO 8601 has them, that six figures of a zone (YYMMDD) may be in two centuries."""
    if not ZONE.fullmatch(written):
        return ()
    end = f"{written[:2]}-{written[2:4]}-{written[4:]}"
    return tuple(day for century in (FIRST_CENTURY, LAST_CENTURY) if (day := iso(century + end)))


def years(born: date, then: date) -> int:
    """How many years old somebody was."""
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day))


def _only(written: str) -> str:
    return " ".join(written[:LONGEST].split())


def _plain(written: str) -> tuple[str, ...]:
    """A date as dates are written elsewhere: several where the century is not told."""
    text = JUCHE.sub(lambda m: f"{m[2]}", _only(written))
    if found := BY_POINTS.fullmatch(text):
        return (f"{found[1]}.{found[2]}.{found[3]}",)
    if found := TWO_FIGURES.fullmatch(text):
        return tuple(
            f"{found[1]}.{found[2]}.{century}{found[3]}" for century in (FIRST_CENTURY, LAST_CENTURY)
        )
    if found := SHORT.fullmatch(text):
        months = (found[3], found[2]) if found[3] else (found[2],)
        centuries = ("",) if len(found[4]) == 4 else (FIRST_CENTURY, LAST_CENTURY)
        return tuple(f"{found[1]} {month} {century}{found[4]}" for month in months for century in centuries)
    return (text,)


def _spelled(plain: str) -> tuple[date, ...]:
    known = iso(plain)
    if len(known) >= 10:
        return (date.fromisoformat(known[:10]),)
    if len(known) == 7:
        year, month = map(int, known.split("-"))
        following = date(year + month // 12, month % 12 + 1, 1) if year < 9999 else date(year, 12, 31)
        return date(year, month, 1), following - timedelta(days=1)
    return (date(int(known), 1, 1), date(int(known), 12, 31)) if len(known) == 4 and int(known) else ()
