"""Where a sentence says that somebody said something: the cue words, and what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from firsthand.languages import Language, Verb
from firsthand.reading.rules.phrases import Phrase, named_like_verb
from firsthand.reading.sentences import Token

NAMED = (
    "according",
    "framing",
    "citing",
    "reportedly",
    "allegedly",
    "hearsay",
    "accused",
    "identified",
    "presented",
    "claims",
)


class Cue(NamedTuple):
    """One cue: its tokens, the list it is of ("verb" or a name above), and the verb if it is one."""

    at: Phrase
    kind: str
    verb: Verb | None = None


def scan(tokens: Sequence[Token], language: Language) -> Iterator[Cue]:
    """Every cue of a sentence from left to right; the longest form wins where several begin."""
    index = 0
    while index < len(tokens):
        cue = _at(tokens, index, language)
        if cue:
            yield cue
        index = cue.at.end if cue else index + 1


def _at(tokens: Sequence[Token], index: int, language: Language) -> Cue | None:
    low = tokens[index].low
    for parts, kind in language.phrases.get(low, ()):
        fits = (kind == "verb" or kind in NAMED) and len(parts) <= len(tokens) - index
        if fits and kind == "framing" and low in language.verbs and index:
            # "was quoted by Y as saying": the passive, not "…, quoted by Y"
            fits = not language.among(tokens[index - 1].low, "passive")
        if fits and all(tokens[index + n].low == part for n, part in enumerate(parts)):
            verb = language.verbs[" ".join(parts)] if kind == "verb" else None
            end = index + len(parts)
            return Cue(Phrase(index, _over_clitics(tokens, end, language) if verb else end), kind, verb)
    listed = language.lists.get(low)
    kind = next((kind for kind in NAMED if kind in listed), "") if listed else ""
    if kind:
        return _single(tokens, index, kind, language)
    if low not in language.verbs or named_like_verb(tokens, index, language):
        return None
    return Cue(Phrase(index, _over_clitics(tokens, index + 1, language)), "verb", language.verbs[low])


def _over_clitics(tokens: Sequence[Token], end: int, language: Language) -> int:
    """ "kazala nam je | Ana": an auxiliary that follows its verb belongs to the cue."""
    while end < len(tokens) and language.among(tokens[end].low, "clitics"):
        end += 1
    return end


def _single(tokens: Sequence[Token], index: int, kind: str, language: Language) -> Cue | None:
    """A word of a list; one that is also a verb ("claims") is the noun only after a determiner."""
    place = Phrase(index, index + 1)
    low = tokens[index].low
    if kind != "claims" or low not in language.verbs or _is_noun(tokens, index, language):
        return Cue(place, kind)
    return Cue(place, "verb", language.verbs[low])


def _is_noun(tokens: Sequence[Token], index: int, language: Language) -> bool:
    before = tokens[index - 1] if index else None
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if before is None or before.text in ("'s", "’s"):
        return True
    closed = ("determiners", "possessives", "prepositions")
    if language.among(before.low, *closed) or _owned(tokens, index, language):
        return True
    return language.among(after, "of") and before.low not in language.pronouns


def _owned(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """ "Ann's often repeated claims": a possessive with only describing words before the noun."""
    speaking = ("persons", "bodies", "groups", "outlets", "documents", "anonymous", "finite", "prepositions")
    for token in reversed(tokens[max(0, index - 3) : index]):
        if token.text in ("'s", "’s") or language.among(token.low, "possessives"):
            return True
        if not token.word or token.capital or language.among(token.low, *speaking):
            return False
    return False


def _of_many(before: Token, after: Token, language: Language) -> bool:
    """ "hard questions for the ministry": a plural between a describing word and a preposition."""
    speaking = ("persons", "bodies", "groups", "outlets", "documents", "anonymous", "relatives", "adverbs")
    somebody = before.capital or before.low in language.pronouns or language.among(before.low, *speaking)
    return before.word and not somebody and language.among(after.low, "prepositions")


def _one_of_its_kind(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """ "a sharp reply", "their phone call": one thing, whose plain form is that of a verb."""
    if index < 2 or not language.among(tokens[index].low, "singulars"):
        return False
    between = tokens[index - 1]
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if between.capital and language.among(tokens[index].low, "documents") and after.endswith("s"):
        return language.among(tokens[index - 2].low, "determiners")  # "the AP report merits"
    somebody = language.among(between.low, "groups", "bodies", "persons", "outlets", "anonymous")
    plain = between.word and not between.capital and not between.low.endswith("s") and not somebody
    return plain and language.among(tokens[index - 2].low, "determiners", "possessives")


def _governed(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """ "a spokesman for her | said": a pronoun behind a preposition, which owns no noun."""
    if index < 2 or language.among(tokens[index].low, "nouns", "singulars"):
        return False
    governs = language.among(tokens[index - 2].low, "of", "prepositions")
    return governs and tokens[index - 1].low in language.pronouns


def is_noun(tokens: Sequence[Token], cue: Cue, language: Language) -> bool:
    """Whether a word that could be a verb of saying is a noun here ("the report", "his claim")."""
    before = tokens[cue.at.start - 1] if cue.at.start else None
    if before is None or cue.at.end - cue.at.start > 1 or language.among(before.low, "adverbs"):
        return False
    after = tokens[cue.at.end] if cue.at.end < len(tokens) else None
    low = tokens[cue.at.start].low
    if (
        after
        and language.among(low, "documents", "nouns")
        and (after.low in language.verbs or language.among(after.low, "finite"))
    ):
        return True  # "the UN report said", "report finds"
    if after and language.among(low, "nouns") and _of_many(before, after, language):
        return True
    if _one_of_its_kind(tokens, cue.at.start, language):
        return True
    closed = ("determiners", "possessives", "prepositions")
    if before.text.endswith(("s’", "s'")) and before.capital:
        return True  # "the Lees’ support"
    if before.text in ("'s", "’s"):
        return tokens[cue.at.start].low.endswith("s") or not tokens[cue.at.start].low.endswith("d")
    if _governed(tokens, cue.at.start, language):
        return False
    that = language.among(before.low, "that")
    if tokens[cue.at.start].low.endswith("ing") and language.among(before.low, "prepositions"):
        return False  # "by saying"
    return not that and language.among(before.low, *closed) and before.low != "to"
