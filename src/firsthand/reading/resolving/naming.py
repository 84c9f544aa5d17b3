"""Where a text writes a name: runs of capitals, cut where the name itself begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from firsthand.languages import Language
from firsthand.reading.genders import CLOSED
from firsthand.reading.sentences import Sentence, Token

HEADING = 0.7  # of the longer words with a capital: a heading, where capitals tell nothing
STOPPED = 0.85  # of them but the prepositions, where a full stop ends it
LONG = 4  # letters; shorter words stay small in a heading
INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*$")
SAINT = "st"  # with its dot: "St. Orm"
JUNIOR = ("jr", "sr", "ii", "iii", "iv")
OWNER = ("'s", "’s", "'", "’")


class Naming(NamedTuple):
    """Where a name stands: tokens ``first`` to ``last`` of a sentence; ``lows`` are its words, small."""

    sentence: int
    first: int
    last: int
    lows: tuple[str, ...]
    name: str
    possessive: bool


def namings(
    text: str, sentences: Sequence[Sentence], language: Language, plain: frozenset[str]
) -> Iterator[Naming]:
    """Every naming in order. ``plain`` are the words that the text also writes small: one of these
    that begins a sentence is no part of a name."""
    for number, sentence in enumerate(sentences):
        tokens = sentence.tokens
        heading = is_heading(tokens, language)
        for first, last in _stretches(tokens, language):
            first = _beginning(tokens, first, last, language, plain, heading)
            last = min(last, first + 2) if heading else last
            if first < last:
                yield _naming(text, number, tokens, first, last)


def surnames(
    text: str, sentences: Sequence[Sentence], found: Sequence[Naming], language: Language
) -> Iterator[Naming]:
    """Names in headings that are the last words of names ``found`` elsewhere: "Lee Says He Will Stay"."""
    known = {n.lows[-1] for n in found if len(n.lows) > 1 and language.among(n.lows[0], "men", "women")}
    taken = {(n.sentence, index) for n in found for index in range(n.first, n.last)}
    for number, sentence in enumerate(sentences):
        for index, token in enumerate(sentence.tokens if is_heading(sentence.tokens, language) else ()):
            if token.capital and unowned(token.low) in known and (number, index) not in taken:
                yield _naming(text, number, sentence.tokens, index, index + 1)


def is_heading(tokens: Sequence[Token], language: Language) -> bool:
    """Whether capitals tell nothing in a sentence, since all its longer words have them.

    A sentence with a full stop and a verb of saying in small letters is none, however many names it has.
    """
    words = [t for t in tokens if t.word]
    if tokens[-1].text == "." and any(t.low in language.verbs and not t.capital for t in words):
        return False
    if len(words) <= 2 and all(t.text.isupper() for t in words):
        return True
    stop = tokens[-1].text == "."  # few headings have one
    long = [t for t in words if len(t.text) >= LONG and not (stop and language.among(t.low, "prepositions"))]
    share = STOPPED if stop else HEADING
    return len(long) >= LONG + 2 * stop and sum(t.capital for t in long) >= share * len(long)


def titled(sentences: Sequence[Sentence], language: Language) -> frozenset[str]:
    """The words that stand for somebody behind a title and nothing else: "Mr. Lowmark", in small letters."""
    return frozenset(low for s in sentences for low in _behind_titles(s.tokens, language))


def _behind_titles(tokens: Sequence[Token], language: Language) -> Iterator[str]:
    for index, token in enumerate(tokens[1:], 1):
        at = index - 2 if tokens[index - 1].text == "." else index - 1
        alone = token.text.endswith(OWNER) or index + 1 == len(tokens) or not tokens[index + 1].capital
        if token.capital and alone and at >= 0 and language.among(tokens[at].low, "titles"):
            yield unowned(token.low)


def is_thing(lows: Sequence[str], language: Language) -> bool:
    """Whether a name is a building's, a place's or a body's: "Lowmark Tower", but not "Ann Tower"."""
    kinds = ("premises", "corporate", "bodies", "outlets")
    thing = any(language.among(low, *kinds) for low in lows[1:]) or language.among(lows[-1], "places")
    return thing and not language.among(lows[0], "men", "women")


