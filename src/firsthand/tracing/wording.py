"""Which sentences of a report are already found in another, and how much of their wording.

Sentences are compared by their rarer words (weights fall with the number of sentences that hold a
word), looked up in an index, so the work grows with what is shared and not with all pairs of
reports. Equal sentences are kept once: a thousand reprints cost little more than one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import log

from firsthand.model import Record, RecordKind, Span
from firsthand.text import fold_word, sentences, words
from firsthand.tracing.tables import row

# A word found in more sentences than this says nothing about who copied whom.
COMMON = 80
# How many reports holding one and the same sentence are weighed as its source: the earliest ones.
HOLDERS = 12
# Below this share of a sentence's weight the likeness is chance (dev set: unrelated pairs under 0.3).
LIKE = 0.34
# A sentence of fewer telling words ("1.", "Water.") is like any other by chance.
LEAST = 2
# A shorter word of Latin letters tells nothing by itself.
TELLING_LENGTH = 3
# What has more words is no sentence, and told by its beginning: two of 100,000 words took minutes to compare.
LONGEST = 1000
# Below this share the words on end are not even counted.
GLANCE = 0.12

NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        row(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
            "sixteen seventeen eighteen nineteen twenty",
        )
    )
} | dict(zip(row("thirty forty fifty sixty seventy eighty ninety"), row("30 40 50 60 70 80 90"), strict=True))
OPENING = re.compile(r"[\"“„«「『‹《][^\"“”„«»「」『』‹›《》\n]*[\"”“»」』›》]")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of a record (a line of a primary record), with the words it is compared by."""

    record: str
    span: Span
    words: tuple[str, ...]
    keys: frozenset[str]
    quoted: bool
    """Whether most of its words stand in quotation marks."""

    def __hash__(self) -> int:
        return hash((self.record, self.span))  # three million a thousand reports: not of all the words


@dataclass(frozen=True, slots=True)
class Echo:
    """A sentence of a later record beside the sentence of another that it resembles.

    ``share`` is the share of the sentence's weight found there (0 to 1), ``weight`` that weight,
    ``run`` the longest run of equal words, ``loose`` the longest one outside quotation marks.
    """

    unit: Unit
    other: Unit
    share: float
    weight: float
    run: int
    loose: int


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """``fold_word``, remembered: a case says the same words again and again."""
    return fold_word(word)


def key(word: str) -> str:
    """What a folded word is compared by: figures for number words, the head of long words."""
    if word in NUMBERS:
        return NUMBERS[word]
    if word and "\uac00" <= word[0] <= "\ud7a3":
        return word[:2]  # Korean particles hang on the end of the word
    return (word.removesuffix("s") if len(word) > TELLING_LENGTH else word)[:6]


def keys(run: Iterable[str]) -> frozenset[str]:
    """What folded words are compared by, short and common ones left out: "four-metre" is "4" and "metre"."""
    parts = (part for word in run for part in (word.split("-") if word.isascii() else (word,)))
    return frozenset(key(w) for w in parts if _telling(w))


def quoted_spans(text: str) -> list[Span]:
    """What stands between quotation marks of one kind within a line; nested marks are not followed."""
    return [Span(m.start(), m.end()) for m in OPENING.finditer(text)]


def units(record: Record) -> list[Unit]:
    """The sentences of a report, or the lines of a record that has numbered lines."""
    text = record.text
    # The lines of a report are those of its print, and cut sentences in two.
    numbered = record.lines if record.kind is not RecordKind.REPORT else ()
    spans = [line.span for line in numbered] or sentences(text, record.language or "en")
    marks = quoted_spans(text)
    found = []
    for span in spans:
        places = words(text, span)[:LONGEST]
        run = tuple(folded(text[s.start : s.end]) for s in places)
        inside = sum(1 for s in places if _within(s, marks))
        found.append(Unit(record.id, span, run, keys(run), 2 * inside > len(places)))
    return found


def _within(span: Span, sorted_spans: Sequence[Span]) -> bool:
    at = bisect_right(sorted_spans, (span.start, 1 << 62)) - 1
    return at >= 0 and sorted_spans[at].end >= span.end


def _telling(word: str) -> bool:
    return (
        len(word) > TELLING_LENGTH or word in NUMBERS or not word.isascii() or any(c.isdigit() for c in word)
    )


