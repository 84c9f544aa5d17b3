"""Everything of a case within reach: values by id, and the short anchors that pages use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeVar

from firsthand.dossier.pieces import Ruled
from firsthand.model import (
    Attribution,
    Being,
    Descent,
    Drift,
    Line,
    Match,
    MatchKind,
    Node,
    Place,
    Reading,
    Record,
    RecordKind,
    Span,
    Statement,
    Support,
    Trace,
    Verdict,
    answered,
    answers,
)
from firsthand.text import excerpt

CLOSEST = (  # how well a line of the record answers for a quotation, the best first
    MatchKind.VERBATIM,
    MatchKind.PARTIAL,
    MatchKind.ALTERED,
    MatchKind.FUSED,
    MatchKind.TRANSLATION,
    MatchKind.PARAPHRASE,
)
K = TypeVar("K")
V = TypeVar("V")
LABEL = re.compile(r"S[0-9]{1,9}")
UNDATED = "9999"  # sorts behind every date
# What the anchors of records begin with.
LETTERS = {
    RecordKind.REPORT: "R",
    RecordKind.PRIMARY: "M",
    RecordKind.TRANSLATION: "T",
    RecordKind.PAGE: "page-",
    RecordKind.PAPER: "I",
}


@dataclass(frozen=True, slots=True)
class Index:
    """The values of one case by id. ``anchors`` names every value that has a place on the page."""

    records: Mapping[str, Record]
    attributions: Mapping[str, Attribution]
    of_record: Mapping[str, Sequence[Attribution]]
    statements: Mapping[str, Statement]
    statements_of: Mapping[str, Sequence[str]]
    readings: Mapping[str, Reading]
    readings_of: Mapping[str, Sequence[Reading]]
    drifts: Mapping[str, Sequence[Drift]]
    supports: Mapping[str, Support]
    verdicts: Mapping[str, Verdict]
    matches: Mapping[str, Sequence[Match]]
    nodes: Mapping[str, Node]
    node_of: Mapping[str, str]
    parents: Mapping[str, Sequence[Descent]]
    from_texts: frozenset[str]  # attributions with a hand that is a document, or an outlet of the case
    anchors: Mapping[str, str] = field(default_factory=dict)
    report_of: Mapping[str, str] = field(default_factory=dict)  # by record of which there are editions
    edition_of: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # which of how many
    shared: frozenset[str] = frozenset()  # names of outlets that several reports bear
    answered: Mapping[tuple[str, int], tuple[int, ...]] = field(default_factory=dict)  # as ``model.answered``
    ruled: Mapping[str, tuple[Ruled, ...]] = field(default_factory=dict)  # by the id of what was ruled on

    def reports(self) -> list[Record]:
        """The reports, the earliest first, undated ones last."""
        return [r for r in self.records.values() if r.kind is RecordKind.REPORT]

    def report(self, record: str) -> str:
        """The record that stands for the report of which this one is an edition, or was received again."""
        return self.report_of.get(record, record)

    def of_kind(self, kind: RecordKind) -> list[Record]:
        """The records of one kind, in the order of the case."""
        return [r for r in self.records.values() if r.kind is kind]

    def outlet(self, record: str) -> str:
        """How a record is called in a sentence: its outlet (with its anchor where two reports share it), else
        its file. A headline is no name: "as Mayor resigns has it" would read as a claim.
        """
        found = self.records[record]
        if found.kind is not RecordKind.REPORT:
            return found.outlet or found.title or _file_of(found) or "a record without a name"
        if found.outlet in self.shared:
            return f"{found.outlet} ({self.anchors[found.id]})"
        return found.outlet or _file_of(found) or found.title or "a record without a name"

    def named(self, node: str) -> str:
        """How a node of the descent is called: a report by its outlet, a ghost by its name."""
        found = self.nodes[node]
        record = self.records.get(found.record)
        if record is not None and record.kind is RecordKind.TRANSLATION and record.by:
            return f"translation by {record.by}"
        return self.outlet(record.id) if record and record.kind is RecordKind.REPORT else found.name

    def words(self, attribution: Attribution) -> str:
        """The content of an attribution, as it stands."""
        return excerpt(self.records[attribution.record].text, attribution.content)

    def text(self, place: Place) -> str:
        """The words at ``place``."""
        return excerpt(self.records[place.record].text, place.spans)

    def record_match(self, attribution: str) -> Match | None:
        """The closest match of an attribution with a line of the record or of a translation of it."""
        found = self.matches.get(attribution, ())
        return min(found, key=lambda m: (CLOSEST.index(m.kind), -m.likeness, m.id), default=None)

    def line_anchor(self, record: str, number: int) -> str:
        """The anchor of a line of a primary record; a translation's line leads to the line it renders."""
        return self.line_anchors(record, [number])[0]

    def line_anchors(self, record: str, numbers: Iterable[int]) -> list[str]:
        """The anchors of several; of lines that render none, the record."""
        found = self.records[record]
        rendered = found.original in self.records
        anchor = self.anchors[found.of if rendered else record]
        lead = "L" if anchor == "M1" else f"{anchor}-L"
        known = self.answered if rendered else {}
        return [f"{lead}{of}" for n in numbers for of in known.get((record, n), (n,))] or [anchor]

    def cited(self, place: Place) -> str:
        """Where a fact is read: the anchor of a report, or a register with the line."""
        found = self.records[place.record]
        return found.cited(place) if found.kind is RecordKind.REGISTER else self.anchors[found.id]

    def place_anchor(self, place: Place) -> str:
        """Where on the page ``place`` can be seen: a line of the record, or its report."""
        found = self.records[place.record]
        if found.kind in (RecordKind.REPORT, RecordKind.REGISTER):
            return self.anchors.get(found.id, "")
        numbers = place.lines or tuple(line.number for line in lines_at(found, place.spans))
        return self.line_anchor(found.id, numbers[0]) if numbers else self.anchors.get(found.id, "")


