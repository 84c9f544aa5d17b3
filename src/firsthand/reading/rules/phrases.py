"""Noun phrases and verb groups found by word lists alone: where a source begins and ends.

A phrase is a half-open range of token indices. No part of speech is known; what ends a phrase is
a word of a closed class (a preposition, a conjunction, an auxiliary), a mark, or a change from
small letters to a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.languages import Language
from firsthand.model import Span
from firsthand.reading.sentences import Token

SPEAKERS = ("groups", "persons")
NOUNS = (*SPEAKERS, "bodies", "outlets", "documents", "carriers", "anonymous")
CLITIC = 7  # tokens between a clitic auxiliary and its participle
REACH = 24  # tokens; a longer subject is a clause that was taken for one


class Phrase(NamedTuple):
    """Tokens ``start`` to ``end`` (exclusive) of one sentence."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The auxiliaries and adverbs before a verb: where they begin, and what they say about it."""

    start: int
    negated: bool = False
    future: bool = False
    passive: bool = False
    modal: bool = False
    infinitive: bool = False


def span_of(tokens: Sequence[Token], phrase: Phrase) -> Span:
    """The characters of a phrase of at least one token."""
    return Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)


def verb_group(tokens: Sequence[Token], at: int, language: Language) -> VerbGroup:
    """What stands before the verb at ``at``: "has not yet", "is expected to"."""
    start = at
    while start > 0 and (
        language.among(tokens[start - 1].low, "auxiliaries", "adverbs", "negations", "waiting")
        or manner(tokens[start - 1], language)
    ):
        start -= 1
    start = _to_clitic(tokens, start, language)
    before = {token.low for token in tokens[start:at]}
    infinitive = "to" in before or (at > 0 and tokens[at - 1].low == "to")
    return VerbGroup(
        start=start,
        negated=bool(before & language.entries("negations")),
        future=bool(before & (language.entries("future") | language.entries("waiting")) - {"to"}),
        passive=bool(_after_to(tokens, start, at) & language.entries("passive")),
        modal=bool(before & language.entries("modal")),
        infinitive=infinitive,
    )


def _to_clitic(tokens: Sequence[Token], start: int, language: Language) -> int:
    """ "Ministar je u srijedu | rekao": back to an auxiliary that stands second in its clause."""
    for index in range(start - 1, max(0, start - CLITIC), -1):
        if not tokens[index].word or language.among(tokens[index].low, "subordinators"):
            break
        if language.among(tokens[index].low, "clitics"):
            opens = language.among(tokens[index - 1].low, "that", "clitics")  # "da je vozač | rekao"
            return start if opens else index
    return start


def manner(token: Token, language: Language) -> bool:
    """ "erroneously": an adverb by its ending, where the language has one."""
    endings = tuple(language.entries("adverbial"))
    if not endings or token.capital or not token.low.endswith(endings):
        return False
    return not language.among(token.low, "unadverbial")


def _after_to(tokens: Sequence[Token], start: int, at: int) -> set[str]:
    """The words that govern the verb itself: of "is expected to be told" those behind "to"."""
    begin = next((i + 1 for i in range(at - 1, start - 1, -1) if tokens[i].low == "to"), start)
    return {token.low for token in tokens[begin:at]}


def _joins(token: Token, before: Token | None) -> bool:
    """A mark that belongs into a name: the point of "Mr.", an initial, a hyphen, an ampersand."""
    if token.text in ("'s", "’s", "&", "%", "$", "#", "@"):
        return True
    if token.text in ("-", "/"):
        return before is None or before.end == token.start
    return token.text == "." and before is not None and before.word and before.end == token.start


