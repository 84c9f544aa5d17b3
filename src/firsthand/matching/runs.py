"""A wording against the lines of a record: one line, a run of adjacent lines, or two separate places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from firsthand.matching.align import Block
from firsthand.matching.candidates import Rarity
from firsthand.matching.judge import ORDER, Judgement, judge
from firsthand.matching.vocabulary import weight
from firsthand.matching.wordings import Voice, Wording, lines_of
from firsthand.matching.words import Words, features, heft, words_of
from firsthand.model import Line, MatchKind, Record, Span

# Candidate lines at most this far apart are one run: a short line between them may share no rare word.
BRIDGE = 2
# A run longer than this is no quotation; it is cut.
LONGEST = 12
# Candidate runs laid beside one wording in one record, the likeliest first.
TRIED = 8
# Share of a wording's content words that two separate places must cover together to be its source.
COVERED = 0.8


@dataclass(frozen=True, slots=True)
class Lines:
    """Some lines of a record as a wording."""

    keys: tuple[str, ...]
    features: tuple[str, ...]
    numbers: tuple[int, ...]
    spans: tuple[Span, ...]
    names: frozenset[str] = frozenset()
    voice: Voice = Voice.LINE


@dataclass(frozen=True, slots=True)
class Found:
    """The lines that say what a wording says, and how they were judged (a the wording, b the lines)."""

    lines: Lines
    judgement: Judgement


def best_lines(wording: Wording, record: Record, hits: Mapping[int, int], rare: Rarity) -> Found | None:
    """The lines of ``record`` around ``hits`` that say what ``wording`` says, if any.

    ``hits`` are lines by index, with how many keys each shares with the wording.
    """
    lines = lines_of(record)
    runs = [run for run in _runs(sorted(hits)) for run in _cut(run)]
    runs.sort(key=lambda run: -max(hits.get(n, 0) for n in run))
    tried = [f for run in runs[:TRIED] if (f := _best_of(wording, record, lines, run, rare))]
    if not tried:
        return None
    tried.sort(key=lambda f: (-f.judgement.score, f.lines.numbers))
    return _two_places(wording, record, tried, rare) or tried[0]


def _runs(hits: Sequence[int]) -> Iterator[list[int]]:
    """Whole stretches of lines around hits that lie close together."""
    start = at = hits[0]
    for hit in hits[1:]:
        if hit - at > BRIDGE:
            yield list(range(start, at + 1))
            start = hit
        at = hit
    yield list(range(start, at + 1))


def _cut(run: list[int]) -> list[list[int]]:
    return [run[at : at + LONGEST] for at in range(0, len(run), LONGEST)]


def _best_of(
    wording: Wording, record: Record, lines: Sequence[Line], run: Sequence[int], rare: Rarity
) -> Found | None:
    """The run with its idle ends cut off, or the best single line of it."""
    tried = [_trimmed(wording, record, lines, run, rare)]
    if len(run) > 1:
        tried += [_judged(wording, record, [lines[n]], rare) for n in run]
    found = [f for f in tried if f]
    return max(found, key=lambda f: (f.judgement.score, f.judgement.comparison.likeness), default=None)


def _trimmed(
    wording: Wording, record: Record, lines: Sequence[Line], run: Sequence[int], rare: Rarity
) -> Found | None:
    found = _judged(wording, record, [lines[n] for n in run], rare)
    if found is None or len(run) == 1:
        return found
    touched = _touched(record, found)
    kept = [n for n in run if touched[0] <= lines[n].number <= touched[1]]
    return found if len(kept) == len(run) else _judged(wording, record, [lines[n] for n in kept], rare)


def _touched(record: Record, found: Found) -> tuple[int, int]:
    """The first and last line number of which a content word agrees."""
    words = words_of(record.text, found.lines.spans)
    numbers = [
        found.lines.numbers[words.pieces[n]]
        for x in found.judgement.comparison.blocks
        if x.same
        for n in range(x.b0, x.b1)
        if weight(words.keys[n])
    ]
    return (min(numbers), max(numbers)) if numbers else (found.lines.numbers[0], found.lines.numbers[-1])


def _judged(wording: Wording, record: Record, lines: Sequence[Line], rare: Rarity) -> Found | None:
    beside = _lines(record, lines)
    found = judge(wording, beside, rare)
    return Found(beside, found) if found else None


def _lines(record: Record, lines: Sequence[Line]) -> Lines:
    spans = tuple(line.span for line in lines)
    words: Words = words_of(record.text, spans)
    return Lines(words.keys, tuple(features(words.keys)), tuple(line.number for line in lines), spans)


def _two_places(wording: Wording, record: Record, tried: Sequence[Found], rare: Rarity) -> Found | None:
    """Two of the places found that only together hold the wording: it was fused from them."""
    best = tried[0]
    if _share(wording, best.judgement.comparison.blocks) >= COVERED:
        return None
    for one, two in combinations(tried[:4], 2):
        numbers = sorted({*one.lines.numbers, *two.lines.numbers})
        both = [line for line in lines_of(record) if line.number in numbers]
        found = _judged(wording, record, both, rare)
        if found and _share(wording, found.judgement.comparison.blocks) >= COVERED:
            return _as_fused(found, one.lines.numbers, two.lines.numbers)
    return None


def _share(wording: Wording, blocks: Iterable[Block]) -> float:
    agreed = sum(heft(wording.keys[x.a0 : x.a1]) for x in blocks if x.same)
    return agreed / (heft(wording.keys) or 1.0)


def _as_fused(found: Found, one: Sequence[int], two: Sequence[int]) -> Found:
    comparison = replace(found.judgement.comparison, kind=MatchKind.FUSED)
    first, second = sorted((tuple(one), tuple(two)))
    reason = f"put together from {_named(first)} and {_named(second)} of the record"
    reasons = (reason, *found.judgement.reasons[1:])
    score = found.judgement.score * ORDER[MatchKind.FUSED] / ORDER[found.judgement.kind]
    return Found(found.lines, Judgement(comparison, score, reasons))


def _named(numbers: Sequence[int]) -> str:
    first, last = numbers[0], numbers[-1]
    return f"line {first}" if first == last else f"lines {first} to {last}"
