from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier.wrap import width, wrapped


@given(st.text(max_size=300), st.integers(1, 3))
def test_no_line_is_wider_than_its_room(text: str, lines: int) -> None:
    found = wrapped(text, 120, lines)
    assert 1 <= len(found) <= lines
    assert all(width(line) <= 120 for line in found)


def test_what_does_not_fit_is_cut_with_an_ellipsis() -> None:
    assert wrapped("Morning Post of the Upper Valley and its Environs", 110)[-1].endswith("…")


def test_a_name_that_fits_stays_whole() -> None:
    assert wrapped("Delta Herald", 120) == ("Delta Herald",)
    assert " ".join(wrapped("Jurnalul Gurilor de Azi", 110)) == "Jurnalul Gurilor de Azi"


def test_wide_characters_take_more_room() -> None:
    assert width("새물결신문") > width("abcde")
