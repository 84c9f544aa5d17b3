"""What was changed between two editions of a report: sentences that went, came or read otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from firsthand.model import Alignment, Editions, Place, Record, Revision, RevisionKind, Span
from firsthand.text import fold_word, sentences, words

# Two sentences with so large a share of their words in common are one that was changed.
CHANGED = 0.5
# A word that stands in more of the sentences left over tells no two of them apart.
COMMON = 20

Align = Callable[[str, tuple[Span, ...], str, tuple[Span, ...]], Alignment]
Sentence = tuple[Span, tuple[str, ...]]


def revisions(
    records: Mapping[str, Record], editions: Iterable[Editions], align: Align
) -> tuple[Revision, ...]:
    """What each edition changed against the one before it, in the order of the text.

    Sentences that only stand elsewhere, or differ in marks and capitals alone, are no change.
    """
    return tuple(
        each
        for report in editions
        for a, b in pairwise(report.editions)
        for each in _between(records[a.records[0]], records[b.records[0]], align)
    )


def _between(earlier: Record, later: Record, align: Align) -> Iterator[Revision]:
    gone, come = _apart(_sentences(earlier), _sentences(later))
    pairs = _paired(gone, come)
    for n, (span, _) in enumerate(gone):
        before = Place(earlier.id, (span,))
        if n not in pairs:
            yield Revision(RevisionKind.GONE, earlier.id, later.id, before)
            continue
        here = come[pairs[n]][0]
        edits = align(earlier.text, (span,), later.text, (here,)).edits
        yield Revision(
            RevisionKind.CHANGED, earlier.id, later.id, before, Place(later.id, (here,)), tuple(edits)
        )
    for n, (span, _) in enumerate(come):
        if n not in pairs.values():
            yield Revision(RevisionKind.NEW, earlier.id, later.id, None, Place(later.id, (span,)))


def _sentences(record: Record) -> list[Sentence]:
    found = (
        (span, tuple(fold_word(record.text[w.start : w.end]) for w in words(record.text, span)))
        for span in sentences(record.text, record.language or "en")
    )
    return [each for each in found if each[1]]


def _apart(earlier: Sequence[Sentence], later: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of each that the other has not, as often as it has one."""
    return _without(earlier, later), _without(later, earlier)


def _without(these: Sequence[Sentence], those: Sequence[Sentence]) -> list[Sentence]:
    there = Counter(said for _, said in those)
    left = []
    for span, said in these:
        if there[said]:
            there[said] -= 1
        else:
            left.append((span, said))
    return left


def _paired(gone: Sequence[Sentence], come: Sequence[Sentence]) -> dict[int, int]:
    """Which sentence that came is one that went in other words: the likest first, each once."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, (_, said) in enumerate(come):
        for word in set(said):
            holders[word].append(n)
    near = sorted(
        (-_likeness(said, come[m][1]), n, m)
        for n, (_, said) in enumerate(gone)
        for m in {m for word in set(said) if len(holders[word]) <= COMMON for m in holders[word]}
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for less, n, m in near:
        if -less >= CHANGED and n not in pairs and m not in taken:
            pairs[n] = m
            taken.add(m)
    return pairs


def _likeness(one: Sequence[str], two: Sequence[str]) -> float:
    shared = sum((Counter(one) & Counter(two)).values())
    return 2 * shared / (len(one) + len(two))
