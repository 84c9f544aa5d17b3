"""Statements as sheets: what is said, the record beside it, the readings, the hands, the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from firsthand.dossier.bearings import bearing
from firsthand.dossier.differences import inner, marked, plain
from firsthand.dossier.hands import chain, hands
from firsthand.dossier.index import Index
from firsthand.dossier.phrases import capital, day, direction, short
from firsthand.dossier.pieces import Crop, Piece, Shape
from firsthand.dossier.quotes import SAME, Basis, check, compared, place_name
from firsthand.dossier.records import lines_of, passage
from firsthand.dossier.sheets import (
    DriftNote,
    OriginNote,
    ReadingFamily,
    ReadingRow,
    RecordLine,
    StatementSheet,
)
from firsthand.languages import called_only
from firsthand.model import (
    Attribution,
    Drift,
    DriftKind,
    Independence,
    Kind,
    MatchKind,
    Reading,
    Statement,
    Verdict,
)

MOST_READINGS = 400  # of one statement on the page; the JSON of the case has every one
DRIFT_WORDS: dict[DriftKind, tuple[str, Shape]] = {
    DriftKind.ADDED: ("words added", Shape.WARN),
    DriftKind.DROPPED: ("words dropped", Shape.WARN),
    DriftKind.FUSED: ("two places made one", Shape.BAD),
    DriftKind.SOFTENED: ("softened", Shape.WARN),
    DriftKind.HARDENED: ("hardened", Shape.WARN),
    DriftKind.NUMBER: ("number changed", Shape.BAD),
    DriftKind.NAME: ("name changed", Shape.BAD),
    DriftKind.HEDGE_LOST: ("doubt dropped", Shape.BAD),
    DriftKind.REVERSED: ("sense reversed", Shape.BAD),
    DriftKind.SPEAKER: ("given to somebody else", Shape.BAD),
}
STEPS: dict[MatchKind, str] = {
    MatchKind.VERBATIM: "same words",
    MatchKind.PARTIAL: "a part of it, same words",
    MatchKind.ALTERED: "words changed",
    MatchKind.FUSED: "two places made one",
    MatchKind.PARAPHRASE: "in other words",
    MatchKind.TRANSLATION: "translated",
}
STATES: dict[Independence, tuple[str, Shape]] = {
    Independence.SHARED: ("One shared origin", Shape.PLAIN),
    Independence.INDEPENDENT: ("Independent origins", Shape.GOOD),
    Independence.UNKNOWN: ("Not established", Shape.WARN),
}


def statement_sheets(index: Index, lines: Mapping[str, RecordLine]) -> tuple[StatementSheet, ...]:
    """Every statement, those in the record or told by several first."""
    sheets = [_sheet(index, statement, lines) for statement in index.statements.values()]
    return tuple(sorted(sheets, key=lambda s: (s.compact, not s.in_record, -s.reports, _number(s.anchor))))


def _number(anchor: str) -> tuple[int, str]:
    digits = "".join(c for c in anchor if c in "0123456789")
    return int(digits or 0), anchor


def _sheet(index: Index, statement: Statement, lines: Mapping[str, RecordLine]) -> StatementSheet:
    own = [index.attributions[a] for a in statement.attributions if a in index.attributions]
    here = list(dict.fromkeys(a for place in statement.places for a in lines_of(index, statement, place)))
    verdict = index.verdicts.get(statement.id)
    reports = {index.report(a.record) for a in own}
    state, shape = _state(verdict, len(reports))
    at = statement.at.record
    return StatementSheet(
        anchor=index.anchors[statement.id],
        id=statement.id,
        says=passage(statement.content, index.records[at].language),
        said_at=_said_at(index, statement, own),
        outlet=index.outlet(at),
        reports=len(reports),
        in_record=bool(here),
        compact=len(own) < 2 and not here and all(a.kind is Kind.OWN for a in own),
        lines=tuple(lines[anchor] for anchor in here if anchor in lines),
        crops=_crops([lines[anchor] for anchor in here if anchor in lines]),
        families=_families(index, statement, own),
        chain=chain(index, own),
        state=state,
        shape=shape,
        origins=_origins(index, verdict),
        reasons=verdict.reasons if verdict else (),
        best_credibility=(verdict.independence if verdict else Independence.UNKNOWN).best_credibility,
        rulings=index.ruled.get(statement.id, ()),
    )


def _state(verdict: Verdict | None, reports: int) -> tuple[str, Shape]:
    state, shape = STATES[verdict.independence if verdict else Independence.UNKNOWN]
    # Nothing is shared where only one report says it.
    return (
        "One origin" if reports == 1 and verdict and state == STATES[Independence.SHARED][0] else state
    ), shape


def _crops(lines: Sequence[RecordLine]) -> tuple[Crop, ...]:
    """The pixels of ``lines``: neighbours on one page in one picture."""
    found: list[Crop] = []
    last = 0
    for line in lines:
        if line.crop and found and line.number == last + 1 and found[-1].page == line.crop.page:
            found[-1] = _joined(found[-1], line.crop)
        elif line.crop:
            found.append(line.crop)
        last = line.number
    return tuple(found)


def _joined(a: Crop, b: Crop) -> Crop:
    left, top = min(a.x, b.x), min(a.y, b.y)
    right, bottom = max(a.x + a.width, b.x + b.width), max(a.y + a.height, b.y + b.height)
    return Crop(a.page, left, top, right - left, bottom - top, a.marked + b.marked, a.line)


def _said_at(index: Index, statement: Statement, own: Sequence[Attribution]) -> str:
    exact = [a for a in own if a.record == statement.at.record and a.content == statement.at.spans]
    first = exact or [a for a in own if a.record == statement.at.record]
    return index.anchors[first[0].id] if first else index.place_anchor(statement.at)


def _origins(index: Index, verdict: Verdict | None) -> tuple[OriginNote, ...]:
    if not verdict:
        return ()
    return tuple(
        OriginNote(o.name, o.kind.value, node_anchor(index, o.node), len(o.readings)) for o in verdict.origins
    )


def node_anchor(index: Index, node: str) -> str:
    """The section of the record that a node stands for; "" for a ghost."""
    found = index.nodes.get(node)
    return index.anchors.get(found.record, "") if found and found.record else ""


def _families(index: Index, statement: Statement, own: Sequence[Attribution]) -> tuple[ReadingFamily, ...]:
    order = {a.id: n for n, a in enumerate(sorted(own, key=lambda a: (report_number(index, a), a.content)))}
    readings = {r.attribution: r for r in index.readings_of.get(statement.id, ())}
    found: dict[str, list[ReadingRow]] = {}
    for attribution in sorted(own, key=lambda a: order[a.id])[:MOST_READINGS]:
        reading = readings.get(attribution.id) or Reading(statement.id, attribution.id)
        found.setdefault(reading.family, []).append(_row(index, attribution, reading))
    names = ((family_name(index, family), rows) for family, rows in found.items())
    return tuple(ReadingFamily(name, tuple(rows)) for name, rows in sorted(names, key=lambda f: -len(f[1])))


def report_number(index: Index, attribution: Attribution) -> int:
    """The place of an attribution's report among the reports in time; 0 where it stands in none."""
    anchor = index.anchors[attribution.record]
    return int(anchor[1:]) if anchor[1:].isdigit() else 0


