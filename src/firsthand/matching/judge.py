"""Whether two wordings say the same, of what kind the likeness is, and why, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, permutations
from math import fsum
from typing import Protocol

from firsthand.matching.align import ALTERED, Block, Comparison, compare
from firsthand.matching.candidates import Rarity
from firsthand.matching.vocabulary import NEGATIONS, is_number, stem, weight
from firsthand.matching.wordings import Voice
from firsthand.matching.words import features, heft
from firsthand.model import MatchKind

# Content words that must agree before wordings match: two make a quotation ("unforgivable mistake");
# a report's own sentences share such phrases by mere subject, so they need more.
FEWEST = {Voice.SAID: 2.0, Voice.OWN: 4.0, Voice.LINE: 2.0}
# Agreement must outweigh chance by this factor (see Rarity.chance).
SURPRISE = 1.2
# Consecutive words that show copying even where the rest differs.
RUN = 6
# Consecutive words with this many content words agree even between reports on different matters.
STRIKING = 5
# Other words say the same as the line of a record from this cosine of the rarity-weighted stems, and this
# factor over chance: a line is short, and what is attributed beside it is mostly about it.
LINED = {Voice.SAID: (0.30, 1.3), Voice.OWN: (0.5, 2.0), Voice.LINE: (0.37, 1.5)}
# Between reports: weight of the share of the shorter wording that is in the longer (0 to 1), weight of the
# factor over chance, and what their sum has to reach. Fitted by logistic regression on three development
# traditions, tried on the fourth: 85 % of the pairs found are right, 52 % of the right pairs are found
# (by cosine alone 32 % at 90).
SHARE, FACTOR = 3.1, 1.33
# Long sentences on one subject share many words and say different things: below this share of the shorter
# one, or this cosine, a pair is left out (a third fewer pairs in real news, no right one lost).
LEAST_SHARE, LEAST_COSINE = 0.25, 0.18
# The fit gave 2.85 and 3.0; on real news a quarter of the joins that this let in were only on one subject.
BAR = {Voice.SAID: 3.2, Voice.OWN: 3.4}
# Words besides a name that one phrase about it has ("pumping station"); with more it tells something.
PHRASE = 2
# What a name adds of its rarity: reports on one matter share its names whatever they tell of it.
NAME = 0.5
# Words of a difference inside a wording; longer ones are another part of the text.
LOCAL = 4
# What a function word adds where at least this many words in a row agree: six weigh as a content word.
UNBROKEN = 4
FILLER = 0.17
ORDER = {
    MatchKind.VERBATIM: 1.0,
    MatchKind.PARTIAL: 0.95,
    MatchKind.ALTERED: 0.9,
    MatchKind.FUSED: 0.9,
    MatchKind.PARAPHRASE: 0.5,
}


class Worded(Protocol):
    """What is judged: folded words, their stems, those that are names, and whose voice it is."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Folded words in order."""

    @property
    def features(self) -> tuple[str, ...]:
        """Stems of the content words in order."""

    @property
    def names(self) -> frozenset[str]:
        """Folded words that look like names."""

    @property
    def voice(self) -> Voice:
        """Whose words they are."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two wordings found to say the same. ``score`` orders rival matches of one pair; ``likelihood`` is
    how likely it is that they do, 0 to 1."""

    comparison: Comparison
    score: float
    reasons: tuple[str, ...]
    likelihood: float = 1.0

    @property
    def kind(self) -> MatchKind:
        """The kind of likeness."""
        return self.comparison.kind


def judge(a: Worded, b: Worded, rare: Rarity) -> Judgement | None:
    """How ``a`` and ``b`` say the same, or None where they do not (or where that is not sure)."""
    if not _promising(a, b, rare) or not (_likely(a, b) or _says_in_other_words(a, b, rare)):
        return None
    found = compare(a.keys, b.keys)
    if found.kind is MatchKind.PARAPHRASE:
        if _copied(found.blocks, a.keys, a.names | b.names):
            found = Comparison(MatchKind.ALTERED, found.blocks, found.likeness)
        else:
            return _paraphrase(a, b, found, rare)
    if not _enough(a, b, found, rare):
        return None
    score = ORDER[found.kind] * sum(heft(a.keys[x.a0 : x.a1]) for x in found.blocks if x.same)
    return Judgement(found, score, (_main(found, a.keys, b.keys), *differences(found, a, b)))


def _copied(blocks: Iterable[Block], keys: Sequence[str], names: frozenset[str]) -> bool:
    """Whether a run of consecutive words agrees that is too long for chance, names and titles aside."""
    runs = (keys[x.a0 : x.a1] for x in blocks if x.same and x.a1 - x.a0 >= RUN)
    return any(heft(key for key in run if key not in names) >= 3 for run in runs)


