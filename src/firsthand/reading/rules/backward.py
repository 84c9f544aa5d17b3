"""A sentence that names who told the one before it: "The pit was shut. This was reported by X"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from firsthand.languages import Language
from firsthand.model import Attribution, Hop, Kind, Role, Span
from firsthand.reading.rules import nesting, subjects
from firsthand.reading.rules.frames import Found, Ground, ground
from firsthand.reading.rules.hands import adjuncts, hop
from firsthand.reading.rules.phrases import Phrase, span_of, verb_group
from firsthand.reading.sentences import Sentence


def told_before(found: Sequence[Found], sentences: Sequence[Sentence], language: Language) -> Iterator[Found]:
    """``found`` with the hands that a following sentence names, and what only that one attributes."""
    named = dict(_named(sentences, language))
    told = {each.sentence for each in found}
    for each in found:
        if each.sentence in named and each.attribution.hands:
            passed = nesting.passed_on(named[each.sentence][1])
            each = replace(
                each, attribution=replace(each.attribution, hands=(*each.attribution.hands, *passed))
            )
        yield each
    yield from _alone({n: v for n, v in named.items() if n not in told}, sentences, language)


def _named(
    sentences: Sequence[Sentence], language: Language
) -> Iterator[tuple[int, tuple[Span, tuple[Hop, ...]]]]:
    """The number of each sentence that the next one refers to, with that one's cue and hands."""
    if not language.entries("backward"):
        return
    before = -1
    for number, sentence in enumerate(sentences):
        if sentence.inside is not None:
            continue
        # Most sentences open with another word and need no closer look.
        opens = any(kind == "backward" for _, kind in language.phrases.get(sentence.tokens[0].low, ()))
        shown = _refers(ground(sentence, number, language)) if opens and before >= 0 else None
        if shown:
            yield before, shown
        before = number


def _refers(here: Ground) -> tuple[Span, tuple[Hop, ...]] | None:
    start = here.phrase_at(0, "backward")
    verb = here.language.verbs.get(here.low(start)) if start else None
    if verb is None:
        return None
    at = Phrase(start, start + 1)
    subject = subjects.behind(here, at, verb_group(here.tokens, start, here.language))
    if subject is None:
        return None
    first = hop(here, verb.role if verb.role is Role.AUTHOR else Role.SPEAKER, subject.phrase, at)
    return span_of(here.tokens, at), (first, *adjuncts(here, subject.end).hops)


def _alone(
    named: Mapping[int, tuple[Span, tuple[Hop, ...]]], sentences: Sequence[Sentence], language: Language
) -> Iterator[Found]:
    for number, (cue, hands) in named.items():
        here = ground(sentences[number], number, language)
        if here.end == 0:
            continue
        whole = span_of(here.tokens, Phrase(0, here.end))
        quotes = tuple(t.quote.inner for t in here.tokens[: here.end] if t.quote)
        kind = Kind.MIXED if quotes else Kind.INDIRECT
        made = Attribution(
            id="",
            record="",
            kind=kind,
            content=(whole,),
            cue=(cue,),
            source=hands[0].who,
            hands=hands,
            quotes=quotes,
        )
        yield Found(number, made)
