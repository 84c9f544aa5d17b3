"""Hands named between a source and its verb: who passed it on, and the carrier of the clause before."""

from __future__ import annotations

from firsthand.model import Hop, Role
from firsthand.reading.rules.frames import Ground
from firsthand.reading.rules.hands import adjuncts, carrier, hop, relayed
from firsthand.reading.rules.phrases import Phrase, noun_left

NEAR = 24  # tokens of a description between something written and its verb
FAR = 40  # tokens of a clause that a participle goes on with


def passed_between(ground: Ground, source: Phrase, stop: int) -> tuple[Hop, ...]:
    """ "An opinion | drafted in May, and obtained by Y, | found": Y, behind a source that is written."""
    at = source.end
    passed = relayed(ground, at)
    if passed is None and carrier(ground, source, "documents"):
        near = range(at, min(at + NEAR, stop))
        begins = next((i for i in near if ground.phrase_at(i, "relaying") > i), None)
        passed = relayed(ground, begins) if begins is not None else None
    return (passed[0],) if passed and passed[1] <= stop else ()


def carried_before(ground: Ground, start: int, cue: Phrase) -> tuple[Hop, ...]:
    """ "Ann Lee, in an interview, praised it, | saying", "She thanked them in an e-mail to Y, | adding".

    The hands of the first carrier between ``start`` and a participle.
    """
    if not ground.low(cue.start).endswith("ing"):
        return ()
    for index in range(start, min(start + FAR, cue.start)):
        if ground.low(index) in ground.language.verbs and ground.among(index, "telling"):
            return ()
        hung = adjuncts(ground, index).hops if ground.among(index, "prepositions") else ()
        if hung and hung[0].role is Role.CHANNEL:
            return tuple(h for h in hung if h.who and h.who.end <= ground.tokens[cue.start].start)
    return ()


def carried_within(ground: Ground, start: int) -> tuple[Hop, ...]:
    """ "a letter, | in which he (said)": the carrier that a relative stands for."""
    if not (ground.among(start - 1, "relatives") and ground.among(start - 2, "printing")):
        return ()
    end = start - 2 - ground.mark(start - 3, ",")
    phrase = noun_left(ground.tokens, end, ground.language) if end > 0 else None
    head = carrier(ground, phrase) if phrase else None
    return (hop(ground, Role.CHANNEL, head, Phrase(start - 2, start)),) if head else ()