def _promising(a: Worded, b: Worded, rare: Rarity) -> bool:
    """A cheap bound before the words are aligned: whether the stems in common could be enough at all.

    In a case of two thousand reports, 1.4 million pairs share a key; matching takes a third of the
    time with this bound and finds the same.
    """
    if a.keys == b.keys:
        return True
    one, other = set(a.features), set(b.features)
    both = one & other
    if len(both) < min(2, len(one), len(other)):
        return False
    filler = FILLER * min(len(a.keys), len(b.keys)) if min(len(one), len(other)) <= 2 * UNBROKEN else 0.0
    return fsum(map(rare.of, both)) >= (SURPRISE - filler) * rare.chance()


def _likely(a: Worded, b: Worded) -> bool:
    """Whether the words could line up: a long run in common, most content words in common, or the one
    (but for a joining word) all in the other. Whatever ``compare`` finds to agree in order passes."""
    long, short = (a, b) if len(a.keys) >= len(b.keys) else (b, a)
    within = set(long.keys)
    if sum(key not in within for key in set(short.keys)) <= 1:
        return True
    if not runs_of(a.keys).isdisjoint(runs_of(b.keys)):
        return True
    return heft(filter(set(short.keys).__contains__, long.keys)) >= ALTERED * heft(long.keys)


@lru_cache(maxsize=20_000)
def runs_of(keys: tuple[str, ...]) -> frozenset[int]:
    """Every ``RUN`` consecutive words, as a number: two of the same words have the same."""
    return frozenset(hash(keys[n : n + RUN]) for n in range(len(keys) - RUN + 1))


def striking(judged: Judgement, keys: Sequence[str]) -> bool:
    """Whether so many consecutive words agree that even reports on different matters say the same."""
    return any(x.same and heft(keys[x.a0 : x.a1]) >= STRIKING for x in judged.comparison.blocks)


def _enough(a: Worded, b: Worded, found: Comparison, rare: Rarity) -> bool:
    """Enough content words agree, not names alone, and together they are rarer than chance."""
    names = a.names | b.names
    shared = [key for x in found.blocks if x.same for key in a.keys[x.a0 : x.a1]]
    filler = _filler(found.blocks, a.keys)
    fewest = max(FEWEST[a.voice], FEWEST[b.voice])
    if found.kind is MatchKind.VERBATIM:
        fewest = min(fewest, 2.5)
    elif found.kind is MatchKind.ALTERED:
        fewest = max(fewest, 3.0)
    if heft(shared) + filler < fewest or not heft(key for key in shared if key not in names):
        return False
    stems = features(shared)
    reports = Voice.LINE not in (a.voice, b.voice)
    if found.kind is MatchKind.ALTERED and reports and _one_phrase(a, b, set(stems), _names(a, b)):
        return False
    surprise = fsum(map(rare.of, set(stems))) + filler * rare.chance()
    return found.kind is MatchKind.VERBATIM or surprise >= SURPRISE * rare.chance()


def _filler(blocks: Iterable[Block], keys: Sequence[str]) -> float:
    """What the function words add to the content words: they tell only as part of an unbroken stretch."""
    long = [keys[x.a0 : x.a1] for x in blocks if x.same and x.a1 - x.a0 >= UNBROKEN]
    return FILLER * sum(1 for run in long for key in run if not weight(key))


def _paraphrase(a: Worded, b: Worded, found: Comparison, rare: Rarity) -> Judgement | None:
    """Other words or another order: enough rare stems, numbers and names in common, names not alone."""
    if not _says_in_other_words(a, b, rare):
        return None
    both = set(a.features) & set(b.features)
    score = ORDER[MatchKind.PARAPHRASE] * _cosine(a, b, both, rare) * len(both)
    return Judgement(found, score, ("other words", *in_common(a, b), *missing_figures(a, b)))


def in_common(a: Worded, b: Worded) -> list[str]:
    """The first of the content words that both have, as a sentence; nothing where there are none."""
    both = set(a.features) & set(b.features)
    said = [key for key in dict.fromkeys(a.keys) if stem(key) in both][:6]
    return ["both have " + ", ".join(f"“{key}”" for key in said)] if said else []


def _says_in_other_words(a: Worded, b: Worded, rare: Rarity) -> bool:
    both = set(a.features) & set(b.features)
    lined = Voice.LINE in (a.voice, b.voice)
    return (_of_line if lined else _of_report)(a, b, both, rare)


