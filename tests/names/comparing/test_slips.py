"""What a slip of the pen makes of a word, and what is another name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.comparing.slips import LETTERS, slip

LATIN = st.text(alphabet="abdeilmnorst", min_size=LETTERS, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("valdivieso", "valdiveiso"),  # letters that changed places
        ("brandtner", "brandner"),  # a letter left out
        ("halvorsen", "halversen"),  # one vowel for another
        ("wachowiak", "wachoviak"),  # another consonant in a long word
        ("yun", "yung"),
        ("ґринюк", "гринюк"),
    ],
)
def test_a_slip_is_known(one: str, other: str) -> None:
    assert slip(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("moss", "ross"),
        ("walden", "malden"),  # another first letter
        ("stein", "stern"),  # a short word
        ("winder", "winter"),  # another consonant
        ("weber", "webster"),  # two letters
        ("а4391", "а4931"),  # numbers are not misspelt
        ("громов", "хромов"),
    ],
)
def test_another_name_is_no_slip(one: str, other: str) -> None:
    assert not slip(one, other)


@given(LATIN, LATIN)
def test_a_slip_is_one_in_either_direction(one: str, other: str) -> None:
    assert slip(one, other) == slip(other, one)
    assert slip(one, one)


@given(LATIN, st.integers(1, LETTERS - 2))
def test_two_letters_that_changed_places_are_a_slip(word: str, at: int) -> None:
    assert slip(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :])
