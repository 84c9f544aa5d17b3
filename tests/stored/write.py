"""Writes ``format-2``, the stored case that every later release must open.

Run once for each new format (``python -m tests.stored.write FOLDER``) and kept for ever; a case that
was stored is never written again. Everything in it is invented.
"""

from __future__ import annotations

import hashlib
import io
import sys
from dataclasses import replace
from pathlib import Path

from firsthand.casefile import CaseFile
from firsthand.model import (
    Alignment,
    Anchor,
    Attribution,
    Being,
    Certainty,
    Derived,
    Descent,
    Disagreement,
    Drift,
    DriftKind,
    Edit,
    Evidence,
    EvidenceKind,
    Hop,
    Independence,
    Judgement,
    Kind,
    Line,
    Link,
    Loop,
    Match,
    MatchKind,
    Matter,
    Node,
    NodeKind,
    Op,
    Origin,
    Place,
    Reading,
    Record,
    RecordKind,
    Refusal,
    Region,
    Role,
    Ruling,
    Source,
    Span,
    Speech,
    Stance,
    Statement,
    Trace,
    Verdict,
    identity,
)

TITLE = "The ferry Haneul"
LOG = "The sea was calm.\n바다는 잔잔했다.\n".encode()
TABLE = b'id,text\n1,"The sea was calm, Ann Lee reportedly wrote, according to the Gazette."\n2,\n'
NOTE = b"The sea was calm, and stayed so.\n"
OTHER_NAME = "caf\udce9.csv"  # a file name in an encoding that is not ours
READER = "rules 1"


def log_of(sha256: str) -> Record:
    """The primary record: two lines, one of them seen on a page."""
    return Record(
        id=sha256,
        object=sha256,
        name="log.txt",
        kind=RecordKind.PRIMARY,
        format="plain",
        title="Log of the ferry",
        language="ko",
        language_by="detected",
        text=LOG.decode(),
        lines=(Line(1, Span(0, 17), Region(sha256, 10, 20, 300, 40)), Line(2, Span(18, 27))),
        notes=("two lines",),
    )


def row_of(sha256: str) -> Record:
    """A report: one row of a table, with everything a report may carry."""
    return Record(
        id=identity("record", sha256, "row 1"),
        object=sha256,
        name="reports.csv",
        part="row 1",
        format="csv",
        title="Calm, then not \ud800",
        outlet="Harbour Gazette",
        byline="Bo Ek",
        published="2025-02-01T10:00:00+00:00",
        dated_by="column published",
        language="en",
        url="https://gazette.example/1",
        text="The sea was calm, Ann Lee reportedly wrote, according to the Gazette.",
        links=(Link(Span(57, 68), "https://gazette.example/"),),
        extra={"id": "1"},
    )


def refusal_of(sha256: str) -> Refusal:
    """The second row of the table, which has no text."""
    return Refusal("reports.csv", sha256, "row 2", "the row has no text", "Fill in its text and add it again")


def attribution_of(record: Record) -> Attribution:
    """Who says what in the report, through whose hands."""
    content, who = (Span(0, 16),), Span(18, 25)
    return Attribution(
        id=Attribution.identify(record.id, Kind.INDIRECT, content, who),
        record=record.id,
        kind=Kind.INDIRECT,
        content=content,
        cue=(Span(37, 42),),
        source=who,
        name="Ann Lee",
        hands=(
            Hop(Role.SPEAKER, who, "Ann Lee", Being.PERSON, Span(37, 42)),
            Hop(Role.RELAY, None),
        ),
        stance=Stance.ASSERTS,
        speech=Speech.ACTUAL,
        hedges=(Span(26, 36),),
        unstated=True,
        reader=READER,
    )


def derived_of(sha256: str) -> tuple[Derived, bytes]:
    """A file that lay inside the table."""
    return Derived(
        object=hashlib.sha256(NOTE).hexdigest(),
        parent=sha256,
        part="attachment 1",
        name="reports.csv/note.txt",
        stated={"url": "https://gazette.example/note"},
    ), NOTE


def trace_of(log: Record, row: Record) -> Trace:
    """A trace with one value of each kind."""
    said, line = Place(row.id, (Span(0, 16),)), Place(log.id, (Span(0, 17),), (1,))
    a = attribution_of(row).id
    same = Alignment(MatchKind.ALTERED, (Edit(Op.EQUAL, Span(0, 16), Span(0, 16)),), 0.9375)
    evidence = Evidence(EvidenceKind.NAMED, "the report names the Gazette", said, line)
    return Trace(
        sources=(Source("s", "Ann Lee", Being.PERSON, ("Ann Lee", "안 리"), (a,), (), ("same letters",)),),
        disagreements=(Disagreement("Ann Lee", "born", ((log.id, "1997"), (row.id, "2001")), "they differ"),),
        matches=(Match("m", said, line, a, "", same.kind, same.edits, same.likeness, ("all words",)),),
        statements=(Statement("t", "S1", "The sea was calm", said, (a,), (line,)),),
        nodes=(
            Node(row.id, "Harbour Gazette", NodeKind.REPORT, row.id),
            Node("g", "Gazette", NodeKind.OUTLET),
        ),
        descents=(Descent(row.id, "g", Certainty.SHOWN, (evidence,)),),
        readings=(Reading("t", a, line, "", MatchKind.ALTERED, same.edits, "family"),),
        verdicts=(
            Verdict(
                "t", Independence.UNKNOWN, (Origin("g", "Gazette", NodeKind.OUTLET, (a,)),), ("one path",)
            ),
        ),
        drifts=(Drift(DriftKind.HEDGE_LOST, "t", a, line, said, "“reportedly” was added"),),
        loops=(Loop((row.id, "g"), "they cite each other"),),
        notes=("one word was too common",),
    )


def rulings() -> tuple[Ruling, Ruling]:
    """What somebody decided, and that it was undone."""
    on, at = (Anchor("Ann Lee"), Anchor("안 리")), "2025-02-03T10:00:00+00:00"
    made = Ruling(1, Matter.NAMES, Judgement.SAME, on, "Bo Ek", at, "her passport")
    return made, replace(made, number=2, because="a copy", undoes=1)


def write(folder: Path) -> None:
    """Makes the case in ``folder``, which must not exist."""
    with CaseFile.create(folder, TITLE) as case:
        log = log_of(case.receive(io.BytesIO(LOG), "log.txt", at="2025-02-01T10:00:00+00:00").object)
        table = case.receive(io.BytesIO(TABLE), "reports.csv", at="2025-02-01T10:00:01+00:00").object
        case.receive(io.BytesIO(TABLE), OTHER_NAME, at="2025-02-01T10:00:02+00:00")
        row = row_of(table)
        case.keep(log, b"\0\1")
        case.keep_all([(row, b"")], [refusal_of(table)], [derived_of(table)])
        case.correct(log)
        case.set_attributions(row.id, READER, [attribution_of(row)])
        case.set_trace("inputs", trace_of(log, row))
        for each in rulings():
            case.rule(each)
        case.log("exported", "dossier.html", "for the archive")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
