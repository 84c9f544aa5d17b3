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
Row = NDArray[np.int32]
Truth = NDArray[np.bool_]
Keys = NDArray[np.uint64]

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
    ``paired``: how often it follows the word before it, in all texts; ``first``: the first row of each
    text, and the number of all rows. By the number of a word: ``count``, how often it occurs, and
    ``rarity``: ``ln((texts + 50) / occurrences + 1)``.
    """

    word: Row
    text: Row
    start: Row
    end: Row
    broken: Truth
    capital: Truth
    paired: Row
    first: Whole
    count: Row
    rarity: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.word)


def lex(texts: Sequence[str]) -> Lexed:
    """The words of ``texts``; marks and blanks are none."""
    blocks = [_block(texts, first, last) for first, last in _blocks(texts)]
    columns: list[Any] = [_joined(blocks, n) for n in range(6)] if blocks else _NOTHING
    text, start, end, broken, capital, hashed = columns
    word, count = numbered(hashed)
    rarity = np.log((len(texts) + PRIOR) / np.minimum(count, len(texts)) + 1).astype(np.float32)
    return Lexed(
        word, text, start, end, np.append(broken, True), capital, _paired(word, text),
        np.searchsorted(text, np.arange(len(texts) + 1)), count, rarity,
    )  # fmt: skip


def _joined(blocks: list[list[Any]], column: int) -> Any:
    """One column of all blocks; what is joined is let go, as there may be 30 million rows."""
    parts = [block[column] for block in blocks]
    for block in blocks:
        block[column] = None
    return np.concatenate(parts)


def _paired(word: Row, text: Row) -> Row:
    inside = np.flatnonzero(text[1:] == text[:-1]).astype(np.int32)
    keys = word[inside].astype(np.uint64) << np.uint64(32)
    keys |= word[1:][inside].astype(np.uint64)
    pair, count = numbered(mixed(keys))
    paired = np.zeros(len(word), np.int32)
    paired[1:][inside] = count[pair]
    return paired


def grouped(keys: Keys) -> tuple[Row, Whole]:
    """Places in ``keys`` with equal keys brought together, rising; and where each group begins.

    Keys are compared by the bits that are left beside a place (43 of 64 among two million), so they
    must be well mixed. One sort of plain numbers is ten times as fast as sorting places by keys.
    """
    bits = np.uint64(max(1, len(keys).bit_length()))
    packed = keys >> bits << bits
    packed |= np.arange(len(keys), dtype=np.uint64)
    packed.sort()
    places = (packed & np.uint64((1 << int(bits)) - 1)).astype(np.int32)
    packed >>= bits
    heads = np.flatnonzero(packed[1:] != packed[:-1]) + 1
    return places, np.concatenate([np.zeros(min(1, len(keys)), np.int64), heads])


def numbered(keys: Keys) -> tuple[Row, Row]:
    """The same small number for the same key, and how often each number occurs."""
    places, heads = grouped(keys)
    sizes = np.diff(np.append(heads, len(keys))).astype(np.int32)
    numbers = np.empty(len(keys), np.int32)
    numbers[places] = np.repeat(np.arange(len(heads), dtype=np.int32), sizes)
    return numbers, sizes


def _blocks(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = size = 0
    for number, text in enumerate(texts):
        size += len(text)
        if size >= BLOCK:
            yield first, number + 1
            first, size = number + 1, 0
    if first < len(texts):
        yield first, len(texts)


def _block(texts: Sequence[str], first: int, last: int) -> list[Any]:
    """The columns of the texts from ``first`` to ``last``: text, start, end, broken, capital, hash."""
    whole = "".join(f"{text}\n" for text in texts[first:last])
    points = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    begins = np.cumsum([0, *(len(text) + 1 for text in texts[first : last - 1])])
    classes = np.minimum(points, KNOWN)
    folding, capitals = _tables(classes)
    folded = np.where((points >= KNOWN) & (points < ENDED), points, folding[classes])
    kept = np.flatnonzero(folded != LEFT_OUT)
    heads, tails, hashes = _words(folded[kept])
    start, end = kept[heads], kept[tails] + 1
    text = np.searchsorted(begins, start, side="right") - 1
    marks = np.concatenate([[0], np.cumsum(np.isin(points, _BREAKS))])
    broken = marks[start] > marks[np.concatenate([[0], end[:-1]])[: len(start)]]
    broken |= np.concatenate([[-1], text[:-1]])[: len(text)] != text
    rows = (text + first, start - begins[text], end - begins[text])
    return [*(each.astype(np.int32) for each in rows), broken, capitals[classes[start]], hashes]


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


def mixed(numbers: Keys) -> Keys:
    """Numbers spread over all 64 bits (the finishing step of splitmix64, Steele et al. 2014)."""
    numbers = numbers ^ (numbers >> np.uint64(30))
    numbers *= np.uint64(0xBF58476D1CE4E5B9)
    numbers ^= numbers >> np.uint64(27)
    numbers *= np.uint64(0x94D049BB133111EB)
    numbers ^= numbers >> np.uint64(31)
    return numbers


@cache
def _fold(point: int) -> tuple[int, bool]:
    """The small letter without its accent, 0 for what is no letter or digit; and whether it is a capital."""
    char = chr(point)
    if char in APOSTROPHES:
        return LEFT_OUT, False
    if not char.isalnum():
        return 0, False
    if any(low <= point < high for low, high in ALONE):
        return point, False
    plain = unicodedata.normalize("NFKD", char.lower())
    return ord(next((each for each in plain if each.isalnum()), char)), char.isupper()


def _tables(points: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], Truth]:
    """By code point, for those that occur: what it is folded to, and whether it is a capital."""
    folding, capitals = np.zeros(KNOWN + 1, np.uint32), np.zeros(KNOWN + 1, bool)
    for point in np.flatnonzero(np.bincount(points, minlength=KNOWN)[:KNOWN]).tolist():
        folding[point], capitals[point] = _fold(point)
    return folding, capitals


_NOTHING = [*(np.zeros(0, kind) for kind in (*[np.int32] * 3, bool, bool, np.uint64))]
_BREAKS = np.array([*map(ord, BREAKS)], np.uint32)
_FACTORS = mixed(np.arange(1, LETTERS + 1, dtype=np.uint64)) | np.uint64(1)
