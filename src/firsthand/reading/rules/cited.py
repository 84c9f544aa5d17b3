"""Who is quoted and who quotes, where case alone tells them apart: "«C», — цитирует мэра газета «Заря»"."""

from __future__ import annotations

from dataclasses import replace

from firsthand.languages import Verb
from firsthand.model import Role
from firsthand.reading.rules.cues import Cue
from firsthand.reading.rules.frames import Frame, Ground
from firsthand.reading.rules.hands import hop
from firsthand.reading.rules.phrases import Phrase, named_quote, noun_left

NEAR = 24  # tokens behind the verb that may name both


def cite(ground: Ground, cue: Cue, verb: Verb) -> Frame | None:
    """ "X цитирует Y: «C»", "«C», — цитирует Y X": Y is the origin, X passes it on."""
    end = _clause_end(ground, cue.at.end)
    if ground.mark(end, ":"):
        quoting = _before(ground, cue.at.start)
        return _frame(ground, cue, verb, quoting, Phrase(cue.at.end, end), Phrase(end + 1, ground.end))
    stop = cue.at.start
    while stop > 0 and ground.mark(stop - 1, ",—–-"):
        stop -= 1
    if stop == cue.at.start and not ground.quote(stop - 1):
        return None
    quoting, quoted = _split(ground, Phrase(cue.at.end, end))
    return _frame(ground, cue, verb, quoting, quoted, Phrase(0, stop))


def read_out(ground: Ground, cue: Cue, verb: Verb) -> Frame | None:
    """ "X зачитал заявление Y: «C»": Y's words, in a statement that X reads out."""
    at, end = cue.at.end, _clause_end(ground, cue.at.end)
    if not (ground.among(at, "carriers") and ground.mark(end, ":") and at + 1 < end):
        return None
    reader = _before(ground, cue.at.start)
    frame = _frame(ground, cue, verb, reader, Phrase(at + 1, end), Phrase(end + 1, ground.end))
    if frame is None:
        return None
    carried = hop(ground, Role.CHANNEL, Phrase(at, at + 1), cue.at)
    return replace(frame, after=(carried, *frame.after))


def _frame(
    ground: Ground, cue: Cue, verb: Verb, passing: Phrase | None, origin: Phrase, content: Phrase
) -> Frame | None:
    """The frame of an origin and of who passes it on; None where one of them is not named."""
    if ground.among(origin.start, "worded"):
        origin = Phrase(origin.start + 1, origin.end)  # "цитирует | слова мэра"
    if passing is None or origin.start >= origin.end or content.start >= content.end:
        return None
    start = min(passing.start, origin.start, cue.at.start)
    end = max(passing.end, origin.end, cue.at.end)
    leftward = content.end <= start
    region = Phrase(start, end + ground.mark(end, ":"))
    passed = hop(ground, Role.RELAY, passing, cue.at)
    return Frame(
        ground.number, cue.at, region, (content,), origin, verb.role, after=(passed,), leftward=leftward
    )


def _before(ground: Ground, end: int) -> Phrase | None:
    """The noun phrase that ends at ``end``, the name of an outlet in marks with what it is."""
    named = end > 0 and named_quote(ground.tokens, end - 1)
    start = end - named
    phrase = noun_left(ground.tokens, start, ground.language) if start > 0 else None
    if not named:
        return phrase
    return Phrase(phrase.start if phrase and phrase.end == start else start, end)


def _clause_end(ground: Ground, at: int) -> int:
    near = range(at, min(at + NEAR, ground.end))
    return next((i for i in near if ground.mark(i, ",:;")), min(at + NEAR, ground.end))


def _split(ground: Ground, both: Phrase) -> tuple[Phrase | None, Phrase]:
    """The outlet among the words behind the verb, and the rest: "радіо «Ясен» | речницю Марту Левчук"."""
    outlets = (i for i in range(*both) if ground.among(i, "outlets") or named_quote(ground.tokens, i))
    at = next(outlets, None)
    if at is None:
        return None, both
    end = at + 1
    while end < both.end and (ground.quote(end) or ground.tokens[end].capital):
        end += 1
    rest = Phrase(end, both.end) if at == both.start else Phrase(both.start, at)
    return Phrase(at, end), rest
