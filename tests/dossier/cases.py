"""Cases to lay out: one report, a hundred, a small one with everything, and one from the shared data."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from firsthand.dossier import Dossier, build
from firsthand.model import (
    Attribution,
    Being,
    Certainty,
    Descent,
    Edit,
    Entry,
    Evidence,
    EvidenceKind,
    Independence,
    Loop,
    MatchKind,
    Node,
    NodeKind,
    Op,
    Origin,
    Place,
    Reading,
    Record,
    RecordKind,
    Refusal,
    Source,
    Span,
    Statement,
    Trace,
    Verdict,
    identity,
)
from tests import builders

SHARED = Path(os.environ.get("FIRSTHAND_DATA", Path(__file__).parents[3] / "shared" / "data"))


@dataclass(frozen=True)
class Case:
    """What ``build`` is called with."""

    title: str
    records: Sequence[Record]
    attributions: Sequence[Attribution]
    trace: Trace
    refusals: Sequence[Refusal] = ()
    custody: Sequence[Entry] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    made_at: str = "2026-11-23T14:05:00Z"

    def build(self) -> Dossier:
        """The dossier of this case."""
        return build(
            self.title,
            self.records,
            self.attributions,
            self.trace,
            self.refusals,
            self.custody,
            self.images,
            self.made_at,
            "0.1.0",
        )


def custody(*actions: str) -> tuple[Entry, ...]:
    """A log with one entry for every action."""
    found: list[Entry] = []
    for number, action in enumerate(actions, 1):
        before = found[-1].hash if found else ""
        link = identity("entry", number, action, before)
        at = f"2026-11-23T14:0{number % 10}:00Z"
        found.append(Entry(number, at, "firsthand 0.1.0", action, f"file-{number}.txt", "", before, link))
    return tuple(found)


def statement(
    label: str, *attributions: Attribution, records: Mapping[str, Record], **fields: object
) -> Statement:
    """A statement worded as its first attribution."""
    first = attributions[0]
    text = records[first.record].text
    return Statement(
        identity("statement", *(a.id for a in attributions)),
        label,
        " … ".join(text[s.start : s.end] for s in first.content),
        Place(first.record, first.content),
        tuple(a.id for a in attributions),
        **fields,  # type: ignore[arg-type]
    )


def node(record: Record) -> Node:
    """The node of a record."""
    kind = NodeKind.REPORT if record.kind is RecordKind.REPORT else NodeKind.RECORD
    return Node(record.id, record.outlet or record.title, kind, record.id)


def lone() -> Case:
    """One report, a named speaker, a notebook that nobody put into the case."""
    text = (
        "A notebook found on the quay says that the pumps had failed, the harbour office reported.\n\n"
        "“We were told to leave the lamps out,” the sailor wrote. “Nobody said why.”\n\n"
        "The barge was reportedly carrying crates. It sank on Tuesday."
    )
    report = builders.record(
        text, outlet="Harbour Gazette", title="The notebook on the quay", name="quay.txt"
    )
    said = [
        builders.attribution(report, "the pumps had failed", source="A notebook", name="the notebook"),
        builders.attribution(
            report, "We were told to leave the lamps out,", kind="direct", source="the sailor"
        ),
        builders.attribution(report, "Nobody said why.", kind="direct", name="the sailor", inferred=True),
        builders.attribution(report, "carrying crates", unstated=True),
        builders.attribution(report, "It sank on Tuesday.", kind="own"),
    ]
    records = {report.id: report}
    statements = tuple(statement(f"S{n}", a, records=records) for n, a in enumerate(said, 1))
    verdicts = tuple(
        Verdict(
            s.id,
            Independence.UNKNOWN if n in (3, 4) else Independence.SHARED,
            (Origin("book", "the notebook", NodeKind.DOCUMENT, s.attributions),) if n < 3 else (),
            ("Only Harbour Gazette has it.",),
        )
        for n, s in enumerate(statements)
    )
    sources = (
        Source("book", "the notebook", Being.DOCUMENT, ("A notebook",), (said[0].id,)),
        Source("sailor", "the sailor", Being.PERSON, ("the sailor",), (said[1].id, said[2].id)),
    )
    book = Node("book", "the notebook", NodeKind.DOCUMENT)
    descent = Descent(
        report.id, "book", Certainty.SHOWN, (Evidence(EvidenceKind.NAMED, "“A notebook … says”"),)
    )
    trace = Trace(
        sources=sources,
        statements=statements,
        verdicts=verdicts,
        nodes=(node(report), book),
        descents=(descent,),
        readings=tuple(Reading(s.id, s.attributions[0]) for s in statements),
    )
    return Case("The notebook on the quay", [report], said, trace, custody=custody("create", "add"))


def crowd(number: int = 100) -> Case:
    """A wire story copied by most, rewritten by some, with ghosts, an independent witness and a circle."""
    records: list[Record] = []
    said: list[Attribution] = []
    for k in range(number):
        quote = "The dam will hold" if k % 9 else "The dam will surely hold"
        text = f"Report {k}. “{quote},” the engineer Vera Holm said, according to the Fjord Wire. Rain is expected."
        report = builders.record(
            text,
            name=f"r{k:03}.txt",
            outlet=f"{('Dagblad', 'Morning Post of the Upper Valley', 'Курʼєр', '새물결신문')[k % 4]} {k}",
            title=f"The dam, {k}",
            published=f"2025-03-{1 + k // 12:02}T{6 + k % 12:02}:00:00+00:00",
        )
        records.append(report)
        said.append(builders.attribution(report, quote, kind="direct", source="Vera Holm"))
    by_id = {r.id: r for r in records}
    everyone = statement("S1", *said, records=by_id)
    nodes = [node(r) for r in records]
    nodes += [Node("wire", "Fjord Wire", NodeKind.OUTLET), Node("gap", "not named", NodeKind.UNKNOWN)]
    nodes += [Node(f"ghost{k}", f"Radio {k}", NodeKind.OUTLET) for k in range(12)]
    descents = [
        _from(records[0].id, "wire", Certainty.SHOWN),
        _from(records[5].id, "gap", Certainty.POSSIBLE),
    ]
    readings = [Reading(everyone.id, said[0].id)]
    for k in range(1, number - 4):
        parent = 0 if k % 3 else max(0, k // 8)
        kind = Certainty.SHOWN if k % 2 else Certainty.LIKELY
        descents.append(_from(records[k].id, records[parent].id, kind))
        readings.append(_reading(everyone.id, records, said, k, parent))
        if k % 20 == 7:
            descents += [
                _from(records[k].id, f"ghost{g}", Certainty.SHOWN) for g in range(12) if g % 4 == k % 4
            ]
    descents.append(_from(records[2].id, records[11].id, Certainty.SHOWN))
    descents.append(_from(records[11].id, records[2].id, Certainty.SHOWN))
    trace = Trace(
        statements=(everyone,),
        nodes=tuple(nodes),
        descents=tuple(descents),
        readings=tuple(readings),
        loops=(Loop((records[2].id, records[11].id), "Two reports cite one another."),),
        verdicts=(
            Verdict(
                everyone.id,
                Independence.SHARED,
                (Origin("wire", "Fjord Wire", NodeKind.OUTLET, everyone.attributions),),
                (f"All {number} readings go back to one wire story.",),
            ),
        ),
    )
    return Case("The dam above Holmvik", records, said, trace, custody=custody("create"))


def _from(child: str, parent: str, certainty: Certainty) -> Descent:
    return Descent(child, parent, certainty, (Evidence(EvidenceKind.WORDING, "eleven words in a row"),))


def _reading(
    statement_id: str, records: Sequence[Record], said: Sequence[Attribution], k: int, parent: int
) -> Reading:
    above = said[parent]
    here, there = records[k].text, records[parent].text
    edits = word_edits(there, above.content[0], here, said[k].content[0])
    same = all(e.op is Op.EQUAL for e in edits)
    kind = MatchKind.VERBATIM if same else MatchKind.ALTERED
    place = Place(above.record, above.content)
    return Reading(statement_id, said[k].id, place, above.id, kind, edits, "Fjord Wire’s wording")


def word_edits(there: str, a: Span, here: str, b: Span) -> tuple[Edit, ...]:
    """A word alignment of two spans, from ``there`` to ``here``."""
    from difflib import SequenceMatcher

    from firsthand.text import fold_word, words

    one, two = words(there, a), words(here, b)
    left, right = [fold_word(there[s:e]) for s, e in one], [fold_word(here[s:e]) for s, e in two]
    ops = {"equal": Op.EQUAL, "insert": Op.ADDED, "delete": Op.DROPPED, "replace": Op.CHANGED}
    found = []
    for tag, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        from_ = (
            Span(one[i].start, one[j - 1].end)
            if j > i
            else Span(*(2 * [one[i].start if i < len(one) else a.end]))
        )
        to = (
            Span(two[k].start, two[m - 1].end)
            if m > k
            else Span(*(2 * [two[k].start if k < len(two) else b.end]))
        )
        found.append(Edit(ops[tag], from_, to))
    return tuple(found)
