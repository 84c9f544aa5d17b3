"""Words that are one have a skeleton in common, in whatever script."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.index.skeleton import CLASSES, LONGEST, VOWELS, WAYS, skeletons, sketch


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Petrenko", "Петренко"),
        ("정은", "Jong-un"),
        ("Bernard", "버나드"),
        ("이", "Lee"),
        ("Ingrid", "잉그리드"),
    ],
)
def test_one_name_has_a_skeleton_in_common(one: str, other: str) -> None:
    assert set(skeletons(one)) & set(skeletons(other))


def test_a_sketch_has_vowels() -> None:
    assert sketch("Petrenko") == sketch("Петренко") == "PiTRiNKo"


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=60))
def test_any_string_has_few_short_skeletons(word: str) -> None:
    found = skeletons(word)
    assert len(found) <= WAYS
    assert all(len(each) <= LONGEST for each in found)


@settings(deadline=None)  # the first example loads the tables
@given(st.text(alphabet="кьонхджпétrsabchw정경홍", max_size=12))
def test_known_scripts_are_classes(word: str) -> None:
    assert set("".join(skeletons(word))) <= set(CLASSES)
    assert set(sketch(word)) <= set(CLASSES + VOWELS)
