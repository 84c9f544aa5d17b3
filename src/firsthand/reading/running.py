"""Quotations without an attribution of their own: given to whoever was speaking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from firsthand.languages import Language
from firsthand.model import Attribution, Kind, Role, Span
from firsthand.reading.quotations import Quotation
from firsthand.reading.sentences import Sentence

if TYPE_CHECKING:
    from firsthand.reading.reader import Found

NEAR = 2  # paragraphs; beyond that a quotation is no longer the running speaker's by position alone
WORDS = 3  # a quotation of fewer words, alone, is a title or a nickname


def carry_on(
    text: str,
    found: list[Found],
    sentences: Sequence[Sentence],
    record: str,
    language: Language,
    quotes: Sequence[Quotation],
) -> list[Found]:
    """``found`` with one attribution more for every quotation that none of them reaches."""
    from firsthand.reading.reader import READER
    from firsthand.reading.reader import Found as Made

    by_sentence: dict[int, list[Found]] = {}
    for each in found:
        by_sentence.setdefault(each.sentence, []).append(each)
    reached = {quote for each in found for quote in each.attribution.quotes}
    result = list(found)
    speaker: tuple[Attribution, int] | None = None
    run: Quotation | None = None
    for number, sentence in enumerate(sentences):
        if sentence.inside is not None:
            continue
        for each in by_sentence.get(number, ()):
            if each.attribution.source is not None and each.attribution.hands:
                speaker = (each.attribution, sentence.paragraph)
        for token in sentence.tokens:
            if token.quote is None or token.quote.inner in reached:
                continue
            near = (speaker is not None and sentence.paragraph - speaker[1] <= NEAR) or run is not None
            made = _loose(
                text, sentence, token.quote, speaker[0] if near and speaker else None, record, READER
            )
            run = token.quote if token.quote.runs_on else None
            if made:
                result.append(Made(number, made))
                if speaker:
                    speaker = (speaker[0], sentence.paragraph)
    return result


def _loose(
    text: str, sentence: Sentence, quote: Quotation, speaker: Attribution | None, record: str, reader: str
) -> Attribution | None:
    alone = not any(token.word for token in sentence.tokens)
    words = text[quote.inner.start : quote.inner.end].split()
    if len(words) < (WORDS if alone else 2) or _title(words, alone):
        return None
    content = quote.outer if alone else sentence.span
    if not alone:
        content = _whole(sentence)
    hands = tuple(h for h in speaker.hands if h.role in (Role.SPEAKER, Role.AUTHOR))[:1] if speaker else ()
    return Attribution(
        id="",
        record=record,
        kind=Kind.DIRECT if alone else Kind.MIXED,
        content=(content,),
        source=hands[0].who if hands else None,
        hands=hands,
        quotes=(quote.inner,) if alone else _quotes(sentence),
        inferred=bool(hands),
        reader=reader,
    )


def _quotes(sentence: Sentence) -> tuple[Span, ...]:
    return tuple(t.quote.inner for t in sentence.tokens if t.quote)


def _whole(sentence: Sentence) -> Span:
    tokens = sentence.tokens
    end = len(tokens)
    while end > 1 and tokens[end - 1].text in ".!?":
        end -= 1
    return Span(tokens[0].start, tokens[end - 1].end)


def _title(words: list[str], alone: bool) -> bool:
    """ "The Wind of the North": a name of a work has capitals throughout."""
    long = [word for word in words if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long) and (not alone or len(words) < 6)
