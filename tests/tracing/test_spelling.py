"""Names with another first name, and names that others above have."""

from __future__ import annotations

from firsthand.matching import align
from firsthand.model import DriftKind
from firsthand.tracing.drift import drifts
from firsthand.tracing.readings import Rows
from tests.builders import attribution
from tests.tracing.cases import report, statement

WORDS = "the gate had lost two bolts"


def renamed(before: str, after: str, above: str = "") -> bool:
    first, second, third = (
        report("first", before),
        report("second", after),
        report("third", above or "Nothing."),
    )
    one, two = attribution(first, WORDS), attribution(second, WORDS)
    by_id, records = {one.id: one, two.id: two}, {"first": first, "second": second, "third": third}
    read = Rows(records, by_id, {}, {"second": [["first"]]}, align).of(statement("S1", one, two))
    found = drifts(records, by_id, {}, read, line={"second": ["first", "third"]})
    return any(d.kind is DriftKind.NAME for d in found)


def test_an_initial_that_becomes_a_name_and_a_name_cut_short() -> None:
    assert renamed(f"By R. Vendt, {WORDS}.", f"By Robert Vendt, {WORDS}.")
    assert renamed(f"By Marit Vendt, {WORDS}.", f"By Mari Vendt, {WORDS}.")


def test_another_word_before_a_name_is_no_other_first_name() -> None:
    assert not renamed(f"By Oskar Vendt, {WORDS}.", f"By Keeper Vendt, {WORDS}.")


def test_a_name_that_another_ancestor_has_is_not_changed() -> None:
    assert not renamed(f"By Marit Vendt, {WORDS}.", f"By Mari Vendt, {WORDS}.", "Mari Vendt was there.")


def test_a_name_that_the_later_text_corrects_openly_is_not_changed() -> None:
    assert not renamed(f"By Marit Vendt, {WORDS}.", f"By Mari Vendt, {WORDS}. We had called her Marit.")
