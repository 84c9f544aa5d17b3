"""Many texts in one table of columns: the likest first, each laid into what is there, then each once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

from firsthand.matching.collation.laying import Pair, lay
from firsthand.matching.collation.lexing import Lexed

SKETCH = 200  # pairs of words (those with the lowest checksums) that stand for a text
Column = dict[int, int]
"""The texts that have a word here, each with the number of the word."""


def table(texts: Sequence[Lexed]) -> list[Column]:
    """The columns, in an order that keeps the order of each text's words.

    Texts with the same words are laid once. The order in which texts are given does not matter but
    for ties.
    """
    same: dict[tuple[str, ...], list[int]] = {}
    for number, text in enumerate(texts):
        same.setdefault(text.keys, []).append(number)
    heads = [group[0] for group in same.values()]
    columns = _laid(texts, heads, {group[0]: len(group) for group in same.values()})
    for column in columns:
        for head in list(column):
            column.update(dict.fromkeys(same[texts[head].keys], column[head]))
    return columns


def _laid(texts: Sequence[Lexed], heads: Sequence[int], many: dict[int, int]) -> list[Column]:
    columns: list[Column] = []
    order = _order([texts[h].keys for h in heads])
    placed = Counter[int]()
    for number in [heads[k] for k in order]:
        columns = _with(texts, columns, number, placed)
        placed[number] = many[number]
    for number in [heads[k] for k in order] if len(heads) > 2 else ():
        del placed[number]
        columns = _with(texts, _without(columns, number), number, placed)
        placed[number] = many[number]
    return columns


def _order(texts: Sequence[Sequence[str]]) -> list[int]:
    """The text that most resemble, then always the one that is likest to one of those before it."""
    sketches = [_sketch(keys) for keys in texts]
    sums = [sum(_alike(a, b) for b in sketches) * len(keys) for a, keys in zip(sketches, texts, strict=True)]
    order = [max(range(len(texts)), key=sums.__getitem__)] if texts else []
    nearest = {k: _alike(sketches[order[0]], s) for k, s in enumerate(sketches) if k not in order}
    while nearest:
        last = max(nearest, key=nearest.__getitem__)
        del nearest[last]
        order.append(last)
        for k in nearest:
            nearest[k] = max(nearest[k], _alike(sketches[last], sketches[k]))
    return order


def _sketch(keys: Sequence[str]) -> frozenset[int]:
    hashed = {crc32(f"{a} {b}".encode("utf-8", "replace")) for a, b in pairwise(keys)}
    return frozenset(sorted(hashed)[:SKETCH])


def _alike(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


def _with(texts: Sequence[Lexed], columns: list[Column], number: int, placed: Counter[int]) -> list[Column]:
    """The columns with one more text."""
    keys = texts[number].keys
    words = [_words(texts, column, placed) for column in columns]
    every = placed.total()
    pairs = lay(keys, words, [sum(w.values()) / every for w in words]) if columns else []
    return _woven(columns, number, len(keys), pairs)


def _words(texts: Sequence[Lexed], column: Column, placed: Counter[int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for text, at in column.items():
        key = texts[text].keys[at]
        found[key] = found.get(key, 0) + placed[text]
    return found


def _woven(columns: list[Column], number: int, size: int, pairs: Sequence[Pair]) -> list[Column]:
    """Words without a partner become columns of their own, right before the next that has one."""
    found: list[Column] = []
    at = last = 0
    for word, column in [*pairs, (size, len(columns))]:
        found += columns[last:column]
        found += [{number: k} for k in range(at, word)]
        if column < len(columns):
            found.append({**columns[column], number: word})
        at, last = word + 1, column + 1
    return found


def _without(columns: list[Column], number: int) -> list[Column]:
    rest = ({text: at for text, at in column.items() if text != number} for column in columns)
    return [column for column in rest if column]
