"""A reading beside the text it was taken from: what was added, dropped and changed, in pieces."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.dossier.pieces import Piece, Tone
from firsthand.model import Edit, Op, Span
from firsthand.text import cover

OPENING = '"“„«‹「『《〈‘‚'
LONG = 30  # characters
CLOSING = '"”“»›」』》〉’‘'


def plain(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """The words at ``spans`` as they stand; what lies between two spans is left out as " … "."""
    wide = [with_marks(text, span) for span in spans]
    return (Piece(" … ".join(text[s.start : s.end] for s in wide), Tone.NAME),)


def marked(here: str, spans: Sequence[Span], upstream: str, edits: Sequence[Edit]) -> tuple[Piece, ...]:
    """The reading with the step's work marked.

    Edits lead from ``upstream`` (a) to ``here`` (b), in the order of ``here``. Blanks and marks between two
    edits are kept as they stand, so that the pieces without the dropped ones give the reading itself.
    """
    inside = [e for e in edits if e.b.start >= spans[0].start and e.b.end <= spans[-1].end] if spans else []
    if not any(e.op is not Op.EQUAL for e in inside):
        return plain(here, spans)
    whole = with_marks(here, cover(spans))
    pieces: list[Piece] = []
    at = whole.start
    for edit in inside:
        start = max(at, edit.b.start)
        pieces.append(Piece(here[at:start], Tone.NAME))
        pieces += _step(here[start : edit.b.end], upstream[edit.a.start : edit.a.end], edit.op)
        at = max(at, edit.b.end)
    pieces.append(Piece(here[at : whole.end], Tone.NAME))
    return _shortened(joined(pieces))


def _shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A long piece dropped before the first or after the last word taken over is left out as "…".

    It is most often the rest of a longer wording; a word or two ("allegedly") may be what matters.
    """
    found = list(pieces)
    ends = [n for n, p in enumerate(found) if any(c.isalnum() for c in p.text)]
    for n, cut in ((ends[0], "… "), (ends[-1], " …")) if ends else ():
        if found[n].tone is Tone.DROPPED and len(found[n].text) > LONG:
            found[n] = Piece(cut)
    return tuple(found)


def _step(here: str, upstream: str, op: Op) -> list[Piece]:
    if op is Op.EQUAL:
        return [Piece(here, Tone.NAME)]
    dropped = [Piece(upstream, Tone.DROPPED)] if upstream.strip() and op is not Op.ADDED else []
    added = [Piece(here, Tone.ADDED)] if here.strip() and op is not Op.DROPPED else []
    return [*dropped, *added]


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbouring pieces of one tone made one, empty ones left out.

    A blank between two added words counts as added: one mark then covers the whole phrase.
    """
    found: list[Piece] = []
    for piece in (p for p in pieces if p.text):
        if len(found) > 1 and not found[-1].text.strip() and found[-2].tone is piece.tone is Tone.ADDED:
            blank = found.pop()
            found[-1] = Piece(found[-1].text + blank.text + piece.text, piece.tone)
        elif found and found[-1].tone is piece.tone:
            glue = " " if piece.tone is Tone.DROPPED else ""
            found[-1] = Piece(found[-1].text + glue + piece.text, piece.tone)
        else:
            found.append(piece)
    return tuple(found)


def with_marks(text: str, span: Span) -> Span:
    """``span`` with the quotation marks that stand close around it."""
    start, end = span
    if 0 < start <= end < len(text) and text[start - 1] in OPENING:
        after = end + 1 if text[end] in ".,!?" else end  # American style sets the stop inside the mark
        if after < len(text) and text[after] in CLOSING:
            return Span(start - 1, after + 1)
        if text[end] in CLOSING:
            return Span(start - 1, end + 1)
    return Span(start, end)


def turned(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """An alignment read the other way: from b to a."""
    other = {Op.ADDED: Op.DROPPED, Op.DROPPED: Op.ADDED}
    return tuple(Edit(other.get(e.op, e.op), e.b, e.a) for e in edits)


def carried(edits: Sequence[Edit], copied: Sequence[Edit]) -> tuple[Edit, ...]:
    """``edits`` from a to b, and those by which c copied b: what c makes of a.

    Of a stretch that c has from b by other letters (a ligature for two) nothing is told.
    """
    blocks = [e for e in copied if e.op is Op.EQUAL and e.a.end - e.a.start == e.b.end - e.b.start]
    return tuple(moved for block in blocks for edit in edits for moved in _carried(edit, block))


def _carried(edit: Edit, block: Edit) -> tuple[Edit, ...]:
    """An edit as far as it touches a block that was copied: of words kept the part in it, others whole."""
    by, (start, end) = block.b.start - block.a.start, block.a
    if edit.op is not Op.EQUAL or edit.a.end - edit.a.start != edit.b.end - edit.b.start:
        within = start <= edit.b.start and edit.b.end <= end
        return (Edit(edit.op, edit.a, _by(edit.b, by)),) if within else ()
    kept = Span(max(start, edit.b.start), min(end, edit.b.end))
    if kept.start >= kept.end:
        return ()
    return (Edit(Op.EQUAL, _by(kept, edit.a.start - edit.b.start), _by(kept, by)),)


def _by(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def inner(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """``edits`` without what was left out before the first and after the last word taken over."""
    kept = [n for n, e in enumerate(edits) if e.op is not Op.DROPPED]
    return tuple(edits[kept[0] : kept[-1] + 1]) if kept else ()
