"""Bodies that go by their owner's name: "the Lee campaign", "Ann Lee's office"."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.languages import Language
from firsthand.reading.resolving.cast import Cast
from firsthand.reading.resolving.naming import Naming
from firsthand.reading.sentences import Sentence, Token

Offices = dict[tuple[int, str], str]


def behind(tokens: Sequence[Token], naming: Naming, language: Language) -> str:
    """The word for the body that a name stands before ("campaign"); "" for none."""
    token = tokens[naming.last] if naming.last < len(tokens) else None
    return token.low if token and not token.capital and language.among(token.low, "offices") else ""


def gather(text: str, sentences: Sequence[Sentence], cast: Cast, language: Language) -> Offices:
    """What the text calls each such body, by its owner's place in the cast and the word."""
    found: Offices = {}
    for number, here in cast.at.items():
        tokens = sentences[number].tokens
        for naming, who in here.values():
            low = behind(tokens, naming, language)
            written = text[tokens[naming.first].start : tokens[naming.last].end] if low else ""
            if low and (not naming.possessive or (who, low) not in found):
                found[who, low] = written
    return found
