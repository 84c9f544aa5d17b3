"""What an adverb of doubt holds for: the clause of "reportedly", "allegedly"."""

from __future__ import annotations

from firsthand.model import Role, Stance
from firsthand.reading.rules.cues import Cue
from firsthand.reading.rules.frames import Frame, Ground
from firsthand.reading.rules.phrases import Phrase, span_of, verb_group

BACK = 60  # tokens that a clause may begin before its adverb


def adverb(ground: Ground, cue: Cue) -> Frame | None:
    """ "reportedly", "allegedly": the clause has a source that the text does not name."""
    content = segment(ground, cue.at.start)
    if content.end - content.start < 3:
        return None
    alleges = cue.kind == "allegedly"
    return Frame(
        sentence=ground.number,
        cue=cue.at,
        region=cue.at,
        content=(content,),
        role=Role.SPEAKER if alleges else Role.RELAY,
        stance=Stance.ALLEGES if alleges else Stance.ASSERTS,
        hedges=(span_of(ground.tokens, cue.at),),
        unstated=True,
        gap=True,
    )


def segment(ground: Ground, at: int) -> Phrase:
    """The clause around ``at``; the part after a comma if the word opens that part."""
    if ground.mark(at - 1, ",") and not ground.has_finite(at, ground.end):
        return Phrase(at, ground.end)
    if ground.among(at - 1, "prepositions") and ground.low(at + 1).endswith("ing"):
        return Phrase(at + 1, until_mark(ground, at))  # "for allegedly taking it"
    verb = verb_group(ground.tokens, at, ground.language).start
    if ground.among(verb - 1, "relatives"):
        return Phrase(verb, until_mark(ground, at))  # "For Lee, who | has reportedly left, …"
    start = _clause_start(ground, at)
    if ground.among(verb - 1, "conjunctions") and ground.has_finite(start, verb - 1):
        return Phrase(verb, _related(ground, at))  # "He rose fast and | was reportedly shot"
    while start < at and (
        ground.among(start, "conjunctions") or not (ground.tokens[start].word or ground.quote(start))
    ):
        start += 1
    return Phrase(start, _related(ground, at))


def until_mark(ground: Ground, at: int) -> int:
    """The next mark that parts clauses, or the sentence's end."""
    return next((i for i in range(at, ground.end) if ground.mark(i, ",;—–")), ground.end)


def _clause_start(ground: Ground, at: int) -> int:
    """Where the clause around ``at`` begins: behind the comma of "when asked to leave, he reportedly …"."""
    back = range(at - 1, max(0, at - BACK), -1)
    parted = next((i + 1 for i in back if ground.mark(i, ";")), 0)
    first = next((i for i in range(parted, parted + 2) if ground.among(i, "subordinators")), None)
    comma = next((i for i in back if i > parted and ground.mark(i, ",")), None)
    return comma + 1 if first is not None and comma else parted


def _related(ground: Ground, at: int) -> int:
    """Where a clause ends before ", which …", a remark of the writer's on it, or before ";"."""
    marks = (i for i in range(at, ground.end - 1) if ground.mark(i, ",;"))
    return next((i for i in marks if ground.mark(i, ";") or ground.among(i + 1, "remarking")), ground.end)
