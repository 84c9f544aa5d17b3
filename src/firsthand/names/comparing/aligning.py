"""The parts of two names laid side by side, whatever their order: what agrees, what differs, what is over.

Linear in the number of words beyond the first `MOST`: the rest of a name that long is compared word by word
as written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.names.comparing.parts import Kind, Part
from firsthand.names.comparing.words import FAR, HEARD, SAME, SYLLABIC, Agreement, alike, latin
from firsthand.names.routes.letters import script_of
from firsthand.names.sound import may_begin

MOST = 12  # words of a name that are laid against each other one by one
CLOSE = 0.4  # a pair of words further apart is not held for one word
JOINED = 0.25  # so far apart may words be that stand together in one name and apart in the other
ACRONYM = 2, 8  # letters
PASSING = 4  # letters of an acronym that may pass over a word
CHANCE = 0.45  # shared among the letters of an acronym: how far it is from the words, for two may be chance
RUN = 4  # words that may be written as one


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts (or runs of parts, written as one) that are held against each other."""

    one: str
    other: str
    agreement: Agreement
    kind: Kind
    places: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Alignment:
    """``agreed`` and ``opposed`` pairs, and the parts of either name that have no counterpart."""

    agreed: tuple[Pair, ...]
    opposed: tuple[Pair, ...]
    over: tuple[Part, ...]
    other_over: tuple[Part, ...]

    @property
    def turned(self) -> bool:
        """Whether three words stand in another order, not by a family name that is put first or last."""
        pairs = sorted(p.places for p in self.agreed if p.kind is Kind.NAME)
        there = [place for _, place in pairs]
        first = there.index(min(there)) if there else 0
        if len(there) != 3 or self.opposed:
            return False
        return there[first:] + there[:first] != sorted(there)


def align(one: Sequence[Part], other: Sequence[Part]) -> Alignment:
    """The best counterpart for each part: words as written, joined words, words alike, initials."""
    left, right = _Side(one), _Side(other)
    agreed = _run_together(left, right) if _one_word(one) or _one_word(other) else []
    agreed += [*_equal(left, right), *_acronyms(left, right), *_acronyms(right, left, turned=True)]
    agreed += [*_joined(left, right), *_joined(right, left, turned=True)]
    agreed += [*_alike(left, right), *_initials(left, right), *_initials(right, left, turned=True)]
    if not left.free(Kind.NAME) or not right.free(Kind.NAME):
        left.without_repeats(one)
        right.without_repeats(other)
    agreed += _run_together(left, right)
    rivals = [pair for pair in agreed if pair.agreement.rival]
    agreed = [pair for pair in agreed if not pair.agreement.rival]
    return Alignment(
        tuple(agreed), (*rivals, *_opposed(left, right)), tuple(left.free()), tuple(right.free())
    )


def _one_word(parts: Sequence[Part]) -> bool:
    return len(parts) == 1 and script_of(parts[0].key[0]) in SYLLABIC


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
            j = at[part.key].pop()
            found = right.take(j)
            left.take(i)
            kind = part.kind if part.kind is found.kind else Kind.NAME
            yield Pair(part.text, found.text, SAME, kind, (i, j))


def _joined(left: _Side, right: _Side, turned: bool = False) -> Iterator[Pair]:
    """Words that stand apart on the left and as one word on the right."""
    single = {p.key: j for j, p in enumerate(right.parts) if p and p.kind in WORDY and len(p.key) > 2}
    for start, end, word in list(left.runs()):
        if word in single and all(left.parts[start:end]) and right.parts[single[word]]:
            texts = " ".join(left.take(i).text for i in range(start, end))
            found = right.take(single[word]).text
            pair = Pair(
                texts, found, Agreement(0.0, 0.0, "written together"), Kind.NAME, (start, single[word])
            )
            yield _turned(pair) if turned else pair


def _acronyms(left: _Side, right: _Side, turned: bool = False) -> Iterator[Pair]:
    """A word in capitals on the left, and the words on the right that begin with its letters."""
    words = [(j, p) for j, p in enumerate(right.parts) if p and p.kind in WORDY]
    initials = "".join(p.key[0] for _, p in words)
    if not ACRONYM[0] <= len(initials) <= ACRONYM[1]:
        return
    for i, part in enumerate(left.parts):
        if part and part.kind in WORDY and part.text.isupper() and _stands_for(part.key, initials):
            texts = " ".join(right.take(j).text for j, _ in words)
            found = Agreement(CHANCE / len(part.key), 0.0, "the first letters of the words")
            kind = Kind.NAME if len(part.key) > ACRONYM[0] else Kind.INITIAL
            pair = Pair(left.take(i).text, texts, found, kind, (i, words[0][0]))
            yield _turned(pair) if turned else pair
            return


def _stands_for(acronym: str, initials: str) -> bool:
    """Whether an acronym is of these letters; of four or more it may pass over one of them."""
    if len(acronym) < PASSING or acronym[0] != initials[0] or len(initials) != len(acronym) + 1:
        return acronym == initials
    return any(acronym == initials[:n] + initials[n + 1 :] for n in range(1, len(initials)))


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
            pairs.append(Pair(one.text, other.text, agreement, kind, (i, j)))
    return pairs


def _initials(left: _Side, right: _Side, turned: bool = False) -> Iterator[Pair]:
    """An initial on the left, and the first word on the right that begins so."""
    for i in left.places(Kind.INITIAL)[:MOST]:
        initial = left.parts[i].key  # type: ignore[union-attr]
        for j in right.places(Kind.NAME, Kind.PARTICLE)[:MOST]:
            if begins(right.parts[j].key, initial):  # type: ignore[union-attr]
                one, other = left.take(i), right.take(j)
                pair = Pair(one.text, other.text, Agreement(0.2, 0.0, "an initial"), Kind.INITIAL, (i, j))
                yield _turned(pair) if turned else pair
                break


def begins(word: str, initial: str) -> bool:
    """Whether ``initial`` may stand for ``word``, also in the other script."""
    if word[0] == initial or may_begin(initial, word):
        return True
    return bool({w[0] for w in latin(word) if w} & {w[0] for w in latin(initial) if w})


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
    weak = agreement.edits >= HEARD and not {script_of(one[0]), script_of(other[0])} & SYLLABIC
    doubt = agreement.doubt or (weak and agreement.route.startswith("heard"))
    return [Pair(one, other, replace(agreement, route=route, doubt=doubt), Kind.NAME)]


def _opposed(left: _Side, right: _Side) -> Iterator[Pair]:
    """What is left on both sides, held against each other: words, numbers, initials, in their order."""
    for kinds in (WORDY, (Kind.NUMBER,), (*WORDY, Kind.INITIAL), (Kind.SON,)):
        for n, (i, j) in enumerate(zip(left.places(*kinds), right.places(*kinds), strict=False)):
            one, other = left.take(i), right.take(j)
            words = n < MOST and one.kind in WORDY and other.kind in WORDY
            apart = alike(one.key, other.key) if words else FAR
            yield Pair(one.text, other.text, apart, _kind(one, other))


def _kind(one: Part, other: Part) -> Kind:
    """What two parts that differ are held for: an initial beside a word is an initial."""
    if Kind.INITIAL in {one.kind, other.kind}:
        return Kind.INITIAL
    return Kind.SHARED if one.kind is other.kind is Kind.SHARED else one.kind


def _turned(pair: Pair) -> Pair:
    return replace(pair, one=pair.other, other=pair.one, places=(pair.places[1], pair.places[0]))
