"""The order of lines on a page, and their paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.records.pdf.laying import laid, ordered
from firsthand.records.pdf.reading import Box, Row, Written


def rows(*places: tuple[float, float]) -> list[Row]:
    """Lines of 100 pixels by 10, at these left and upper edges."""
    return [Row(n, n + 1, Box(x, y, x + 100, y + 10)) for n, (x, y) in enumerate(places)]


def text(*lines: tuple[str, float, float, float]) -> str:
    """The text of a page of these lines: words, left, top and right edge; "-" divides a word."""
    made, whole = [], ""
    for words, left, top, right in lines:
        body = words.removesuffix("-")
        made.append(Row(len(whole), len(whole) + len(body), Box(left, top, right, top + 10), body != words))
        whole += f"{body}\ufffe" if body != words else f"{body}\r\n"
    return laid([Written(whole, tuple(made))]).text


def test_columns_are_read_as_they_are_written() -> None:
    two = rows((0, 0), (0, 15), (200, 0), (200, 15))
    assert ordered(two) == two


def test_what_was_written_last_but_stands_above_is_read_first() -> None:
    body = rows((0, 100), (0, 115), (200, 100), (200, 115), (0, 50))
    assert [row.start for row in ordered(body)] == [4, 0, 1, 2, 3]


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=12))
def test_no_line_is_lost_or_told_twice(places: list[tuple[int, int]]) -> None:
    assert sorted(row.start for row in ordered(rows(*places))) == list(range(len(places)))


def test_a_paragraph_ends_with_a_gap_a_short_last_line_or_an_indent() -> None:
    assert text(("One", 0, 0, 99), ("two.", 0, 15, 99), ("Three", 0, 45, 99)) == "One two.\n\nThree"
    assert text(("One", 0, 0, 99), ("two.", 0, 15, 50), ("Three", 0, 30, 99)) == "One two.\n\nThree"
    assert text(("One", 0, 0, 99), ("two.", 0, 15, 99), ("Three", 20, 30, 99)) == "One two.\n\nThree"
    assert text(("One", 0, 0, 99), ("two.", 0, 15, 99), ("Three", 0, 30, 99)) == "One two. Three"


def test_a_sentence_goes_on_in_the_next_column() -> None:
    assert text(("The sea", 0, 0, 99), ("was", 0, 15, 99), ("calm.", 200, 0, 299)) == "The sea was calm."
    assert text(("The sea.", 0, 0, 99), ("Calm.", 200, 0, 299)).split() == ["The", "sea.", "Calm."]


def test_a_hyphen_is_dropped_where_it_only_divides() -> None:
    assert text(("the har-", 0, 0, 99), ("bour", 0, 15, 99)) == "the harbour"
    assert text(("in 1990-", 0, 0, 99), ("95", 0, 15, 99)) == "in 1990-95"
    assert text(("an anti-", 0, 0, 99), ("Soviet", 0, 15, 99)) == "an anti-Soviet"
    assert text(("well-known, well-", 0, 0, 99), ("known", 0, 15, 99)) == "well-known, well-known"
