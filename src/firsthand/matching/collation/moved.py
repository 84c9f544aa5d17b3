"""Words that a text has, but in another place than the others: transpositions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import LCSseq

from firsthand.matching.collation.lexing import Lexed
from firsthand.matching.collation.table import Column
from firsthand.model import Span, Transposition

NEAR = 6  # columns: so far a single word may have moved; a run of words, anywhere
AGREED = 0.6  # of the words of both runs, in order
MOST = 200  # runs of a text that are looked through, the longest first
Run = tuple[int, int]


def transpositions(texts: Sequence[Lexed], columns: Sequence[Column]) -> tuple[Transposition, ...]:
    """For each text the words that it has where others have nothing, and lacks where others have them."""
    return tuple(each for n in range(len(texts)) if len(texts) > 1 for each in _of_text(texts, columns, n))


def _of_text(texts: Sequence[Lexed], columns: Sequence[Column], n: int) -> Iterator[Transposition]:
    few = [2 * (len(c) - (n in c)) < len(texts) - 1 for c in columns]
    own = _longest(_runs([n in c and rare for c, rare in zip(columns, few, strict=True)]))
    lacked = _longest(_runs([n not in c and not rare for c, rare in zip(columns, few, strict=True)]))
    for here in own:
        mine = [texts[n].keys[columns[j][n]] for j in range(*here)]
        there = max(lacked, key=lambda run: _agreed(texts, columns, mine, here, run), default=None)
        if there and _agreed(texts, columns, mine, here, there) >= AGREED:
            lacked.remove(there)
            words = [texts[n].spans[columns[j][n]] for j in range(*here)]
            yield Transposition(n, Span(words[0].start, words[-1].end), *there)


def _runs(flags: Sequence[bool]) -> Iterator[Run]:
    at = 0
    for flag, run in groupby(flags):
        size = len(list(run))
        if flag:
            yield at, at + size
        at += size


def _longest(runs: Iterator[Run]) -> list[Run]:
    return sorted(sorted(runs, key=lambda run: run[0] - run[1])[:MOST])


def _agreed(
    texts: Sequence[Lexed], columns: Sequence[Column], mine: Sequence[str], here: Run, there: Run
) -> float:
    theirs = [_usual(texts, columns[j]) for j in range(*there)]
    if min(len(mine), len(theirs)) < 2 and min(abs(here[0] - there[1]), abs(there[0] - here[1])) > NEAR:
        return 0.0
    same = LCSseq.similarity(mine, theirs)
    return float(2 * same / (len(mine) + len(theirs)))


def _usual(texts: Sequence[Lexed], column: Column) -> str:
    words = [texts[n].keys[at] for n, at in column.items()]
    return max(words, key=words.count)
