"""Hands, stance, speech and hedges for attributions whose spans another reader found.

A learned reader says where source, cue and content stand. What hangs on the cue is still grammar:
to whom, in which carrier, through whom it was said, whether it was said at all, and how far the
writer stands from it. Where the content is known, everything between it and the cue is no content,
so these rules find more here than where they have to look for the content themselves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from firsthand.languages import Verb
from firsthand.model import Being, Hop, Role, Span, Speech, Stance
from firsthand.reading.rules import subjects
from firsthand.reading.rules.beings import being
from firsthand.reading.rules.clauses import acting, carried
from firsthand.reading.rules.cues import Cue, is_noun, scan
from firsthand.reading.rules.cuewise import speech
from firsthand.reading.rules.frames import Frame, Ground
from firsthand.reading.rules.hands import (
    Adjuncts,
    addressee,
    adjuncts,
    carrier,
    named_apposition,
    reader,
    relayed,
    unrelayed,
)
from firsthand.reading.rules.passing import carried_before, passed_between
from firsthand.reading.rules.phrases import Phrase, VerbGroup, noun_left, noun_right, span_of, verb_group
from firsthand.reading.rules.stance import of_noun
from firsthand.reading.sentences import Sentence

NOUNS = ("doubtful", "denying", "confirming", "pledging", "guessing")
PLAIN = frozenset({"clause", "tell", "text", "withhold"})
NOTHING = Adjuncts((), 0)


class Told(NamedTuple):
    """One attribution as another reader found it: characters of the text, each part in text order."""

    content: tuple[Span, ...]
    source: Span | None = None
    cue: tuple[Span, ...] = ()

    @property
    def anchor(self) -> int:
        """A character of the sentence that attributes: of the cue, else of the source or content."""
        first = self.cue[:1] or ((self.source,) if self.source else self.content[:1])
        return first[0].start if first else 0


def by_sentence(told: Iterable[Told], sentences: Sequence[Sentence]) -> dict[int, list[Told]]:
    """``told`` by the number of the sentence that attributes, the innermost one around its anchor."""
    numbers = {False: [n for n, s in enumerate(sentences) if s.inside is None],
               True: [n for n, s in enumerate(sentences) if s.inside is not None]}  # fmt: skip
    starts = {key: [sentences[n].span.start for n in found] for key, found in numbers.items()}
    placed: dict[int, list[Told]] = {}
    for each in told:
        for inside in (True, False):
            at = bisect_right(starts[inside], each.anchor) - 1
            number = numbers[inside][at] if at >= 0 else -1
            if number >= 0 and sentences[number].span.end > each.anchor:
                placed.setdefault(number, []).append(each)
                break
    return placed


def hang(here: Ground, told: Told, grammar: Sequence[Frame] = ()) -> Frame | None:
    """The frame of one attribution in the sentence ``here``; None where no cue or source stands there.

    ``grammar`` are the frames that the rules found in the sentence themselves: what they know of a
    cue with a build of its own ("X quoted Y as saying") is taken over.
    """
    source = phrase_of(here, told.source)
    cued = phrase_of(here, _around(told.cue)) or source
    if cued is None:
        return None
    content = tuple(p for p in (phrase_of(here, part) for part in told.content) if p)
    cue = _head(here, cued)
    built = _built(cue, grammar, cued)
    if built:
        return replace(built, content=content, reach=content)
    verb = cue.verb if cue else None
    if cue and verb and not is_noun(here.tokens, cue, here.language):
        return _spoken(here, cue, verb, source, content)
    return _named(here, cue, cued, source, content)


def beside(here: Ground, grammar: Sequence[Frame], told: Sequence[Frame]) -> list[Frame]:
    """The rules' own frames that go with those told: "citing Z", "reportedly", speech in a content."""
    cues = {i for frame in told for i in range(*frame.cue)}
    inside = {i for frame in told for part in frame.content for i in range(*part)}
    rest = [f for f in grammar if cues.isdisjoint(range(*f.cue))]
    return [f for f in rest if not f.content or f.source is None or f.cue.start in inside]


def phrase_of(here: Ground, span: Span | None) -> Phrase | None:
    """The tokens of the sentence that ``span`` touches; None where it touches none."""
    if span is None:
        return None
    tokens = here.tokens
    start = bisect_right(tokens, span.start, key=lambda token: token.end)
    end = bisect_left(tokens, span.end, key=lambda token: token.start)
    end = min(end, here.end)
    return Phrase(start, end) if start < end else None


