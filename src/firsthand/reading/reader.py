"""The reader: a text in, its attributions out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.languages import Language, load
from firsthand.model import Attribution, Hop, Kind, Role, Span
from firsthand.reading import backward, forwarding, nesting, quotations, rules, running
from firsthand.reading.frames import Found, Frame, Ground, ground
from firsthand.reading.phrases import span_of
from firsthand.reading.resolution import Names
from firsthand.reading.sentences import Sentence, split
from firsthand.reading.stance import judge, notes

READER = "rules 1"


def read(text: str, language: str = "en", record: str = "") -> tuple[Attribution, ...]:
    """Who says what in ``text``, by which word, through whose hands, in order of place.

    ``language`` is a code; an unknown one is read by its quotation marks alone. ``record`` is the
    id to put into each attribution. Any text gives an answer; spans count code points of ``text``.
    """
    tongue = load(language)
    quotes = quotations.find(text)
    sentences = split(text, quotes, tongue)
    names = Names.gather(text, sentences, tongue)
    found = [f for n, s in enumerate(sentences) for f in _sentence(text, s, n, record, tongue)]
    found = list(_forwarded(found, sentences, tongue))
    found = list(backward.told_before(found, sentences, tongue))
    found = _nested_in_quotes(text, found, sentences, tongue)
    found = notes(found, sentences, tongue)
    told: dict[int, list[Attribution]] = {}
    for each in found:
        told.setdefault(each.sentence, []).append(each.attribution)
    for number, loose in running.carry_on(text, told, sentences, tongue):
        found.append(Found(number, replace(loose, record=record, reader=READER)))
    named = names.resolve(found)
    return _finished([replace(f.attribution, record=record, reader=READER) for f in named], text)


def _sentence(text: str, sentence: Sentence, number: int, record: str, language: Language) -> Iterator[Found]:
    here = ground(sentence, number, language)
    if here.end == 0:
        return
    frames = nesting.settle(here, rules.frames(here))
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
        hops = (*rules.carriers(here), *hops)
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


def _finished(attributions: Sequence[Attribution], text: str) -> tuple[Attribution, ...]:
    """With ids and parents, each once, sorted by place."""
    unique: dict[str, Attribution] = {}
    for each in attributions:
        key = Attribution.identify(each.record, each.kind, each.content, each.source)
        unique.setdefault(key, replace(each, id=key))
    ordered = sorted(unique.values(), key=_place)
    return tuple(_with_parents(ordered))


def _place(each: Attribution) -> tuple[int, int, str]:
    return each.content[0].start, -each.content[-1].end, each.id


def _with_parents(ordered: Sequence[Attribution]) -> Iterator[Attribution]:
    """The parent is the nearest earlier one whose content holds this one's content and cue."""
    open_ones: list[Attribution] = []
    for each in ordered:
        start, end = each.content[0].start, each.content[-1].end
        open_ones = [o for o in open_ones if o.content[-1].end > start][-8:]
        holders = [o for o in open_ones if _holds(o, start, end) and each.cue and _holds(o, *each.cue[0])]
        yield replace(each, parent=holders[-1].id) if holders else each
        open_ones.append(each)


def _holds(outer: Attribution, start: int, end: int) -> bool:
    return any(part.start <= start and end <= part.end for part in outer.content)
