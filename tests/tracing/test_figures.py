"""Numbers as values, in words and digits of several languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.tracing.figures import figures, vague_date


def read(text: str, language: str = "en") -> list[tuple[float, str, str]]:
    return [(f.value, f.rough, f.kind) for f in figures(text, [Span(0, len(text))], language)]


@pytest.mark.parametrize(
    ("text", "language", "value", "rough", "kind"),
    [
        ("forty-one cows", "en", 41, "", "count"),
        ("some 40 cows", "en", 40, "about", "count"),
        ("more than forty cows", "en", 40, "over", "count"),
        ("almost four metres", "en", 4, "under", "count"),
        ("no more than 30 kilometres", "en", 30, "", "count"),
        ("a four-metre crack", "en", 4, "", "count"),
        ("two hundred thousand crowns", "en", 200_000, "", "count"),
        ("48,000 crowns", "en", 48_000, "", "count"),
        ("3.4 metres", "en", 3.4, "", "count"),
        ("at 06:40", "en", 400, "", "time"),
        ("at 6.40am", "en", 400, "", "time"),
        ("about twenty to seven", "en", 400, "about", "time"),
        ("half past eight", "en", 510, "", "time"),
        ("on 19 February", "en", 219, "", "date"),
        ("February 19", "en", 219, "", "date"),
        ("близько тридцяти осіб", "uk", 30, "about", "count"),
        ("нас у гуртожитку шестеро", "uk", 6, "", "count"),
        ("с четырьмя детьми", "ru", 4, "", "count"),
        ("ящиків штук сорок", "uk", 40, "about", "count"),
        ("patruzeci de lăzi", "ro", 40, "", "count"),
        ("rund dreißig Mann", "de", 30, "about", "count"),
        ("상자는 마흔 개쯤이다", "ko", 40, "about", "count"),
        ("궤짝 40개", "ko", 40, "", "count"),
    ],
)
def test_a_number_has_one_value_however_it_is_written(
    text: str, language: str, value: float, rough: str, kind: str
) -> None:
    assert read(text, language) == [(value, rough, kind)]


def test_what_only_looks_like_a_number_is_none() -> None:
    assert read("one of them said it once") == []


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [v for v, _, _ in read("between 80,000 and 90,000 pounds; 41, 3")] == [80_000, 90_000, 41, 3]


def test_a_date_told_by_its_month_or_distance() -> None:
    texts = ("in February", "last month", "on Monday", "they may go")
    assert [vague_date(t, [Span(0, len(t))]) for t in texts] == ["February", "last month", "", ""]


@given(st.text(max_size=80), st.sampled_from(["en", "uk", "ko", "de", "", "xx"]))
def test_any_text_gives_numbers_inside_it(text: str, language: str) -> None:
    for figure in figures(text, [Span(0, len(text))], language):
        assert 0 <= figure.span.start < figure.span.end <= len(text)


@given(st.integers(min_value=2, max_value=999_999))
def test_digits_are_read_as_they_stand(number: int) -> None:
    assert [v for v, _, _ in read(f"{number} cows")] == [number]
    assert [v for v, _, _ in read(f"{number:,} cows")] == [number]
