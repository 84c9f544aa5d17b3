"""People and sources: every spelling, where each speaks, and what the records disagree about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firsthand.dossier.index import Index
from firsthand.dossier.sheets import Claimed, Dispute, Fact, SourceSheet
from firsthand.model import Being, Source, Trace

BEINGS = {
    Being.PERSON: "person",
    Being.BODY: "institution",
    Being.OUTLET: "outlet",
    Being.DOCUMENT: "document",
    Being.MEDIUM: "medium",
    Being.GROUP: "group",
    Being.ANONYMOUS: "not named",
    Being.UNKNOWN: "not known",
}


def source_sheets(index: Index, trace: Trace) -> tuple[SourceSheet, ...]:
    """The sources, those who speak most often first; anchors keep the order of the trace."""
    sheets = [_sheet(index, source) for source in trace.sources]
    sheets = [
        s for s in sheets if s.where or len(s.spellings) > 1
    ]  # outlets that nobody speaks of are reports
    return tuple(sorted(sheets, key=lambda s: (-len(s.where), s.name)))


def _sheet(index: Index, source: Source) -> SourceSheet:
    where = dict.fromkeys(index.anchors[a] for a in source.attributions if a in index.attributions)
    return SourceSheet(
        index.anchors[source.id],
        source.name,
        BEINGS[source.being],
        source.spellings,
        tuple(where),
        bool(source.records),
        source.reasons,
        source.id,
        tuple(_facts(index, source)),
        next((index.anchors[each] for each in source.records if each in index.anchors), ""),
        index.ruled.get(source.id, ()),
    )


def _facts(index: Index, source: Source) -> Iterator[Fact]:
    """What reports say of a person, each thing once with the reports that say it."""
    told: dict[tuple[str, str], dict[str, None]] = {}
    for each in source.particulars:
        if each.place.record in index.records:
            told.setdefault((each.field, each.value), {})[index.cited(each.place)] = None
    yield from (Fact(field, value, ", ".join(where)) for (field, value), where in told.items())


def disputes(index: Index, trace: Trace) -> tuple[Dispute, ...]:
    """What the records disagree about, each side with its record, or the line of it where that is known."""
    lines = {
        (paper.record, field.value): index.place_anchor(field.place)
        for paper in trace.papers
        for field in paper.fields
        if field.place and paper.record in index.records
    }
    return tuple(
        Dispute(
            f"X{number}",
            each.subject,
            each.field,
            tuple(_claimed(index, lines, record, value) for record, value in each.values),
            each.note,
        )
        for number, each in enumerate(trace.disagreements, 1)
    )


def _claimed(index: Index, lines: Mapping[tuple[str, str], str], record: str, value: str) -> Claimed:
    if record not in index.records:
        return Claimed("a record that is not in the case", "", value)
    found = index.records[record]
    to = lines.get((record, value)) or index.anchors.get(record, "")
    return Claimed(found.title or found.outlet or found.name, to, value)
