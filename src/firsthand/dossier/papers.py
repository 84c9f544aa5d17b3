"""Identity papers: the fields of each with their lines, and facts about them, said plainly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from firsthand.dossier.index import Index
from firsthand.dossier.pictures import crop, page_anchor
from firsthand.dossier.pieces import Crop, PageImage, Piece, Shape
from firsthand.dossier.records import record_sheet
from firsthand.dossier.sheets import Finding, PaperFact, PaperRow, PaperSheet, RecordLine, RecordSheet
from firsthand.model import Paper, PaperField, PaperFinding, PaperFindingKind, RecordKind, Region, Trace

# What a reader has to know of; the rest may be how such papers are made.
GRAVE = frozenset(
    {
        PaperFindingKind.CHECK_DIGIT,
        PaperFindingKind.ZONE_NAME,
        PaperFindingKind.ZONE_FACT,
        PaperFindingKind.DATES,
        PaperFindingKind.NO_SUCH_DAY,
        PaperFindingKind.NUMBER,
        PaperFindingKind.PHOTOGRAPH,
    }
)
CROPS = 4  # of one fact


def paper_sheets(
    index: Index, trace: Trace, pages: Mapping[str, PageImage], lines: Mapping[str, RecordLine]
) -> tuple[RecordSheet, ...]:
    """The identity papers, each with its fields and the facts about it."""
    papers = {paper.record: paper for paper in trace.papers}
    facts = _facts(index, trace, pages, lines)
    found = []
    for record in index.of_kind(RecordKind.PAPER):
        sheet = record_sheet(index, record, pages, lines)
        paper = papers.get(record.id, Paper(record.id))
        headed = {field.label for field in paper.fields if not field.place}
        own = tuple(fact for fact in sheet.facts if fact.name not in headed)
        found.append(replace(sheet, facts=own, paper=_sheet(index, paper, tuple(facts[record.id]))))
    return tuple(found)


def _sheet(index: Index, paper: Paper, facts: tuple[PaperFact, ...]) -> PaperSheet:
    rows = tuple(_row(index, field) for field in paper.fields)
    shown = tuple(_told(index, each) for each in paper.photographs if each.page in index.records)
    return PaperSheet(rows, facts, paper.age_at_issue, shown)


def _row(index: Index, field: PaperField) -> PaperRow:
    known = field.place and field.place.record in index.records
    to = index.place_anchor(field.place) if known and field.place else ""
    return PaperRow(field.name, field.value, "" if field.zone else field.label, to, field.zone)


def _told(index: Index, region: Region) -> str:
    """Where a photograph is: its file, and its place there in pixels. The face is not cut out."""
    leaf = f", page {region.leaf}" if region.leaf else ""
    where = f"{region.width} × {region.height} pixels at {region.x}, {region.y}"
    return f"{index.records[region.page].name}{leaf}, {where}"


def _facts(
    index: Index, trace: Trace, pages: Mapping[str, PageImage], lines: Mapping[str, RecordLine]
) -> defaultdict[str, list[PaperFact]]:
    """The facts by the first paper that each is about."""
    found: defaultdict[str, list[PaperFact]] = defaultdict(list)
    for anchor, each in _numbered(index, trace):
        to = _anchors(index, each)
        seen = [lines[line].crop for line in to if line in lines]
        crops = [*filter(None, seen), *_crops(index, each.regions, pages)]
        found[each.papers[0]].append(PaperFact(anchor, each.kind, each.note, to, tuple(crops[:CROPS])))
    return found


def _numbered(index: Index, trace: Trace) -> list[tuple[str, PaperFinding]]:
    """The facts whose papers are in the case, with their anchors."""
    here = [f for f in trace.paper_findings if f.papers and all(each in index.records for each in f.papers)]
    return [(f"F{number}", each) for number, each in enumerate(here, 1)]


def _anchors(index: Index, each: PaperFinding) -> tuple[str, ...]:
    """The lines that a fact rests on; of a paper of which it rests on none, the paper."""
    seen = [place for place in each.places if place.record in index.records]
    silent = [paper for paper in each.papers if all(place.record != paper for place in seen)]
    return tuple(dict.fromkeys((*map(index.place_anchor, seen), *(index.anchors[p] for p in silent))))


def _crops(index: Index, regions: Iterable[Region], pages: Mapping[str, PageImage]) -> list[Crop]:
    known = [r for r in regions if r.page in index.records and page_anchor(index, r.page, r.leaf) in pages]
    return [found for each in known if (found := crop(index, [each], pages))]


def paper_findings(index: Index, trace: Trace, grave: bool) -> list[Finding]:
    """The facts about papers as things to know before printing: those of ``GRAVE`` kinds, or the others."""
    shape, word = (Shape.WARN, "On the papers") if grave else (Shape.PLAIN, "Also on the papers")
    return [
        Finding("papers" if grave else "papers-too", shape, word, (Piece(each.note),), (anchor,))
        for anchor, each in _numbered(index, trace)
        if (each.kind in GRAVE) is grave
    ]
