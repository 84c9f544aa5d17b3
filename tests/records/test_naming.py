"""Which record a name means that stands in another."""

from __future__ import annotations

import pytest

from firsthand.model import Joined, Record
from firsthand.records.naming import Names

FILES = ("a/r1.txt", "a/r2.txt", "b/r1.txt", "b/deep/r3.txt", "r4.txt", "c/r5.txt")
HELD = (
    *(Record(id=name, object=name, name=name, title=f"Title of {name}") for name in FILES),
    Record(id="row", object="table", name="t.csv", part="row 2"),
    Record(id="whole", object="p", name="pages/p1.txt", joined=(Joined("p", "pages/p1.txt", "p"),)),
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("b/deep/r3.txt", "b/deep/r3.txt"),
        ("r2.txt", "a/r2.txt"),
        ("r1.txt", "b/r1.txt"),  # of two of that name, the one beside it
        ("deep/r3.txt", "b/deep/r3.txt"),
        ("r1", "b/r1.txt"),
        ("r4", "r4.txt"),
        ("Title of c/r5.txt", "c/r5.txt"),
        ("pages", "whole"),
        ("row 2", ""),  # of another table
        ("nothing", ""),
        ("", ""),
    ],
)
def test_a_name_means_the_nearest_record_that_it_fits(written: str, meant: str) -> None:
    assert Names(HELD).named(written, Record(id="me", object="x", name="b/me.txt")) == meant


def test_a_part_is_named_within_its_own_file() -> None:
    assert Names(HELD).named("row 2", Record(id="me", object="table", name="t.csv", part="row 3")) == "row"


def test_a_name_that_fits_several_means_none() -> None:
    assert Names(HELD).named("r1", Record(id="me", object="x", name="c/me.txt")) == ""


def test_a_record_does_not_name_itself() -> None:
    assert Names(HELD).named("r4", HELD[4]) == ""
