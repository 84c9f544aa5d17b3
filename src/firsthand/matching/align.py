"""Two wordings laid side by side, word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import NamedTuple

from firsthand.matching.vocabulary import weight
from firsthand.matching.words import Words, heft, words_of
from firsthand.model import Alignment, Edit, MatchKind, Op, Span

# Above this many pairs of words (20,000 by 20,000 take 50 MB) both sides are cut at words unique to both.
LARGEST = 400_000_000
# In order and this many words apart, two places of a text were joined; closer, words were left out.
APART = 4
# Content words that agree in order, as a share of the longer side, from which the one is the other altered.
ALTERED = 0.5


class Block(NamedTuple):
    """Words ``a0`` to ``a1`` of a beside words ``b0`` to ``b1`` of b; ``same`` if they are the same words."""

    same: bool
    a0: int
    a1: int
    b0: int
    b1: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two word sequences relate: the kind, the blocks in order, the share of words that agree."""

    kind: MatchKind
    blocks: tuple[Block, ...]
    likeness: float

    def mirrored(self) -> Comparison:
        """The same comparison with the sides swapped."""
        turned = tuple(Block(x.same, x.b0, x.b1, x.a0, x.a1) for x in self.blocks)
        return Comparison(self.kind, turned, self.likeness)


def align(a: str, a_spans: Sequence[Span], b: str, b_spans: Sequence[Span]) -> Alignment:
    """Lay the words of ``a_spans`` of ``a`` beside those of ``b_spans`` of ``b``.

    Every word of either side lies in exactly one edit, in order; blanks and marks between words lie
    in none or inside one. Read from a to b: ``dropped`` words stand only in a, ``added`` only in b.
    Swapping the sides swaps the two and changes nothing else. Words are compared folded (case,
    accents, dashes and quotation marks alike); CJK text is compared by characters.
    """
    left, right = words_of(a, a_spans), words_of(b, b_spans)
    found = compare(left.keys, right.keys)
    return Alignment(found.kind, edits_of(left, right, found.blocks), found.likeness)


def compare(a: tuple[str, ...], b: tuple[str, ...]) -> Comparison:
    """How the folded words ``a`` and ``b`` relate; the longer side goes first, so that order is no matter."""
    if (len(a), a) < (len(b), b):
        return _compare(b, a).mirrored()
    return _compare(a, b)


def _compare(long: tuple[str, ...], short: tuple[str, ...]) -> Comparison:
    n, m = len(long), len(short)
    if long == short:
        return Comparison(MatchKind.VERBATIM, (Block(True, 0, n, 0, n),) if n else (), 1.0)
    if not m:
        return Comparison(MatchKind.PARAPHRASE, (Block(False, 0, n, 0, 0),), 0.0)
    if (at := find(short, long)) >= 0:
        blocks = _filled([Block(True, at, at + m, 0, m)], n, m)
        return Comparison(MatchKind.PARTIAL, blocks, 2 * m / (n + m))
    fused = _fused(long, short)
    blocks = _filled(fused if fused else _tidy(list(common(long, short)), long), n, m)
    equal = [x for x in blocks if x.same]
    likeness = 2 * sum(x.a1 - x.a0 for x in equal) / (n + m)
    if fused is not None:
        return Comparison(MatchKind.FUSED, blocks, likeness)
    agreed = sum(heft(long[x.a0 : x.a1]) for x in equal)
    most = max(heft(long), heft(short))
    altered = agreed and agreed >= ALTERED * most
    return Comparison(MatchKind.ALTERED if altered else MatchKind.PARAPHRASE, blocks, likeness)


def find(part: Sequence[str], whole: Sequence[str]) -> int:
    """The first place of ``part`` as consecutive words of ``whole``, or -1."""
    text, sought = _joined(whole), _joined(part)
    at = text.find(sought)
    return -1 if at < 0 else text.count("\n", 0, at)


def _joined(words: Sequence[str]) -> str:
    return "\n" + "\n".join(words) + "\n"


def _fused(long: tuple[str, ...], short: tuple[str, ...]) -> list[Block] | None:
    """Where ``short`` is two pieces of ``long``: their blocks, [] if in reverse order, else None."""
    m = len(short)
    text = _joined(long)
    head = bisect_left(range(1, m), True, key=lambda k: _joined(short[:k]) not in text)
    tail = bisect_left(range(1, m), True, key=lambda k: _joined(short[m - k :]) not in text)
    if head + tail < m - 1:  # one word may join the two
        return None
    cut = max(m - tail, min(head, m - 2))
    first, second = short[: min(head, cut)], short[cut:]
    if heft(first) < 2 or heft(second) < 2:
        return None
    one, two = find(first, long), find(second, long)
    if one + len(first) + APART <= two:
        return [
            Block(True, one, one + len(first), 0, len(first)),
            Block(True, two, two + len(second), cut, m),
        ]
    return [] if two + len(second) <= one else None


def common(a: Sequence[Hashable], b: Sequence[Hashable], a0: int = 0, b0: int = 0) -> Iterator[Block]:
    """Blocks of equal words of a longest common subsequence (bit-parallel: Hyyrö 2004, in rapidfuzz).

    Two very long sides are first cut at words that each holds once; where there are none, nothing
    is common.
    """
    from rapidfuzz.distance import LCSseq

    if len(a) * len(b) > LARGEST:
        yield from _anchored(a, b, a0, b0)
        return
    for at_a, at_b, size in LCSseq.opcodes(a, b).as_matching_blocks():
        if size:  # the last block is an empty one at the end
            yield Block(True, a0 + at_a, a0 + at_a + size, b0 + at_b, b0 + at_b + size)


