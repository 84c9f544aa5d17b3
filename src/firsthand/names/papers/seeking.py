"""Machine readable zones in the text of a paper, as people and programs transcribe them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.model import Span
from firsthand.names.papers.zone import FILLER, FORMS, TD1, Form, Zone
from firsthand.text import paragraphs

# As readers of characters give fillers, and what stands between the characters of a line.
READ_AS = {"«": "<<", "»": "<<", "‹": "<", "›": "<", "＜": "<", "〈": "<", "≪": "<<"}
ALLOWED = re.compile(r"[A-Z0-9<]+")
FIRST = re.compile(r"[ACIPV][A-Z<][A-Z<]{3}")  # of a first line: what kind of paper, which state
# Of a second line: number, check digit, state and birth (TD2, TD3); or birth, sex and expiry (TD1).
SECOND = re.compile(r"[A-Z0-9<]{9}[0-9<][A-Z<]{3}\d{6}|\d{7}[MFX<]\d{7}[A-Z<]{3}")
SHORTEST = 15  # characters of a part of a line that is told
SLACK = 3  # characters that a line of a zone may be too long or too short
MOST = 20  # zones of one paper that are read
LONGEST = 200  # of a line with blanks between its characters
NOT_OURS = ("IDFRA",)  # the French card until 2021: two lines of 36 in a form of its own


@dataclass(frozen=True, slots=True)
class Odd:
    """A line of which nothing is read: beside the first one of a zone and of another width than its ``form``;
    or (no form) like one of a zone, without another that makes one with it."""

    form: Form | None
    span: Span
    width: int


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    places: tuple[int | None, ...]
    span: Span

    def padded(self, width: int) -> _Row:
        """With so many fillers at its end that it is as wide as this, where it ends with some."""
        if not self.text.endswith(FILLER):
            return self
        held = len(self.text.rstrip(FILLER))
        short = max(0, width - len(self.text))
        text, places = self.text + FILLER * short, (*self.places, *[None] * short)
        return _Row(text[:width], places[:width], self.span) if held < width else self


def zones(text: str) -> Iterator[Zone | Odd]:
    """The zones in a text, line by line; blanks within a line do not count, small letters are capitals.

    Fillers that were lost at the end of a first or last line are put back.
    """
    rows = [_row(text, line) for line in paragraphs(text)]
    at = told = 0
    while at < len(rows) and told < MOST:
        found = _zone(rows[at : at + 3]) or _stray(rows[at])
        if found:
            told += 1
            yield found
        at += found.form.lines if isinstance(found, Zone) else 1


def zone_spans(text: str) -> list[Span]:
    """The lines of the zones in a text, and those that seem to belong to one."""
    found = list(zones(text))
    odd = [each.span for each in found if isinstance(each, Odd)]
    rows = (line for each in found if isinstance(each, Zone) for line in each.places)
    known = ([at for at in row if at is not None] for row in rows)
    return [*odd, *(Span(row[0], row[-1] + 1) for row in known)]


def _row(text: str, span: Span) -> _Row:
    told: list[tuple[str, int]] = []
    for at in range(*span) if span.end - span.start <= LONGEST else ():
        if not text[at].isspace():
            told += [(c, at) for c in READ_AS.get(text[at], text[at].upper())]
    return _Row("".join(c for c, _ in told), tuple(at for _, at in told), span)


def _zone(rows: Sequence[_Row]) -> Zone | Odd | None:
    first = rows[0].text
    if not FIRST.match(first) or not ALLOWED.fullmatch(first) or first.startswith(NOT_OURS):
        return None
    for form in FORMS:
        if (first[0] == "V") == form.name.startswith("MRV") and (found := _of_form(form, rows)):
            return found
    return next((odd for form in FORMS if (odd := _odd(form, rows))), None)


def _of_form(form: Form, rows: Sequence[_Row]) -> Zone | None:
    own = [rows[0].padded(form.width), *rows[1 : form.lines]]
    if form is TD1 and len(own) == form.lines:
        own[2] = own[2].padded(form.width)
    fits = len(own) == form.lines and all(
        len(row.text) == form.width and ALLOWED.fullmatch(row.text) for row in own
    )
    if not fits:
        return None
    zone = Zone(form, tuple(row.text for row in own), tuple(row.places for row in own))
    return zone if _dated(zone) else None


def _dated(zone: Zone) -> bool:
    """Whether figures stand where dates do, most of them at least: words in capitals have none there."""
    born = zone.characters(zone.form.slots["born"])
    return sum(c.isdigit() or c == FILLER for c in born) >= 3


def _stray(row: _Row) -> Odd | None:
    """A line like one of a zone that stands alone: half a line, or one of two."""
    begun = FIRST.match(row.text) and FILLER * 2 in row.text and not row.text.startswith(NOT_OURS)
    if len(row.text) < SHORTEST or not ALLOWED.fullmatch(row.text) or not (begun or SECOND.match(row.text)):
        return None
    return Odd(None, row.span, len(row.text))


def _odd(form: Form, rows: Sequence[_Row]) -> Odd | None:
    """The line of a zone that has another width than the first one asks for."""
    if len(rows[0].text) != form.width or FILLER * 2 not in rows[0].text:
        return None
    for row in rows[1 : form.lines]:
        off = abs(len(row.text) - form.width)
        if 0 < off <= SLACK and ALLOWED.fullmatch(row.text) and sum(c.isdigit() for c in row.text) >= 6:
            return Odd(form, row.span, len(row.text))
    return None