def noun_left(tokens: Sequence[Token], end: int, language: Language, floor: int = 0) -> Phrase | None:
    """The noun phrase that ends just before token ``end``; None where none does.

    A relative clause between the noun and ``end`` is jumped over: "the engineers who built the
    dam | said" gives "the engineers".
    """
    last = tokens[end - 1].low if end > floor else ""
    if language.among(last, "nominative") and not language.among(last, "relatives"):
        return Phrase(end - 1, end)  # "told reporters | he (thought)"
    stop, at = end, end
    while at > max(floor, end - REACH) and not _ends_left(tokens, at - 1, language, stop):
        at -= 1
    back = _behind_relative(tokens, at, floor, language)
    if back is not None and at > floor:
        return noun_left(tokens, back, language, floor)
    return _without_opening(tokens, Phrase(at, stop), language)


def _ends_left(tokens: Sequence[Token], index: int, language: Language, stop: int) -> bool:
    token = tokens[index]
    if token.quote:
        return not (_nickname(tokens, index) and index + 1 < stop)
    if not token.word:
        return not _joins(token, tokens[index - 1] if index else None)
    low = token.low
    if language.among(low, "conjunctions"):
        return _parts_clauses(tokens, index, language)
    if language.among(low, "subordinators") or language.among(low, "relatives"):
        return True
    if language.among(low, "prepositions"):
        if index and f"{tokens[index - 1].low} {low}" in language.entries("according"):
            return True
        joined = language.among(low, "of") or (index > 0 and _close_to(tokens, index, language))
        return not (joined or (index > 1 and _participle(tokens, index - 1, language)))
    if token.capital and (index > 0 or named_like_verb(tokens, index, language)):
        return False
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if low in language.verbs and not _noun_like(tokens, index, language):
        return not _participle(tokens, index, language)
    joins = language.among(low, "of") or language.among(after, "of")  # "purtătoarea a | poliției"
    return language.among(low, "finite") and not joins


