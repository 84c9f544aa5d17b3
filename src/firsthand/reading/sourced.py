"""The words that name a hand, without what readers take along: "citing", "such (as)", "himself".

Both readers find a source by what stands beside the verb. Where a party and a state stand there ("Ann
Lee, D-Orm., said") the name is before them; and a source that ends in "their" is none, for the verb
behind it is a noun ("stepping up their | calls").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from firsthand.languages import Language
from firsthand.model import Attribution, Hop, Span
from firsthand.reading.rules.frames import Found
from firsthand.text import WORD

PARTY = re.compile(r"[DRI]-[A-Z][\w.]*")  # as members of a congress are named: "R-Ky.", "D-N.Y."
NAME = re.compile(r"((?:[^\W\d_a-z][\w’'-]*\.?\s+){0,3}[^\W\d_a-z][\w’'-]+)\s*[,(]\s*\Z")
BEFORE = 80  # characters before a party in which the name stands
ARTICLES = frozenset({"the", "a", "an"})


def sourced(text: str, found: Iterable[Found], language: Language) -> Iterator[Found]:
    """Everything found with its hands trimmed; without those whose source turns out to be none."""
    for each in found:
        own = _trimmed(text, each.attribution, language)
        if own is not None:
            yield replace(each, attribution=own)


def _trimmed(text: str, own: Attribution, language: Language) -> Attribution | None:
    source = named(text, own.source, language) if own.source else None
    if own.source and source is None:
        return None
    return replace(own, source=source, hands=tuple(_hands(text, own.hands, language)))


def _hands(text: str, hands: Iterable[Hop], language: Language) -> Iterator[Hop]:
    for hand in hands:
        who = named(text, hand.who, language) if hand.who else None
        if who is not None or hand.who is None:
            yield replace(hand, who=who)


def named(text: str, who: Span, language: Language) -> Span | None:
    """The part of ``who`` that names somebody; None where it needs the word behind it."""
    if PARTY.fullmatch(text, who.start, who.end):
        return _before(text, who, language)
    words = list(WORD.finditer(text, who.start, who.end))
    lows = [word.group().lower() for word in words]
    if not words:
        return who
    if lows[-1] in ARTICLES or (len(words) > 1 and _owning(lows[-1], language)):
        return None
    if len(words) > 1 and language.among(lows[0], "citing", "instances"):
        return Span(words[1].start(), who.end)
    if len(words) > 1 and language.among(lows[-1], "instances", "reflexives"):
        return Span(who.start, words[-2].end())
    if len(words) > 1 and language.among(lows[0], "nominative") and language.among(lows[1], "auxiliaries"):
        return Span(*words[0].span())
    return who


def _owning(low: str, language: Language) -> bool:
    """Whether a word owns what comes next and cannot stand alone, as "her" can: "a spokesman for her"."""
    return language.among(low, "possessives") and language.pronouns.get(low) not in ("m", "f")


def _before(text: str, party: Span, language: Language) -> Span:
    """The name before a party and a state, from its title if it has one; the party where there is none."""
    at = max(0, party.start - BEFORE)
    name = NAME.search(text[at : party.start])
    if name is None:
        return party
    words = list(WORD.finditer(text, at + name.start(1), at + name.end(1)))
    titles = [word.start() for word in words[:-1] if language.among(word.group().lower(), "titles")]
    return Span(titles[-1] if titles else words[0].start(), words[-1].end())
