"""From letters back to Hangul: which syllables a word in Latin or Cyrillic letters may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from firsthand.names.routes.characters import Read, characters, family_characters, hangul_of
from firsthand.names.routes.hangul import is_syllable
from firsthand.names.routes.kana import romanised
from firsthand.names.routes.korean import Rule, name_syllables, rules, spellings_of, surnames
from firsthand.names.routes.letters import LONGEST, bare, scripts, words_of

# What a syllable may stand for: Hangul → ids of the routes that write it so.
Readings = dict[str, tuple[str, ...]]
# A name of more words is no Korean name; a word is divided into syllables in so many ways.
WORDS, WAYS = 4, 8
SYLLABLES = 3  # of a given name
CUSTOM = {"LATIN": "ko-custom", "CYRILLIC": "ko-custom-cyrillic"}
READ_ABROAD = {"PINYIN": "ko-pinyin", "ON": "ko-on"}
# Routes that no standard is behind: they explain a spelling only where no other does.
HABITS = (
    "ko-custom",
    "ko-custom-cyrillic",
    "ko-press",
    "ko-europe",
    "ko-ru-press",
    "ko-uk-press",
    "ko-uk-english",
)
# In which ways the letters of a script are read; Hangul and characters are looked up one by one.
WAYS_OF = {"LATIN": ("LATIN", "PINYIN", "ON"), "CYRILLIC": ("CYRILLIC",), "KATAKANA": ("KATAKANA", "ON")}
_LONG = re.compile(r"(?<=[ou])u|(?<=([aeo]))\1")


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
    """The index of a way of writing.

    "LATIN", "CYRILLIC" and "KATAKANA" are by the Korean sound; "PINYIN" and "ON" by how the name's
    characters are read in China and Japan.
    """
    if way in READ_ABROAD:
        return _read_abroad(way)
    written = [rule for rule in rules() if rule.script == way]
    given = _inverse((s, h, r.id) for r in written for h in name_syllables() for s in spellings_of(h, r))
    family = _inverse((s, h, r.id) for r in written for h in surnames() for s in _family(h, r))
    for custom, name in _customs(way) if way in CUSTOM else ():
        family.setdefault(custom, {})[name] = (CUSTOM[way], *family.get(custom, {}).get(name, ()))
    return Index(family, given)


def _read_abroad(way: str) -> Index:
    given = _inverse(
        (s, h, READ_ABROAD[way]) for h, read in characters().items() for s in spelled_abroad(read, way)
    )
    family = _inverse(
        (s, h, READ_ABROAD[way]) for h in surnames() for s in spelled_abroad(family_characters(h), way)
    )
    return Index(family, given)


def spelled_abroad(read: Read, way: str) -> Iterator[str]:
    """How characters are read in China ("PINYIN") or Japan ("ON"), in letters.

    Japanese readings stand with their long vowels (as kana have them) and without.
    """
    if way == "PINYIN":
        yield from dict.fromkeys(bare(chinese) for chinese, _ in read.values())
        return
    japanese = dict.fromkeys(each for _, every in read.values() for each in every)
    yield from dict.fromkeys((*japanese, *(_LONG.sub(r"\1", each) for each in japanese)))


def _inverse(written: Iterable[tuple[str, str, str]]) -> dict[str, Readings]:
    found: dict[str, Readings] = {}
    for spelled, hangul, route in written:
        readings = found.setdefault(spelled, {})
        if route not in readings.get(hangul, ()):
            readings[hangul] = (*readings.get(hangul, ()), route)
    return found


def _family(name: str, rule: Rule) -> Iterator[str]:
    yield from map(bare, rule.families.get(name, ()))
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
    if written[0] in {"HANGUL", "HAN"}:
        return tuple(_by_letter("".join(words), written[0]))
    if written[0] in {"KATAKANA", "HIRAGANA"}:
        written, words = ("KATAKANA",), tuple(map(romanised, words))
    return tuple(r for way in WAYS_OF.get(written[0], ()) for r in _spelled(words, way))


def unlisted(name: str) -> tuple[Reading, ...]:
    """A name in Hangul with its first syllable as family name, though no table has one that reads so."""
    letters = "".join(words_of(name[:LONGEST]))
    if not 1 < len(letters) <= 1 + SYLLABLES or not all(map(is_syllable, letters)):
        return ()
    family, *given = (Token(c, {c: ()}) for c in letters)
    return (Reading("HANGUL", family, tuple(given)),)


def _by_letter(letters: str, way: str) -> Iterator[Reading]:
    read = _syllables if way == "HANGUL" else _characters
    for n in (2, 1):
        tokens = [Token(part, read(part)) for part in (letters[:n], *letters[n:])]
        listed = any(name in surnames() for name in tokens[0].readings)
        if listed and n < len(letters) <= n + SYLLABLES and all(t.readings for t in tokens):
            yield Reading(way, tokens[0], tuple(tokens[1:]))


def _syllables(hangul: str) -> Readings:
    return {hangul: ()} if all(map(is_syllable, hangul)) else {}


def _characters(written: str) -> Readings:
    return dict.fromkeys(hangul_of().get(written, ()), ("ko-hanja",))


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
