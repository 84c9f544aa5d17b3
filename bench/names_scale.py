"""How long do 200,000 names take, in how much memory, and what is found of what was planted?

    python -m bench.names_scale [SIZE [SEED]]

Names are made of the parts of ``names/name_parts.jsonl``: each person is a family and one or two given names,
drawn by rows; a third of all names are second spellings of a person, in another script or by another
variant of the row, family name first or last, with an initial, or misspelt. Two names are one person's
where they are made of the same rows. Family names of Koreans are drawn as often as they are met.

The rows are few beside 200,000 names, so made-up people come to bear one name: another has a third name more
or less (Luboš Tatsuo, Luboš Tatsuo Massimiliano), one spelling stands in two rows (Mun and Mon), "Kim B." may
be any Kim Bo-ra. Who is who cannot be told from such names, whoever reads them: pairs of namesakes, by the
rows' own lists of spellings and not by how anything sounds, are counted apart, neither right nor wrong.

What ``duplicates`` weighs chance by was learnt from pairs of the names of SEED, so its precision is
of names that were seen. Of 60,000 names by seed 11: precision 95.3, recall 71.7; by SEED, 95.7 and 71.5.
"""

from __future__ import annotations

import json
import os
import sys
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, combinations, permutations
from random import Random
from time import perf_counter

from bench.data import DATA
from bench.memory import joint
from firsthand.engines import Local
from firsthand.names.comparing.cleaning import folded
from firsthand.names.index import Index, duplicates
from firsthand.names.index.words import initial, words

SIZE = 200_000
SEED = 6
ASKED = 200  # names looked for one by one
SECOND = 0.25  # persons with a second spelling: so many of a hundred
KOREANS = 0.15
LATIN, HANGUL, CYRILLIC = "latn", "ko", "cyrl"
CHANGES = (HANGUL, CYRILLIC, LATIN, "order", "initial", "misspelt")
CALLED = {
    HANGUL: "in Hangul",
    CYRILLIC: "in Cyrillic",
    LATIN: "another Latin spelling",
    "order": "order turned",
    "initial": "with an initial",
    "misspelt": "misspelt",
}
Row = dict[str, list[str]]
Slot = tuple[str, frozenset[str]]
Slots = Sequence[Slot]


@dataclass(frozen=True, slots=True)
class Made:
    """A name, the person it is of, and how it was changed ("" for a first spelling)."""

    text: str
    person: tuple[int, ...]
    change: str = ""


def made(size: int, seed: int = SEED) -> list[Made]:
    """So many names, in no order."""
    maker = _Maker(Random(seed))
    names: list[Made] = []
    while len(names) < size:
        names += maker.person()
    maker.chance.shuffle(names)
    return names[:size]


