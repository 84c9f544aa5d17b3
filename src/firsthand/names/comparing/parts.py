"""What a name is made of: words, initials, particles, titles, legal forms, numbers, shared words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from firsthand.model.reading import Being
from firsthand.names.comparing.cleaning import folded, seen, spaced
from firsthand.names.comparing.numbers import joined, number, roman
from firsthand.names.comparing.tables import sequences, single, whole_words
from firsthand.names.routes.letters import script_of

BODIES = frozenset({Being.BODY, Being.OUTLET, Being.DOCUMENT, Being.GROUP, Being.MEDIUM})
DOTTED = re.compile(r"(?<![^\W\d_])[^\W\d_](?:\.[^\W\d_])+\.?(?![^\W\d_])")
COUNTED = re.compile(r"(?<=\d)(?=[\u0400-\u04ff\u1100-\uffdc])|(?<=[\u1100-\uffdc])(?=\d)")
POSSESSIVE = re.compile(r"(?<=[^\W\d_]{2})['’]s\b", re.IGNORECASE)
SPELLED_OUT = 12  # letters of a legal form in which a slip is still known
LONGEST = 7  # words in an entry of a table


class Kind(Enum):
    """What a part does in a name."""

    NAME = auto()
    INITIAL = auto()
    PARTICLE = auto()
    TITLE = auto()
    FORM = auto()  # of a company
    NUMBER = auto()
    SHARED = auto()  # a word that many bodies have
    IDLE = auto()
    SON = auto()  # "Jr", "Sr": which of two of a name


@dataclass(frozen=True, slots=True)
class Part:
    """One word as written, its key, what it does; the key of a legal form is the kind of body it makes."""

    text: str
    key: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Taken:
    """A name taken apart, with what is to be told of how it is written."""

    name: str
    parts: tuple[Part, ...]
    told: tuple[str, ...] = ()
    body: bool = False

    @property
    def fathers(self) -> frozenset[str]:
        """The names after "bin", "ibn" and the like: of the father, his father, the house."""
        words = [p.key for p in self.parts if p.key in single("filiation") or p.kind is not Kind.PARTICLE]
        pairs = pairwise(words)
        return frozenset(after for before, after in pairs if before in single("filiation"))

    @property
    def own(self) -> frozenset[str]:
        """The names that are not of a father."""
        return frozenset(p.key for p in self.of(Kind.NAME)) - self.fathers

    def of(self, *kinds: Kind) -> tuple[Part, ...]:
        """The parts of these kinds, in order."""
        return tuple(p for p in self.parts if p.kind in kinds)


@lru_cache(maxsize=16_384)
def take(name: str, being: Being) -> Taken:
    """``name`` taken apart as the name of such a being; any string is taken."""
    clean, told = seen(name)
    clean = POSSESSIVE.sub("", clean)
    body = being in BODIES
    clean = DOTTED.sub(
        (lambda m: m[0].replace(".", "")) if body else (lambda m: m[0].replace(".", " ")), clean
    )
    clean = COUNTED.sub(" ", clean)
    written = spaced(clean.replace("&", " and ")).split()
    words = [(w, whole_words().get(key, key) if body else key) for w in written if (key := folded(w))]
    parts = list(_body(words) if body else _person(words, being))
    return Taken(name, tuple(_numbered(parts)), told, body)


@lru_cache(maxsize=16_384)
def looks_like_body(name: str) -> bool:
    """Whether a legal form or a word that many bodies share stands in the name."""
    keys = [folded(w) for w in spaced(DOTTED.sub(lambda m: m[0].replace(".", ""), seen(name)[0])).split()]
    start, end = _titles(keys)  # a general is no body
    told = keys[start:end]
    return len(keys) > 1 and (
        any(whole_words().get(k, k) in single("generic") for k in told) or _formed(told)
    )


def _formed(keys: Sequence[str]) -> bool:
    """Whether the words begin or end with a legal form of more than one letter."""
    ends = (tuple(keys[:n]) for n in range(1, LONGEST)), (tuple(keys[-n:]) for n in range(1, LONGEST))
    return any(
        each in sequences("forms") and len("".join(each)) > 1 and each[0] not in single("particles")
        for side in ends
        for each in side
    )


def _person(words: Sequence[tuple[str, str]], being: Being) -> Iterator[Part]:
    titled = _titles([key for _, key in words])
    for i, (text, key) in enumerate(words):
        last = i == len(words) - 1
        if i < titled[0] or i >= titled[1]:
            yield Part(text, key, Kind.TITLE)
        else:
            yield Part(text, key, _kind_in_person(text, key, i - titled[0], last, being))


def _kind_in_person(text: str, key: str, place: int, last: bool, being: Being) -> Kind:
    if key in single("younger") or (key in single("elder") and len(key) > 1):
        return Kind.SON if place and last else Kind.NAME
    if place and text.isupper() and len(key) > 1 and roman(key):
        return Kind.NUMBER
    if any(c.isdigit() for c in key) and (key.isdigit() or number(key)):
        return Kind.NUMBER
    if len(key) == 1 and script_of(key) in {"LATIN", "CYRILLIC", "GREEK"}:
        return Kind.INITIAL
    if key in single("particles") or (place and not last and key in single("titles")):
        return Kind.PARTICLE
    return Kind.NAME


def _titles(keys: Sequence[str]) -> tuple[int, int]:
    """Where the name begins and ends between the titles before and (in Hangul) after it."""
    start, end, titles = 0, len(keys), sequences("titles")
    while found := _entry(keys, start, titles, end - 1):
        start += found
    while end - start > 1 and (keys[end - 1],) in titles and script_of(keys[end - 1][0]) == "HANGUL":
        end -= 1
    return start, end


def _entry(keys: Sequence[str], at: int, listed: dict[tuple[str, ...], str], end: int) -> int:
    """How many words from ``at`` on are an entry, the longest first; 0 for none."""
    return next((n for n in range(min(LONGEST, end - at), 0, -1) if tuple(keys[at : at + n]) in listed), 0)


def _body(words: Sequence[tuple[str, str]]) -> Iterator[Part]:
    keys, forms, ships = [key for _, key in words], sequences("forms"), sequences("ships")
    at = _entry(keys, 0, ships, len(keys) - 1)
    misspelt = _misspelt(keys)
    while at < len(words):
        found = _entry(keys, at, forms, len(keys)) if len(keys) > 1 else 0
        text, key = words[at]
        if misspelt and at == len(words) - misspelt[0]:
            yield Part(" ".join(w for w, _ in words[at:]), misspelt[1], Kind.FORM)
            return
        if found and not (found == 1 and len(key) == 1):
            yield Part(
                " ".join(w for w, _ in words[at : at + found]), forms[tuple(keys[at : at + found])], Kind.FORM
            )
            at += found
            continue
        yield Part(text, key, _kind_in_body(text, key, at))
        at += 1


def _misspelt(keys: Sequence[str]) -> tuple[int, str] | None:
    """How many words at the end are a long legal form with a slip, and its kind."""
    for n in range(min(LONGEST, len(keys) - 1), 1, -1):
        end = "".join(keys[-n:])
        if len(end) >= SPELLED_OUT and tuple(keys[-n:]) not in sequences("forms"):
            found = process.extractOne(end, _spelled_out(), scorer=OSA.distance, score_cutoff=len(end) // 8)
            if found:
                return n, found[2].split()[0]
    return None


@cache
def _spelled_out() -> dict[str, str]:
    """The kinds of the legal forms that are told in several words, by those words run together."""
    long = ((kind, "".join(words)) for words, kind in sequences("forms").items())
    return {kind + " " + words: words for kind, words in long if len(words) >= SPELLED_OUT}


def _kind_in_body(text: str, key: str, place: int) -> Kind:
    if number(key) or (place and text.isupper() and roman(key)):
        return Kind.NUMBER
    if key in single("idle"):
        return Kind.IDLE
    return Kind.SHARED if key in single("generic") else Kind.NAME


def _numbered(parts: Sequence[Part]) -> Iterator[Part]:
    """Numbers as digits, two words for one number as one; if nothing else stands, idle words are names."""
    if not any(p.kind in {Kind.NAME, Kind.SHARED, Kind.NUMBER, Kind.INITIAL} for p in parts):
        yield from (Part(p.text, p.key, Kind.NAME) if p.kind is not Kind.TITLE else p for p in parts)
        return
    held: list[Part] = []
    for part in (*parts, None):
        if part and part.kind is Kind.NUMBER:
            held.append(part)
            continue
        digits = joined([number(p.key) or roman(p.key) or p.key for p in held])
        texts = (
            [p.text for p in held]
            if len(digits) == len(held)
            else [" ".join(p.text for p in held)] * len(digits)
        )
        yield from (Part(t, d, Kind.NUMBER) for t, d in zip(texts, digits, strict=True))
        held = []
        if part:
            yield part
