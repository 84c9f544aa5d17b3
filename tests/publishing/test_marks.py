from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Line, Private, Span
from firsthand.publishing.marks import hides, mark, masked, moved, runs, told, walked

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
cut = st.tuples(st.integers(0, 40), st.integers(0, 10), st.sampled_from(list(Private)))
cuts = st.lists(cut.map(lambda c: (Span(c[0], c[0] + c[1]), c[2])), max_size=4)


@given(text, cuts)
def test_a_masked_text_is_as_long_and_has_no_withheld_character(text: str, cuts: list) -> None:
    found = masked(text, cuts)
    assert len(found) == len(text)
    out = {i for (start, end), _ in cuts for i in range(start, min(end, len(text)))}
    assert all((i in out) == hides(c) for i, c in enumerate(found))


@given(text, cuts, st.integers(0, 40))
def test_places_keep_their_words_when_marks_are_set(text: str, cuts: list, at: int) -> None:
    found = masked(text, cuts)
    new, to = told(found), moved(found)
    at = min(at, len(text))
    assert to(0) == 0 and to(len(text)) == len(new)
    assert [to(i) for i in range(len(text) + 1)] == sorted(to(i) for i in range(len(text) + 1))
    if at < len(text) and not hides(found[at]):
        assert new[to(at) : to(at + 1)] == found[at]


def test_a_run_is_told_once_and_says_why() -> None:
    found = masked("Ann Lee lives at Elm Row", [(Span(0, 7), Private.KIN), (Span(17, 24), Private.HOME)])
    assert told(found) == "[withheld: next of kin] lives at [withheld: a home address]"
    assert runs(found) == [Private.KIN, Private.HOME]


def test_a_sign_that_was_received_is_none_of_ours() -> None:
    assert told(masked("a\ufdd0b", [])) == "a\ufffdb"


def test_every_string_of_a_value_is_changed_and_nothing_else() -> None:
    line = Line(1, Span(0, 2), name="l1")
    assert walked(({"a": "b"}, line, 3, Private.KIN), str.upper) == (
        {"a": "B"},
        Line(1, Span(0, 2), name="L1"),
        3,
        Private.KIN,
    )
    assert mark(Private.LINE) == "[withheld: a line]"