def _anchored(a: Sequence[Hashable], b: Sequence[Hashable], a0: int, b0: int) -> Iterator[Block]:
    """Cut both sides at words that each holds once (patience diff), then compare piece by piece."""
    at_a, at_b = 0, 0
    for i, j in [*_anchors(a, b), (len(a), len(b))]:
        if (i - at_a) * (j - at_b) <= LARGEST:
            yield from common(a[at_a:i], b[at_b:j], a0 + at_a, b0 + at_b)
        if i < len(a):
            yield Block(True, a0 + i, a0 + i + 1, b0 + j, b0 + j + 1)
        at_a, at_b = i + 1, j + 1


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Words unique to both sides, as the longest run of places that rises on both."""
    where_a, where_b = _once(a), _once(b)
    tails: list[int] = []
    chain: list[tuple[int, int, int]] = []  # place in a, place in b, index of the one before
    ends: list[int] = []
    for word, i in where_a.items():
        if (j := where_b.get(word)) is None:
            continue
        k = bisect_left(tails, j)
        chain.append((i, j, ends[k - 1] if k else -1))
        tails[k : k + 1] = [j]
        ends[k : k + 1] = [len(chain) - 1]
    found, at = [], ends[-1] if ends else -1
    while at >= 0:
        found.append(chain[at][:2])
        at = chain[at][2]
    return found[::-1]


def _once(words: Sequence[Hashable]) -> dict[Hashable, int]:
    seen: dict[Hashable, int] = {}
    for i, word in enumerate(words):
        seen[word] = -1 if word in seen else i
    return {word: i for word, i in seen.items() if i >= 0}


def _tidy(equal: list[Block], long: Sequence[str]) -> list[Block]:
    """Leave out one or two function words that agree by chance between words that do not."""
    kept = []
    for n, x in enumerate(equal):
        size = x.a1 - x.a0
        before = equal[n - 1] if n else Block(True, 0, 0, 0, 0)
        after = equal[n + 1] if n + 1 < len(equal) else None
        lonely = n and after and _gap(before, x) > size and _gap(x, after) > size
        if not (lonely and size <= 2 and not any(weight(w) for w in long[x.a0 : x.a1])):
            kept.append(x)
    return kept


def _gap(one: Block, two: Block) -> int:
    return max(two.a0 - one.a1, two.b0 - one.b1)


def _filled(equal: list[Block], n: int, m: int) -> tuple[Block, ...]:
    """Equal blocks with the words between them, neighbouring equal blocks joined."""
    out: list[Block] = []
    at_a = at_b = 0
    for x in [*equal, Block(True, n, n, m, m)]:
        if x.a0 > at_a or x.b0 > at_b:
            out.append(Block(False, at_a, x.a0, at_b, x.b0))
        if x.a1 > x.a0:
            joins = out and out[-1].same
            out[-1:] = [Block(True, out[-1].a0, x.a1, out[-1].b0, x.b1)] if joins else [*out[-1:], x]
        at_a, at_b = x.a1, x.b1
    return tuple(out)


def edits_of(a: Words, b: Words, blocks: Sequence[Block]) -> tuple[Edit, ...]:
    """The blocks as characters of the two texts; no edit reaches across a gap of a discontinuous wording."""
    edits: list[Edit] = []
    end_a = a.spans[0].start if a.spans else 0
    end_b = b.spans[0].start if b.spans else 0
    for block in blocks:
        for one, two in _pieces(a, b, block):
            left = Span(a.spans[one[0]].start, a.spans[one[1] - 1].end) if one else Span(end_a, end_a)
            right = Span(b.spans[two[0]].start, b.spans[two[1] - 1].end) if two else Span(end_b, end_b)
            op = Op.EQUAL if block.same else Op.CHANGED if one and two else Op.DROPPED if one else Op.ADDED
            edits.append(Edit(op, left, right))
            end_a, end_b = left.end, right.end
    return tuple(edits)


Run = tuple[int, int] | None


def _pieces(a: Words, b: Words, block: Block) -> Iterator[tuple[Run, Run]]:
    if block.same:
        marks = {0, block.a1 - block.a0}
        marks |= {i - block.a0 for i in _breaks(a, block.a0, block.a1)}
        marks |= {i - block.b0 for i in _breaks(b, block.b0, block.b1)}
        cuts = sorted(marks)
        for i, j in pairwise(cuts):
            yield (block.a0 + i, block.a0 + j), (block.b0 + i, block.b0 + j)
        return
    yield from zip_longest(_runs(a, block.a0, block.a1), _runs(b, block.b0, block.b1))


def _runs(words: Words, start: int, end: int) -> list[tuple[int, int]]:
    if start == end:
        return []
    cuts = [start, *_breaks(words, start, end), end]
    return list(pairwise(cuts))


def _breaks(words: Words, start: int, end: int) -> list[int]:
    if words.pieces[start] == words.pieces[end - 1]:
        return []
    return [i for i in range(start + 1, end) if words.pieces[i] != words.pieces[i - 1]]
