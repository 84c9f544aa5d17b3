"""Verbs with a content of another build: accuse, quote, call, hear, and the passive."""

from __future__ import annotations

from dataclasses import replace

from firsthand.languages import Verb
from firsthand.model import Being, Hop, Role
from firsthand.reading.rules import subjects
from firsthand.reading.rules.clauses import before_tail, framed, left
from firsthand.reading.rules.cues import Cue
from firsthand.reading.rules.frames import Frame, Ground
from firsthand.reading.rules.hands import Adjuncts, adjuncts, hop
from firsthand.reading.rules.phrases import Phrase, VerbGroup, noun_left, noun_right, span_of
from firsthand.reading.rules.subjects import Subject


def accuse(ground: Ground, cue: Cue, verb: Verb, subject: Subject) -> Frame | None:
    """ "X accused Y of C": the content runs from the accused, so that it says who did it."""
    if subject.inverted:
        return None
    within = range(cue.at.end, min(ground.end, cue.at.end + 16))
    of = next((i for i in within if ground.low(i) in verb.after), None)
    if of is None or of + 1 >= ground.end:
        return None
    return _simple(
        ground, cue, verb, subject, Phrase(cue.at.end, before_tail(ground, of, ground.end, finite=False))
    )


def _simple(ground: Ground, cue: Cue, verb: Verb, subject: Subject, content: Phrase) -> Frame:
    group = VerbGroup(cue.at.start)
    hung = Adjuncts((), cue.at.end)
    return framed(ground, cue, verb, subject, (content,), hung, group)


def quote(ground: Ground, cue: Cue, verb: Verb, subject: Subject) -> Frame | None:
    """ "X quoted Y as saying C": Y is the origin, X passes it on."""
    if subject.inverted and not ground.quote(cue.at.start - 1):
        return None
    at = ground.phrase_at(cue.at.end, "time")
    phrase = noun_right(ground.tokens, at, ground.language)
    if phrase is None:
        return None
    end = min(phrase.end, ground.end)
    saying = next((i for i in range(end, min(end + 14, ground.end)) if ground.low(i) == "as"), None)
    if saying is None or not ground.low(saying + 1).endswith("ing"):
        return None
    start = saying + 2 + ground.among(saying + 2, "that")
    start += ground.mark(start, ":,")
    if start >= ground.end:
        return None
    frame = _simple(ground, cue, verb, subject, Phrase(start, ground.end))
    passed = hop(ground, Role.RELAY, subject.phrase, cue.at)
    return replace(
        frame, source=Phrase(phrase.start, end), after=(passed,), region=Phrase(subject.start, start)
    )


def view(ground: Ground, cue: Cue, verb: Verb, subject: Subject) -> Frame | None:
    """ "X described Y as C", "which X viewed as C", "X called Y “C”"."""
    if subject.inverted:
        return None
    if not verb.after:
        quoted = next((i for i in range(cue.at.end, ground.end) if ground.quote(i)), None)
        return _simple(ground, cue, verb, subject, Phrase(cue.at.end, ground.end)) if quoted else None
    within = range(cue.at.end, min(ground.end, cue.at.end + 12))
    of = next((i for i in within if ground.low(i) in verb.after), None)
    if of is None or of + 1 >= ground.end:
        return None
    start = of + 1 if of == cue.at.end else cue.at.end
    return _simple(ground, cue, verb, subject, Phrase(start, ground.end))


def hear(ground: Ground, cue: Cue, verb: Verb, subject: Subject) -> Frame | None:
    """ "X heard from Y that C": Y is the origin."""
    if ground.low(cue.at.end) not in verb.after:
        return None
    phrase = noun_right(ground.tokens, cue.at.end + 1, ground.language)
    if phrase is None or not ground.among(phrase.end, "that") or phrase.end + 1 >= ground.end:
        return None
    frame = _simple(ground, cue, verb, subject, Phrase(phrase.end + 1, ground.end))
    passed = hop(ground, Role.RELAY, subject.phrase, cue.at)
    return replace(frame, source=phrase, after=(passed,), region=Phrase(subject.start, phrase.end + 1))


def passive(ground: Ground, cue: Cue, verb: Verb, group: VerbGroup) -> Frame | None:
    """ "X was quoted (by Y) as saying C", "X was told by Y that C", "it was announced that C"."""
    at = cue.at.end
    giver: Phrase | None = None
    if ground.low(at) == "by":
        giver = noun_right(ground.tokens, at + 1, ground.language)
        at = min(giver.end, ground.end) if giver else at
    if verb.frame == "quote":
        return _quoted(ground, cue, verb, group, giver, at)
    if verb.frame == "accuse" and giver:
        return _accused_by(ground, cue, verb, group)
    hung = adjuncts(ground, at)
    if not ground.among(hung.end, "that") or hung.end + 1 >= ground.end:
        return None
    content = Phrase(hung.end + 1, ground.end)
    source = Phrase(giver.start, at) if giver else None
    region = Phrase(group.start, hung.end + 1)
    return Frame(
        ground.number, cue.at, region, (content,), source, verb.role, stance=verb.stance, unstated=not giver,
        gap=not giver, after=hung.hops,
    )  # fmt: skip


def _accused_by(ground: Ground, cue: Cue, verb: Verb, group: VerbGroup) -> Frame | None:
    """ "X was accused by Y of C": Y accuses, and the content runs from the accused as in the active."""
    within = range(cue.at.end + 2, min(ground.end - 1, cue.at.end + 12))
    of = next((i for i in within if ground.low(i) in verb.after), None)
    accused = noun_left(ground.tokens, group.start, ground.language)
    giver = noun_right(ground.tokens[:of], cue.at.end + 1, ground.language) if of else None
    if of is None or giver is None or accused is None:
        return None
    content = (accused, Phrase(of + 1, ground.end))
    region = Phrase(group.start, of + 1)
    return Frame(ground.number, cue.at, region, content, giver, verb.role, stance=verb.stance)


def _quoted(
    ground: Ground, cue: Cue, verb: Verb, group: VerbGroup, giver: Phrase | None, at: int
) -> Frame | None:
    subject = subjects.find(ground, group, cue.at, None)
    saying = next((i for i in range(at, min(at + 12, ground.end)) if ground.low(i) == "as"), None)
    if subject is None or saying is None or not ground.low(saying + 1).endswith("ing"):
        return None
    start = saying + 2 + ground.among(saying + 2, "that")
    start += ground.mark(start, ":,")
    end = start
    if giver is None and ground.low(start) == "by":
        giver = noun_right(ground.tokens, start + 1, ground.language)
        end = min(giver.end, ground.end) if giver else start
        start = end + ground.mark(end, ":")
    elif ground.among(start, "prepositions", "time"):
        start = end = ground.end  # "was quoted as saying on Monday": the words stand before
    passed = hop(ground, Role.RELAY, giver, cue.at) if giver else _unnamed(ground, cue)
    if start < ground.end and not ground.mark(start, ","):
        content: tuple[Phrase, ...] = (Phrase(start, ground.end),)
    else:
        content = left(ground, subject, end)
    if not content:
        return None
    frame = _simple(ground, cue, verb, subject, content[0])
    return replace(
        frame,
        content=content,
        after=(passed,),
        region=Phrase(subject.start, start),
        leftward=content[0].start < subject.start,
    )


def _unnamed(ground: Ground, cue: Cue) -> Hop:
    return Hop(Role.RELAY, None, being=Being.UNKNOWN, cue=span_of(ground.tokens, cue.at))
