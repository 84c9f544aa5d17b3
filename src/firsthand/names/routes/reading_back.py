"""From letters back to Hangul: which syllables a word in Latin or Cyrillic letters may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from firsthand.names.routes.hangul import is_syllable
from firsthand.names.routes.korean import Rule, name_syllables, rules, spellings_of, surnames
from firsthand.names.routes.letters import LONGEST, bare, scripts, words_of

# What a syllable may stand for: Hangul → ids of the routes that write it so.
Readings = dict[str, tuple[str, ...]]
# A name of more words is no Korean name; a word is divided into syllables in so many ways.
WORDS, WAYS = 4, 8
SYLLABLES = 3  # of a given name
CUSTOM = {"LATIN": "ko-custom", "CYRILLIC": "ko-custom-cyrillic"}


@dataclass(frozen=True, slots=True)
class Token:
    """One syllable as it is spelled, and what it may stand for."""

    text: str
    readings: Readings = field(hash=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A name read as a Korean one: its family name, and the syllables of its given name."""

    way: str
    family: Token
    given: tuple[Token, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Family name first, then the given name, syllable by syllable."""
        return (self.family, *self.given)


@dataclass(frozen=True, slots=True)
class Index:
    """The spelled syllables of one way of writing: of family names, and of given names."""

    family: dict[str, Readings]
    given: dict[str, Readings]


@cache
def index(way: str) -> Index:
    """The index of a way of writing: "LATIN" or "CYRILLIC", by the sound."""
    written = [rule for rule in rules() if rule.script == way]
    given = _inverse((s, h, r.id) for r in written for h in name_syllables() for s in spellings_of(h, r))
    family = _inverse((s, h, r.id) for r in written for h in surnames() for s in _family(h, r))
    for custom, name in _customs(way):
        family.setdefault(custom, {})[name] = (CUSTOM[way], *family.get(custom, {}).get(name, ()))
    return Index(family, given)


def _inverse(written: Iterable[tuple[str, str, str]]) -> dict[str, Readings]:
    found: dict[str, Readings] = {}
    for spelled, hangul, route in written:
        readings = found.setdefault(spelled, {})
        readings[hangul] = (*readings.get(hangul, ()), route)
    return found


def _family(name: str, rule: Rule) -> Iterator[str]:
    if name in rule.families:
        yield bare(rule.families[name])
    first, *more = (spellings_of(letter, rule) for letter in name)
    yield from first if not more else (a + b for a in first[:4] for b in more[0][:4])


def _customs(way: str) -> Iterator[tuple[str, str]]:
    for name, (latin, _, cyrillic) in surnames().items():
        for spelled in latin if way == "LATIN" else cyrillic:
            yield bare(spelled), name


@lru_cache(maxsize=65_536)
def readings(name: str) -> tuple[Reading, ...]:
    """A name read as a Korean one in every way that its spelling allows; none where it cannot be one."""
    words = tuple(bare(w) for w in words_of(name[:LONGEST]))
    written = scripts(name[:LONGEST])
    if len(name) > LONGEST or not 0 < len(words) <= WORDS or len(written) != 1:
        return ()
    if written == ("HANGUL",):
        return tuple(_hangul("".join(words)))
    return tuple(_spelled(words, written[0])) if written[0] in CUSTOM else ()


def _hangul(letters: str) -> Iterator[Reading]:
    if not all(map(is_syllable, letters)):
        return
    for n in (2, 1):
        if letters[:n] in surnames() and n < len(letters) <= n + SYLLABLES:
            given = tuple(Token(c, {c: ()}) for c in letters[n:])
            yield Reading("HANGUL", Token(letters[:n], {letters[:n]: ()}), given)


def _spelled(words: tuple[str, ...], way: str) -> Iterator[Reading]:
    table = index(way)
    for family, rest in _divided(words, table.family):
        for given in _given(rest, table.given):
            yield Reading(way, Token(family, table.family[family]), given)


def _divided(words: tuple[str, ...], families: dict[str, Readings]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The family name and what is left: it stands first or last, in one word or (남궁) in two."""
    if len(words) == 1:
        ends = range(1, min(9, len(words[0])))
        yield from ((words[0][:n], (words[0][n:],)) for n in ends if words[0][:n] in families)
        return
    divided = [(words[0], words[1:]), (words[-1], words[:-1])]
    if len(words) > 2:
        divided.append((words[0] + words[1], words[2:]))
    yield from ((family, rest) for family, rest in divided if family in families)


def _given(words: tuple[str, ...], table: dict[str, Readings]) -> Iterator[tuple[Token, ...]]:
    found: list[tuple[Token, ...]] = [()]
    for word in words:
        found = [(*head, *tail) for head in found for tail in syllables(word, table)][:WAYS]
    yield from (given for given in found if 0 < len(given) <= SYLLABLES)


def syllables(word: str, table: dict[str, Readings]) -> list[tuple[Token, ...]]:
    """The ways to divide a word into syllables of the table, those with the fewest first; at most `WAYS`."""
    found: list[tuple[Token, ...]] = []
    ways: list[tuple[int, tuple[Token, ...]]] = [(0, ())]
    while ways and len(found) < WAYS:
        at, tokens = ways.pop(0)
        if at == len(word):
            found.append(tokens)
        elif len(tokens) < SYLLABLES:
            ends = [n for n in range(min(len(word), at + 9), at, -1) if word[at:n] in table]
            ways += [(n, (*tokens, Token(word[at:n], table[word[at:n]]))) for n in ends]
    return found