class _Maker:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.rows = [json.loads(line) for line in (DATA / "names/name_parts.jsonl").open(encoding="utf-8")]
        self.rows = [row for row in self.rows if any(v.isalpha() and len(v) > 2 for v in row["latn"])]
        self.given = [n for n, row in enumerate(self.rows) if any(len(v) == 2 for v in row.get("ko", ()))
                      and any("-" in v for v in row["latn"])]  # fmt: skip
        korean = set(self.given)
        groups: dict[str, list[int]] = {}
        for n, row in enumerate(self.rows):
            if n not in korean:
                groups.setdefault(row["scripts"], []).append(n)
        self.groups = list(groups.values())
        self.families, self.often = self._families()

    def _families(self) -> tuple[list[tuple[str, list[str]]], list[int]]:
        """Korean family names with their spellings, and how often each and those before it are met."""
        counts: Counter[str] = Counter()
        spelled: dict[str, Counter[str]] = {}
        for line in (DATA / "names/fullnames_en_ko.tsv").open(encoding="utf-8"):
            english, korean, kind = line.rstrip("\n").split("\t")
            if kind.startswith("korean") and len(korean) == 3 and " " in english:
                counts[korean[0]] += 1
                spelled.setdefault(korean[0], Counter())[english.split()[0]] += 1
        families = [(k, [s for s, n in spelled[k].items() if n > 4]) for k, n in counts.items()]
        families = [(k, spellings) for k, spellings in families if spellings]
        return families, list(accumulate(counts[k] for k, _ in families))

    def person(self) -> Iterator[Made]:
        korean = self.chance.random() < KOREANS
        rows = self._korean() if korean else self._other()
        yield Made(self._written(rows, korean, LATIN if self.chance.random() < 0.5 else ""), rows)
        if self.chance.random() < SECOND:
            change = self.chance.choice(CHANGES)
            yield Made(self._changed(rows, korean, change), rows, change)

    def slots(self, name: Made) -> Slots:
        """Each word of a name with all spellings of its row."""
        told = [folded(word) for word in words(name.text)]
        if name.change == "order":
            told = [*told[-1:], *told[:-1]]
        return [(word, self._spelled(row)) for word, row in zip(told, name.person, strict=False)]

    def _spelled(self, row: int) -> frozenset[str]:
        """All spellings of a row, of a family name by its negative number."""
        if row < 0:
            hangul, latin = self.families[-1 - row]
            return frozenset(map(folded, (hangul, *latin)))
        variants = chain.from_iterable(self.rows[row].get(s, ()) for s in (LATIN, HANGUL, CYRILLIC))
        return frozenset("".join(map(folded, words(each))) for each in variants)

    def _korean(self) -> tuple[int, ...]:
        family = bisect(self.often, self.chance.random() * self.often[-1])
        return (-1 - family, self.chance.choice(self.given))

    def _other(self) -> tuple[int, ...]:
        group = self.chance.choice(self.groups)
        return tuple(self.chance.sample(group, self.chance.choice((2, 2, 3))))

    def _words(self, rows: Sequence[int], script: str) -> list[str]:
        """One variant of each row in the script asked for, or in one that all have."""
        texts: list[Row] = [
            {HANGUL: [self.families[-1 - n][0]], LATIN: self.families[-1 - n][1]} if n < 0 else self.rows[n]
            for n in rows
        ]
        shared = [s for s in (LATIN, HANGUL, CYRILLIC) if all(s in t for t in texts)]
        script = script if script in shared else self.chance.choice(shared)
        return [self.chance.choice([v for v in t[script] if v.isalpha()] or t[script]) for t in texts]

    def _written(self, rows: Sequence[int], korean: bool, script: str) -> str:
        words = self._words(rows, script)
        hangul = "\uac00" <= words[0][0] <= "\ud7a3"
        return "".join(words) if korean and hangul else " ".join(map(_capital, words))

    def _changed(self, rows: Sequence[int], korean: bool, change: str) -> str:
        if change in (HANGUL, CYRILLIC, LATIN):
            return self._written(rows, korean, change)
        text = self._written(rows, korean, LATIN)
        words = text.split()
        if change == "order":
            return " ".join((*words[1:], words[0]))
        if change == "initial":
            return " ".join((words[0], *(f"{w[0]}." for w in words[1:])))
        if change == "misspelt":
            at = self.chance.randrange(len(words))
            words[at] = self._misspelt(words[at])
        return " ".join(words)

    def _misspelt(self, word: str) -> str:
        at = self.chance.randrange(len(word))
        letter = self.chance.choice("abcdefghijklmnoprstuvwyz")
        return word[:at] + self.chance.choice((letter, letter + word[at], "", word[at] * 2)) + word[at + 1 :]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def figures(size: int = SIZE, seed: int = SEED) -> dict[str, float]:
    """Time and memory left of what is allowed; recall by change, and precision, in per cent."""
    names = made(size, seed)
    texts = [each.text for each in names]
    with joint() as memory:
        start, before = perf_counter(), _spent()
        found = duplicates(texts, Local(2, worth_a_pool=2, chunk=1))
        seconds, spent = perf_counter() - start, _spent() - before
    told = {(a, b) for a, b, _ in found.pairs}
    right = {(a, b): change for a, b, change in _planted(names)}
    alike = _namesakes([names[a], names[b]] for a, b in told - right.keys())
    print(f"  {len(told)} pairs in {seconds:.0f} s ({spent:.0f} s of processors), {memory[0]:.0f} MB")
    print(f"  {alike} of namesakes, {found.skipped} keys too common to be looked at")
    return {
        "seconds of two processors left of 120": 120 - spent / 2,
        "memory left of 1,500 MB": 1_500 - memory[0],
        "precision": 100 * len(told & right.keys()) / max(1, len(told) - alike),
        "recall": 100 * len(told & right.keys()) / len(right),
        **_by_change(told, right),
        **_asked(names, right),
    }


def _spent() -> float:
    """Seconds of processor time so far, of this process and those that it started and that have ended."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def _planted(names: Sequence[Made]) -> Iterator[tuple[int, int, str]]:
    """The pairs of names that are one person's, and how the second of them was changed."""
    persons: dict[tuple[int, ...], list[int]] = {}
    for n, each in enumerate(names):
        persons.setdefault(each.person, []).append(n)
    for group in persons.values():
        for a, b in combinations(group, 2):
            yield a, b, names[a].change or names[b].change


def _namesakes(pairs: Iterable[Sequence[Made]]) -> int:
    """How many pairs bear one name by the plan: each word of the shorter may stand for one of the other's."""
    maker = _Maker(Random(0))
    return sum(_one_name(*(maker.slots(each) for each in pair)) for pair in pairs)


def _one_name(one: Slots, other: Slots) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return any(all(map(_one_word, shorter, some)) for some in permutations(longer, len(shorter)))


def _one_word(one: Slot, other: Slot) -> bool:
    (a, spelled), (b, others) = one, other
    if initial(a) or initial(b):
        return any(v.startswith(a) for v in (b, *others)) or any(v.startswith(b) for v in (a, *spelled))
    return a in others or b in spelled


def _by_change(told: set[tuple[int, int]], right: dict[tuple[int, int], str]) -> dict[str, float]:
    planted, found = (
        Counter(right.values()),
        Counter(change for pair, change in right.items() if pair in told),
    )
    return {
        f"recall: {CALLED[change]}": 100 * found[change] / planted[change]
        for change in CHANGES
        if planted[change]
    }


def _asked(names: Sequence[Made], right: dict[tuple[int, int], str]) -> dict[str, float]:
    """One name against all: how long that takes, and whether the other spelling is among the first ten."""
    index = Index([each.text for each in names])
    hits, took = [], []
    for a, b in Random(1).sample(sorted(right), min(ASKED, len(right))):
        start = perf_counter()
        found = index.near(names[a].text, 11)
        took.append(1_000 * (perf_counter() - start))
        hits.append(b in [each.number for each in found if each.number != a][:10])
    return {
        "one name: milliseconds left of 20 (median)": 20 - sorted(took)[len(took) // 2],
        "one name: among the first ten": 100 * sum(hits) / len(hits),
    }


if __name__ == "__main__":
    for name, value in figures(*map(int, sys.argv[1:])).items():
        print(f"{name:<50} {value:7.1f}")
