"""Zones are found in whatever way they are transcribed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.names.papers.seeking import Odd, zone_spans, zones
from firsthand.names.papers.zone import FORMS, Zone
from tests.names.papers.made import passport

ONE, TWO = passport().splitlines()


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}\n{TWO}",
        f"Passport\r\n{ONE}\r\n\r\n{TWO}\r\nsigned",
        f"{ONE.lower()}\n{TWO.lower()}",
        f"{' '.join(ONE)}\n{TWO[:20]} {TWO[20:]}",
        f"{ONE.replace('<<', '«')}\n{TWO}",
        f"{ONE.rstrip('<')}<<\n{TWO}",
        f"{ONE}<<<\n{TWO}",
    ],
    ids=["plain", "among lines", "small letters", "blanks", "marks", "fillers lost", "fillers added"],
)
def test_a_zone_in_a_text(text: str) -> None:
    (zone,) = zones(text)
    assert isinstance(zone, Zone)
    assert zone.lines == (ONE, TWO)
    span = zone.span(zone.form.slots["number"])
    assert span and text[span.start : span.end].upper().replace(" ", "") == "K1234567"


def test_a_line_with_a_character_too_few_is_told_and_not_read() -> None:
    (odd,) = zones(f"{ONE}\n{TWO[:5]}{TWO[6:]}")
    assert odd == Odd(odd.form, Span(45, 88), 43)
    assert odd.form.name == "TD3"


@pytest.mark.parametrize(
    "text",
    ["", "PASSPORT", "P<UTO", "A" * 44 + "\n" + "B" * 44, ("I" * 30 + "\n") * 3],
)
def test_what_is_no_zone(text: str) -> None:
    assert list(zones(text)) == []


@pytest.mark.parametrize(
    ("text", "widths"),
    [(ONE, [44]), (TWO, [44]), (f"{TWO}\n{ONE}", [44, 44]), (f"{ONE[:20]}\n{TWO[:20]}", [20, 20])],
    ids=["the first line alone", "the second alone", "in the wrong order", "half of each"],
)
def test_lines_that_make_no_zone_are_told_and_not_read(text: str, widths: list[int]) -> None:
    found = [each for each in zones(text) if isinstance(each, Odd)]
    assert [(each.form, each.width) for each in found] == [(None, width) for width in widths]


def test_a_card_of_another_form_is_not_read_by_the_rules_of_this_one() -> None:
    assert list(zones("IDFRALIND<<<<<<<<<<<<<<<<<<<<<<<<<<<\n970504012345ODA<<<<<<<<<<9705046F2<")) == []


@given(st.text("P<UTOAB019 \n«", max_size=400))
def test_any_text_has_zones_or_none(text: str) -> None:
    for each in zones(text):
        assert each.form in (*FORMS, None)
        assert (
            each.form is None
            or isinstance(each, Odd)
            or all(len(line) == each.form.width for line in each.lines)
        )
    assert all(0 <= start < end <= len(text) for start, end in zone_spans(text))
