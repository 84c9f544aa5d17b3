"""From the record of an identity paper to its fields: from its header, its lines and its zone.

A field stands in a line with its label ("born: 4 May 1997", "Прізвище ОРЖАК") or in the line after it, as
papers print them. Labels are known in English, Korean, Ukrainian, Russian and Romanian; with a colon any
label is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from firsthand.model import Paper, PaperField, Private, Record, RecordKind, Region, Span
from firsthand.names.papers.seeking import zone_spans, zones
from firsthand.names.papers.zone import Zone, names, number
from firsthand.names.placing import place
from firsthand.names.routes import scripts
from firsthand.names.tables import read_table
from firsthand.text import paragraphs, trim

LABELLED = re.compile(r"[ \t]*([^\W\d_][^:：\n]{0,59}?|№)[ \t]*[:：](?:[ \t]+|(?=[^\W\d_]))(\S[^\n]*)")
# "АН № 1234567", alone in its line: a series of two letters, or of four figures, and the number.
SERIES = re.compile(r"\s*([^\W\d_]{2}|\d\d ?\d\d) ?№ ?(\d{5,9})\s*")
PUNCTUATION = re.compile(r"[.,'’ʼ`\"“”«»:：_-]+")
BESIDE = re.compile(r"\s*[/|]\s*")
# Headers that tell of the file and not of the person.
ABOUT_THE_FILE = frozenset(
    (
        *("kind", "title", "outlet", "published", "language", "url", "byline", "of", "by", "source", "file"),
        *("note", "notes", "image", "format", "received", "description", "date", "page", "pages", "held by"),
        *("transcriber", "transcribed by", "translator", "translation of", "width", "height", "taken"),
        *("image width", "image height", "program", "canonical", "inside"),
    )
)
TWICE = frozenset({"name as printed", "surname", "given names", "patronymic", "place of birth"})
LONGEST_LABEL = 80  # characters
MOST_WORDS = 5  # of a label without a colon
MOST_FIELDS = 500  # of a paper; what has more is none


def table(name: str) -> dict[str, Any]:
    """The content of ``tables/name.toml``."""
    return read_table(__package__, f"tables/{name}.toml")


@cache
def labels() -> dict[str, str]:
    """What we call a field, by each of its labels as they are compared."""
    rows = table("fields").items()
    return {plain(each): name for name, row in rows for each in re.split(r"[|\n]", row) if each.strip()}


def plain(label: str) -> str:
    """A label as it is compared: small letters, no punctuation, single blanks."""
    return " ".join(PUNCTUATION.sub(lambda m: " " if m[0][0] in "_-" else "", label.casefold()).split())


def field_name(label: str) -> str:
    """What we call the field that a paper labels so; the label itself where it is none that is known."""
    return known(label) or plain(label)


def known(label: str) -> str:
    """What we call the field that a paper labels so, in one language or several beside each other; "" if
    that is not known."""
    if len(label) > LONGEST_LABEL:
        return ""
    found = [labels().get(plain(each), "") for each in (label, *BESIDE.split(label))]
    return next(filter(None, found), "")


def paper(record: Record, pages: Iterable[Record] = ()) -> Paper:
    """The paper that a record is. ``pages`` are the pictures of it; a face that is stated there is its
    photograph."""
    header = (_headed(key, value) for key, value in record.extra.items())
    found = [field for field in header if field]
    found += islice(_printed(record), MOST_FIELDS)
    for each in zones(record.text):
        found += _zone_fields(record, each) if isinstance(each, Zone) else ()
    return Paper(record.id, tuple(found), _photographs((record, *pages)))


def papers(records: Sequence[Record]) -> tuple[Paper, ...]:
    """The papers among records, in their order, each with the pages that belong to it."""
    pages = [each for each in records if each.kind is RecordKind.PAGE]
    own = [each for each in records if each.kind is RecordKind.PAPER]
    return tuple(paper(each, _pages_of(each, pages)) for each in own)


def _pages_of(record: Record, pages: Iterable[Record]) -> list[Record]:
    shown = {line.region.page for line in record.lines if line.region}
    return [page for page in pages if page.of == record.id or page.id in shown]


def _photographs(records: Iterable[Record]) -> tuple[Region, ...]:
    return tuple(
        Region(record.id, each.x, each.y, each.width, each.height, each.leaf)
        for record in records
        for each in (record.handling.regions if record.handling else ())
        if each.what is Private.FACE
    )


def _headed(key: str, value: str) -> PaperField | None:
    name = field_name(key)
    held = name not in ABOUT_THE_FILE and not key.startswith("size of ") and value.strip()
    return PaperField(name, value.strip(), key.replace("_", " ")) if held else None


# --------------------------------------------------------------------------------------- lines of print


def _printed(record: Record) -> Iterator[PaperField]:
    """The fields that the lines of a paper have, its zone left out."""
    text, taken = record.text, zone_spans(record.text)
    lines = [line for line in paragraphs(text) if not any(_meet(line, each) for each in taken)]
    for at, line in enumerate(lines):
        written = text[line.start : line.end]
        if found := SERIES.fullmatch(written):
            for field, group in (("series", 1), ("number", 2)):
                yield _field(
                    record, field, "№", Span(line.start + found.start(group), line.start + found.end(group))
                )
            continue
        name, label, start = _labelled(written)
        if not name or name in ABOUT_THE_FILE:
            continue
        if start is not None:
            yield _field(record, name, label, trim(text, Span(line.start + start, line.end)))
            continue
        for value in _after(text, lines[at + 1 : at + 3], name):
            yield _field(record, name, label, value)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _labelled(line: str) -> tuple[str, str, int | None]:
    """The field of a line, its label, and where its value begins; None where only the label stands there."""
    alone = line.strip().rstrip(":： ")
    if all(map(known, BESIDE.split(alone[: LONGEST_LABEL + 1]))):
        return known(alone), alone, None
    if found := LABELLED.fullmatch(line):
        return field_name(found[1]), found[1].strip(), found.start(2)
    return _unmarked(line)


def _unmarked(line: str) -> tuple[str, str, int | None]:
    """A label that is known with its value after a blank, which begins with a capital, a figure or a letter
    of a script without small ones: "Фамилия ОРЖАК", "성명 표진구"."""
    written = line.strip()
    ends = [m.start() for m in re.finditer(r"\s+(?=\S)", written[:LONGEST_LABEL])][:MOST_WORDS]
    for end in reversed(ends):
        value = written[end:].strip()
        label, begins = written[:end], value[0].isalnum() and not value[0].islower()
        if begins and all(map(known, BESIDE.split(label))):
            return known(label), label, len(line) - len(line.lstrip()) + end
    return "", "", None


def _after(text: str, lines: Sequence[Span], name: str) -> Iterator[Span]:
    """The value below a label: the next line, and of a name or a place the one after it in another script."""
    for at, line in enumerate(lines):
        written = text[line.start : line.end]
        first = text[lines[0].start : lines[0].end]
        if _labelled(written)[0] or (at and (name not in TWICE or scripts(written) == scripts(first))):
            return
        yield trim(text, line)


def _field(record: Record, name: str, label: str, span: Span, zone: bool = False) -> PaperField:
    value = record.text[span.start : span.end]
    return PaperField(name, value, label, place(record, span), zone)


# ------------------------------------------------------------------------------------------------ zones


def _zone_fields(record: Record, zone: Zone) -> Iterator[PaperField]:
    """The fields of a zone, as it has them, without its fillers."""
    own = {"name as printed": names(zone).whole, "number": number(zone)[0]}
    for name, slot in zone.form.slots.items():
        ours = "name as printed" if name == "name" else name
        value, span = own.get(ours, zone.value(name)), zone.span(slot)
        if value and span and name not in ("document", "optional", "more"):
            place = _field(record, ours, "", span).place
            yield PaperField(ours, value, "machine readable zone", place, zone=True)
