"""The parts of two names laid side by side, whatever their order: what agrees, what differs, what is over.

Linear in the number of words beyond the first `MOST`: the rest of a name that long is compared word by word
as written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.names.comparing.parts import Kind, Part
from firsthand.names.comparing.words import SAME, Agreement, alike, latin

MOST = 12  # words of a name that are laid against each other one by one
CLOSE = 0.4  # a pair of words further apart is not held for one word
JOINED = 0.25  # so far apart may words be that stand together in one name and apart in the other
RUN = 4  # words that may be written as one


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts (or runs of parts, written as one) that are held against each other."""

    one: str
    other: str
    agreement: Agreement
    kind: Kind


@dataclass(frozen=True, slots=True)
class Alignment:
    """``agreed`` and ``opposed`` pairs, and the parts of either name that have no counterpart."""

    agreed: tuple[Pair, ...]
    opposed: tuple[Pair, ...]
    over: tuple[Part, ...]
    other_over: tuple[Part, ...]


def align(one: Sequence[Part], other: Sequence[Part]) -> Alignment:
    """The best counterpart for each part: words as written, joined words, words alike, initials."""
    left, right = _Side(one), _Side(other)
    agreed = [*_equal(left, right), *_joined(left, right), *_joined(right, left, turned=True)]
    agreed += [*_alike(left, right), *_initials(left, right), *_initials(right, left, turned=True)]
    left.without_repeats(one)
    right.without_repeats(other)
    agreed += _run_together(left, right)
    opposed = list(_opposed(left, right))
    return Alignment(tuple(agreed), tuple(opposed), tuple(left.free()), tuple(right.free()))