def _file_of(record: Record) -> str:
    return f"{record.name}, {record.part}" if record.name and record.part else record.name


def _borne_twice(records: Iterable[Record]) -> frozenset[str]:
    times = Counter(r.outlet for r in records if r.kind is RecordKind.REPORT and r.outlet)
    return frozenset(name for name, number in times.items() if number > 1)


def lines_at(record: Record, spans: Iterable[Span]) -> list[Line]:
    """The numbered lines of ``record`` that ``spans`` touch."""
    wanted = list(spans)
    return [n for n in record.lines if any(s.start < n.span.end and n.span.start < s.end for s in wanted)]


def by_line(layers: Iterable[Record]) -> dict[int, list[tuple[Record, Line]]]:
    """The lines of translations or transcriptions by the number of the line that they answer to."""
    return _grouped((number, (layer, n)) for layer in layers for n in layer.lines for number in answers(n))


def index(
    records: Sequence[Record],
    attributions: Sequence[Attribution],
    trace: Trace,
    order: Sequence[str] = (),
    numbers: Mapping[str, int] | None = None,
) -> Index:
    """The case by id, the records in time or in this ``order``, attributions with these ``numbers`` in their
    records. What names a record, attribution or statement that is not there is left out."""
    place = {record: number for number, record in enumerate(order)}
    ordered = sorted(records, key=lambda r: place[r.id]) if order else in_order(records)
    by_id = {r.id: r for r in ordered}
    known = {a.id: a for a in attributions if a.record in by_id}
    statements = {s.id: s for s in trace.statements if s.at.record in by_id}
    readings = [r for r in trace.readings if r.attribution in known and r.statement in statements]
    matches = [m for m in trace.matches if not m.b_attribution and m.b.record in by_id]
    of_record = _grouped((a.record, a) for a in known.values())
    for found in of_record.values():
        found.sort(key=lambda a: (a.content[0].start if a.content else 0, a.id))
    return Index(
        records=by_id,
        attributions=known,
        of_record=of_record,
        statements=statements,
        statements_of=_grouped((a, s.id) for s in statements.values() for a in s.attributions if a in known),
        readings={r.attribution: r for r in sorted(readings, key=lambda r: r.upstream is not None)},
        readings_of=_grouped((r.statement, r) for r in readings),
        drifts=_grouped((d.attribution, d) for d in trace.drifts),
        supports={each.attribution: each for each in trace.supports},
        verdicts={v.statement: v for v in trace.verdicts},
        matches=_grouped((m.a_attribution, m) for m in matches),
        nodes={n.id: n for n in trace.nodes},
        node_of={n.record: n.id for n in trace.nodes if n.record},
        parents=_grouped((d.child, d) for d in trace.descents),
        from_texts=frozenset(
            a
            for s in trace.sources
            for a in s.attributions
            # An outlet that says "told the Gazette" in the Gazette itself has it at first hand.
            if s.being is Being.DOCUMENT or (s.records and a in known and known[a].record not in s.records)
        ),
        anchors=_anchors(by_id, of_record, statements, trace, numbers or {}),
        report_of={record: each.records[0] for each in trace.editions for record in each.records},
        edition_of={
            record: (number, len(each.editions))
            for each in trace.editions
            for number, edition in enumerate(each.editions, 1)
            for record in edition.records
        },
        shared=_borne_twice(ordered),
        answered=answered(ordered),
    )


