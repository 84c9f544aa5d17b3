"""Two names laid beside each other word by word."""

from __future__ import annotations

import pytest

from firsthand.names.routes.laying import lay


@pytest.mark.parametrize(
    ("one", "other", "pivot"),
    [
        ("Тараса Петренка", "Тарас Петренко", "Тарас Петренко"),
        ("Ткач Юрій Володимирович", "Yuri Vladimirovich Tkach", "Ткач Юрій Володимир"),
        ("Łukasz Żółkiewski", "ZOLKIEWSKI, Lukasz", "Łukasz Żółkiewski"),
    ],
)
def test_whole_names(one: str, other: str, pivot: str) -> None:
    path = lay(one, other)
    assert path is not None
    assert (path.whole, path.pivot) == (True, pivot)


def test_what_differs_and_what_is_left_over() -> None:
    path = lay("Ivan Petrenko", "Іван Степанович Ткач")
    assert path is not None
    assert [part.one for part in path.agree] == ["Ivan"]
    assert [(part.one, part.other) for part in path.differ] == [("Petrenko", "Степанович"), ("", "Ткач")]


def test_a_case_or_a_woman() -> None:
    one = lay("Олександра Коваленко", "Олександр Коваленко")
    two = lay("Олександра Коваленка", "Олександр Коваленко")
    assert one is not None
    assert two is not None
    assert (one.ambiguous, two.ambiguous) == (True, False)


def test_numbers_are_words() -> None:
    path = lay("Squall 110", "Squall 4")
    assert path is not None
    assert [(part.one, part.other) for part in path.differ] == [("110", "4")]


@pytest.mark.parametrize("text", ["", "a" * 10_000, "a " * 50])
def test_what_is_no_name(text: str) -> None:
    assert lay(text, text) is None