class _Side:
    """The parts of one name that have found no counterpart yet."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts: list[Part | None] = list(parts)

    def free(self, *kinds: Kind) -> list[Part]:
        return [p for p in self.parts if p and (not kinds or p.kind in kinds)]

    def places(self, *kinds: Kind) -> list[int]:
        return [i for i, p in enumerate(self.parts) if p and p.kind in kinds]

    def take(self, at: int) -> Part:
        part = self.parts[at]
        assert part
        self.parts[at] = None
        return part

    def runs(self) -> Iterator[tuple[int, int, str]]:
        """Runs of two to `RUN` free words, as one word."""
        for start in range(min(len(self.parts), MOST)):
            word = ""
            for end in range(start, min(start + RUN, len(self.parts))):
                part = self.parts[end]
                if part is None or part.kind in {Kind.FORM, Kind.NUMBER}:
                    break
                word += part.key
                if end > start:
                    yield start, end + 1, word

    def without_repeats(self, whole: Sequence[Part]) -> None:
        """A word that stands twice in a name counts once ("Sergey Sergey Shoigu")."""
        taken = Counter(p.key for p, left in zip(whole, self.parts, strict=True) if left is None)
        for i, part in enumerate(self.parts):
            if part and part.kind is Kind.NAME and taken[part.key]:
                self.parts[i] = None


WORDY = (Kind.NAME, Kind.SHARED)


def _equal(left: _Side, right: _Side) -> Iterator[Pair]:
    at: dict[str, list[int]] = {}
    for j in range(len(right.parts) - 1, -1, -1):
        part = right.parts[j]
        if part:
            at.setdefault(part.key, []).append(j)
    for i, part in enumerate(left.parts):
        if part and at.get(part.key):
            found = right.take(at[part.key].pop())
            left.take(i)
            kind = part.kind if part.kind is found.kind else Kind.NAME
            yield Pair(part.text, found.text, SAME, kind)


def _joined(left: _Side, right: _Side, turned: bool = False) -> Iterator[Pair]:
    """Words that stand apart on the left and as one word on the right."""
    single = {p.key: j for j, p in enumerate(right.parts) if p and p.kind in WORDY and len(p.key) > 2}
    for start, end, word in list(left.runs()):
        if word in single and all(left.parts[start:end]) and right.parts[single[word]]:
            texts = " ".join(left.take(i).text for i in range(start, end))
            found = right.take(single[word]).text
            yield _pair(texts, found, Agreement(0.0, 0.0, "written together"), Kind.NAME, turned)


def _alike(left: _Side, right: _Side) -> list[Pair]:
    """Pairs of words that are close, the closest first; of equals those at like places."""
    ours, theirs = left.places(*WORDY)[:MOST], right.places(*WORDY)[:MOST]
    keys = {i: left.parts[i].key for i in ours}, {j: right.parts[j].key for j in theirs}  # type: ignore[union-attr]
    found = [(alike(keys[0][i], keys[1][j]), i, j) for i in ours for j in theirs]
    close = (
        sorted((a.distance, abs(i - j), i + j, i, j, a) for a, i, j in found if a.distance <= CLOSE)
        if found
        else []
    )
    pairs = []
    for _, _, _, i, j, agreement in sorted(close, key=lambda each: each[:5]):
        if left.parts[i] and right.parts[j]:
            one, other = left.take(i), right.take(j)
            kind = Kind.SHARED if one.kind is other.kind is Kind.SHARED else Kind.NAME
            pairs.append(Pair(one.text, other.text, agreement, kind))
    return pairs


def _initials(left: _Side, right: _Side, turned: bool = False) -> Iterator[Pair]:
    """An initial on the left, and the first word on the right that begins so."""
    for i in left.places(Kind.INITIAL):
        initial = left.parts[i].key  # type: ignore[union-attr]
        for j in right.places(Kind.NAME, Kind.PARTICLE):
            if begins(right.parts[j].key, initial):  # type: ignore[union-attr]
                one, other = left.take(i), right.take(j)
                yield _pair(one.text, other.text, Agreement(0.2, 0.0, "an initial"), Kind.INITIAL, turned)
                break


def begins(word: str, initial: str) -> bool:
    """Whether ``initial`` may stand for ``word``, also in the other script."""
    return word[0] == initial or bool({w[0] for w in latin(word) if w} & {w[0] for w in latin(initial) if w})


def _run_together(left: _Side, right: _Side) -> list[Pair]:
    """What is left on both sides, written together."""
    ours, theirs = left.places(*WORDY, Kind.PARTICLE), right.places(*WORDY, Kind.PARTICLE)
    if not ours or not theirs or len(ours) == len(theirs) == 1 or len(ours) + len(theirs) > MOST:
        return []
    words = ("".join(p.key for p in side.free(*WORDY, Kind.PARTICLE)) for side in (left, right))
    agreement = alike(*words)
    if agreement.distance > JOINED or agreement.rival:
        return []
    one, other = (" ".join(side.take(i).text for i in at) for side, at in ((left, ours), (right, theirs)))
    route = "; ".join(filter(None, ("written together", agreement.route)))
    return [Pair(one, other, Agreement(agreement.distance, agreement.edits, route), Kind.NAME)]


def _opposed(left: _Side, right: _Side) -> Iterator[Pair]:
    """What is left on both sides, held against each other: words, numbers, initials, in their order."""
    for kinds in (WORDY, (Kind.NUMBER,), (*WORDY, Kind.INITIAL), (Kind.SON,)):
        for i, j in zip(left.places(*kinds), right.places(*kinds), strict=False):
            one, other = left.take(i), right.take(j)
            far = (
                alike(one.key, other.key)
                if one.kind in WORDY and other.kind in WORDY
                else Agreement(1.0, 3.0, "")
            )
            yield Pair(
                one.text, other.text, far, Kind.SHARED if one.kind is other.kind is Kind.SHARED else one.kind
            )


def _pair(one: str, other: str, agreement: Agreement, kind: Kind, turned: bool) -> Pair:
    return Pair(other, one, agreement, kind) if turned else Pair(one, other, agreement, kind)
