"""Hands that the sentence before has named: "He forwarded the mail to Y. In it, X wrote that C"."""

from __future__ import annotations

from firsthand.model import Hop, Role
from firsthand.reading import subjects
from firsthand.reading.frames import Ground
from firsthand.reading.hands import carrier, hop
from firsthand.reading.phrases import Phrase, noun_right, verb_group


def carried_over(before: Ground, here: Ground) -> tuple[Hop, ...]:
    """The carrier, who passed it on and to whom, if this sentence tells what stands "in it"."""
    if here.phrase_at(0, "therein") == 0:
        return ()
    for index in range(1, before.end):
        if before.among(index, "passing") and (found := _passed(before, index)):
            return found
    return ()


def _passed(ground: Ground, at: int) -> tuple[Hop, ...]:
    thing = noun_right(ground.tokens, at + 1, ground.language)
    head = carrier(ground, Phrase(thing.start, min(thing.end, ground.end))) if thing else None
    group = verb_group(ground.tokens, at, ground.language)
    subject = subjects.find(ground, group, Phrase(at, at + 1), None) if head else None
    if head is None or subject is None or group.passive:
        return ()
    heard = noun_right(ground.tokens, head.end + 1, ground.language) if ground.among(head.end, "to") else None
    hearers = [hop(ground, Role.ADDRESSEE, heard)] if heard and heard.end <= ground.end else []
    giver = hop(ground, Role.RELAY, subject.phrase, Phrase(at, at + 1))
    return (hop(ground, Role.CHANNEL, head), giver, *hearers)
