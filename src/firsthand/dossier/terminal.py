"""The dossier for a terminal: the answer, or one sheet by its anchor, in plain words."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import replace

from firsthand.dossier.phrases import count
from firsthand.dossier.pieces import Piece, Sentence, Shape, Tone
from firsthand.dossier.sheets import (
    Dossier,
    FindingGroup,
    PaperRow,
    PaperSheet,
    ReadingRow,
    RecordLine,
    RecordSheet,
    Rendering,
    ReportSheet,
    SourceSheet,
    StatementSheet,
    Step,
)

WIDTH = 96
FEW = 5  # notes shown of all
SHAPES = {Shape.BAD: "▲", Shape.WARN: "◆", Shape.GOOD: "●", Shape.PLAIN: "○"}
MARKS = {Tone.QUOTE: "“{}”", Tone.ADDED: "[+{}+]", Tone.DROPPED: "[-{}-]"}

Sheet = StatementSheet | ReportSheet | SourceSheet | RecordSheet | RecordLine


def by_anchor(dossier: Dossier) -> dict[str, Sheet]:
    """Everything that can be shown by itself, by its anchor: statements, reports, sources, record lines,
    identity papers, and pages as a machine reads them."""
    lines = [line for record in (*dossier.records, *dossier.papers) for line in record.lines]
    found: list[Sheet] = [*dossier.statements, *dossier.reports, *dossier.sources]
    found += [*lines, *dossier.papers, *dossier.aids]
    return {each.anchor: each for each in found}


def told_anchors(sheets: Mapping[str, Sheet]) -> str:
    """Which anchors there are, for a person who named another: "S1 to S34, R1 to R12"."""
    numbers: dict[str, list[int]] = {}
    for anchor in sheets:
        if found := re.fullmatch(r"([A-Z])(\d+)", anchor):
            numbers.setdefault(found[1], []).append(int(found[2]))
    known = [letter for letter in "SRPLIA" if letter in numbers]
    ranges = [(letter, min(numbers[letter]), max(numbers[letter])) for letter in known]
    return ", ".join(f"{a}{low} to {a}{high}" if low < high else f"{a}{low}" for a, low, high in ranges)


def with_notice(dossier: Dossier, notice: str) -> Dossier:
    """The dossier with a sentence before its answer; as it was without one."""
    if not notice:
        return dossier
    return replace(dossier, answer=((Piece(notice, Tone.STRONG),), *dossier.answer))


def said(sentences: Iterable[Sentence]) -> str:
    """Sentences of pieces as one paragraph of plain words."""
    return " ".join("".join(MARKS.get(p.tone, "{}").format(p.text) for p in pieces) for pieces in sentences)


def overview(dossier: Dossier) -> str:
    """The answer, what to know before printing, and the statements with their verdicts."""
    parts = [dossier.title, _wrap(said(dossier.answer))]
    if dossier.findings:
        parts.append("Before you print\n" + "\n".join(_group(group) for group in dossier.findings))
    if noted := [f"{r.anchor} {r.outlet}: {note}" for r in dossier.reports for note in r.notes]:
        more = [f"  … and {len(noted) - FEW} more"] if len(noted) > FEW else []
        parts.append("\n".join(["Noted in reading", *(_noted(n) for n in noted[:FEW]), *more]))
    if dossier.statements:
        parts.append("Statements\n" + "\n".join(_headline(s) for s in dossier.statements))
    if dossier.papers:
        parts.append("Identity papers\n" + "\n".join(map(_titled, dossier.papers)))
    if dossier.aids:
        parts.append(
            "Read by machine, not checked\n" + "\n".join(f"{a.anchor:<5}{a.title}" for a in dossier.aids)
        )
    return "\n\n".join(parts)


def words(sheet: Sheet) -> str:
    """One sheet in plain words."""
    if isinstance(sheet, StatementSheet):
        return _statement(sheet)
    if isinstance(sheet, ReportSheet):
        return _report(sheet)
    if isinstance(sheet, SourceSheet):
        return _source(sheet)
    if isinstance(sheet, RecordSheet):
        return _paper(sheet, sheet.paper) if sheet.paper else _aid(sheet)
    return _line(sheet)


def _group(group: FindingGroup) -> str:
    more = [f"  … and {len(group.rest)} more of this kind"] if group.rest else []
    return "\n".join(
        [_wrap(f"{SHAPES[f.shape]} {f.word}: {said([f.sentence])}", "  ") for f in group.shown] + more
    )


def _noted(note: str) -> str:
    return _wrap(f"{SHAPES[Shape.WARN]} {note}.", "  ")


def _headline(sheet: StatementSheet) -> str:
    reports = "1 report" if sheet.reports == 1 else f"{sheet.reports} reports"
    line = f"{sheet.anchor:<5}{textwrap.shorten(sheet.says.text, WIDTH - 6, placeholder=' …')}"
    return f"{line}\n     {SHAPES[sheet.shape]} {sheet.state} · {reports}"


def _statement(sheet: StatementSheet) -> str:
    parts = [_wrap(f"{sheet.anchor}  {sheet.says.text}")]
    parts += [_line(line) for line in sheet.lines]
    for family in sheet.families:
        rows = "\n".join(_reading(row) for row in family.rows)
        parts.append(f"{family.name}\n{rows}" if family.name else rows)
    verdict = f"{SHAPES[sheet.shape]} {sheet.state}"
    origins = ", ".join(o.name for o in sheet.origins)
    parts.append(_wrap(f"{verdict}{f' ({origins})' if origins else ''}. {' '.join(sheet.reasons)}"))
    return "\n\n".join(parts)


def _reading(row: ReadingRow) -> str:
    head = " · ".join(each for each in (row.outlet, row.date, row.kind, row.source) if each)
    notes = [note.note for note in row.drifts] or [row.step] * bool(row.step)
    body = [_wrap(said([row.words]), "    ")] + [_wrap(note, "    → ", "      ") for note in notes]
    return "\n".join([f"  {head}", *body, *_hands(row.hands)])


def _hands(hands: tuple[Step, ...]) -> list[str]:
    chain = chained(hands)
    return [_wrap(f"hands: {chain}", "    ")] if chain else []


def chained(hands: Iterable[Step]) -> str:
    """The hands on one line, back to where it began."""
    return " ← ".join("(not named)" if step.gap else step.name for step in hands)


def _report(sheet: ReportSheet) -> str:
    head = " · ".join(each for each in (sheet.outlet, sheet.title) if each)
    facts = "\n".join(f"  {f.name}: {f.value}{f' ({f.how})' if f.how else ''}" for f in sheet.facts)
    from_whom = "\n".join(_wrap(said([sentence]), "  ") for sentence in sheet.from_whom)
    text = "\n\n".join(
        _wrap("".join(sheet.text[s.start : s.end] for s in paragraph)) for paragraph in sheet.paragraphs
    )
    notes = "\n".join(_noted(note) for note in sheet.notes)
    parts = (_wrap(f"{sheet.anchor}  {head}"), facts, notes, from_whom, text)
    return "\n\n".join(part for part in parts if part)


def _source(sheet: SourceSheet) -> str:
    spellings = ", ".join(sheet.spellings)
    return "\n".join(
        [f"{sheet.anchor}  {sheet.name} ({sheet.being})", f"  spelled: {spellings}", *sheet.reasons]
    )


def _line(line: RecordLine) -> str:
    head = _wrap(f"{line.anchor}  {line.words.text}{f' ({line.leaf})' if line.leaf else ''}", "  ")
    doubtful = [_wrap(said([each]), "    ") for each in line.doubtful]
    return "\n".join([head, *doubtful, *_renderings(line.renderings)])


def _renderings(found: Iterable[Rendering]) -> list[str]:
    return [_wrap(f"{each.words.text} ({_rendered(each)})", "    ") for each in found]


def _rendered(each: Rendering) -> str:
    return f"{translated(each)}, {each.beside}" if each.beside else translated(each)


def translated(each: Rendering) -> str:
    """By whom a line was translated."""
    return f"machine translation by {each.by}, not checked" if each.machine else f"tr. {each.by}"


def _aid(sheet: RecordSheet) -> str:
    head = _wrap(f"{sheet.anchor}  {sheet.title} (machine transcription, not checked)")
    lines = "\n".join(_line(line) for line in sheet.lines)
    return f"{head}\n\n{lines}"


def _titled(sheet: RecordSheet) -> str:
    facts = len(sheet.paper.facts) if sheet.paper else 0
    told = f" · {count(facts, 'fact', 'facts')}" if facts else ""
    return f"{sheet.anchor:<5}{sheet.title}{' · withheld' if sheet.withheld else told}"


def _paper(sheet: RecordSheet, paper: PaperSheet) -> str:
    """A paper: its fields with their lines, and the facts about it."""
    head = _wrap(f"{sheet.anchor}  {sheet.title} (identity paper)")
    rows = "\n".join(map(_row, paper.rows))
    age = f"  age on the day of issue: {paper.age_at_issue}" if paper.age_at_issue else ""
    facts = "\n".join(_wrap(f"{SHAPES[Shape.PLAIN]} {f.note}{_at(f.to)}", "  ") for f in paper.facts)
    return "\n\n".join(part for part in (head, "\n".join(filter(None, (rows, age))), facts) if part)


def _row(row: PaperRow) -> str:
    said = f"{row.name}: {row.value}{_at((row.to,) if row.to else ())}"
    return _wrap(f"{said}, machine readable zone" if row.zone else said, "  ", "    ")


def _at(anchors: tuple[str, ...]) -> str:
    return f" [{', '.join(anchors)}]" if anchors else ""


def _wrap(text: str, indent: str = "", later: str | None = None) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if later is None else later,
        break_long_words=False,
        break_on_hyphens=False,
    )