def family_name(index: Index, family: str) -> str:
    """What readings of one family have in common, as a heading; "" where nothing is known."""
    if family in index.nodes:
        return f"From {index.nodes[family].name}"
    if family in index.records:
        return f"From {index.outlet(family)}"
    if family in index.attributions:
        return f"From {index.outlet(index.attributions[family].record)}"
    return capital(family)


def _row(index: Index, attribution: Attribution, reading: Reading) -> ReadingRow:
    record = index.records[attribution.record]
    drifts = [d for d in index.drifts.get(attribution.id, ()) if d.statement in ("", reading.statement)]
    source = called_only(attribution.name, record.language)
    return ReadingRow(
        anchor=index.anchors[attribution.id],
        report=index.anchors[record.id],
        outlet=index.outlet(record.id),
        date=day(record.published) if record.published else "undated",
        language=record.language,
        direction=direction(index.words(attribution), record.language),
        words=reading_words(index, attribution, reading),
        kind=attribution.kind.value,
        source=source,
        inferred=attribution.inferred,
        unstated=attribution.unstated,
        stance=attribution.stance.value,
        hedges=tuple(record.text[s.start : s.end] for s in attribution.hedges),
        check=check(index, attribution),
        bearing=bearing(index, attribution.id),
        step=_step(index, reading),
        upstream=_upstream(index, reading),
        drifts=tuple(drift_note(d) for d in drifts),
        hands=hands(index, attribution),
        rulings=index.ruled.get(attribution.id, ()),
    )


def reading_words(index: Index, attribution: Attribution, reading: Reading | None) -> tuple[Piece, ...]:
    """The words of a reading, with the step's work marked where it was taken from a text."""
    text = index.records[attribution.record].text
    if not attribution.content:
        return ()
    found = compared(index, attribution) if attribution.quotes else _taken(index, reading)
    if not found:
        return plain(text, attribution.content)
    edits = inner(found.edits) if found.kind in SAME else found.edits
    return marked(text, attribution.content, index.records[found.place.record].text, edits)


def _taken(index: Index, reading: Reading | None) -> Basis | None:
    if not reading or not reading.upstream or reading.upstream.record not in index.records:
        return None
    return Basis(reading.kind, reading.upstream, reading.edits)


def drift_note(drift: Drift) -> DriftNote:
    """A drift with its word and shape."""
    word, shape = DRIFT_WORDS[drift.kind]
    return DriftNote(drift.kind.value, word, shape, drift.note)


def _step(index: Index, reading: Reading) -> str:
    if not reading.upstream or reading.upstream.record not in index.records:
        return ""
    words = STEPS[reading.kind] if reading.kind else "compared"
    return f"{words}: {place_name(index, reading.upstream)}"


def _upstream(index: Index, reading: Reading) -> str:
    if reading.upstream_attribution in index.attributions:
        return index.anchors[reading.upstream_attribution]
    if reading.upstream and reading.upstream.record in index.records:
        return index.place_anchor(reading.upstream)
    return ""


def saying(sheet: StatementSheet, limit: int = 110) -> str:
    """A statement in short, for a list."""
    return short(sheet.says.text, limit)


def outlets(rows: Iterable[ReadingRow]) -> list[str]:
    """The outlets of some readings, each once, in order."""
    return list(dict.fromkeys(row.outlet for row in rows))
