from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tracing.script import same_name, script, skeleton


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Harbour Gazette", "latin"), ("Вечірній Берег", "cyrillic"), ("바다신문", "hangul"), ("海報", "other")],
)
def test_the_script_of_most_letters(text: str, kind: str) -> None:
    assert script(text) == kind


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Вечірній Берег", "Vechirnii Bereh"),
        ("노스코스트 트리뷴", "North Coast Tribune"),
        ("Голос Порту", "Holos Portu"),
    ],
)
def test_a_name_is_known_again_in_another_script(here: str, there: str) -> None:
    assert same_name(skeleton(here), skeleton(there))


@pytest.mark.parametrize(
    ("here", "there"),
    [("Вечірній Берег", "Morning Tribune"), ("외신", "East Wire"), ("Порт", "Port Authority")],
)
def test_other_names_stay_apart(here: str, there: str) -> None:
    assert not same_name(skeleton(here), skeleton(there))


@given(st.text())
def test_any_text_has_a_skeleton_without_vowels(text: str) -> None:
    assert not set(skeleton(text)) & set("aeiouAEIOU ")


@given(st.text(), st.text())
def test_sameness_has_no_direction(a: str, b: str) -> None:
    one, two = skeleton(a), skeleton(b)
    if one == two:
        assert same_name(one, two) == same_name(two, one)
