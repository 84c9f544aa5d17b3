from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.dossier.exports.html import html
from firsthand.dossier.exports.shortening import LESS, shortened, size
from firsthand.dossier.sheets import Dossier
from tests.dossier import cases

CROWD = cases.crowd(30).build()


def test_a_dossier_that_has_room_is_whole_and_says_nothing() -> None:
    short = shortened(CROWD, size(CROWD))
    assert short.shown is CROWD
    assert short.told == ""


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, size(CROWD)), min_size=2, max_size=4).map(sorted))
def test_with_less_room_no_less_is_left_out_and_it_is_told(rooms: list[int]) -> None:
    shorts = [shortened(CROWD, most) for most in rooms]
    for less, more in pairwise(shorts):
        assert size(less.shown) <= size(more.shown)
        assert len(less.left) >= len(more.left)
    for most, short in zip(rooms, shorts, strict=True):
        assert size(short.shown) <= most or len(short.left) == len(LESS) + 1
        assert all(what in short.told for what in short.left)


@pytest.mark.parametrize("case", [cases.lone, cases.hostile, cases.quay, cases.crowd])
@pytest.mark.parametrize("share", [1, 2, 4, 100])
def test_every_link_in_one_file_leads_somewhere_whatever_is_left_out(
    case: Callable[[], cases.Case], share: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Dossier = case().build()
    monkeypatch.setattr(sys.modules[html.__module__], "MOST", size(made) // share)
    page = lxml.html.fromstring(html(made).decode("utf-8"))
    there = set(page.xpath("//@id"))
    for href in page.xpath("//a/@href"):
        assert not href.startswith("#") or href[1:] in there, href
    assert ("left-out" in there) == (share > 1)
