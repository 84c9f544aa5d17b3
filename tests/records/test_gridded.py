"""Tables whose cells may be one over several rows, and whose columns may have no names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from firsthand.records.document import Document
from firsthand.records.gridded import Grid, filled, lines
from firsthand.records.markup.tree import Piece, plain
from firsthand.records.offsets import Decoded, OffsetMap

SOURCE = Decoded("", OffsetMap())
PAIRS = (
    ("Вода поднялась ещё на две ступени за ночь.", "The water came up two more steps during the night."),
    ("Мост закрыли, и никто не знает, надолго ли.", "They closed the bridge and nobody knows for how long."),
)


def grid(rows: Sequence[Sequence[str]], **more: object) -> Grid:
    return Grid([[(Piece(word),) if word else () for word in row] for row in rows], **more)  # type: ignore[arg-type]


def test_without_names_the_languages_tell_the_original_from_its_translation() -> None:
    original, translation = lines(SOURCE, grid(PAIRS), "part.xml")
    assert isinstance(original, Document) and isinstance(translation, Document)
    assert (original.part, original.language, original.kind) == ("column 1", "ru", "transcription")
    assert (translation.part, translation.language, translation.of) == ("column 2", "en", "column 1")
    assert "column 1 (ru) was taken for the original of column 2 (en)" in original.notes[0]


def test_numbers_and_names_of_pages_stand_before_them() -> None:
    rows = [(f"{n}r", str(n), *pair) for n, pair in enumerate(PAIRS, 3)]
    original, _ = lines(SOURCE, grid(rows), "")
    assert isinstance(original, Document)
    assert [(each.number, each.name) for each in original.lines] == [(3, "3r.3"), (4, "4r.4")]


@pytest.mark.parametrize(
    "rows",
    [
        (("Hour", "Level"), ("7", "12")),
        (("one", "two", "three", *PAIRS[0]),),
        ((PAIRS[0][1], PAIRS[1][1]),),  # one language
        (),
    ],
)
def test_other_tables_are_none_of_lines(rows: Sequence[Sequence[str]]) -> None:
    assert lines(SOURCE, grid(rows), "") == ()


def test_a_cell_over_several_rows_stands_in_each_and_overlapping_ones_do_not() -> None:
    down = [(0, 0, 2), (0, 1, 2), (5, 0, 1)]
    rows = filled(grid([("3r", "a"), ("", "b"), ("", "c"), ("", "d")], down=down), [0])
    assert [plain(row[0]) for row in rows] == ["3r", "3r", "3r", ""]
