"""Quotations without an attribution of their own: given to whoever was speaking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from firsthand.languages import Language
from firsthand.model import Attribution, Kind, Role, Span
from firsthand.reading.quotations import Quotation
from firsthand.reading.sentences import Sentence

NEAR = 2  # paragraphs; beyond that a quotation is no longer the running speaker's by position alone
WORDS = 3  # a quotation of fewer words, alone, is a title or a nickname
PARTIAL = 2  # words that a quotation inside a sentence of the report must have; one is a scare quote


class Running(NamedTuple):
    """Who spoke last, in which paragraph, and whether their quotation runs on into the next one."""

    attribution: Attribution
    paragraph: int
    runs_on: bool = False


def carry_on(
    text: str, told: Mapping[int, Sequence[Attribution]], sentences: Sequence[Sentence], language: Language
) -> Iterator[tuple[int, Attribution]]:
    """One attribution, with its sentence's number, for every quotation that ``told`` does not reach.

    ``told`` are the attributions found so far, by the number of their sentence.
    """
    reached = {quote for found in told.values() for each in found for quote in each.quotes}
    running: Running | None = None
    for number, sentence in enumerate(sentences):
        if sentence.inside is not None:
            continue
        here = told.get(number, ())
        for each in here:
            if each.source is not None and each.hands:
                running = Running(each, sentence.paragraph)
        for quote in _unreached(sentence, here, reached, language):
            if text[quote.outer.start] in language.entries("title_marks"):
                continue
            made = _loose(text, sentence, quote, _speaker(running, sentence), bool(here))
            if made:
                yield number, made
            if running:
                running = Running(running.attribution, sentence.paragraph, quote.runs_on)


def _speaker(running: Running | None, sentence: Sentence) -> Attribution | None:
    if running is None:
        return None
    near = sentence.paragraph - running.paragraph <= NEAR or running.runs_on
    return running.attribution if near else None


def _unreached(
    sentence: Sentence, here: Sequence[Attribution], reached: set[Span], language: Language
) -> Iterator[Quotation]:
    """Quotations of the sentence in nobody's content, without those that are names ("the paper “Dawn”")."""
    named = [hop.who for each in here for hop in each.hands if hop.who]
    for index, token in enumerate(sentence.tokens):
        if token.quote is None or token.quote.inner in reached:
            continue
        called = index > 0 and language.among(sentence.tokens[index - 1].low, "outlets", "works")
        if not called and not any(who.start <= token.start < who.end for who in named):
            yield token.quote


def _loose(
    text: str, sentence: Sentence, quote: Quotation, speaker: Attribution | None, told: bool
) -> Attribution | None:
    alone = told or not any(token.word for token in sentence.tokens)
    words = text[quote.inner.start : quote.inner.end].split()
    if len(words) < (WORDS if alone else PARTIAL) or titled(words, alone):
        return None
    hands = tuple(h for h in speaker.hands if h.role in (Role.SPEAKER, Role.AUTHOR))[:1] if speaker else ()
    return Attribution(
        id="",
        record="",
        kind=Kind.DIRECT if alone else Kind.MIXED,
        content=(quote.outer if alone else _whole(sentence),),
        source=hands[0].who if hands else None,
        hands=hands,
        quotes=(quote.inner,) if alone else _quotes(sentence),
        inferred=bool(hands),
    )


def _quotes(sentence: Sentence) -> tuple[Span, ...]:
    return tuple(t.quote.inner for t in sentence.tokens if t.quote)


def _whole(sentence: Sentence) -> Span:
    tokens = sentence.tokens
    end = len(tokens)
    while end > 1 and tokens[end - 1].text in ".!?":
        end -= 1
    return Span(tokens[0].start, tokens[end - 1].end)


def titled(words: list[str], alone: bool) -> bool:
    """ "The Wind of the North": a name of a work has capitals throughout."""
    long = [word for word in words if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long) and (not alone or len(words) < 6)
