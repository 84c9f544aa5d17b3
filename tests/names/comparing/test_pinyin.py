"""Chinese names in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.comparing.pinyin import chinese, syllables


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("chen", "xiaoming"), ("chen", "xiao", "ming")),
        (("xiaoming", "chen"), ("chen", "xiao", "ming")),
        (("darya", "melnik"), ()),
        (("chen",), ()),
        ((), ()),
    ],
)
def test_a_name_in_syllables(words: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert chinese(words) == found


@given(st.text(alphabet="aeginoz", max_size=30))
def test_the_syllables_make_the_word(word: str) -> None:
    assert "".join(syllables(word)) in {word, ""}