def _around(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None


def _head(here: Ground, cued: Phrase) -> Cue | None:
    """The word of the lists that the cue is, or holds: a verb of saying before any other."""
    found = [c for c in scan(here.tokens[: here.end], here.language) if c.at.end > cued.start]
    found = [c for c in found if c.at.start < cued.end]
    return next((c for c in found if c.verb), found[0] if found else None)


def _built(cue: Cue | None, grammar: Sequence[Frame], cued: Phrase) -> Frame | None:
    """The rules' own frame for a cue whose build is not "X said C"."""
    if cue is None or (cue.verb and cue.verb.frame in PLAIN) or cue.kind == "according":
        return None
    near = (f for f in grammar if f.content and f.cue.start < cued.end and f.cue.end > cued.start)
    return next(near, None)


def _spoken(here: Ground, cue: Cue, verb: Verb, source: Phrase | None, content: tuple[Phrase, ...]) -> Frame:
    """ "X told Y in Z that C", in whatever order the parts stand."""
    group = verb_group(here.tokens, cue.at.start, here.language)
    source = _antecedent(here, source) if source else _subject(here, cue, verb, group)
    who = short(here, source) if source else None
    hearer = _hearer(here, cue, verb, source, content)
    after = max(hearer.end if hearer else 0, cue.at.end)
    parts = [_behind(here, cue.at, content)]
    parts += [] if acting(here, after, verb) else [_free(here, after, source, content)]
    parts += [_opening(here, cue, source, content)]
    if source:
        parts += [_free(here, source.end, cue.at, content)] if source.start >= cue.at.end else []
        parts += _before(here, who, cue, content) if source.end <= cue.at.start else []
    return Frame(
        sentence=here.number,
        cue=cue.at,
        region=_region(cue.at, source, after),
        content=content,
        reach=content,
        source=who,
        role=verb.role,
        after=_ordered(here, parts, hearer),
        stance=_stance(here, verb, group, cue),
        speech=speech(here, source.start if source else group.start, group, verb),
        hedges=_hedges(here, cue, verb, group, parts),
        unstated=source is None,
        gap=source is None,
    )


def _before(here: Ground, who: Phrase | None, cue: Cue, content: tuple[Phrase, ...]) -> list[Adjuncts]:
    """What hangs between a source and the cue behind it."""
    free = _free(here, who.end if who else 0, cue.at, content)
    if free.hops or who is None:
        return [free]
    further = passed_between(here, who, cue.at.start) or carried_before(here, who.end, cue.at)
    return [free, Adjuncts(further, 0)]


def _subject(here: Ground, cue: Cue, verb: Verb, group: VerbGroup) -> Phrase | None:
    """The subject that a cue without a told source has in its clause ("…, adding that C")."""
    doubted = any(here.among(i, "allegedly", "reportedly") for i in range(group.start, cue.at.start))
    if group.passive or doubted or verb.frame not in PLAIN:
        return None  # "allegedly ordered it": who says so is not stated
    subject = subjects.find(here, group, cue.at, None)
    known = subject is not None and being(here, subject.phrase) is not Being.UNKNOWN
    return subject.phrase if subject and known and not subject.inverted else None


def _antecedent(here: Ground, source: Phrase) -> Phrase:
    """ "the Port Times, | which (reported)": the noun that a relative stands for."""
    if source.end - source.start > 1 or not here.among(source.start, "relatives"):
        return source
    end = source.start - here.mark(source.start - 1, ",")
    return (noun_left(here.tokens, end, here.language) if end > 0 else None) or source


def _named(
    here: Ground, cue: Cue | None, cued: Phrase, source: Phrase | None, content: tuple[Phrase, ...]
) -> Frame:
    """ "According to X, C", "X's claim that C", or a cue that no list knows."""
    who = short(here, source) if source else None
    parts = [_behind(here, cued, content)]
    parts += [_free(here, who.end, cued, content)] if who else []
    noun = next((here.low(i) for i in range(*cued) if here.among(i, *NOUNS)), "")
    doubtful = bool(noun) and noun in here.language.entries("doubtful")
    group = VerbGroup(cued.start) if cue else verb_group(here.tokens, cued.start, here.language)
    written = who is not None and carrier(here, who) is not None
    return Frame(
        sentence=here.number,
        cue=cued,
        region=_region(cued, source, 0),
        content=content,
        reach=content,
        source=who,
        role=Role.AUTHOR if written else Role.SPEAKER,
        after=_ordered(here, parts, None),
        stance=of_noun(here.language, noun),
        speech=_negated(here, group, cued),
        hedges=(span_of(here.tokens, cued),) if doubtful else (),
        unstated=source is None,
        gap=source is None,
    )


def _negated(here: Ground, group: VerbGroup, cued: Phrase) -> Speech:
    if group.negated or any(here.among(i, "negations") for i in range(*cued)):
        return Speech.NEGATED
    return Speech.FUTURE if group.future else Speech.ACTUAL


def _region(cue: Phrase, source: Phrase | None, end: int) -> Phrase:
    start = min(cue.start, source.start) if source else cue.start
    return Phrase(start, max(cue.end, source.end if source else 0, end))


def _hearer(
    here: Ground, cue: Cue, verb: Verb, source: Phrase | None, content: tuple[Phrase, ...]
) -> Phrase | None:
    """Whom a verb of telling names: the noun phrase behind it, up to the source or the content."""
    stop = _stop(here, cue.at.end, (*content, *((source,) if source else ())))
    if verb.frame != "tell" or stop <= cue.at.end:
        return None
    phrase = noun_right(here.tokens[:stop], cue.at.end, here.language, titled=True)
    return phrase if phrase and phrase.end > phrase.start else None


def _stop(here: Ground, start: int, others: Iterable[Phrase]) -> int:
    """Where the free words from ``start`` on end: at the next of ``others`` or the sentence's end."""
    return min((p.start for p in others if p.end > start), default=here.end)


def _free(here: Ground, start: int, other: Phrase | None, content: tuple[Phrase, ...]) -> Adjuncts:
    """What hangs between ``start`` and the next part of the attribution."""
    stop = _stop(here, start, (*content, *((other,) if other else ())))
    if stop <= start:
        return NOTHING
    within = replace(here, end=stop)
    passed: list[Hop] = []
    at = start
    while (found := relayed(within, at)) and found[1] > at:
        passed.append(found[0])
        at = found[1]
    at += at < stop and within.mark(at, ",—–-(")
    hung = adjuncts(within, at)
    return replace(hung, hops=(*passed, *hung.hops))


def _behind(here: Ground, cue: Phrase, content: tuple[Phrase, ...]) -> Adjuncts:
    """ "X praised C | in an interview with Y": what goes on behind a content that follows its cue."""
    end = max((part.end for part in content), default=0)
    if end <= cue.end or end >= here.end or not here.among(end, "prepositions"):
        return NOTHING
    return _free(here, end, None, ())


def _opening(here: Ground, cue: Cue, source: Phrase | None, content: tuple[Phrase, ...]) -> Adjuncts:
    """ "In a letter to Y, X said C": what opens the sentence before the source."""
    first = min([cue.at.start, *([source.start] if source else [])])
    before = [p.end for p in content if p.start < first]
    start = max(before, default=0)
    opens = next((i for i in range(start, first) if here.among(i, "prepositions")), None)
    if opens is None:
        return NOTHING
    hung = _free(here, opens, Phrase(first, first + 1), ())
    return replace(hung, hops=carried(hung.hops))


def _ordered(here: Ground, parts: Sequence[Adjuncts], hearer: Phrase | None) -> tuple[Hop, ...]:
    """Carriers, then hearers, then whoever passed it on, each once."""
    found = list(dict.fromkeys(h for part in reversed(parts) for h in part.hops))
    ear = (addressee(here, hearer) or reader(here, hearer, found)) if hearer else None
    carriers = [h for h in found if h.role is Role.CHANNEL]
    others = [h for h in found if h.role is not Role.CHANNEL]
    return (*carriers, *((ear,) if ear else ()), *others)


def _stance(here: Ground, verb: Verb, group: VerbGroup, cue: Cue) -> Stance:
    if group.negated and here.among(cue.at.end, "whether"):
        return Stance.UNVERIFIED
    return verb.stance


def _hedges(
    here: Ground, cue: Cue, verb: Verb, group: VerbGroup, parts: Sequence[Adjuncts]
) -> tuple[Span, ...]:
    """The verb itself if it doubts, doubting adverbs before it, and what the adjuncts add."""
    found = [cue.at] if verb.hedge else []
    doubting = ("reportedly", "allegedly", "baseless")
    found += [Phrase(i, i + 1) for i in range(group.start, cue.at.start) if here.among(i, *doubting)]
    return (*(span_of(here.tokens, p) for p in found), *(h for part in parts for h in part.hedges))


def short(here: Ground, source: Phrase) -> Phrase:
    """A source without its description: "Ann Lee, who runs the mill," gives "Ann Lee"."""
    end = next((i for i in range(source.start + 1, source.end) if _describes(here, source, i)), source.end)
    head = named_apposition(here, Phrase(source.start, end)) if end < source.end else source
    return unrelayed(here, head)


def _describes(here: Ground, source: Phrase, at: int) -> bool:
    """Whether a description begins at ``at``: a relative clause, a bracket, an apposition."""
    if here.mark(at, "(—–") or here.among(at, "relatives"):
        return True
    several = any(here.among(i, "conjunctions") for i in range(at, source.end))
    return here.mark(at, ",") and not (several and here.tokens[at + 1].capital)
