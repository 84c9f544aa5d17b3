"""The pages that a web archive lists, and the capture that each of them means."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import urldefrag

from firsthand.records.document import Unread
from firsthand.records.webarchive.captures import Capture, Captures, target

LIST = "pages/pages.jsonl"
REDIRECTS = 10
MOST = 1000  # captures of one address that are looked at for a page


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as the list has it: its line, its address, when it was captured, its title."""

    line: int
    url: str
    when: datetime | None = None
    title: str = ""


def listed(data: bytes) -> tuple[list[Listed], list[Unread]]:
    """The pages in a ``pages.jsonl``, and its lines that are none."""
    found, unread = [], []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        try:
            each = json.loads(line) if line.strip() else {"format": ""}
            if "url" in each:
                url = urldefrag(words(each["url"]))[0]
                found.append(Listed(number, url, moment(each.get("ts")), words(each.get("title"))))
            elif "format" not in each:
                raise ValueError
        except (ValueError, TypeError, RecursionError):
            unread.append(
                Unread(f"{LIST} line {number}", "is no page: a line of JSON with its url is wanted")
            )
    return found, unread


def words(value: object) -> str:
    """A string of JSON as it can be stored, "" for other values."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def moment(written: object) -> datetime | None:
    """A time as archives write it: ISO 8601, or 14 digits."""
    text = str(written or "").strip()
    try:
        if text.isdecimal() and len(text) >= 14:
            return datetime.strptime(text[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def meant(pages: Iterable[Listed], held: Captures) -> tuple[list[tuple[Listed, Capture]], list[Unread]]:
    """The capture of each page, by address (also through redirects) and the nearest time; each once."""
    at: dict[str, list[Capture]] = {}
    leads: dict[str, str] = {}
    for each in held.found:
        at.setdefault(each.url, []).append(each)
        if 300 <= each.answer.status < 400:
            leads[each.url] = target(each)
    chosen: dict[str, tuple[Listed, Capture]] = {}
    unread: list[Unread] = []
    for page in pages:
        there = [each for url in _way(page.url, leads) for each in islice(at.get(url, ()), MOST)]
        good = [each for each in there if each.answer.status == 200]
        if not good:
            unread.append(Unread(f"{LIST} line {page.line}", _why(page, there)))
        elif free := [each for each in good if each.framed.part not in chosen]:
            nearest = min(free, key=lambda each: _apart(page.when, moment(each.captured)))
            chosen[nearest.framed.part] = (page, nearest)
    return list(chosen.values()), unread


def _way(url: str, leads: dict[str, str]) -> list[str]:
    """The address and those that redirects lead to from it."""
    way = [url]
    while len(way) <= REDIRECTS and (then := leads.get(way[-1], "")) and then not in way:
        way.append(then)
    return way


def _why(page: Listed, there: list[Capture]) -> str:
    if there:
        return f"lists {page.url}, which answered with status {there[-1].answer.status}"
    return f"lists {page.url}, and no capture of it is in the archive"


def _apart(one: datetime | None, other: datetime | None) -> float:
    return abs((one - other).total_seconds()) if one and other else 0.0
