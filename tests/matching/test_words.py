"""Words as they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.words import features, heft, names_in, words_of
from firsthand.model import Span


def keys(text: str) -> tuple[str, ...]:
    return words_of(text, [Span(0, len(text))]).keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Port-side PUMP — «again»", ("port", "side", "pump", "again")),
        ("at 6.40am, 1,200 boxes", ("at", "6.40", "am", "1,200", "boxes")),
        ("Mara’s CAN’T", ("mara", "s", "ca", "n't")),
        ("п’ять ящиків", ("п'ять", "ящиків".replace("й", "и"))),
        ("선장은 고치지 말고", ("선장은", "고치지", "말고")),
        ("船長 said", ("船", "長", "said")),
        ("snake_case_", ("snake", "case")),
        ("", ()),
    ],
)
def test_words_are_folded_and_parted_where_writing_varies(text: str, expected: tuple[str, ...]) -> None:
    assert keys(text) == expected


@given(st.text(max_size=60))
def test_every_word_points_at_its_characters(text: str) -> None:
    found = words_of(text, [Span(0, len(text))])
    assert [keys(text[s.start : s.end]) for s in found.spans] == [(key,) for key in found.keys]
    assert list(found.spans) == sorted(found.spans)


def test_pieces_number_the_spans() -> None:
    assert words_of("one two three", [Span(0, 7), Span(8, 13)]).pieces == (0, 0, 1)


def test_only_content_words_weigh() -> None:
    assert heft(keys("we were to be in the way of it")) == 1
    assert heft(keys("seventeen people")) == 2
    assert heft(keys("船長")) == 1


def test_inflected_words_and_numerals_share_a_stem() -> None:
    assert features(keys("Seventeen were treated")) == features(keys("17 in treatment"))
    assert features(keys("선장이 насосом")) == features(keys("선장은 насосами"))


def test_neighbouring_characters_make_one_stem() -> None:
    assert features(keys("船長説")) == ["船長", "長説"]


def test_a_name_is_capital_where_no_sentence_begins() -> None:
    text = "Boats left. Nobody saw Ann Lee. “Pumps,” she said, in Tresk"
    assert names_in(text, words_of(text, [Span(0, len(text))])) == {"ann", "lee", "tresk"}


def test_in_a_headline_capitals_name_nobody() -> None:
    text = "Harbour Board Finds Cracked Beam In Tresk Bridge"
    assert names_in(text, words_of(text, [Span(0, len(text))])) == frozenset()
