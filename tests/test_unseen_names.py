"""The lists of names that were written without sight of the tables: well made, and halved by their rule."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from bench.unseen_names import KEPT, KOREAN, LIKE, NEAR, PAIRS, SEEN, half, korean_names, rows, sets

from firsthand.names.routes import scripts

COLUMNS = {"hangul": "HANGUL", "english": "LATIN", "russian": "CYRILLIC", "ukrainian": "CYRILLIC"}


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8") as opened:
        return list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("file", [PAIRS, NEAR])
def test_each_pair_stands_once_and_its_half_is_drawn_by_its_names(file: Path) -> None:
    pairs = _rows(file)
    assert len({frozenset((row["name1"], row["name2"])) for row in pairs}) == len(pairs)
    assert all(row["name1"] != row["name2"] for row in pairs)
    assert all(row["half"] == half(row["name1"], row["name2"]) for row in pairs)


def test_every_row_is_of_one_half_or_the_other() -> None:
    for file in (PAIRS, NEAR, KOREAN):
        assert len([*rows(file, SEEN), *rows(file, KEPT)]) == len(_rows(file))


def test_labels_are_of_the_layout_of_name_bench() -> None:
    for row in _rows(PAIRS):
        assert row["schema"] in LIKE["pairs"]
        assert row["is_match"] in {"true", "false"}
        assert row["quality"] in {"STRONG", "MEDIUM", "WEAK"}


def test_a_spelling_of_the_korean_names_is_in_the_letters_of_its_column_and_of_one_name() -> None:
    names = korean_names(SEEN) + korean_names(KEPT)
    spelled = [found for row in names for found in {each for column in row.values() for each in column}]
    assert len(set(spelled)) == len(spelled)
    for row in names:
        for column, script in COLUMNS.items():
            assert {scripts(each) for each in row[column]} == {(script,)}


def test_the_korean_names_are_halved_by_the_hangul() -> None:
    for which in (SEEN, KEPT):
        assert {half(row["hangul"][0]) for row in korean_names(which)} == {which}


def test_no_near_name_is_labelled_one_name() -> None:
    one_name = {frozenset(pair[1:3]) for which in (SEEN, KEPT) for pair in sets(which)["pairs"] if pair[3]}
    assert not one_name & {frozenset((row["name1"], row["name2"])) for row in _rows(NEAR)}
