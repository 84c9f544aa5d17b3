"""Lines as files of transcriptions give them."""

from __future__ import annotations

import pytest

from firsthand.model import Mark, MarkKind, Region, Span
from firsthand.records.decoding import decode
from firsthand.records.markup.transcribed import Written, joined, manner, mean, number, region, share, woven
from firsthand.records.markup.tree import Piece


def test_lines_are_numbered_and_parted_and_those_without_words_passed_over() -> None:
    source = decode(b"one two three")
    mark = Mark(MarkKind.UNCLEAR, Span(0, 99))
    lines = (
        Written((Piece("one", 0, 3),)),
        Written((Piece(" "),), apart=True),
        Written((Piece(" two", 3, 7),), marks=(mark,)),
        Written((Piece("three", 8, 13),)),
    )
    text, offsets, found = woven(source, lines)
    assert text == "one\n\ntwo\nthree"
    assert [(each.number, each.span) for each in found] == [
        (1, Span(0, 3)),
        (2, Span(5, 8)),
        (3, Span(9, 14)),
    ]
    assert found[1].marks == (Mark(MarkKind.UNCLEAR, Span(5, 8)),)
    assert offsets.back(Span(5, 8)) == (4, 7)


def test_words_are_joined_by_blanks() -> None:
    pieces, spans = joined([[Piece("ab", 0, 2)], [Piece("c", 5, 6)]])
    assert pieces == (Piece("ab", 0, 2), Piece(" "), Piece("c", 5, 6))
    assert spans == [Span(0, 2), Span(3, 4)]


def test_numbers_and_regions_that_are_none() -> None:
    assert (number("3.5"), number("x"), number("1e99"), number("nan")) == (3.5, None, None, None)
    assert (share("91", 100), share("7"), share("")) == (0.91, 1.0, None)
    assert (mean([0.5, None, 1.0]), mean([None])) == (0.75, None)
    assert region("p", -5, 0, 10, 10) == Region("p", 0, 0, 10, 10)
    assert region("p", 10, 0, 10, 10) is None


@pytest.mark.parametrize(
    "by, how", [("Tesseract 5.3", "machine"), ("ocrd-olena", "machine"), ("A. Clerk", ""), ("", "")]
)
def test_engines_are_machines(by: str, how: str) -> None:
    assert manner(by) == how
