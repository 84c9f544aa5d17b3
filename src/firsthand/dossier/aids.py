"""Pages as machines read them, for a reader: shown as such, and nothing rests on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firsthand.dossier.index import Index
from firsthand.dossier.phrases import direction, language_name, moment
from firsthand.dossier.pictures import crop, page_anchor
from firsthand.dossier.pieces import PageImage
from firsthand.dossier.records import Translated, line_shown, translated
from firsthand.dossier.sheets import Fact, RecordLine, RecordSheet
from firsthand.model import Line, Record, RecordKind


def aid_sheets(index: Index, pages: Mapping[str, PageImage]) -> tuple[RecordSheet, ...]:
    """The transcriptions by machines, page by page, beside the pictures that are among ``pages``."""
    read = [r for r in index.of_kind(RecordKind.TRANSCRIPTION) if r.aid]
    return tuple(_sheet(index, record, pages) for record in read)


def _sheet(index: Index, record: Record, pages: Mapping[str, PageImage]) -> RecordSheet:
    rendered = translated(index, record)
    lines = tuple(_line(index, record, line, pages, rendered) for line in record.lines)
    return RecordSheet(
        anchor=index.anchors[record.id],
        id=record.id,
        kind=record.kind.value,
        name=record.name,
        title=f"What {record.by or 'a machine'} reads{_on(index, record)}",
        language=record.language,
        direction=direction(record.text, record.language),
        facts=tuple(_facts(record)),
        translations=(),
        pages=tuple(dict.fromkeys(line.page for line in lines if line.page)),
        lines=lines,
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


def _line(
    index: Index, record: Record, line: Line, pages: Mapping[str, PageImage], rendered: Translated
) -> RecordLine:
    here = line.region
    number = int(record.extra.get("page") or 0)
    page = page_anchor(index, here.page, here.leaf) if here else page_anchor(index, record.of, number)
    anchor = f"{index.anchors[record.id]}-L{line.number}"
    shown = crop(index, [here], pages) if here else None
    return line_shown(index, record, line, anchor, page if page in pages else "", shown, rendered)