class Wording:
    """All sentences of a case, indexed by their words."""

    def __init__(self, records: Iterable[Record], rank: Callable[[str], object]) -> None:
        """``rank`` orders record ids by time, the earliest first."""
        self.units: dict[str, list[Unit]] = {r.id: units(r) for r in records}
        self._groups: list[list[Unit]] = []
        self._number: dict[tuple[str, ...], int] = {}
        for each in sorted(self.units, key=rank):  # type: ignore[arg-type]
            for unit in self.units[each]:
                self._enter(unit)
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(self._groups):
            for each_key in group[0].keys:
                self._postings[each_key].append(number)
        total = max(2, len(self._groups))
        # Scaled so that a word met in one sentence of the case weighs 1, in a case of any size.
        self.weight = {k: log(1 + total / len(at)) / log(1 + total) for k, at in self._postings.items()}
        self._mass = [self.mass(group[0].keys) for group in self._groups]
        self._near = lru_cache(maxsize=None)(self._likenesses)

    def _enter(self, unit: Unit) -> None:
        number = self._number.setdefault(unit.words, len(self._groups))
        if number == len(self._groups):
            self._groups.append([])
        self._groups[number].append(unit)

    def mass(self, keys: Iterable[str]) -> float:
        """The summed weight of keys: how telling they are in this case."""
        return sum(self.weight.get(k, 0.0) for k in keys)

    def echoes(self, record: str) -> dict[str, list[Echo]]:
        """For every other record that shares sentences with ``record``: which, and how closely."""
        found: dict[str, list[Echo]] = defaultdict(list)
        for unit in self.units[record]:
            best: dict[str, Echo] = {}
            for number, share, weight, run, loose in self._near(self._number[unit.words]):
                for other in self._groups[number][:HOLDERS]:
                    if other.record != record and (
                        other.record not in best
                        or (share, run) > (best[other.record].share, best[other.record].run)
                    ):
                        best[other.record] = Echo(unit, other, share, weight, run, loose)
            for each, echo in best.items():
                found[each].append(echo)
        return dict(found)

    def _likenesses(self, number: int) -> list[tuple[int, float, float, int, int]]:
        mine = self._groups[number][0]
        whole = self._mass[number]
        shared: defaultdict[int, float] = defaultdict(float)
        for each in mine.keys:
            at = self._postings[each]
            if len(at) <= COMMON:
                for other in at:
                    shared[other] += self.weight[each]
        near = []
        for other, weight in shared.items():
            theirs = self._groups[other][0]
            if min(len(mine.keys), len(theirs.keys)) < LEAST or weight < GLANCE * whole:
                continue
            # The shorter sentence may lie whole in the longer; a little less than if it were the child's.
            share = max(weight / whole, 0.9 * weight / self._mass[other])
            run = longest_run(mine.words, theirs.words)[0]
            if share >= LIKE or run >= 5:
                near.append((other, share, weight, run, 0 if mine.quoted and theirs.quoted else run))
        return near


def shared_keys(a: str, a_spans: Iterable[Span], b: str, b_spans: Iterable[Span]) -> frozenset[str]:
    """The keys that two places have in common."""
    ours, theirs = (
        keys(folded(text[w.start : w.end]) for span in spans for w in words(text, span))
        for text, spans in ((a, a_spans), (b, b_spans))
    )
    return ours & theirs


def longest_run(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """Words in the longest run that two sentences share, and where it starts in the first."""
    here, there = _on_end(a), _on_end(b)
    starts = [0, *accumulate(len(word) + 1 for word in a)]
    size = start = 0
    for at in range(len(a)):
        while at + size < len(a) and here[starts[at] : starts[at + size + 1] + 1] in there:
            size, start = size + 1, at
    return size, start


def _on_end(run: Sequence[str]) -> str:
    """Words as one string in which each stands between line breaks: searched for a run at the speed of C."""
    return "\n".join(("", *run, ""))


def names_in(text: str, keep: Mapping[str, int] | None = None) -> set[str]:
    """Capitalised words that do not open a sentence, folded: the names that a matter is known by."""
    found = set()
    for m in re.finditer(r"(?<=[\w,;:'’\"“«] )(?=[^\W\d_])\w[\w'’-]{2,}", text):
        word = m.group()
        if word[0].isupper():
            found.add(fold_word(word.removesuffix("'s").removesuffix("’s")))
    return found