def _close_to(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "an adviser | to Ann Lee", "a person close | to the talks": a "to" that belongs to somebody."""
    return language.among(tokens[at].low, "to") and language.among(tokens[at - 1].low, "nearness")


def named_like_verb(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """ "Brand told", "Hope Lee": the plain form of a verb, in capitals beside a name or before a verb."""
    token = tokens[index]
    endings = tuple(language.entries("inflected"))
    if not token.capital or not endings or token.low.endswith(endings):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if index:
        return tokens[index - 1].capital or (after is not None and after.capital)
    if after is None or language.among(token.low, "documents", "nouns"):
        return False
    acting = ("finite", "outlets", "bodies", "groups", "persons")  # "Brand told", "State media"
    return after.low in language.verbs or language.among(after.low, *acting)


def _participle(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """ "two people briefed on the talks": a past form between somebody and a preposition."""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if index == 0 or not tokens[index].low.endswith("ed") or not language.among(after, "prepositions"):
        return False
    return language.among(tokens[index - 1].low, "persons", "groups", "anonymous")


def _nickname(tokens: Sequence[Token], index: int) -> bool:
    """A short quotation between two parts of a name: Ann "Red" Lee."""
    token = tokens[index]
    short = token.quote is not None and token.end - token.start < 16 and token.quote.ends.isalnum()
    return short and index > 0 and tokens[index - 1].capital and tokens[index + 1].capital


def _noun_like(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """ "the report", "their claims": a word that may be a verb but stands after a determiner."""
    if index == 0:
        return False
    before = tokens[index - 1]
    lists = ("determiners", "possessives", "prepositions")
    return language.among(before.low, *lists) or before.low == "'s" or written(tokens, index, language)


def written(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """ "a UN report | said", "the report | released by": a document, however much it is a verb too."""
    if not language.among(tokens[index].low, "documents", "carriers", "nouns"):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not (after.word or after.quote):
        return after is None or after.text in ",.;)"
    if language.among(tokens[index].low, "nouns") and not language.among(tokens[index].low, "documents"):
        # "Western states | accused", "reports | that quoted him"
        return after.low in language.verbs or language.among(after.low, "relatives")
    closes = after.low in language.verbs or language.among(after.low, "finite", "prepositions", "relatives")
    return closes or after.low.endswith("ed")


def _parts_clauses(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether the "and" at ``index`` joins clauses ("… failed and the mayor"), not names ("A and B")."""
    at = index - 1
    while at >= 0 and index - at < 12 and (tokens[at].word or _joins(tokens[at], None)):
        low = tokens[at].low
        if language.among(low, "finite") or (low in language.verbs and not _noun_like(tokens, at, language)):
            return True
        if low.endswith("ed") and not tokens[at].capital and len(low) > 4:
            return True
        at -= 1
    return at == index - 1


def _behind_relative(tokens: Sequence[Token], at: int, floor: int, language: Language) -> int | None:
    """Where the noun before a relative clause ends, if the words before ``at`` are within one."""
    for index in range(at - 1, max(floor, at - 14) - 1, -1):
        token = tokens[index]
        if language.among(token.low, "relatives") and index > floor and tokens[index - 1].word:
            ours = tokens[index - 1].low in language.verbs and language.among(token.low, "that")
            return None if ours or language.among(token.low, "that") else index
        if not token.word and not _joins(token, None):
            return None
    return None


def _without_opening(tokens: Sequence[Token], phrase: Phrase, language: Language) -> Phrase | None:
    """A phrase without what opens the sentence: "In March the minister" gives "the minister"."""
    start, end = phrase
    opening = ("adverbs", "conjunctions", "time", "negations", "auxiliaries")
    moved = True
    while moved and start < end:
        low = tokens[start].low
        bound = start + 1 < end and language.among(low, "determiners")  # "both sides"
        moved = (language.among(low, *opening) and not bound) or not (
            tokens[start].word or tokens[start].quote
        )
        if language.among(low, "prepositions"):
            start, moved = _after_place(tokens, start, end, language), True
        elif moved:
            start += 1
    while end > start and (
        language.among(tokens[end - 1].low, "adverbs") or language.among(tokens[end - 1].low, "conjunctions")
    ):
        end -= 1
    return Phrase(start, end) if start < end else None


def _after_place(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """Behind "In March", "In a letter": the next determiner, pronoun or title of a new phrase."""
    first = start + 1
    if first < end and language.among(tokens[first].low, "time"):
        return first + 1
    first += 1 if first < end and language.among(tokens[first].low, "determiners") else 0
    for index in range(first + 1, end):
        low = tokens[index].low
        fresh = language.among(low, "determiners", "titles", *SPEAKERS) or low in language.pronouns
        behind = language.among(tokens[index - 1].low, "carriers") and tokens[index].capital
        if behind or (fresh and not language.among(tokens[index - 1].low, "prepositions")):
            return index
    return end


def noun_right(
    tokens: Sequence[Token], start: int, language: Language, titled: bool = False
) -> Phrase | None:
    """The noun phrase that begins at token ``start``; None where none does.

    ``titled``: a short quotation alone may be one, where a name is looked for ("«Dawn» reports").
    """
    if start >= len(tokens):
        return None
    first = tokens[start]
    if titled and named_quote(tokens, start):
        return Phrase(start, start + 1)
    alone = first.low in language.pronouns and not language.among(first.low, "possessives")
    if alone and not _determines(tokens, start, language):
        return Phrase(start, start + 1)
    if not first.word and not (first.quote and _titled(tokens, start)):
        return None
    if _closed(first, language):
        return None
    at = start
    while at < min(len(tokens), start + REACH) and not _ends_right(tokens, at, start, language):
        at += 1
    loose = ("determiners", "conjunctions", "prepositions")
    while at > start and language.among(tokens[at - 1].low, *loose):
        if tokens[at - 1].capital and tokens[at - 2].capital and at - 1 > start:
            break  # "Channel Nine"
        at -= 1
    return Phrase(start, at) if at > start else None


def _determines(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "one guy": a word that is a pronoun as well, before the noun it belongs to."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not after.word or not language.among(tokens[at].low, "determiners"):
        return False
    speaks = after.low in language.verbs or language.among(after.low, "finite")
    return not speaks and not _closed(after, language)


def named_quote(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation looks like a name: short, and not closed like a sentence."""
    quote = tokens[at].quote if 0 <= at < len(tokens) else None
    return quote is not None and _titled(tokens, at) and quote.ends.isalnum()


def _titled(tokens: Sequence[Token], at: int) -> bool:
    quote = tokens[at].quote
    return quote is not None and quote.outer.end - quote.outer.start < 40


def _closed(token: Token, language: Language) -> bool:
    lists = ("prepositions", "subordinators", "conjunctions", "auxiliaries", "adverbs")
    if language.among(token.low, "determiners"):
        return False
    return language.among(token.low, *lists)


def _ends_right(tokens: Sequence[Token], at: int, start: int, language: Language) -> bool:
    token = tokens[at]
    before = tokens[at - 1] if at > start else None
    low = token.low
    if token.quote:
        return not (_titled(tokens, at) and before is not None and before.word)
    if not token.word:
        return not _joins(token, before) or (token.text == "." and not _abbreviated(before, language))
    if before is None:
        return False
    if token.capital and before.capital and language.among(low, "outlets"):
        return False  # "the Quay Today" is a name, however much "today" is a time
    opened = language.among(before.low, "inner", "conjunctions", "to")
    if language.among(low, "inner") or _close_to(tokens, at, language):
        return False
    if language.among(low, "conjunctions"):
        return not _pairs(tokens, at, start, language)
    if language.among(low, "determiners") or language.among(low, "possessives"):
        return not opened and not token.capital and not _within_title(tokens, start, at)
    if at + 1 < len(tokens) and tokens[at + 1].low == "by" and not token.capital:
        # a participle: "minutes | obtained by", and no noun: "a new poll | by"
        return not language.among(low, "documents", "carriers")
    if language.among(before.low, "determiners") or language.among(before.low, "possessives"):
        return False
    if _closed(token, language) or language.among(low, "relatives") or low in language.pronouns:
        return True
    if language.among(low, "finite") or (low in language.verbs and at > start and not opened):
        return not token.capital and not written(tokens, at, language)
    if language.among(low, "time") or _dates(tokens, at, language):
        return True
    return _leaves_name(tokens, start, at, language)


def _dates(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "a letter to the council | dated 3 May", "a clerk | declined to": a past form ends the noun."""
    if at + 1 >= len(tokens) or not tokens[at].low.endswith("ed"):
        return False
    after = tokens[at + 1]
    return after.text.isdigit() or (language.among(after.low, "to") and not tokens[at].capital)


def _within_title(tokens: Sequence[Token], start: int, at: int) -> bool:
    """ "Radio Varn's Meet | the Press": a small word between capitals behind an owner."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    between = after is not None and after.capital and tokens[at - 1].capital
    return between and any(token.low == "'s" for token in tokens[start:at])


def _abbreviated(before: Token | None, language: Language) -> bool:
    if before is None:
        return False
    return language.among(before.low, "abbreviations") or (len(before.text) == 1 and before.capital)


def _pairs(tokens: Sequence[Token], at: int, start: int, language: Language) -> bool:
    """Whether an "and" joins two names, or two words that describe ("current and former officials")."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or tokens[at].low != "and":
        return False
    if at == start + 1 and not tokens[start].capital and after.word and not after.capital:
        ends = after.low in language.verbs or language.among(after.low, "finite") or after.low.endswith("ed")
        return not (ends or language.among(tokens[start].low, *NOUNS) or _closed(after, language))
    return after.capital and tokens[at - 1].capital


def _leaves_name(tokens: Sequence[Token], start: int, at: int, language: Language) -> bool:
    """A small-letter word after a full name ends the phrase: "told Ann Lee | crates were"."""
    if tokens[at].capital or not tokens[at - 1].capital or tokens[at - 1].text.endswith(("s'", "s’")):
        return False
    if tokens[at].low.endswith("ed"):
        return True
    lists = ("bodies", "outlets", "persons", "groups", "documents")
    if language.among(tokens[at].low, *lists):
        return False
    names = (t for t in tokens[start:at] if t.capital and not language.among(t.low, "determiners"))
    return sum(1 for _ in names) >= 2