def _of_line(a: Worded, b: Worded, both: set[str], rare: Rarity) -> bool:
    if len(both - _names(a, b)) < 2 or (len(both) < 3 and not _side_by_side(a, b, both)):
        return False
    bar, factor = LINED[min(a.voice, b.voice)]
    return _cosine(a, b, both, rare) >= bar and fsum(map(rare.of, both)) >= factor * rare.chance()


def _of_report(a: Worded, b: Worded, both: set[str], rare: Rarity) -> bool:
    names = _names(a, b)
    if len(both - names) < 2 or (len(both) < 3 and not _pair_tells(a, b, both)):
        return False
    if _one_phrase(a, b, both, names):
        return False
    shorter = min(rare.length(a.features), rare.length(b.features))
    share = fsum(rare.of(x) ** 2 for x in both) / shorter**2
    if share < LEAST_SHARE or _cosine(a, b, both, rare) < LEAST_COSINE:
        return False
    factor = fsum(rare.of(x) * (NAME if x in names else 1.0) for x in both) / rare.chance()
    return SHARE * share + FACTOR * factor >= BAR[max(a.voice, b.voice)]


def _one_phrase(a: Worded, b: Worded, both: set[str], names: set[str]) -> bool:
    """Whether all that agrees is one phrase about a name ("the pumping station outside Marrow Edge")."""
    if not both & names or len(both - names) > PHRASE:
        return False
    places = [[n for n, x in enumerate(side.features) if x in both] for side in (a, b)]
    return all(at and at[-1] - at[0] < len(both) + 1 for at in places)


def _pair_tells(a: Worded, b: Worded, both: set[str]) -> bool:
    """Whether two stems in common are enough: most of the shorter one, or a number with what it counts."""
    return any(x[0].isdigit() for x in both) or _side_by_side(a, b, both)


def _names(a: Worded, b: Worded) -> set[str]:
    return {stem(key) for key in a.names | b.names}


def _cosine(a: Worded, b: Worded, both: set[str], rare: Rarity) -> float:
    return fsum(rare.of(x) ** 2 for x in both) / (rare.length(a.features) * rare.length(b.features))


def _side_by_side(a: Worded, b: Worded, both: set[str]) -> bool:
    """Whether the two stems in common follow each other on both sides and make most of the shorter one."""
    if len(both) != 2 or 3 * len(both) < 2 * min(len(set(a.features)), len(set(b.features))):
        return False
    order = [set(pairwise(side.features)) & set(permutations(both)) for side in (a, b)]
    return bool(order[0] & order[1])


def _main(found: Comparison, a: Sequence[str], b: Sequence[str]) -> str:
    same = sum(x.a1 - x.a0 for x in found.blocks if x.same)
    if found.kind is MatchKind.VERBATIM:
        return f"the same {same} words"
    if found.kind is MatchKind.PARTIAL:
        return f"all {same} words of the one stand unbroken in the {max(len(a), len(b))} of the other"
    if found.kind is MatchKind.FUSED:
        return "the shorter is put together from two separate places of the longer"
    return f"{same} words agree in order, of {len(a)} here and {len(b)} there"


def differences(found: Comparison, a: Worded, b: Worded) -> list[str]:
    """What differs that may change the sense: numbers, names, negations. Here is a, there is b.

    Only differences within a wording count (a few words between words that agree): what one side
    tells beyond the other is no contradiction.
    """
    out: list[str] = []
    if found.kind is MatchKind.PARTIAL:
        return out
    for x in found.blocks:
        here, there = a.keys[x.a0 : x.a1], b.keys[x.b0 : x.b1]
        if x.same or max(len(here), len(there)) > LOCAL:
            continue
        out += _instead("number", filter(is_number, here), filter(is_number, there))
        out += _instead("name", filter(a.names.__contains__, here), filter(b.names.__contains__, there))
        out += _negated(here, there)
    return out


def missing_figures(a: Worded, b: Worded) -> list[str]:
    """For wordings whose words do not line up: figures that only one side has, where both have some."""
    here, there = (dict.fromkeys(stem(key) for key in side.keys if is_number(key)) for side in (a, b))
    return _instead("number", (x for x in here if x not in there), (x for x in there if x not in here))


def _negated(here: Iterable[str], there: Iterable[str]) -> list[str]:
    left, right = ({"not" if k == "n't" else k for k in side if k in NEGATIONS} for side in (here, there))
    if bool(left) == bool(right):
        return []
    return [f"“{word}” stands only {'here' if left else 'there'}" for word in sorted(left | right)]


def _instead(what: str, here: Iterable[str], there: Iterable[str]) -> list[str]:
    left, right = " ".join(here), " ".join(there)
    if not left or not right or stem(left) == stem(right):
        return []
    return [f"another {what}: “{left}” here, “{right}” there"]
