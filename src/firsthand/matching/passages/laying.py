"""Two places laid word by word: where the shared passage begins and ends, and what can be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log
from operator import and_

from rapidfuzz.distance import Indel, LCSseq

from firsthand.matching.passages.lexing import Lexed
from firsthand.matching.passages.seeds import Place

PAD = 10  # words beside a place that may belong to the passage
# What a word that agrees is worth, with its rarity up to MOST, and what one costs that does not.
AGREES, RARE, MOST = 0.6, 0.3, 5.0
EXCHANGED, INSERTED, BROKEN = 0.9, 0.45, 0.6
MISSPELT = 0.7  # likeness (Indel) from which two words are one, wrongly written
EDGE = 3  # misspelt words taken in at either end, with what agrees between them
ODD = 2  # other words at either end, up to where a sentence or a quotation ends in both texts
CAPPED = 12  # words; more prove no more


@dataclass(frozen=True, slots=True)
class Laid:
    """Rows ``a0`` to ``a1`` and ``b0`` to ``b1`` of a `Lexed`, and how they agree.

    ``agreed`` words in order, their ``rarity`` summed, ``plain`` of them with a small letter in one of
    the texts (names have none), ``misspelt`` words taken for the same; ``holders``: in how many
    places its rarest run of words stands.
    """

    a0: int
    a1: int
    b0: int
    b1: int
    worth: float
    agreed: int
    rarity: float
    plain: int
    misspelt: int
    holders: int


def lay(texts: Sequence[str], lexed: Lexed, place: Place) -> Laid | None:
    """The best stretch about a place; None where nothing agrees."""
    best = _stretch(lexed, place)
    return _to_edges(texts, lexed, best) if best else None


def features(lexed: Lexed, laid: Laid) -> dict[str, float]:
    """What speaks for one passage being taken from the other, each a number."""
    agreed, long, short = laid.agreed, *sorted((laid.a1 - laid.a0, laid.b1 - laid.b0), reverse=True)
    starts = int(lexed.broken[laid.a0]) + int(lexed.broken[laid.b0])
    ends = int(lexed.broken[laid.a1]) + int(lexed.broken[laid.b1])
    wholes = sum(
        bool(lexed.broken[s] and lexed.broken[e]) for s, e in ((laid.a0, laid.a1), (laid.b0, laid.b1))
    )
    return {
        "words": min(agreed, CAPPED),
        "words, logarithm": log(agreed),
        "rarity": laid.rarity / agreed,
        "share of the longer": agreed / long,
        "share of the shorter": agreed / short,
        "begin where sentences begin": starts,
        "end where sentences end": ends,
        "one is whole": float(wholes > 0),
        "both are whole": float(wholes > 1),
        "holders": log(laid.holders),
        "holders and words": log(laid.holders) * log(agreed),
        "whole and long": (wholes > 0) * log(agreed),
        "other words": min(long + short - 2 * agreed, 8),
        "no names": log(laid.plain + 1),
        "share of no names": laid.plain / agreed,
        "misspelt": laid.misspelt,
        "texts": log(len(lexed.first)),
    }


@dataclass(slots=True)
class _Run:
    """A stretch while it grows; copied only where it is the best so far, as most are not."""

    a: int
    b: int
    worth: float = 0.0
    agreed: int = 0
    rarity: float = 0.0
    plain: int = 0

    def grow(self, rare: Sequence[float], plain: int) -> None:
        self.worth += AGREES * len(rare) + RARE * sum(min(each, MOST) for each in rare)
        self.agreed += len(rare)
        self.rarity += sum(rare)
        self.plain += plain

    def laid(self, a1: int, b1: int, holders: int) -> Laid:
        return Laid(self.a, a1, self.b, b1, self.worth, self.agreed, self.rarity, self.plain, 0, holders)


def _stretch(lexed: Lexed, place: Place) -> Laid | None:
    """The stretch of highest worth in a longest common subsequence (Kadane's scan over its blocks)."""
    a_first, a_last = _window(lexed, place.a0, place.a1)
    b_first, b_last = _window(lexed, place.b0, place.b1)
    a, b = lexed.word[a_first:a_last].tolist(), lexed.word[b_first:b_last].tolist()
    rarity = lexed.rarity[a_first:a_last].tolist()
    big_a, big_b = lexed.capital[a_first:a_last].tolist(), lexed.capital[b_first:b_last].tolist()
    best: Laid | None = None
    run: _Run | None = None
    for op in LCSseq.opcodes(a, b):
        if op.tag != "equal":
            if run:
                run.worth -= _cost(op.src_end - op.src_start, op.dest_end - op.dest_start)
                run = run if run.worth > 0 else None
            continue
        run = run or _Run(a_first + op.src_start, b_first + op.dest_start)
        here, there = slice(op.src_start, op.src_end), slice(op.dest_start, op.dest_end)
        names = sum(map(and_, big_a[here], big_b[there]))
        run.grow(rarity[here], op.src_end - op.src_start - names)
        if best is None or run.worth > best.worth:
            best = run.laid(a_first + op.src_end, b_first + op.dest_end, place.holders)
    return best


def _cost(one: int, other: int) -> float:
    return EXCHANGED * min(one, other) + INSERTED * abs(one - other) + BROKEN


def _window(lexed: Lexed, first: int, last: int) -> tuple[int, int]:
    text = lexed.text[first]
    return max(int(lexed.first[text]), first - PAD), min(int(lexed.first[text + 1]), last + PAD)


def _to_edges(texts: Sequence[str], lexed: Lexed, laid: Laid) -> Laid:
    """With misspelt and odd words at its ends, as far as a sentence or a quotation goes in both texts."""
    behind, wrong = _misspelt(texts, lexed, laid.a1, laid.b1, 1)
    before, wrongly = _misspelt(texts, lexed, laid.a0 - 1, laid.b0 - 1, -1)
    a0, b0, a1, b1 = laid.a0 - before, laid.b0 - before, laid.a1 + behind, laid.b1 + behind
    last = _odd(lexed, a1, b1, 1)
    first = _odd(lexed, a0, b0, -1)
    return replace(
        laid, a0=a0 - first, b0=b0 - first, a1=a1 + last, b1=b1 + last, misspelt=wrong + wrongly
    )  # fmt: skip


def _misspelt(texts: Sequence[str], lexed: Lexed, a: int, b: int, step: int) -> tuple[int, int]:
    """How many words from ``a`` and ``b`` on are the same but for letters, and in how many there are any."""
    edge, wrong = max(0, -step), 0
    for count in range(PAD):
        one, two = a + step * count, b + step * count
        if not (0 <= one < len(lexed) and 0 <= two < len(lexed)):
            return count, wrong
        if lexed.broken[one + edge] or lexed.broken[two + edge] or not _alike(texts, lexed, one, two):
            return count, wrong
        wrong += bool(lexed.word[one] != lexed.word[two])
        if wrong > EDGE:
            return count, EDGE
    return PAD, wrong


def _alike(texts: Sequence[str], lexed: Lexed, one: int, two: int) -> bool:
    if lexed.word[one] == lexed.word[two]:
        return True
    words = (texts[lexed.text[n]][lexed.start[n] : lexed.end[n]].lower() for n in (one, two))
    return Indel.normalized_similarity(*words) >= MISSPELT


def _odd(lexed: Lexed, a: int, b: int, step: int) -> int:
    """How many other words stand between ``a``, ``b`` and the end of a sentence in both; 0 if too many."""
    for count in range(ODD + 1):
        one, two = a + step * count, b + step * count
        if lexed.broken[one] or lexed.broken[two]:
            return count if lexed.broken[one] and lexed.broken[two] else 0
    return 0
