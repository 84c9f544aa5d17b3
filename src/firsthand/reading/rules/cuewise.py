"""The rules of grammar: one function a kind of cue, each giving a frame or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firsthand.languages import Verb
from firsthand.model import Being, Hop, Role, Speech
from firsthand.reading.rules import special, subjects
from firsthand.reading.rules.cited import cite, read_out
from firsthand.reading.rules.clauses import clause
from firsthand.reading.rules.cues import Cue, is_noun, scan
from firsthand.reading.rules.frames import Frame, Ground
from firsthand.reading.rules.hands import carrier, hop, relayed
from firsthand.reading.rules.named import named_frame
from firsthand.reading.rules.phrases import Phrase, VerbGroup, verb_group
from firsthand.reading.rules.subjects import Subject
from firsthand.reading.rules.verbless import verbless

BARE = {"cite": cite, "read": read_out}  # verbs that find both their hands by themselves
MOST = 8  # frames a sentence; the fullest in 400 news texts has 4, and pairs of frames are compared


def frames(ground: Ground) -> list[Frame]:
    """Every frame of one sentence, in the order of their cues."""
    found: list[Frame] = []
    last: Phrase | None = None
    for cue in scan(ground.tokens[: ground.end], ground.language):
        frame = _verb_frame(ground, cue, last) if cue.verb else named_frame(ground, cue)
        if frame and len(found) < MOST:
            found.append(frame)
            last = frame.source if cue.verb and frame.source else last
    return found or list(verbless(ground))


def _verb_frame(ground: Ground, cue: Cue, last: Phrase | None) -> Frame | None:
    verb = cue.verb
    assert verb is not None
    group = verb_group(ground.tokens, cue.at.start, ground.language)
    if is_noun(ground.tokens, cue, ground.language) or (group.infinitive and not group.future):
        return None
    if verb.frame == "clause" and verb.bare and ground.among(cue.at.end, "reflexives"):
        return None  # "has found himself in a bind"
    if verb.frame in BARE:
        return BARE[verb.frame](ground, cue, verb)
    if group.passive and not ground.low(cue.at.start).endswith("ing"):
        return special.passive(ground, cue, verb, group)
    subject = subjects.find(ground, group, cue.at, last)
    dropped = subject is None and verb.frame == "clause"
    if dropped:
        subject = subjects.dropped(ground, group, cue.at)
    if subject is None or not _plausible(ground, subject):
        return None
    rule = {"accuse": special.accuse, "quote": special.quote, "view": special.view, "hear": special.hear}.get(
        verb.frame
    )
    frame = rule(ground, cue, verb, subject) if rule else clause(ground, cue, verb, group, subject)
    if frame and dropped:
        frame = replace(frame, source=None, unstated=True, gap=True)
    return replace(frame, speech=speech(ground, subject.phrase.start, group, verb)) if frame else None


def _plausible(ground: Ground, subject: Subject) -> bool:
    tokens = ground.tokens[subject.phrase.start : subject.phrase.end]
    return any(token.quote or (token.word and not token.text.isdigit()) for token in tokens)


def speech(ground: Ground, start: int, group: VerbGroup, verb: Verb) -> Speech:
    """Whether it was said, by what stands around the verb; ``start`` is where its source begins."""
    if ground.among(start - 1, "conditional") or ground.low(start) == "if":
        return Speech.CONDITIONAL
    nobody = ground.phrase_at(start, "nobody") > start  # "no one told us where to go"
    if group.negated or verb.frame == "withhold" or nobody:
        return Speech.NEGATED
    return Speech.FUTURE if group.future else Speech.ACTUAL


def carriers(ground: Ground) -> Iterator[Hop]:
    """Hands that the sentence's subject carries with it: "The notebook, translated by U, …"."""
    main = subjects.main(ground)
    if main is None:
        return
    head = carrier(ground, main)
    passed = relayed(ground, main.end) if head else None
    if head and passed:
        yield replace(hop(ground, Role.AUTHOR, head), being=Being.DOCUMENT)
        yield passed[0]
