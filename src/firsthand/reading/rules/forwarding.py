"""Hands that the sentence before has named: "He forwarded the mail to Y. In it, X wrote that C"."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.languages import Language
from firsthand.model import Hop, Role
from firsthand.reading.rules import subjects
from firsthand.reading.rules.frames import Ground, ground
from firsthand.reading.rules.hands import carrier, hop
from firsthand.reading.rules.phrases import Phrase, noun_right, verb_group
from firsthand.reading.sentences import Sentence


def from_before(sentences: Sequence[Sentence], number: int, language: Language) -> tuple[Hop, ...]:
    """The carrier, who passed it on and to whom, if sentence ``number`` tells what stands "in it"."""
    if number == 0 or not any(kind == "therein" for _, kind in _opening(sentences[number], language)):
        return ()
    if ground(sentences[number], number, language).phrase_at(0, "therein") == 0:
        return ()
    before = ground(sentences[number - 1], number - 1, language)
    for index in range(1, before.end):
        if before.among(index, "passing") and (found := _passed(before, index)):
            return found
    return ()


def _opening(sentence: Sentence, language: Language) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The forms that begin with the sentence's first word: most sentences need no closer look."""
    return language.phrases.get(sentence.tokens[0].low, ())


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
