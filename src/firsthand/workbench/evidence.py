"""What is looked at to decide what the queue proposes: the words in their places, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from firsthand.dossier.identities import CandidateSheet
from firsthand.dossier.pieces import Piece, Sentence, Tone
from firsthand.dossier.sheets import ReadingRow, RecordSheet, Rendering, ReportSheet, SourceSheet
from firsthand.dossier.tagged import Tag
from firsthand.model import Matter, Proposal, Thing
from firsthand.shelving import around, beside
from firsthand.workbench.desk import Desk
from firsthand.workbench.passages import found
from firsthand.workbench.proposals import Exhibit

AROUND = 160  # characters of a text before and after what is said in it
LONG = 700  # characters of a passage; a longer one is shown without its middle
READINGS = 3  # of a statement, beside the one that is decided on
SPOKEN = 3  # passages of somebody
LINES = 4  # of the record
Evidence = tuple[tuple[Exhibit, ...], tuple[Sentence, ...]]


def evidence(desk: Desk, proposal: Proposal) -> Evidence:
    """What is looked at to decide a proposal, and why it is made, in sentences."""
    return _OF.get(proposal.matter, _nothing)(desk, proposal)


def _nothing(desk: Desk, proposal: Proposal) -> Evidence:
    return (), ()


# ------------------------------------------------------------ what is said


def _attribution(desk: Desk, proposal: Proposal) -> Evidence:
    """The passage beside what it was taken from, or beside others who say the same."""
    anchors = (*proposal.to[:1], *(to for each in proposal.to[:1] for to in _upstream(desk, each)))
    return _compared(list(filter(None, (_exhibit(desk, to) for to in anchors)))), ()


def _saying(desk: Desk, proposal: Proposal) -> Evidence:
    return _compared(list(filter(None, (_passage(desk, to) for to in proposal.to)))), ()


def _support(desk: Desk, proposal: Proposal) -> Evidence:
    """The passage beside the lines of the record, in the translation that was compared."""
    shown = list(filter(None, (_passage(desk, to) for to in proposal.to)))
    _, own = _readings(desk, proposal.to[0])
    record = _record(desk, own.bearing.to) if own and own.bearing else None
    words = [on.words for on in proposal.on if on.thing is Thing.LINE][:LINES]
    lines = (_in_words(record, each) for each in words) if record else ()
    return _compared([*shown, *filter(None, lines)]), ()


def _compared(shown: list[Exhibit]) -> tuple[Exhibit, ...]:
    """The exhibits, with what the first two have otherwise marked in both."""
    if len(shown) < 2:
        return tuple(shown)
    one, other = (_said(each.words) for each in shown[:2])
    marks = beside(one, other)
    first = (replace(each, words=_short(words)) for each, words in zip(shown, marks, strict=False))
    return (*first, *(replace(each, words=_short(each.words)) for each in shown[2:]))


def _upstream(desk: Desk, anchor: str) -> tuple[str, ...]:
    """Where a passage was taken from; else other readings of its statement, those of other sources first."""
    rows, own = _readings(desk, anchor)
    if own is None or own.upstream:
        return (own.upstream,) if own else ()
    others = [row for row in rows if row.report != own.report]
    return tuple(r.anchor for r in sorted(others, key=lambda r: r.source == own.source)[:READINGS])


def _readings(desk: Desk, anchor: str) -> tuple[list[ReadingRow], ReadingRow | None]:
    """All readings of the statement that a passage makes, and what that is among them."""
    _, _, tag = found(desk, anchor) or (None, None, None)
    sheet = desk.sheets.sheet(tag.statement) if tag else None
    rows = [row for family in sheet[1].families for row in family.rows] if sheet else []
    return rows, next((row for row in rows if row.anchor == anchor), None)


def _exhibit(desk: Desk, to: str) -> Exhibit | None:
    """A passage or a line of the record by its anchor."""
    if record := _record(desk, to):
        return next((_of_line(record, n) for n, line in enumerate(record.lines) if line.anchor == to), None)
    return _passage(desk, to)


def _passage(desk: Desk, anchor: str) -> Exhibit | None:
    _, report, tag = found(desk, anchor) or (None, None, None)
    if report is None or tag is None:
        return None
    return _of_tag(report, tag)


def _of_tag(report: ReportSheet, tag: Tag) -> Exhibit:
    start, end = tag.spans[0][0], tag.spans[-1][1]
    named = [*([tag.source] if tag.source else []), *tag.cue]
    low, high = around(report.text, start, end, AROUND)
    return Exhibit(
        to=tag.anchor,
        whose=report.outlet,
        where=report.date,
        language=report.language,
        direction=report.direction,
        before=_with(report.text, low, start, named),
        words=(Piece(report.words(tag.spans), Tone.NAME),),
        after=_with(report.text, end, high, named),
        says=tag.name,
    )


def _with(text: str, low: int, high: int, named: Iterable[tuple[int, int]]) -> Sentence:
    """A part of a text, in it who is named and the words that say that it is said."""
    pieces = []
    for start, end in sorted((max(low, a), min(high, b)) for a, b in named if a < high and b > low):
        if start >= low:
            pieces += [Piece(text[low:start]), Piece(text[start:end], Tone.STRONG)]
            low = end
    return tuple(piece for piece in (*pieces, Piece(text[low:high])) if piece.text)


def _said(words: Sentence) -> str:
    return "".join(each.text for each in words)


def _short(words: Sentence) -> Sentence:
    """Long words without the middle of what is the same on both sides."""
    if len(_said(words)) <= LONG:
        return words
    most = LONG // max(1, len(words))
    return tuple(
        replace(each, text=f"{each.text[: most // 2]} … {each.text[-most // 2 :]}")
        if len(each.text) > most
        else each
        for each in words
    )


# ------------------------------------------------------------ the record


def _record(desk: Desk, anchor: str) -> RecordSheet | None:
    """The record in which something stands."""
    sheet = desk.sheets.sheet(desk.sheets.home(anchor) or anchor) if anchor else None
    return sheet[1] if sheet and isinstance(sheet[1], RecordSheet) else None


def _in_words(record: RecordSheet, words: str) -> Exhibit | None:
    """A line of a record by what it says, there or in a translation."""
    for n, line in enumerate(record.lines):
        if line.words.text == words:
            return _of_line(record, n)
        for each in line.renderings:
            if each.words.text == words:
                return _translated(_of_line(record, n), each)
    return None


def _of_line(record: RecordSheet, number: int) -> Exhibit:
    """A line of a record, between those before and after it."""
    line = record.lines[number]
    before, after = record.lines[max(0, number - 1) : number], record.lines[number + 1 : number + 2]
    return Exhibit(
        to=line.anchor,
        whose=record.title,
        where=f"{line.leaf}, line {line.number}" if line.leaf else f"line {line.number}",
        language=line.words.language,
        direction=line.words.direction,
        before=tuple(Piece(each.words.text) for each in before),
        words=(Piece(line.words.text, Tone.NAME),),
        after=tuple(Piece(each.words.text) for each in after),
        notes=tuple(
            (Piece(t.words.text, Tone.NAME, language=t.words.language), Piece(_by(t)))
            for t in line.renderings[:1]
        ),
    )


def _translated(line: Exhibit, told: Rendering) -> Exhibit:
    """The same with what a translation has, which was compared; the line itself under it."""
    words = told.words
    return replace(
        line,
        language=words.language,
        direction=words.direction,
        before=(),
        words=(Piece(words.text, Tone.NAME),),
        after=(Piece(_by(told)),),
        notes=((replace(line.words[0], language=line.language), Piece(" (as it stands)")),),
    )


def _by(told: Rendering) -> str:
    return f" (machine translation by {told.by})" if told.machine else f" (tr. {told.by})"


# ------------------------------------------------------------ who is who, who had it from whom


def _names(desk: Desk, proposal: Proposal) -> Evidence:
    shown = tuple(filter(None, (_bearer(desk, to) for to in proposal.to if to)))
    notes = (n for each in _candidates(desk, proposal) for n in (*each.names, *each.facts))
    return shown, tuple((Piece(f"{n.word}: ", Tone.STRONG), Piece(n.note)) for n in notes)


def _candidates(desk: Desk, proposal: Proposal) -> Iterator[CandidateSheet]:
    """What speaks for and against one who is proposed, where the question is asked."""
    asked, meant = proposal.to[0], proposal.to[-1]
    for each in desk.sheets.linked("identity", meant):
        if asked == each.to:
            yield from (candidate for candidate in each.candidates if candidate.to == meant)


def _bearer(desk: Desk, anchor: str) -> Exhibit | None:
    """Somebody who speaks, or a record whose writer is asked for, with some of the words."""
    sheet = desk.sheets.sheet(anchor)
    if sheet is None:
        return None
    row, value = sheet
    if isinstance(value, SourceSheet):
        spoken = (_passage(desk, to) for to in value.where[:SPOKEN])
        also = ", ".join(name for name in value.spellings if name != value.name)
        notes = tuple((Piece(f"{p.whose}: "), Piece(_said(_short(p.words)), Tone.QUOTE)) for p in spoken if p)
        return Exhibit(
            anchor, value.name, value.being, notes=((Piece(also, Tone.NAME),) if also else (), *notes)
        )
    return (
        _of_line(value, 0) if isinstance(value, RecordSheet) and value.lines else Exhibit(anchor, row.title)
    )


def _descent(desk: Desk, proposal: Proposal) -> Evidence:
    """The two reports, and on what evidence one is a copy of the other."""
    rows = (desk.sheets.sheet(to) for to in proposal.to)
    shown = tuple(
        Exhibit(r.anchor, r.outlet, r.date[:16], r.language, words=(Piece(r.title),))
        for r, _ in filter(None, rows)
    )
    told = (
        each
        for each in desk.sheets.linked("descent", proposal.to[0])
        if proposal.to == (each.child_to, each.parent_to)
    )
    return shown, tuple(sentence for each in told for sentence in each.evidence)


_OF: Mapping[Matter, Callable[[Desk, Proposal], Evidence]] = {
    Matter.ATTRIBUTION: _attribution,
    Matter.SAYING: _saying,
    Matter.SUPPORT: _support,
    Matter.NAMES: _names,
    Matter.DESCENT: _descent,
}
