"""Noun phrases that stand for somebody without a name: "the Texas senator", "his campaign"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from firsthand.languages import Language
from firsthand.reading.resolving.naming import unowned
from firsthand.reading.resolving.verbs import verbal
from firsthand.reading.sentences import Token

LONGEST = 8  # tokens
PERSONAL = ("er", "or", "ist", "man", "woman", "ian", "ee", "eer", "star", "legend")  # endings of a trade
HEADS = ("persons", "epithets", "titles", "ranks", "bodies", "outlets", "generic")
AGED = "-year-old"
DEFINITE = ("the", "this", "that")


class Phrase(NamedTuple):
    """``head`` is the last word, in small letters; ``words`` are those before it; ``owner`` a pronoun or "".

    ``owned``: a noun among the words owns it ("the minister's spokesman").
    """

    first: int
    last: int
    head: str
    words: tuple[str, ...]
    owner: str
    owned: bool = False


def phrase(tokens: Sequence[Token], first: int, named: Container[int], language: Language) -> Phrase | None:
    """The definite or possessive phrase that begins at ``first``, if it ends in a head that is known."""
    low = tokens[first].low
    owned = low in language.entries("possessives")
    if not owned and low not in DEFINITE:
        return None
    best = -1
    for index in range(first + 1, min(len(tokens), first + LONGEST)):
        token = tokens[index]
        if (
            not token.word
            or token.quote
            or language.among(token.low, "prepositions", "relatives", "conjunctions")
        ):
            break
        if is_head(unowned(token.low), language) and not token.capital:
            best = index
        elif best >= 0 and (verbal(token, language) or token.capital):
            break
        elif token.low in language.verbs and _may_speak(tokens[index - 1], index - first, language):
            best = index - 1
            break
    if best < 0 or best + 1 in named or _named_office(tokens, first, best, named, language):
        return None
    words = tuple(unowned(t.low) for t in tokens[first + 1 : best])
    belongs = any(unowned(t.low) != t.low for t in tokens[first + 1 : best])
    return Phrase(first, best + 1, unowned(tokens[best].low), words, low if owned else "", belongs)


def _named_office(
    tokens: Sequence[Token], first: int, head: int, named: Container[int], language: Language
) -> bool:
    """ "the Lee campaign", "the Orm news agency" have their names already."""
    named_before = any(index in named for index in range(first + 1, head))
    return named_before and language.among(tokens[head].low, "offices", "bodies", "outlets")


def _may_speak(token: Token, behind: int, language: Language) -> bool:
    """Whether a word before a verb of saying is one person, by whatever word: "the quilter said"."""
    low = token.low
    things = language.among(
        low, "documents", "carriers", "groups", "anonymous", "strangers", "adverbs", "finite"
    )
    return behind > 1 and not token.capital and not things and low.endswith(PERSONAL)


def is_head(low: str, language: Language) -> bool:
    """Whether the word may be the head: a role, an epithet, kin, or a kind of body."""
    parts = {low, *low.split("-")} if "-" in low else {low}  # "nominee-in-waiting"
    return any(language.among(part, *HEADS) for part in parts) or low.endswith(AGED)
