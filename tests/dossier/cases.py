"""Cases to lay out: one report, a hundred, a small one with everything, and a hostile one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

from firsthand.dossier import Dossier, build
from firsthand.dossier.differences import turned
from firsthand.model import (
    Attribution,
    Being,
    Certainty,
    Descent,
    Disagreement,
    Drift,
    DriftKind,
    Edit,
    Entry,
    Evidence,
    EvidenceKind,
    Hop,
    Independence,
    Line,
    Link,
    Loop,
    Match,
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
    Region,
    Role,
    Source,
    Span,
    Statement,
    Trace,
    Verdict,
    identity,
)
from tests import builders
from tests.builders import span


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
        text = (
            f"Report {k}. “{quote},” the engineer Vera Holm said, according to the Fjord Wire. Rain is near."
        )
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
    evidence = (Evidence(EvidenceKind.WORDING, "eleven words in a row"),)
    return Descent(child, parent, certainty, evidence, 93 if certainty is Certainty.LIKELY else None)


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


HOSTILE = (
    "</style></svg><script>window.stung=1</script><img src=http://evil.example/x onerror=window.stung=1>"
    "<svg onload=window.stung=1>{{7777*7}}{% raw %}'); DROP TABLE sheets; --"
)


def hostile() -> Case:
    """Every text that a stranger can choose tries to run, to load or to turn the page round."""
    said = f"{HOSTILE} \u202egnorw\x00\ud800"
    text = f"Start {said} end, {said} said.\n\n\u202eeverything is turned"
    report = builders.record(
        text,
        outlet=f'Out"let\u202e {HOSTILE}',
        title=f"T {HOSTILE}",
        name=f"n{HOSTILE}.txt",
        byline=HOSTILE,
        language='en" onmouseover="window.stung=1',
        url="javascript:window.stung=1",
        published=HOSTILE,
        dated_by=HOSTILE,
        links=(
            Link(Span(0, 5), "data:text/html,<script>1</script>"),
            Link(Span(0, 5), "https://ok.example/'\"<b>"),
        ),
        extra={HOSTILE: HOSTILE},
        notes=(HOSTILE,),
    )
    page = builders.record("", name=HOSTILE, kind=RecordKind.PAGE, of="book", published="", outlet="")
    line = Line(1, Span(0, len(text)), Region(page.id, 1, 1, 20, 10))
    book = builders.record(text, id="book", kind=RecordKind.PRIMARY, title=HOSTILE, lines=(line,), by=HOSTILE)
    own = builders.attribution(report, said, kind="direct", name=HOSTILE)
    whole = Place(book.id, (Span(0, len(text)),), (1,))
    one = statement("S1", own, records={report.id: report}, places=(whole,))
    edits = (Edit(Op.CHANGED, Span(0, 9), Span(6, 20)),)
    reading = Reading(one.id, own.id, whole, "", MatchKind.ALTERED, edits, HOSTILE)
    trace = Trace(
        sources=(Source("p", HOSTILE, Being.PERSON, (HOSTILE, "b"), (own.id,), (), (HOSTILE,)),),
        disagreements=(Disagreement(HOSTILE, HOSTILE, ((book.id, HOSTILE), ("", HOSTILE)), HOSTILE),),
        statements=(one,),
        nodes=(node(report), node(book), Node("g", HOSTILE, NodeKind.OUTLET)),
        descents=(
            Descent(report.id, book.id, Certainty.LIKELY, (Evidence(EvidenceKind.WORDING, HOSTILE, whole),)),
            Descent(report.id, "g", Certainty.SHOWN, (Evidence(EvidenceKind.NAMED, HOSTILE),)),
        ),
        readings=(reading,),
        drifts=(Drift(DriftKind.NUMBER, one.id, own.id, whole, whole, HOSTILE),),
        verdicts=(
            Verdict(one.id, Independence.SHARED, (Origin("g", HOSTILE, NodeKind.OUTLET, ()),), (HOSTILE,)),
        ),
        loops=(Loop((report.id, book.id), HOSTILE),),
        notes=(HOSTILE,),
    )
    lost = Refusal(HOSTILE, "0" * 64, HOSTILE, HOSTILE, HOSTILE)
    refusals = (lost, replace(lost, noted=True))
    log = (Entry(1, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "", HOSTILE),)
    images = {page.id: picture(40, 30)}
    return Case(HOSTILE, [report, page, book], [own], trace, refusals, log, images)


def picture(width: int, height: int) -> bytes:
    """A plain page of this size, as a PNG."""
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (width, height), "#f2ead8").save(out, "PNG")
    return out.getvalue()


def quay() -> Case:
    """A small case with everything: a record, its page and translation, a misquotation, a copy of it."""
    korean = "3일. 불을 끄라는 지시를 받았다.\n누가 시켰는지 모른다.\n"
    page = builders.record("", name="page-1.png", kind=RecordKind.PAGE, of="book", outlet="", published="")
    first, second = Span(0, korean.index("\n")), Span(korean.index("\n") + 1, len(korean) - 1)
    lines = (
        Line(1, first, Region(page.id, 20, 20, 300, 40)),
        Line(2, second, Region(page.id, 20, 70, 260, 40)),
    )
    book = builders.record(
        korean, id="book", kind=RecordKind.PRIMARY, name="notebook.txt", title="The quay notebook",
        outlet="", published="", language="ko", lines=lines,
    )  # fmt: skip
    english = "The 3rd. We were told to put the lamps out.\nWho ordered it I do not know.\n"
    cut = english.index("\n")
    rows = (Line(1, Span(0, cut)), Line(2, Span(cut + 1, len(english) - 1)))
    reading = builders.record(
        english, id="english", kind=RecordKind.TRANSLATION, name="english.txt", title="A reading", outlet="",
        published="2025-02-01", of="book", by="Ha Miran", lines=rows,
    )  # fmt: skip
    texts = {
        "Harbour Gazette": "A notebook was shown. “We were told to put the lamps out,” the sailor wrote.",
        "Morning Wire": "“I was told to put all the lamps out,” the sailor wrote, the Gazette reports.",
        "Evening Echo": "“I was told to put all the lamps out,” the sailor wrote.",
        "Quay Radio": "It was dark, the watchman Jon Vik said. The crates were reportedly sealed.",
    }
    reports = [
        builders.record(text, id=f"r{n}", name=f"{n}.txt", outlet=name, title="Lamps out",
                        published=f"2025-02-0{n + 1}T08:00:00+00:00")
        for n, (name, text) in enumerate(texts.items(), 1)
    ]  # fmt: skip
    return Case("The quay notebook", [book, reading, page, *reports], *_quay(book, reading, reports),
                custody=custody("create", "add", "trace"), images={page.id: picture(400, 200)})  # fmt: skip


def _quay(book: Record, english: Record, reports: Sequence[Record]) -> tuple[list[Attribution], Trace]:
    gazette, wire, echo, radio = reports
    hands = (Hop(Role.AUTHOR, span(gazette.text, "the sailor"), "the sailor"), Hop(Role.CHANNEL, None))
    told = "We were told to put the lamps out"
    other = "I was told to put all the lamps out"
    own = [
        builders.attribution(gazette, told, kind="direct", source="the sailor", hands=hands),
        builders.attribution(wire, other, kind="direct", source="the sailor"),
        builders.attribution(echo, other, kind="direct", source="the sailor"),
        builders.attribution(radio, "It was dark", source="the watchman Jon Vik"),
        builders.attribution(radio, "sealed", unstated=True),
    ]
    by_id = {r.id: r for r in reports}
    place = Place(book.id, (book.lines[0].span,), (1,))
    lamps = statement("S1", *own[:3], records=by_id, places=(place,))
    rest = [statement(f"S{n}", a, records=by_id) for n, a in enumerate(own[3:], 2)]
    row = Place(english.id, (english.lines[0].span,), (1,))
    up = word_edits(english.text, row.spans[0], gazette.text, own[0].content[0])
    down = word_edits(gazette.text, own[0].content[0], wire.text, own[1].content[0])
    same = word_edits(wire.text, own[1].content[0], echo.text, own[2].content[0])
    gazette_place, wire_place = Place(gazette.id, own[0].content), Place(wire.id, own[1].content)
    readings = (
        Reading(lamps.id, own[0].id, row, "", MatchKind.PARTIAL, up, "translation by Ha Miran"),
        Reading(
            lamps.id, own[1].id, gazette_place, own[0].id, MatchKind.ALTERED, down, "Morning Wire’s wording"
        ),
        Reading(
            lamps.id, own[2].id, wire_place, own[1].id, MatchKind.VERBATIM, same, "Morning Wire’s wording"
        ),
        *(Reading(s.id, s.attributions[0]) for s in rest),
    )
    named = (Evidence(EvidenceKind.NAMED, "It names it."),)
    alike = (Evidence(EvidenceKind.WORDING, "Eight words run the same."),)
    notebook = Origin(book.id, book.title, NodeKind.RECORD, lamps.attributions)
    watchman = Origin("vik", "Jon Vik", NodeKind.PERSON)
    trace = Trace(
        sources=(Source("vik", "Jon Vik", Being.PERSON, ("the watchman Jon Vik", "Jon Vik"), (own[3].id,)),),
        matches=(
            Match("m1", gazette_place, row, own[0].id, "", MatchKind.PARTIAL, turned(up), 1.0),
        ),
        statements=(lamps, *rest),
        nodes=tuple(node(r) for r in (book, english, *reports)),
        descents=(
            Descent(gazette.id, english.id, Certainty.SHOWN, named),
            Descent(wire.id, gazette.id, Certainty.SHOWN, named),
            Descent(echo.id, wire.id, Certainty.LIKELY, alike, 71),
        ),
        readings=readings,
        drifts=(Drift(DriftKind.SPEAKER, lamps.id, own[1].id, gazette_place, wire_place, "“We” is “I”."),),
        verdicts=(
            Verdict(lamps.id, Independence.SHARED, (notebook,), ("All three go back to the notebook.",)),
            Verdict(rest[0].id, Independence.SHARED, (watchman,), ("Only one has it.",)),
            Verdict(rest[1].id, Independence.UNKNOWN, (), ("No source is stated.",)),
        ),
    )  # fmt: skip
    return own, trace
