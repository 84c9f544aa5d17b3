"""Which of two records came first, as far as their dates allow it to be said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from firsthand.model import Record

Stretch = tuple[datetime, datetime]

# A date without a zone may be up to 14 hours ahead of or 12 hours behind universal time.
ZONE_SLACK = timedelta(hours=14)
DAY = len("2024-11-19")


@lru_cache(maxsize=20_000)
def stretch(published: str) -> Stretch | None:
    """The first and the last moment that an ISO 8601 date ("2024", "2024-11-19T12:00+02:00") can mean.

    None where there is no date or none that can be read.
    """
    text = published.strip()
    if len(text) == 4 and text.isdigit():
        return _span_of(text + "-01-01", timedelta(days=366))
    if len(text) == 7:
        return _span_of(text + "-01", timedelta(days=31))
    if len(text) == 10:
        return _span_of(text, timedelta(days=1))
    return _instant(text)


def _span_of(first: str, length: timedelta) -> Stretch | None:
    try:
        start = datetime.fromisoformat(first).replace(tzinfo=UTC)
        return start - ZONE_SLACK, start + length + ZONE_SLACK
    except (ValueError, OverflowError):
        return None


def _instant(text: str) -> Stretch | None:
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC), moment.astimezone(UTC)
        moment = moment.replace(tzinfo=UTC)
        return moment - ZONE_SLACK, moment + ZONE_SLACK
    except (ValueError, OverflowError):
        return None


def certainly_later(a: Record, b: Record) -> bool:
    """Whether ``a`` was published after ``b`` on every reading of their dates.

    Where one of them has a day only, the days as printed decide: the 19th is after the 18th, though
    between two distant zones an hour or two may be left in which it is not.
    """
    ours, theirs = stretch(a.published), stretch(b.published)
    if ours is None or theirs is None:
        return False
    if min(len(a.published.strip()), len(b.published.strip())) == DAY:
        return a.published.strip()[:DAY] > b.published.strip()[:DAY]
    return ours[0] > theirs[1]


def by_the_day(a: Record, b: Record) -> bool:
    """Whether no hour is known of one of two dates, so that only the days can be counted."""
    return min(len(a.published.strip()), len(b.published.strip())) <= DAY


def days_between(a: Record, b: Record) -> float | None:
    """Days from ``a`` to ``b``, negative when ``b`` came first; None when one is undated.

    Where one of them has a day only, whole days from the one printed to the other.
    """
    printed = DAY if by_the_day(a, b) else None
    ours, theirs = (stretch(each.published.strip()[:printed]) for each in (a, b))
    if ours is None or theirs is None:
        return None
    return (theirs[0] - ours[0]).total_seconds() / 86400


def rank(record: Record) -> tuple[int, datetime, str]:
    """A sorting key: dated records by time, undated ones after them, ids to break ties."""
    dated = stretch(record.published)
    if dated is None:
        return 1, datetime.max.replace(tzinfo=UTC), record.id
    return 0, dated[0], record.id
