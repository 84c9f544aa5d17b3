"""What belongs to what: names in ``of`` become record ids, pages give their regions to lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.model import Record, RecordKind, Region
from firsthand.records.manifest import Manifest
from firsthand.records.naming import named
from firsthand.records.picturing import pictured

BELONGING = (RecordKind.TRANSCRIPTION, RecordKind.TRANSLATION, RecordKind.PAGE)


def resolve(records: Sequence[Record], manifest: Manifest | None = None) -> tuple[Record, ...]:
    """The same records, in the same order, with ``of`` as a record id and regions on their lines.

    ``of`` may name a file, its stem ("r1"), a title or an id. A translation or page that names
    nothing belongs to the only primary record, if there is one only; a page that the lines of one record
    stand on, to that record. The name as written is kept in ``extra["of"]``; what is not found becomes
    a note and ``of`` stays empty. Resolving twice, or again with more records, is the same as resolving once.
    """
    linked = pictured([_linked(record, records) for record in records])
    return tuple(_on_pages(record, linked, manifest) for record in linked)


def _linked(record: Record, records: Sequence[Record]) -> Record:
    if any(record.of == other.id for other in records):
        return record
    written = record.extra.get("of", record.of)
    found = named(written, record, records) if written else _only_primary(record, records)
    notes = tuple(note for note in record.notes if not note.startswith("belongs to "))
    if written and not found:
        notes += (f"belongs to {written!r}, but no single record of that name is here",)
    extra = record.extra | {"of": written} if written else record.extra
    return replace(record, of=found, extra=extra, notes=notes)


def _only_primary(record: Record, records: Sequence[Record]) -> str:
    primaries = [other.id for other in records if other.kind is RecordKind.PRIMARY]
    return primaries[0] if record.kind in BELONGING and len(primaries) == 1 else ""


def _on_pages(record: Record, records: Sequence[Record], manifest: Manifest | None) -> Record:
    pages = [
        other for other in records if manifest and other.kind is RecordKind.PAGE and other.of == record.id
    ]
    regions = {number: region for page in pages for number, region in _regions(page, manifest)}
    if not regions:
        return record
    lines = tuple(replace(line, region=regions.get(line.number, line.region)) for line in record.lines)
    absent = sorted(regions.keys() - {line.number for line in lines})
    note = f"case.toml places lines {', '.join(map(str, absent))} on a page, but the record has no such lines"
    notes = record.notes if not absent or note in record.notes else (*record.notes, note)
    return replace(record, lines=lines, notes=notes)


def _regions(page: Record, manifest: Manifest | None) -> list[tuple[int, Region]]:
    listed = manifest.listed(page.name) if manifest else None
    entries = listed.lines if listed else ()
    return [(each.line, Region(page.id, each.x, each.y, each.width, each.height)) for each in entries]
