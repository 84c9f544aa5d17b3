"""Names written twice, to learn from: words of one name in several scripts. Data from FIRSTHAND_DATA/names.

Wikidata (CC0): name_parts.jsonl, fullnames_en_ko.tsv, words_en_ru_train.tsv; see that folder's README.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import product
from pathlib import Path

from firsthand.names.sound.letters import CYRILLIC, HANGUL, LATIN, Letters, letters

FOLDS = 5
# Variants of one script in a row that are paired; some rows have dozens, of many languages.
VARIANTS = 6
LONGEST = 24
KOREAN = "korean-person-likely"
SCRIPTS = {"ko": HANGUL, "cyrl": CYRILLIC, "latn": LATIN}
PAIRED = (
    (HANGUL, LATIN),
    (CYRILLIC, LATIN),
    (CYRILLIC, HANGUL),
    (LATIN, LATIN),
    (CYRILLIC, CYRILLIC),
    (HANGUL, HANGUL),
)

Row = dict[str, list[str]]
Two = tuple[str, str]


def fold(key: str) -> int:
    """The fold that an id, or a name, belongs to."""
    return int(sha256(key.encode()).hexdigest()[:8], 16) % FOLDS


def parts(folder: Path) -> Iterator[tuple[str, Row]]:
    """Ids with their variants by script."""
    for line in (folder / "name_parts.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield row["id"], {script: row[key] for key, script in SCRIPTS.items() if row.get(key)}


def full_names(folder: Path) -> Iterator[tuple[str, str, str]]:
    """English and Korean labels with their kind."""
    for line in (folder / "fullnames_en_ko.tsv").read_text("utf-8").splitlines()[1:]:
        english, korean, kind = line.split("\t")
        yield english, korean, kind


def words_of(english: str, korean: str, kind: str) -> Iterator[Two]:
    """Korean and English words of one full name that surely stand for each other."""
    latin, hangul = english.split(), korean.split()
    if kind == KOREAN and len(hangul) == 1 and len(korean) == 3 and len(latin) in {2, 3}:
        yield korean[0], latin[0]
        yield korean[1:], "".join(latin[1:])
    elif len(latin) == len(hangul):
        yield from zip(hangul, latin, strict=True)


def russian(folder: Path) -> Iterator[Two]:
    """Russian and English words of full names."""
    for line in (folder / "words_en_ru_train.tsv").read_text("utf-8").splitlines():
        english, word, _ = line.split("\t")
        yield word, english


def pairs(rows: Iterable[Row], scripts: Two) -> Iterator[Two]:
    """All variants of one row beside each other, as letters; within one script in both orders."""
    one, other = scripts
    for row in rows:
        for a, b in product(row.get(one, [])[:VARIANTS], row.get(other, [])[:VARIANTS]):
            if one != other or a != b:
                yield from paired(a, b, scripts)


def paired(one: str, other: str, scripts: Two) -> Iterator[Two]:
    """Two words as letters, if they are of these scripts and of a word's length."""
    a, b = letters(one), letters(other)
    if (a.script, b.script) == scripts and all(2 < len(each.text) <= LONGEST for each in (a, b)):
        yield a.text, b.text


def kept_out(rows: Sequence[Row]) -> frozenset[str]:
    """All words of rows: what may not be learnt from where these rows are the test."""
    return frozenset(
        each for row in rows for variants in row.values() for v in variants for each in _forms(letters(v))
    )


def _forms(told: Letters) -> tuple[str]:
    return (told.text,)
