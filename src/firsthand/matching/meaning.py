"""What lies near in meaning: wordings as vectors, and for each its nearest in other reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from firsthand.matching.across.compared import centred
from firsthand.matching.across.encoder import Encoder, Vectors
from firsthand.matching.across.nearest import best
from firsthand.matching.across.remembered import Remembered
from firsthand.matching.wordings import Wording
from firsthand.model import Record
from firsthand.text import excerpt

Pair = tuple[int, int]
# Wordings put into vectors; more would take more than four minutes on two cores.
MOST = 20_000
# Less far beyond its neighbours lies hardly anything that says the same.
FAR = -0.15


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near the meaning of two wordings lies, 1 at most.

    ``beyond``: how much nearer than either lies to its neighbours. ``behind``: how much nearer another
    place of the same report lies to either; 0 where none does.
    """

    cosine: float
    beyond: float
    behind: float


@dataclass(frozen=True, slots=True)
class Meanings:
    """Vectors of wordings about the mean of their language; ``rows`` tells which wording has which."""

    vectors: Vectors
    rows: Mapping[int, int]
    languages: Sequence[str]
    reports: NDArray[
        np.intp
    ]  # the only record that has the wording, as a number; -1 - row where several have


def meanings(
    records: Mapping[str, Record],
    wordings: Sequence[Wording],
    encoder: Encoder,
    most: int = MOST,
    remembered: Remembered | None = None,
) -> Meanings:
    """The vectors of at most ``most`` wordings: what is attributed first, the reports' own voice next.

    Those that are ``remembered`` are not made again, and those that are made are remembered.
    """
    remembered = remembered or Remembered()
    chosen = sorted(range(len(wordings)), key=lambda n: (wordings[n].voice, n))[: min(most, MOST)]
    places = [wordings[n].units[0] for n in chosen]
    languages = [wordings[n].language for n in chosen]
    texts = [excerpt(records[each.record].text, each.spans) for each in places]
    found = (remembered.vector(p.record, text, encoder) for p, text in zip(places, texts, strict=True))
    vectors = np.array(list(found), np.float32)
    if chosen:
        means = {code: encoder.mean(code).vector for code in set(languages)}
        vectors = centred(vectors, languages, means)
    numbers = {record: n for n, record in enumerate(records)}
    reports = np.array([_only(wordings[n], numbers, row) for row, n in enumerate(chosen)], np.intp)
    return Meanings(vectors, {n: row for row, n in enumerate(chosen)}, languages, reports)


def _only(wording: Wording, numbers: Mapping[str, int], row: int) -> int:
    held = {numbers[unit.record] for unit in wording.units}
    return held.pop() if len(held) == 1 else -1 - row


def nearness(known: Meanings, pairs: Iterable[Pair]) -> dict[Pair, Nearness]:
    """The nearness of the ``pairs`` of wordings, and of every wording with its nearest elsewhere."""
    rows = {row: n for n, row in known.rows.items()}
    around, near = _neighbours(known)
    for i, j in pairs:
        if i in known.rows and j in known.rows:
            near.add(_ordered(known.rows[i], known.rows[j]))
    found = {pair: float(known.vectors[pair[0]] @ known.vectors[pair[1]]) for pair in sorted(near)}
    highest = _best_of_reports(known, found)
    out: dict[Pair, Nearness] = {}
    for (r, s), cosine in found.items():
        beyond = 2 * cosine - around[r, known.languages[s]] - around[s, known.languages[r]]
        behind = max(highest[r, int(known.reports[s])], highest[s, int(known.reports[r])]) - cosine
        out[_ordered(rows[r], rows[s])] = Nearness(cosine, beyond, behind)
    return out


def _ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _best_of_reports(known: Meanings, found: Mapping[Pair, float]) -> dict[tuple[int, int], float]:
    """For a row and a report, how near the nearest of its places comes."""
    highest: defaultdict[tuple[int, int], float] = defaultdict(lambda: -1.0)
    for (r, s), cosine in found.items():
        for one, other in ((r, s), (s, r)):
            side = one, int(known.reports[other])
            highest[side] = max(highest[side], cosine)
    return highest


def _neighbours(known: Meanings) -> tuple[dict[tuple[int, str], float], set[Pair]]:
    """The mean nearness of each row to its neighbours in each language, and the pairs that lie near.

    Some sentences lie near to everything, so what counts is how far beyond its neighbours a pair lies
    (cross-domain similarity local scaling). Exact and in blocks.
    """
    of: defaultdict[str, list[int]] = defaultdict(list)
    for row, language in enumerate(known.languages):
        of[language].append(row)
    around: dict[tuple[int, str], float] = {}
    cosines: dict[Pair, float] = {}
    for here, there in product(sorted(of), repeat=2):
        ours, theirs = np.array(of[here]), np.array(of[there])
        places = known.reports[ours], known.reports[theirs]
        found, means = best(known.vectors[ours], known.vectors[theirs], places)
        around |= {(row, there): mean for row, mean in zip(of[here], means, strict=True)}
        for row, nearest in zip(of[here], found, strict=True):
            cosines |= {_ordered(row, of[there][n]): cosine for n, cosine in nearest}
    languages = known.languages
    return around, {
        (r, s)
        for (r, s), cosine in cosines.items()
        if 2 * cosine - around[r, languages[s]] - around[s, languages[r]] >= FAR
    }
