"""How lines of a translation came to stand where they stand."""

from __future__ import annotations

from firsthand.dossier.beside import beside, summary
from firsthand.model import (
    Line,
    LineAlignment,
    LinePair,
    Record,
    RecordKind,
    Span,
    aligned,
)
from firsthand.model.layers import BY_HAND, BY_LENGTH


def translation(count: int, *pairs: LinePair) -> Record:
    """One of so many lines of three letters, put beside those of another record."""
    text = "\n".join(["abc"] * count)
    lines = tuple(Line(n, Span(4 * n - 4, 4 * n - 1)) for n in range(1, count + 1))
    record = Record("t" * 64, "o" * 64, "t.txt", "", text, RecordKind.TRANSLATION, of="r" * 64, lines=lines)
    return aligned(record, LineAlignment(record.id, record.of, pairs))


def test_a_line_where_numbers_tell_or_that_fits_well_says_nothing() -> None:
    record = translation(2, LinePair((2,), (3,), 0.9, BY_LENGTH))
    assert [beside(line) for line in record.lines] == ["", ""]
    assert summary(record).endswith("by length, numbers and names, none doubtful")
    assert summary(translation(2)) == ""


def test_a_line_that_fits_poorly_one_of_several_say_so_and_the_whole_says_who_corrected_it() -> None:
    record = translation(
        4,
        LinePair((1,), (1, 2), 0.1, BY_LENGTH),
        LinePair((2,), (), 0.0, BY_LENGTH),
        LinePair((3,), (4,), 1.0, BY_HAND),
        LinePair((4,), (5, 6, 7), 1.0, BY_HAND),
    )
    assert [beside(line) for line in record.lines] == [
        "lines 1 and 2 together, put beside this line by its length, which fits poorly",
        "",
        "",
        "lines 5, 6 and 7 together",
    ]
    assert summary(record) == (
        "Its lines were put beside those of the original by length, numbers and names, doubtful: line 1; "
        "beside no line of it: line 2; put in their place by case.toml: lines 3 and 4"
    )


def test_a_line_in_several_pairs_is_as_sure_as_the_least_sure() -> None:
    record = translation(1, LinePair((1,), (1,), 0.9, BY_LENGTH), LinePair((1,), (2,), 0.2, BY_LENGTH))
    assert (record.lines[0].answers, record.lines[0].fit) == ((1, 2), 0.2)


def test_of_many_doubtful_lines_the_first_are_named() -> None:
    record = translation(20, *(LinePair((n,), (n,), 0.1, BY_LENGTH) for n in range(1, 21)))
    assert summary(record).endswith("doubtful: lines 1, 2, 3, 4, 5, 6, 7, 8 and 12 more")
