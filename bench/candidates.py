"""Is the name among the first ten that are heard, in another script? Words, and full names.

    python -m bench.candidates [--folds]

Words: ``names/name_parts.jsonl``. Rows of one fold (a fifth, by a hash of their ids) are asked for with a
table learnt from the others and from nothing that holds their words; candidates are all variants of the
target script in that fold, and a hit is another variant of the same row. Full names, English and Korean
labels of ``names/fullnames_en_ko.tsv``, likewise. In each direction WORDS or NAMES (which take longer)
searches are drawn by chance. Fold 0 was looked at while building, folds 1 and 2 once, to decide on readings
that are only heard.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations, product
from random import Random

from training.naming import FOLDS, KOREAN, fold, full_names, parts
from training.sounds import both_ways, table

from bench.data import DATA
from firsthand.names.sound import Lexicon
from firsthand.names.sound.letters import CYRILLIC, HANGUL, LATIN, letters
from firsthand.names.sound.tables import Pairs

FOLDER = DATA / "names"
WORDS, NAMES, FIRST = 500, 200, 10
SCRIPTS = (HANGUL, LATIN, CYRILLIC)
Meant = Mapping[str, set[str]]


def figures(folds: Iterable[int] = (0,)) -> dict[str, float]:
    """Per cent of searches that find the name, by direction, and their mean between scripts."""
    heard: defaultdict[str, list[bool]] = defaultdict(list)
    for held in folds:
        pairs = both_ways(table(FOLDER, held))
        for direction, found in (*words(pairs, held), *names(pairs, held)):
            heard[direction] += found
    found = {f"{direction}: recall at 10": 100 * sum(each) / len(each) for direction, each in heard.items()}
    between = [found[f"{one} to {other}: recall at 10".lower()] for one, other in permutations(SCRIPTS, 2)]
    return {**found, "words, mean: recall at 10": sum(between) / len(between)}


def words(pairs: Pairs, held: int) -> Iterator[tuple[str, list[bool]]]:
    """For each direction whether each search hit."""
    rows = [row for key, row in parts(FOLDER) if fold(key) == held]
    for one, other in product(SCRIPTS, repeat=2):
        meant: defaultdict[str, set[str]] = defaultdict(set)
        for row in rows:
            for a in row.get(one, ()):
                meant[a] |= {b for b in row.get(other, ()) if letters(b) != letters(a)}
        lexicon = Lexicon((b for row in rows for b in row.get(other, ())), pairs)
        yield f"{one} to {other}".lower(), list(hits(lexicon, meant, other, WORDS))


def names(pairs: Pairs, held: int) -> Iterator[tuple[str, list[bool]]]:
    """The same for full names, of Koreans and of others."""
    labels = [each for each in full_names(FOLDER) if fold(each[0]) == held]
    english, korean = Lexicon((e for e, _, _ in labels), pairs), Lexicon((k for _, k, _ in labels), pairs)
    for kind in (KOREAN, "other"):
        to_english: defaultdict[str, set[str]] = defaultdict(set)
        to_korean: defaultdict[str, set[str]] = defaultdict(set)
        for e, k, each in labels:
            if each == kind:
                to_english[k].add(e)
                to_korean[e].add(k)
        yield f"full names, {kind}, to English", list(hits(english, to_english, LATIN))
        yield f"full names, {kind}, to Korean", list(hits(korean, to_korean, HANGUL))


def hits(lexicon: Lexicon, meant: Meant, script: str, most: int = NAMES) -> Iterator[bool]:
    """For each name of ``meant`` (``most`` of them) whether one meant is among the FIRST of the script."""
    asked = sorted(name for name, right in meant.items() if right)
    for name in Random(3).sample(asked, min(most, len(asked))):
        found: dict[str, None] = {}
        for each, _ in lexicon.nearest(name, 4 * FIRST, script):
            if letters(each) != letters(name):
                found.setdefault(letters(each).text)
        yield bool(set(list(found)[:FIRST]) & {letters(each).text for each in meant[name]})


if __name__ == "__main__":
    for name, value in figures(range(FOLDS) if "--folds" in sys.argv else (0,)).items():
        print(f"{name:<60} {value:5.1f}")
