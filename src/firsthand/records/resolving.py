"""What belongs to what: names in ``of`` become record ids, pages give their regions to lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from firsthand.model import Record, RecordKind, Region, part_at, wholes
from firsthand.records.joining import join
from firsthand.records.manifest import Manifest
from firsthand.records.naming import Names
from firsthand.records.picturing import pictured


def resolve(records: Sequence[Record], manifest: Manifest | None = None) -> tuple[Record, ...]:
    """The same records, in the same order, with ``of`` as a record id and regions on their lines.

    ``of`` may name a file, its stem ("r1"), a title or an id; a file of several that make up one record
    leads to the whole. A translation or page that names nothing belongs to the only primary record, if there
    is one only; a page that the lines of one record stand on, to that record. The name as written is kept in
    ``extra["of"]``; what is not found becomes a note and ``of`` stays empty. Resolving twice, or again with
    more records, is the same as resolving once.
    """
    made = join(records, manifest or Manifest())
    held = _Held(made, wholes(made), _whole_of(records, made))
    linked = pictured([_linked(record, held) for record in made])
    return _on_pages(linked, manifest) if manifest else tuple(linked)


@dataclass(frozen=True)
class _Held:
    """What is there to belong to: each file, what files make up, the id of a whole by that of its file."""

    files: Sequence[Record]
    whole: Sequence[Record]
    whole_of: Mapping[str, str]

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(each.id for each in self.whole)

    @cached_property
    def only_primary(self) -> str:
        """The id of the primary record, "" if there are several."""
        primaries = [each.id for each in self.whole if each.kind is RecordKind.PRIMARY]
        return primaries[0] if len(primaries) == 1 else ""

    @cached_property
    def _names(self) -> tuple[Names, Names]:
        return Names(self.whole), Names(self.files)

    def named(self, written: str, record: Record) -> str:
        """The id of what is meant by a name in ``record``."""
        whole, files = self._names
        found = whole.named(written, record) or files.named(written, record)
        return self.whole_of.get(found, found)


def _whole_of(before: Sequence[Record], now: Sequence[Record]) -> dict[str, str]:
    """The id of the whole by that of each file, and by that of the whole that it was in before."""
    found = {each.id: each.whole for each in now if each.whole}
    for each in before:
        if each.place == 1:
            found.setdefault(each.whole, found.get(each.id, each.id))
    return found


def _linked(record: Record, held: _Held) -> Record:
    of = held.whole_of.get(record.of, record.of)
    if of in held.ids:
        return record if of == record.of else replace(record, of=of)
    written = record.extra.get("of", record.of)
    belongs = record.kind.layer or record.kind is RecordKind.PAGE
    found = held.named(written, record) if written else held.only_primary if belongs else ""
    notes = tuple(note for note in record.notes if not note.startswith("belongs to "))
    if written and not found:
        notes += (f"belongs to {written!r}, but no single record of that name is here",)
    extra = record.extra | {"of": written} if written else record.extra
    return replace(record, of=found, extra=extra, notes=notes)


def _on_pages(records: Sequence[Record], manifest: Manifest) -> tuple[Record, ...]:
    """The records with the regions that case.toml gives to lines, by their numbers in the whole."""
    given: defaultdict[str, dict[int, Region]] = defaultdict(dict)
    for page in records:
        if page.kind is RecordKind.PAGE:
            given[page.of].update(_regions(page, manifest))
    places: defaultdict[str, dict[int, Region]] = defaultdict(dict)
    notes: dict[str, str] = {}
    for whole in wholes(records) if any(given.values()) else ():
        regions = given.get(whole.id, {})
        for line in whole.lines:
            if line.number in regions and (part := part_at(whole, line.span)):
                places[part[0]][part[1].start] = regions[line.number]
        first = whole.joined[0].record if whole.joined else whole.id
        notes[first] = _absent(regions.keys() - {line.number for line in whole.lines})
    return tuple(_placed(each, places.get(each.id, {}), notes.get(each.id, "")) for each in records)


def _regions(page: Record, manifest: Manifest) -> dict[int, Region]:
    listed = manifest.listed(page.name)
    entries = listed.lines if listed else ()
    return {each.line: Region(page.id, each.x, each.y, each.width, each.height) for each in entries}


def _absent(lines: Iterable[int]) -> str:
    numbers = ", ".join(map(str, sorted(lines)))
    return numbers and f"case.toml places lines {numbers} on a page, but the record has no such lines"


def _placed(record: Record, regions: Mapping[int, Region], note: str) -> Record:
    """``regions`` by the characters at which their lines begin."""
    if not regions and not note:
        return record
    lines = tuple(replace(line, region=regions.get(line.span.start, line.region)) for line in record.lines)
    notes = (*record.notes, note) if note and note not in record.notes else record.notes
    return replace(record, lines=lines, notes=notes)
