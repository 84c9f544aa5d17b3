"""Pages as machines read them, for a reader: shown as such, and nothing rests on them."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.dossier.index import Index
from firsthand.dossier.pages import passage, renderings
from firsthand.dossier.phrases import direction, language_name, moment
from firsthand.dossier.sheets import Fact, RecordLine, RecordSheet
from firsthand.model import Line, Record, RecordKind


def aid_sheets(index: Index) -> tuple[RecordSheet, ...]:
    """The transcriptions by machines, page by page."""
    read = [r for r in index.of_kind(RecordKind.TRANSCRIPTION) if r.aid]
    return tuple(_sheet(index, record) for record in read)


def _sheet(index: Index, record: Record) -> RecordSheet:
    anchor = index.anchors[record.id]
    return RecordSheet(
        anchor=anchor,
        id=record.id,
        kind=record.kind.value,
        name=record.name,
        title=f"What {record.by or 'a machine'} reads{_on(index, record)}",
        language=record.language,
        direction=direction(record.text, record.language),
        facts=tuple(_facts(record)),
        translations=(),
        pages=(),
        lines=tuple(_line(index, record, line, f"{anchor}-L{line.number}") for line in record.lines),
        notes=record.notes,
    )


def _on(index: Index, record: Record) -> str:
    """Which pages it is of."""
    if record.joined:
        return f" on {record.name}"
    page = index.records.get(record.of)
    number = f", page {record.extra['page']}" if "page" in record.extra else ""
    return f" on {page.name}{number}" if page else ""


def _facts(record: Record) -> Iterator[Fact]:
    """What is known about it besides its title; how the machine was asked stands in its file."""
    if record.made:
        yield Fact("When", moment(record.made))
    if record.language:
        yield Fact("Language", language_name(record.language), record.language_by)
    yield Fact("SHA-256", record.object)


def _line(index: Index, record: Record, line: Line, anchor: str) -> RecordLine:
    words = passage(record.text[line.span.start : line.span.end], record.language)
    return RecordLine(anchor, line.number, words, renderings=tuple(renderings(index, record, line.number)))
