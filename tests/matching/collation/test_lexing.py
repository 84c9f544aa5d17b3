"""Words for collation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.collation.lexing import lexed


def test_marks_dress_the_word_before_them_and_signs_are_words() -> None:
    found = lexed("“Salt & ice,” she said.")
    assert found.keys == ("salt", "&", "ice", "she", "said")
    assert found.dress == ("A", "a", "a,”", "a", "a.")


def test_a_character_that_was_lost_stays_in_its_word() -> None:
    assert lexed("H\ufffdmehen").keys == ("h\ufffdmehen",)


def test_hyphens_part_words() -> None:
    assert lexed("paha-tapainen").keys == lexed("paha tapainen").keys


@given(st.text(max_size=40))
def test_spans_are_in_order_and_hold_something(text: str) -> None:
    ends = [0]
    for start, end in lexed(text).spans:
        assert ends[-1] <= start < end
        ends.append(end)
