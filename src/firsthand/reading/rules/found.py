"""Everything that the rules find in a text, sentence by sentence, before it has names and ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.languages import Language
from firsthand.model import Attribution, Hop, Kind, Role, Span
from firsthand.reading.rules import backward, cuewise, forwarding, nesting
from firsthand.reading.rules.frames import Found, Frame, Ground, ground
from firsthand.reading.rules.phrases import span_of
from firsthand.reading.rules.stance import judge, notes
from firsthand.reading.sentences import Sentence

READER = "rules 1"


def found(text: str, sentences: Sequence[Sentence], record: str, language: Language) -> list[Found]:
    """What each sentence attributes, with its hands in order; ``record`` goes into each of them."""
    told = [f for n, s in enumerate(sentences) for f in _sentence(text, s, n, record, language)]
    told = list(_forwarded(told, sentences, language))
    told = list(backward.told_before(told, sentences, language))
    return notes(_nested_in_quotes(text, told, sentences, language), sentences, language)


def _sentence(text: str, sentence: Sentence, number: int, record: str, language: Language) -> Iterator[Found]:
    here = ground(sentence, number, language)
    if here.end == 0:
        return
    frames = nesting.settle(here, cuewise.frames(here))
    frames = [f for f in frames if f.content]
    for frame in frames:
        if frame.framing and _only_frames(here, frame, frames):
            continue
        hops = _chain(here, frame, frames, 0)
        yield Found(number, _attribution(text, here, frame, hops, record))


def _forwarded(found: Sequence[Found], sentences: Sequence[Sentence], language: Language) -> Iterator[Found]:
    """Hands that the sentence before named ("He forwarded the mail. In it, X wrote …") put behind."""
    behind: dict[int, tuple[Hop, ...]] = {}
    for each in found:
        number = each.sentence
        if number not in behind:
            behind[number] = forwarding.from_before(sentences, number, language)
        if behind[number] and each.attribution.hands:
            hands = (*each.attribution.hands, *behind[number])
            each = replace(each, attribution=replace(each.attribution, hands=hands))
        yield each


def _only_frames(here: Ground, frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether "according to Y" only passes on what a verb in its clause already tells."""
    return any(f.source is not None and not f.framing and nesting.parent(f, frames) is frame for f in frames)


def _chain(here: Ground, frame: Frame, frames: Sequence[Frame], depth: int) -> tuple[Hop, ...]:
    hops = nesting.own_hops(here, frame)
    if frame.framing and frame.role is Role.RELAY:
        hops = (*cuewise.carriers(here), *hops)
    outer = nesting.parent(frame, frames) if depth < 6 else None
    if outer is None:
        return hops
    return (*hops, *nesting.passed_on(_chain(here, outer, frames, depth + 1)))


def _attribution(text: str, here: Ground, frame: Frame, hops: tuple[Hop, ...], record: str) -> Attribution:
    content = nesting.spans(here, frame)
    inner = quoted(here, frame)
    kind = _kind(here, frame)
    origin = next((h.who for h in hops[:1]), None)
    return Attribution(
        id="",
        record=record,
        kind=kind,
        content=content,
        cue=(span_of(here.tokens, frame.cue),),
        source=origin,
        hands=hops,
        quotes=inner,
        stance=judge(text, here, frame),
        speech=frame.speech,
        hedges=frame.hedges,
        unstated=origin is None,
        reader=READER,
    )


def quoted(here: Ground, frame: Frame) -> tuple[Span, ...]:
    """The insides of the quotations in a frame's content."""
    indices = [i for part in sorted(frame.content) for i in range(part.start, part.end)]
    found = [here.tokens[i].quote for i in indices]
    return tuple(q.inner for q in found if q is not None)


def _kind(here: Ground, frame: Frame) -> Kind:
    tokens = [here.tokens[i] for part in frame.content for i in range(part.start, part.end)]
    marked = [t for t in tokens if t.quote]
    if not marked:
        return Kind.INDIRECT
    return Kind.MIXED if any(t.word for t in tokens) else Kind.DIRECT


def _nested_in_quotes(
    text: str, found: list[Found], sentences: Sequence[Sentence], language: Language
) -> list[Found]:
    """What is told inside a quotation: its chain goes on through whoever is quoted."""
    around: dict[Span, Attribution] = {}
    result: list[Found] = []
    for each in found:
        inside = sentences[each.sentence].inside
        outer = around.get(inside.inner) if inside else None
        if outer is not None:
            hands = (*each.attribution.hands, *nesting.passed_on(outer.hands))
            each = replace(each, attribution=replace(each.attribution, hands=hands))
        if inside is not None and _first_person(text, each.attribution, language):
            continue  # "I think" inside a quotation is the speaker again
        for quote in each.attribution.quotes:
            around.setdefault(quote, each.attribution)
        result.append(each)
    return result


def _first_person(text: str, each: Attribution, language: Language) -> bool:
    if each.source is None:
        return True
    return language.pronouns.get(text[each.source.start : each.source.end].lower()) == "any"
