"""Where texts laid side by side part, and in what: the apparatus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, groupby

from rapidfuzz.distance import Levenshtein

from firsthand.matching.collation.lexing import Lexed
from firsthand.matching.collation.table import Column
from firsthand.model import Variant, Variation, VariationKind

ALIKE = 0.7  # share of letters that agree, from which another word is another spelling
SHOWN = 5  # words at either end of what was left out; more is not repeated
Gap = tuple[int, int]


def variations(texts: Sequence[Lexed], columns: Sequence[Column]) -> tuple[Variation, ...]:
    """Every place where texts part, in order.

    Words left out in a row are one variation, and the text is silent in those columns: a copyist
    whose eye skipped a line made one mistake, not ten. A text that has no word in all of the columns is
    silent everywhere.
    """
    gaps = _gaps(len(texts), columns)
    silent: list[set[int]] = [set() for _ in columns]
    for (start, end), missing in gaps.items():
        for column in silent[start:end]:
            column |= missing
    found = [_omission(texts, columns, silent, *gap) for gap in gaps.items()]
    runs = _parted(texts, columns, list(_runs(len(texts), texts, columns, silent)))
    found += [_variation(texts, columns, silent, *run) for run in runs]
    return tuple(sorted((v for v in found if len(v.variants) > 1), key=lambda v: (v.start, v.end)))


def _gaps(texts: int, columns: Sequence[Column]) -> dict[Gap, set[int]]:
    """Runs of columns without a word of a text, in which most texts have two words or more."""
    usual = [2 * len(column) > texts for column in columns]
    found: dict[Gap, set[int]] = {}
    for text in range(texts):
        at = 0
        for empty, run in groupby(text not in column for column in columns):
            size = len(list(run))
            if empty and sum(usual[at : at + size]) > 1:
                found.setdefault((at, at + size), set()).add(text)
            at += size
    return found


def _omission(
    texts: Sequence[Lexed], columns: Sequence[Column], silent: Sequence[set[int]], gap: Gap, missing: set[int]
) -> Variation:
    start, end = gap
    having = set(range(len(texts))) - set().union(*silent[start:end])
    words = _ends(max((_wording(texts, columns, n, start, end) for n in having), key=len, default=""))
    variants = (Variant(words, tuple(sorted(having))), Variant("", tuple(sorted(missing))))
    return Variation(VariationKind.OMISSION, start, end, tuple(v for v in variants if v.texts))


def _ends(wording: str) -> str:
    words = wording.split()
    return " ".join([*words[:SHOWN], "…", *words[-SHOWN:]]) if len(words) > 2 * SHOWN else wording


def _runs(
    count: int, texts: Sequence[Lexed], columns: Sequence[Column], silent: Sequence[set[int]]
) -> Iterable[Gap]:
    """Columns in which texts part: each alone; those in which some have no word, with their neighbours."""
    start = None
    for j, column in enumerate(columns):
        speaking = set(range(count)) - silent[j]
        full = speaking <= column.keys()
        varied = not full or len({texts[t].keys[column[t]] for t in speaking}) > 1
        if start is not None and (full or not varied):
            yield start, j
            start = None
        if start is None and varied and not full:
            start = j
        elif full and (varied or len({texts[t].dress[column[t]] for t in speaking}) > 1):
            yield j, j + 1
    if start is not None:
        yield start, len(columns)


def _parted(texts: Sequence[Lexed], columns: Sequence[Column], runs: Sequence[Gap]) -> list[Gap]:
    """Runs joined where one text has in one word what another has in two ("everyone", "every one")."""
    found: list[Gap] = []
    for start, end in runs:
        if found and found[-1][1] == start and _one_word(texts, columns, found[-1][0], end):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _one_word(texts: Sequence[Lexed], columns: Sequence[Column], start: int, end: int) -> bool:
    wordings = {_wording(texts, columns, n, start, end) for n in range(len(texts))}
    return len({words.replace(" ", "") for words in wordings}) < len(wordings)


def _variation(
    texts: Sequence[Lexed], columns: Sequence[Column], silent: Sequence[set[int]], start: int, end: int
) -> Variation:
    speaking = [n for n in range(len(texts)) if not any(n in s for s in silent[start:end])]
    found: dict[str, list[int]] = {}
    for n in speaking:
        found.setdefault(_wording(texts, columns, n, start, end), []).append(n)
    kind = _kind(list(found))
    if kind is VariationKind.MARKS:
        found = {}
        for n in speaking:
            found.setdefault(_dressed(texts[n], columns[start][n]), []).append(n)
    ranked = sorted(found.items(), key=lambda each: (-len(each[1]), each[1]))
    return Variation(kind, start, end, tuple(Variant(words, tuple(having)) for words, having in ranked))


def _wording(texts: Sequence[Lexed], columns: Sequence[Column], n: int, start: int, end: int) -> str:
    return " ".join(texts[n].keys[column[n]] for column in columns[start:end] if n in column)


def _dressed(text: Lexed, at: int) -> str:
    key, dress = text.keys[at], text.dress[at]
    return (key.capitalize() if dress[0] == "A" else key) + dress[1:]


def _kind(wordings: Sequence[str]) -> VariationKind:
    if len(wordings) < 2:
        return VariationKind.MARKS
    if all(a and b and _alike(a, b) for a, b in combinations(wordings, 2)):
        return VariationKind.SPELLING
    return VariationKind.WORDS


def _alike(a: str, b: str) -> bool:
    return bool(Levenshtein.normalized_similarity(a, b) >= ALIKE)
