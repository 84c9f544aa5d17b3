"""Dates as they are written → ISO 8601, as far as they are known and no further."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

ISO = re.compile(
    r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)?)?"
)
YEAR_FIRST = re.compile(r"(\d{4})\s*[./년年]\s*(\d{1,2})\s*[./월月]\s*(\d{1,2})\s*[.일日]?")
DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
DAY_FIRST = re.compile(r"(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
NAMED = re.compile(
    r"(?:[^\W\d_]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|º|\.)?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})(?:\s*(?:р|г|г\.|р\.|года|року)|\.)?"
)
NAME_FIRST = re.compile(r"(?:[^\W\d_]+\.?,?\s+)?([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
# Years as short as this stand for others in RFC 5322 ("99"), but nobody writes 2000 as "0000".
NO_YEAR = re.compile(r"(?<![-+:\d])0\d{2,3}\b")
MONTH_YEAR = re.compile(r"([^\W\d_]+)\.?,?\s+(\d{4})")
# Beginnings that tell the months apart in English, German, French, Spanish, Italian, Romanian, Croatian,
# Ukrainian and Russian.
MONTHS = (
    ("jan", "jän", "ene", "gen", "ian", "siječ", "січ", "янв"),
    ("feb", "fév", "fev", "velj", "лют", "фев"),
    ("mar", "mär", "ožuj", "бер", "мар"),
    ("apr", "avr", "abr", "trav", "квіт", "апр"),
    ("may", "mai", "mag", "svib", "трав", "май", "мая"),
    ("jun", "juin", "giu", "iun", "lipnj", "черв", "июн"),
    ("jul", "juil", "lug", "iul", "srpnj", "лип", "июл"),
    ("aug", "aoû", "aou", "ago", "kolovoz", "серп", "авг"),
    ("sep", "set", "rujn", "вер", "сен"),
    ("oct", "okt", "ott", "listop", "жовт", "окт"),
    ("nov", "noi", "studen", "лист", "ноя"),
    ("dec", "dez", "déc", "dic", "prosin", "груд", "дек"),
)


def iso(written: str) -> str:
    """``written`` in ISO 8601: a year, a month, a day, or a moment; "" if it is none of them for sure.

    "03/04/2024" could be March or April and is not guessed. A time of day without a date, a span
    of days ("3-6 November") and a day that no calendar has are "".
    """
    text = " ".join(written.split())[:100]
    for pattern, make in (
        (ISO, _iso),
        (YEAR_FIRST, _year_first),
        (DAY_FIRST, _day_leading),
        (SLASHED, _slashed),
    ):
        if match := pattern.fullmatch(text):
            return _possible(make, match)
    for pattern, make in ((NAMED, _named), (NAME_FIRST, _name_first), (MONTH_YEAR, _month_year)):
        if match := pattern.fullmatch(text):
            return _possible(make, match)
    return _mail(text)


def readings(written: str) -> tuple[str, ...]:
    """The two days that "03/04/2024" may be, the earlier first; none for a date that is not of two minds."""
    match = SLASHED.fullmatch(" ".join(written.split())[:100])
    if not match or iso(written):
        return ()
    return tuple(sorted(filter(None, (_possible(_day_leading, match), _possible(_month_leading, match)))))


def impossible(written: str) -> bool:
    """Whether this is written as a day of a month, and no calendar has that day ("31.02.1990")."""
    text = " ".join(written.split())[:100]
    if iso(text) or readings(text):
        return False
    if any(pattern.fullmatch(text) for pattern in (YEAR_FIRST, DAY_FIRST, SLASHED)) or DAY.fullmatch(text):
        return True
    found = NAMED.fullmatch(text)
    return found is not None and found[2].lower().startswith(tuple(b for month in MONTHS for b in month))


def _possible(make: object, match: re.Match[str]) -> str:
    try:
        return str(make(match))  # type: ignore[operator]
    except (ValueError, OverflowError):
        return ""


def _iso(match: re.Match[str]) -> str:
    year, month, day, hour, minute, second, zone = match.groups()
    if month is None:
        return date(int(year), 1, 1).isoformat()[:4]
    if day is None:
        return date(int(year), int(month), 1).isoformat()[:7]
    if hour is None:
        return date(int(year), int(month), int(day)).isoformat()
    moment = datetime(
        int(year), int(month), int(day), int(hour), int(minute), int(second or 0), tzinfo=_zone(zone)
    )
    return moment.isoformat()


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    if written in ("Z", "UTC", "GMT"):
        return UTC
    sign = -1 if written[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(written[1:3]), minutes=int(written[-2:])))


def _day(year: str, month: int, day: str) -> str:
    return date(int(year), month, int(day)).isoformat()


def _year_first(match: re.Match[str]) -> str:
    return _day(match[1], int(match[2]), match[3])


def _slashed(match: re.Match[str]) -> str:
    first, second = int(match[1]), int(match[2])
    if first > 12:
        return _day_leading(match)
    return _month_leading(match) if second > 12 or first == second else ""


def _day_leading(match: re.Match[str]) -> str:
    return _day(match[3], int(match[2]), match[1])


def _month_leading(match: re.Match[str]) -> str:
    return _day(match[3], int(match[1]), match[2])


def _named(match: re.Match[str]) -> str:
    return _day(match[3], _month(match[2]), match[1])


def _name_first(match: re.Match[str]) -> str:
    return _day(match[3], _month(match[1]), match[2])


def _month_year(match: re.Match[str]) -> str:
    return f"{date(int(match[2]), _month(match[1]), 1):%Y-%m}"


def _month(name: str) -> int:
    """The month that a name begins like; ValueError if none."""
    low = name.lower()
    for number, beginnings in enumerate(MONTHS, 1):
        if low.startswith(beginnings):
            return number
    raise ValueError(name)


def _mail(text: str) -> str:
    """RFC 5322, as feeds write it: "Thu, 14 Nov 2024 16:20:00 +0200"."""
    if not re.search(r"\d:\d\d", text) or NO_YEAR.search(text):
        return ""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
