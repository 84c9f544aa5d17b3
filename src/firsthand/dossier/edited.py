"""What was changed in a report after it was published, the two wordings in one line."""

from __future__ import annotations

from firsthand.dossier.differences import marked
from firsthand.dossier.index import Index
from firsthand.dossier.phrases import moment, short
from firsthand.dossier.pieces import Piece, Sentence, Shape, Tone
from firsthand.dossier.sheets import Finding
from firsthand.model import Drift, Place, Revision, RevisionKind, Trace

LONGEST = 240  # characters of a sentence
SAYS = {
    RevisionKind.GONE: " no longer has ",
    RevisionKind.NEW: " adds ",
    RevisionKind.CHANGED: " now says: ",
}
WORD = "Edited after publication"


def edited(index: Index, trace: Trace) -> list[Finding]:
    """One finding for each sentence that went, came or was changed between two editions of a report."""
    known = (r for r in trace.revisions if r.earlier in index.anchors and r.later in index.anchors)
    return [Finding("edited", Shape.WARN, WORD, _sentence(index, r), _refs(index, r)) for r in known]


def within(index: Index, drift: Drift) -> bool:
    """Whether a drift lies between two editions of one report, where it is told as an edit."""
    places = [index.report(p.record) for p in (drift.upstream, drift.here) if p]
    return len(places) > 1 and len(set(places)) == 1


def _sentence(index: Index, revision: Revision) -> Sentence:
    record = index.records[revision.later]
    when = record.extra.get("modified") or record.published or record.extra.get("captured", "")
    name = Piece(index.outlet(record.id), Tone.NAME, index.anchors[record.id])
    head = (name, Piece(f", edition of {moment(when)}," if when else ", a later edition,"))
    return (*head, Piece(SAYS[revision.kind]), *_words(index, revision), Piece("."))


def _words(index: Index, revision: Revision) -> Sentence:
    if revision.before and revision.now:
        here, there = index.records[revision.later].text, index.records[revision.earlier].text
        return _bare(marked(here, revision.now.spans, there, revision.edits))
    place = revision.before or revision.now
    if place is None:
        return ()
    words = _bare((Piece(short(index.text(place), LONGEST)),))[0].text
    return (Piece(words, Tone.QUOTE, language=index.records[place.record].language),)


def _bare(pieces: Sentence) -> Sentence:
    """Without the full stop at its end: the sentence around has its own."""
    *rest, last = pieces
    return (*rest, Piece(last.text.rstrip(" ."), last.tone, last.to, last.language))


def _refs(index: Index, revision: Revision) -> tuple[str, ...]:
    """The statements that stand there, then both editions."""
    places = [p for p in (revision.now, revision.before) if p]
    told = [index.anchors[s] for p in places for s in _statements(index, p)]
    return tuple(dict.fromkeys((*told, index.anchors[revision.earlier], index.anchors[revision.later])))


def _statements(index: Index, place: Place) -> list[str]:
    return [
        statement
        for each in index.of_record.get(place.record, ())
        if any(a.start < b.end and b.start < a.end for a in each.content for b in place.spans)
        for statement in index.statements_of.get(each.id, ())
    ]