def in_order(records: Iterable[Record]) -> list[Record]:
    """The records as their anchors number them: the earliest first, undated ones last."""
    return sorted(records, key=lambda r: (r.published or UNDATED, r.outlet, r.name, r.part, r.id))


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def anchors(
    records: Sequence[Record],
    attributions: Sequence[Attribution],
    trace: Trace,
    numbers: Mapping[str, int] | None = None,
) -> Mapping[str, str]:
    """The anchor of every record, attribution, statement and source by its id."""
    return index(records, attributions, trace, numbers=numbers).anchors


def home(anchor: str) -> str:
    """The sheet that a part is on: "R2" of "R2-a5", "M1" of "M1-p2"."""
    return anchor.split("-")[0]


def homes(anchors: Iterable[str]) -> list[str]:
    """The sheets that parts are on, each once."""
    return list(dict.fromkeys(map(home, anchors)))


def sheet_of(anchor: str) -> str:
    """The report of a passage; any other anchor as it is."""
    return home(anchor) if anchor.startswith("R") else anchor


def labels(records: Iterable[Record]) -> dict[str, str]:
    """The anchor of each record of a case by its id: R1, R2, … for reports."""
    return _numbered(in_order(records))


def _numbered(records: Collection[Record]) -> dict[str, str]:
    anchors: dict[str, str] = {}
    for kind, letter in LETTERS.items():
        found = sorted((r for r in records if r.kind is kind), key=lambda each: each.aid)
        anchors |= {r.id: f"{letter}{n}" for n, r in enumerate(found, 1)}
    read = [r for r in records if r.kind is RecordKind.TRANSCRIPTION and r.aid]
    return anchors | {r.id: f"A{n}" for n, r in enumerate(read, 1)}


def _anchors(
    records: Mapping[str, Record],
    of_record: Mapping[str, Sequence[Attribution]],
    statements: Mapping[str, Statement],
    trace: Trace,
    numbers: Mapping[str, int],
) -> dict[str, str]:
    anchors = _numbered(records.values())
    for record, own in of_record.items():
        anchors |= {a.id: f"{anchors[record]}-a{numbers.get(a.id, n)}" for n, a in enumerate(own, 1)}
    anchors |= _labels(statements.values())
    return anchors | {s.id: f"P{n}" for n, s in enumerate(trace.sources, 1)}


def _labels(statements: Collection[Statement]) -> dict[str, str]:
    """The label of every statement; one that is missing, odd or taken is given the next free number."""
    found: dict[str, str] = {}
    free = (f"S{n}" for n in count(1))
    taken = {s.label for s in statements if LABEL.fullmatch(s.label)}
    used: set[str] = set()
    for each in statements:
        fits = each.label in taken and each.label not in used
        found[each.id] = each.label if fits else next(n for n in free if n not in taken)
        used.add(found[each.id])
    return found
