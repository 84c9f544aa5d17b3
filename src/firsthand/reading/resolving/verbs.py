"""Whether what stands at a place is a subject, and whether it speaks: a look at the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from firsthand.languages import Language
from firsthand.reading.sentences import Token

ASIDE = 45  # tokens of ", a carpenter from Rome," at most
BETWEEN = 4  # adverbs before the verb


class Acting(NamedTuple):
    """``subject``: a verb follows or, of saying, comes before; ``speaks``: it is a verb of saying."""

    subject: bool
    speaks: bool


def acting(tokens: Sequence[Token], first: int, last: int, language: Language) -> Acting:
    """How the tokens ``first`` to ``last`` act in their sentence."""
    before = tokens[first - 1] if first else None
    if before and before.low in language.verbs and _inverted(tokens, first - 1, language):
        return Acting(True, True)
    if language.among(tokens[first].low, "nominative"):
        verb = verb_behind(tokens, last, language)
        return Acting(True, verb >= 0 and _speaks(tokens, verb, language))
    if before and language.among(before.low, "prepositions"):
        return Acting(first == 2 and tokens[0].low == "as", False)
    verb = verb_behind(tokens, last, language)
    if verb < 0:
        return Acting(_presented(tokens, first, language), False)
    return Acting(True, _speaks(tokens, verb, language))


def _presented(tokens: Sequence[Token], first: int, language: Language) -> bool:
    """ "Then there's Ann Lee": written as one word or as two."""
    return any(language.among(token.low, "presenting") for token in tokens[max(0, first - 2) : first])


def _inverted(tokens: Sequence[Token], verb: int, language: Language) -> bool:
    """Whether the verb at ``verb`` may stand before its subject: "…," said Ann; not "Ann, 40, told Bo"."""
    before = tokens[verb - 1] if verb else None
    if before is None or before.quote is not None:
        return True
    telling = language.verbs[tokens[verb].low].frame == "tell" and before.text == ","
    return before.text in ",”\"'?!—–" and not telling


def _speaks(tokens: Sequence[Token], verb: int, language: Language) -> bool:
    near = tokens[verb : verb + BETWEEN]
    return any(t.low in language.verbs for t in near[:1]) or (
        language.among(tokens[verb].low, "auxiliaries") and any(t.low in language.verbs for t in near)
    )


def verb_behind(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The place of the verb behind ``at``, past an aside in commas or brackets; -1 for none."""
    if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].low in language.verbs:
        return at + 1  # "his lawyer, Ann Lee, said"
    if at < len(tokens) and tokens[at].text in ",(—–":
        at = _past_aside(tokens, at, language)
    for index in range(at, min(len(tokens), at + BETWEEN)):
        if verbal(tokens[index], language):
            return index
        if not language.among(tokens[index].low, "adverbs", "relatives") and not tokens[index].low.endswith(
            "ly"
        ):
            return -1
    return -1


def _past_aside(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Behind ", a carpenter, who came from Rome,": before the verb of saying, else behind the first mark."""
    closing = ")" if tokens[at].text == "(" else tokens[at].text
    ends = [i + 1 for i in range(at + 1, min(len(tokens), at + ASIDE)) if tokens[i].text == closing]
    if not ends:
        return len(tokens)
    if closing == ")" and ends[0] < len(tokens) and tokens[ends[0]].text == ",":
        return _past_aside(tokens, ends[0], language)
    said = (i for i in ends if i < len(tokens) and tokens[i].low in language.verbs)
    at = next(said, ends[0])
    return at + 1 if at < len(tokens) and tokens[at].text == "," else at


def verbal(token: Token, language: Language) -> bool:
    """Whether a word looks like a verb in a form that may follow a subject."""
    if not token.word or token.capital:
        return False
    low = token.low
    if low in language.verbs or language.among(low, "finite", "auxiliaries"):
        return True
    return len(low) > 3 and low.endswith(("ed", "s")) and not language.among(low, "adverbs", "prepositions")
