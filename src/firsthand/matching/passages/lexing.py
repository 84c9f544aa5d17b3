"""The words of many texts as rows of numbers, so that they can be compared all at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]

BLOCK = 1_000_000  # characters looked at together: 35 MB of numbers
KNOWN, ENDED = 0x20000, 0x323B0  # code points between the two are Chinese
# Chinese, Kana and Hangul: each character is a word.
ALONE = ((0x3041, 0x3100), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xAC00, 0xD7A4), (0xF900, 0xFB00))
PRIOR = 50  # texts that a case is thought to have besides its own, lest every word of a small one be common
LEFT_OUT = 0xFFFF_FFFF  # an apostrophe: "dont" and "don't" are one word
APOSTROPHES = "'’ʼ‘`´"
BREAKS = '.!?:;"“”„«»\n()[]—–…。！？「」『』'
LETTERS = 64  # of a word that count by their place; no word differs only further on


@dataclass(frozen=True, slots=True)
class Lexed:
    """One row a word, in the order of the texts and of their places.

    ``word``: the same number for the same word, whatever its case and accents; ``text``: which text;
    ``start``, ``end``: code points of that text; ``broken``: whether a mark of punctuation, a
    quotation mark or a line break stands before it (one more row for the end of all); ``capital``;
    ``rarity``: ``ln((texts + 50) / occurrences + 1)``; ``first``: the first word of each text,
    and the number of all words.
    """

    word: Whole
    text: Whole
    start: Whole
    end: Whole
    broken: Truth
    capital: Truth
    rarity: NDArray[np.float32]
    first: Whole

    def __len__(self) -> int:
        return len(self.word)


def lex(texts: Sequence[str]) -> Lexed:
    """The words of ``texts``; marks and blanks are none."""
    blocks = [_block(texts, first, last) for first, last in _blocks(texts)]
    columns: list[Any] = [np.concatenate([b[n] for b in blocks]) for n in range(6)] if blocks else _NOTHING
    hashed, text, start, end, broken, capital = columns
    _, word, counts = np.unique(hashed, return_inverse=True, return_counts=True)
    rarity = np.log((len(texts) + PRIOR) / np.minimum(counts, len(texts)) + 1).astype(np.float32)
    text = text.astype(np.int64)
    return Lexed(
        word.astype(np.int64), text, start.astype(np.int64), end.astype(np.int64),
        np.append(broken.astype(bool), True), capital.astype(bool), rarity[word],
        np.searchsorted(text, np.arange(len(texts) + 1)),
    )  # fmt: skip


def _blocks(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = size = 0
    for number, text in enumerate(texts):
        size += len(text)
        if size >= BLOCK:
            yield first, number + 1
            first, size = number + 1, 0
    if first < len(texts):
        yield first, len(texts)


def _block(texts: Sequence[str], first: int, last: int) -> tuple[Any, ...]:
    """The columns of the texts from ``first`` to ``last``: hash, text, start, end, broken, capital."""
    whole = "".join(f"{text}\n" for text in texts[first:last])
    points = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    begins = np.cumsum([0, *(len(text) + 1 for text in texts[first : last - 1])])
    folding, capitals = _tables()
    classes = np.minimum(points, KNOWN)
    folded = np.where((points >= KNOWN) & (points < ENDED), points, folding[classes])
    kept = np.flatnonzero(folded != LEFT_OUT)
    heads, tails, hashes = _words(folded[kept])
    start, end = kept[heads], kept[tails] + 1
    text = np.searchsorted(begins, start, side="right") - 1
    marks = np.concatenate([[0], np.cumsum(np.isin(points, _BREAKS))])
    broken = marks[start] > marks[np.concatenate([[0], end[:-1]])[: len(start)]]
    broken |= np.concatenate([[-1], text[:-1]])[: len(text)] != text
    return hashes, text + first, start - begins[text], end - begins[text], broken, capitals[classes[start]]


def _words(folded: NDArray[np.uint32]) -> tuple[Whole, Whole, NDArray[np.uint64]]:
    """Where each word begins and which is its last character, and a number for the word."""
    inside = folded > 0
    alone = folded >= KNOWN
    for low, high in ALONE:
        alone |= (folded >= low) & (folded < high)
    before = np.concatenate([[False], (inside & ~alone)[:-1]])
    heads = np.flatnonzero(inside & ~(before & ~alone))
    if not len(heads):
        return heads, heads, np.zeros(0, np.uint64)
    lengths = np.diff(np.append(heads, len(folded)))
    place = np.arange(heads[0], len(folded)) - np.repeat(heads, lengths)
    letters = folded[heads[0] :].astype(np.uint64) + np.uint64(11)
    weighed = letters * _FACTORS[np.minimum(place, LETTERS - 1)] * inside[heads[0] :]
    hashes = np.add.reduceat(weighed, heads - heads[0])
    sizes = np.add.reduceat(inside[heads[0] :].astype(np.int64), heads - heads[0])
    return heads, heads + sizes - 1, mixed(hashes)


def mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers spread over all 64 bits (the finishing step of splitmix64, Steele et al. 2014)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _fold(point: int) -> int:
    """The small letter without its accent; 0 for what is no letter or digit."""
    char = chr(point)
    if char in APOSTROPHES:
        return LEFT_OUT
    if not char.isalnum():
        return 0
    if any(low <= point < high for low, high in ALONE):
        return point
    plain = unicodedata.normalize("NFKD", char.lower())
    return ord(next((each for each in plain if each.isalnum()), char))


@cache
def _tables() -> tuple[NDArray[np.uint32], Truth]:
    """By code point: what it is folded to, and whether it is a capital. Made when first needed (0.2 s)."""
    folding = np.array([*map(_fold, range(KNOWN)), 0], np.uint32)
    return folding, np.array([*(chr(n).isupper() for n in range(KNOWN)), False])


_NOTHING = [np.zeros(0, np.int64)] * 6
_BREAKS = np.array([*map(ord, BREAKS)], np.uint32)
_FACTORS = mixed(np.arange(1, LETTERS + 1, dtype=np.uint64)) | np.uint64(1)
