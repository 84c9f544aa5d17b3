"""Everything that the rules find in a text, sentence by sentence, before it has names and ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.languages import Language
from firsthand.model import Attribution, Hop, Kind, Role, Span
from firsthand.reading.quoting import quoting
from firsthand.reading.rules import backward, cuewise, forwarding, hanging, headfinal, nesting
from firsthand.reading.rules.frames import Found, Frame, Ground, ground
from firsthand.reading.rules.hanging import Told
from firsthand.reading.rules.phrases import span_of
from firsthand.reading.rules.stance import judge, notes
from firsthand.reading.sentences import Sentence

READER = "rules 2"


def found(text: str, sentences: Sequence[Sentence], record: str, language: Language) -> list[Found]:
    """What each sentence attributes, with its hands in order; ``record`` goes into each of them."""
    if language.entries("quotative"):  # verbs stand last, and what was said ends in them
        told = headfinal.found(text, sentences, language)
    else:
        told = [f for n, s in enumerate(sentences) for f in _sentence(text, s, n, record, language)]
    told = list(_forwarded(told, sentences, language))
    told = list(backward.told_before(told, sentences, language))
    return notes(_nested_in_quotes(text, told, sentences, language), sentences, language)


def hung(
    text: str, sentences: Sequence[Sentence], told: Sequence[Told], record: str, language: Language
) -> list[Found]:
    """What another reader found (``told``), each with its hands, stance, speech and hedges.

    Content, source and cue stay as told, also where they reach beyond one sentence. Where the rules
    find speech inside a told content ("Y said that | X had told him that C"), it is given as well,
    its hands going on through those around it. What touches nothing told is left out.
    """
    placed = hanging.by_sentence(told, sentences)
    marked = [t.quote.outer for s in sentences if s.inside is None for t in s.tokens if t.quote]
    inners = {t.quote.outer: t.quote.inner for s in sentences for t in s.tokens if t.quote}
    outer: list[Found] = []
    for number in sorted(placed):
        here = ground(sentences[number], number, language)
        if here.end:
            outer.extend(_hung(text, here, placed[number], record))
    outer = [replace(f, attribution=quoting(text, f.attribution, marked, inners)) for f in outer]
    quoted = {quote for each in outer for quote in each.attribution.quotes}
    inner = [
        f
        for n, s in enumerate(sentences)
        if s.inside is not None and n not in placed and s.inside.inner in quoted
        for f in _sentence(text, s, n, record, language)
    ]
    ordered = sorted([*outer, *inner], key=lambda each: each.sentence)
    return notes(_nested_in_quotes(text, ordered, sentences, language), sentences, language)


def _hung(text: str, here: Ground, told: Sequence[Told], record: str) -> Iterator[Found]:
    """The told attributions of one sentence, and the rules' own that are nested in them."""
    grammar = cuewise.frames(here)
    hung_ = [(each, frame) for each in told if (frame := hanging.hang(here, each, grammar))]
    here_too = [pair for pair in hung_ if pair[1].content]
    near = [frame for _, frame in here_too]
    # `settle` keeps the order of frames that have a content, so the told ones come first.
    frames = nesting.settle(here, [*near, *hanging.beside(here, grammar, near)])
    whole: list[Told | None] = [*(each for each, _ in here_too), *[None] * len(frames)]
    for each, frame in zip(whole, frames, strict=False):
        if each or (frame.content and frame.source):
            made = _attribution(text, here, frame, _chain(here, frame, frames, 0), record)
            yield Found(here.number, _as_told(made, each) if each else made)
    for each, frame in hung_:
        if not frame.content:  # all of it stands in other sentences
            hops = nesting.own_hops(here, frame)
            yield Found(here.number, _as_told(_attribution(text, here, frame, hops, record), each))


def _as_told(made: Attribution, told: Told) -> Attribution:
    source = told.source or made.source
    return replace(
        made, content=told.content, cue=told.cue or made.cue, source=source, unstated=source is None
    )


def _sentence(text: str, sentence: Sentence, number: int, record: str, language: Language) -> Iterator[Found]:
    here = ground(sentence, number, language)
    if here.end == 0:
        return
    frames = nesting.settle(here, cuewise.frames(here))
    frames = [f for f in frames if f.content and not nesting.silent(here, f)]
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
    if any(f.source in frame.content for f in frames if f is not frame):
        return True  # "Officials, quoted by Y, said"
    inner = (f for f in frames if f.source is not None and not f.framing)
    return any(nesting.parent(f, frames) is frame and _opens(here, f, frame) for f in inner)


def _opens(here: Ground, inner: Frame, outer: Frame) -> bool:
    """Whether ``inner`` is the clause itself, and no part of it ("miners who think C, according to Y")."""
    start = min([inner.region.start, *(part.start for part in inner.content)])
    return not here.has_finite(min(outer.reach).start, start)


def _chain(here: Ground, frame: Frame, frames: Sequence[Frame], depth: int) -> tuple[Hop, ...]:
    hops = nesting.own_hops(here, frame)
    if frame.framing and frame.role is Role.RELAY:
        hops = (*cuewise.carriers(here), *hops)
    outer = nesting.parent(frame, frames) if depth < 6 else None
    if outer is None:
        return hops
    around = _chain(here, outer, frames, depth + 1)
    return nesting.carried_on(hops, nesting.unthought(here, frame, outer, around))


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
            hands = nesting.carried_on(each.attribution.hands, outer.hands)
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