def _naming(text: str, number: int, tokens: Sequence[Token], first: int, last: int) -> Naming:
    written = text[tokens[first].start : tokens[last - 1].end]
    name = unowned(written)
    lows = tuple(part.strip(".,") for part in name.lower().split())
    lows = lows[:-1] if len(lows) > 2 and lows[-1] in JUNIOR else lows
    apart = last < len(tokens) and tokens[last].text in OWNER  # the ending as a token of its own
    return Naming(number, first, last + apart, lows, name, apart or name != written)


def uncontracted(low: str, language: Language) -> str:
    """The pronoun in "he's", "who'd", "I'm"; other words as they are."""
    stem = low.replace("’", "'").split("'")[0]
    return stem if stem in language.pronouns or language.among(stem, "relatives") else low


def unowned(written: str) -> str:
    """A name without its possessive ending: "Lee's" gives "Lee"."""
    for ending in OWNER:
        if written.endswith(ending):
            return written[: -len(ending)]
    return written


def _stretches(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    """Unbroken capitals; an initial keeps its dot, a particle ("de") its place, a possessive ends it."""
    start = -1
    for index, token in enumerate(tokens):
        inside = start >= 0 and _goes_on(tokens, start, index, language)
        inside = inside or (start < 0 < index and _first_name(tokens, index, language))
        if inside or _named(token, language):
            start = index if start < 0 else start
            if token.text.endswith(OWNER):
                yield start, index + 1
                start = -1
        elif start >= 0:
            yield start, index
            start = -1
    if start >= 0:
        yield start, len(tokens)


def _named(token: Token, language: Language) -> bool:
    if not token.capital or uncontracted(token.low, language) in language.pronouns:
        return False
    return not language.among(unowned(token.low), *CLOSED)


def _first_name(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """ "Will" before another capital, where no sentence begins."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    known = tokens[index].capital and language.among(tokens[index].low, "men", "women")
    return known and after is not None and after.capital and _named(after, language)


def _goes_on(tokens: Sequence[Token], start: int, index: int, language: Language) -> bool:
    """Whether the token at ``index`` stands inside the name: "J" with its dot, "de", "van"."""
    if len(tokens[index].text) == 1 and tokens[index].capital:
        return index + 1 < len(tokens) and tokens[index + 1].text == "."
    if index + 1 >= len(tokens) or not tokens[index + 1].capital or not _named(tokens[index + 1], language):
        return False
    if tokens[index].text == ".":
        before = tokens[index - 1]
        return index > start and (before.low == SAINT or INITIALS.match(before.text) is not None)
    after_head = language.among(tokens[index - 1].low, "bodies", "corporate")
    joins = after_head and language.among(tokens[index].low, "joining")
    return joins or language.among(tokens[index].low, "particles")


def _beginning(
    tokens: Sequence[Token],
    first: int,
    last: int,
    language: Language,
    plain: frozenset[str],
    heading: bool,
) -> int:
    """Where the name itself begins: behind "Yet", "Republican", "Fisherman", or at a first name."""
    at = next((i for i in range(first, last - 1) if language.among(tokens[i].low, "men", "women")), first)
    if heading:
        return at if language.among(tokens[at].low, "men", "women") else last
    if at - 2 >= first and tokens[at - 2].low == SAINT and not heading:
        return at - 2
    if at > first or language.among(tokens[at].low, "men", "women"):
        return at
    while at < last and (
        (at == 0 and (tokens[at].low in plain or language.among(tokens[at].low, "groups")))
        or (last - at > 1 and language.among(tokens[at].low, "persons", "ranks"))
    ):
        at += 1
    return at
