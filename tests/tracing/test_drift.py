from __future__ import annotations

import pytest

from firsthand.matching import align
from firsthand.model import Attribution, Drift, DriftKind, Kind, Record, Span, Stance
from firsthand.tracing.drift import drifts
from firsthand.tracing.readings import Rows
from tests.builders import attribution, span
from tests.tracing.cases import edges, report, statement, traced


def step(
    before: str, after: str, name: str = "Oskar Vendt", to: str = "Oskar Vendt", **fields: object
) -> set[DriftKind]:
    """The kinds of drift when ``before`` becomes ``after`` in a report that copies the first."""
    return {d.kind for d in told(before, after, name, to, **fields)}


def told(before: str, after: str, name: str, to: str, **fields: object) -> list[Drift]:
    first, second = report("first", before + "."), report("second", after + ".")
    hedge = fields.pop("hedge", "")
    kind = fields.pop("kind", Kind.INDIRECT)
    one, two = _said(first, before, name, kind, str(hedge)), _said(second, after, to, kind, "")
    by_id, records = {one.id: one, two.id: two}, {"first": first, "second": second}
    read = Rows(records, by_id, {}, {"second": [["first"]]}, align).of(statement("S1", one, two))
    return drifts(records, by_id, {}, read)


def _said(paper: Record, words: str, name: str, kind: object, hedge: str) -> Attribution:
    hedges: tuple[Span, ...] = (span(paper.text, hedge),) if hedge else ()
    return attribution(
        paper, words, name=name, kind=kind, hedges=hedges, stance=Stance.ALLEGES if hedge else Stance.ASSERTS
    )


def test_the_same_words_by_the_same_person_have_no_drift() -> None:
    assert step("the gate had lost two bolts", "the gate had lost two bolts") == set()


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("the gate had lost two bolts", "the gate had lost three bolts", DriftKind.NUMBER),
        ("the keeper Oskar Vendt saw the gate go", "the keeper Oskar Wendt saw the gate go", DriftKind.NAME),
        ("the gate was not safe on that day", "the gate was safe on that day", DriftKind.REVERSED),
        (
            "she asked the office to close the lock",
            "she begged the office to close the lock",
            DriftKind.HARDENED,
        ),
        ("the office will close the lock", "the office may close the lock", DriftKind.SOFTENED),
    ],
)
def test_one_change_has_one_kind(before: str, after: str, kind: DriftKind) -> None:
    assert step(before, after) == {kind}


def test_a_number_written_in_words_is_the_same_number() -> None:
    assert step("the gate had lost two bolts", "the gate had lost 2 bolts") == set()


@pytest.mark.parametrize("to", ["", "Irma Toll", "a diver", "residents"])
def test_another_source_or_none_is_a_change_of_speaker(to: str) -> None:
    assert step("the gate had lost two bolts", "the gate had lost two bolts", to=to) == {DriftKind.SPEAKER}


@pytest.mark.parametrize("to", ["Vendt", "he", "Oskar Vendt, the keeper"])
def test_a_shorter_mention_is_no_change_of_speaker(to: str) -> None:
    assert step("the gate had lost two bolts", "the gate had lost two bolts", to=to) == set()


def test_a_doubt_that_is_gone_is_told() -> None:
    kinds = step("the gate allegedly lost two bolts", "the gate lost two bolts", hedge="allegedly")
    assert kinds == {DriftKind.HEDGE_LOST}


def test_the_tail_of_a_quotation_that_is_cut_is_told_with_its_words() -> None:
    whole = "the gate had lost two bolts and that is why the barge lay there"
    (found,) = told(whole, "the gate had lost two bolts", "Oskar Vendt", "Oskar Vendt", kind=Kind.DIRECT)
    assert found.kind is DriftKind.DROPPED
    assert "that is why the barge lay there" in found.note


def test_a_statement_gone_from_a_later_edition_is_told_at_the_earlier() -> None:
    text = "The gate jammed on Monday. A diver from Kolmar said two bolts were gone."
    first = report(
        "first", text, outlet="Mail", url="https://mail.example/x", published="2024-05-06T09:00:00Z"
    )
    later = report(
        "later",
        "The gate jammed on Monday.",
        outlet="Mail",
        url="https://mail.example/x",
        published="2024-05-06T15:00:00Z",
    )
    said = attribution(first, "two bolts were gone", name="a diver")
    found = traced([first, later], [statement("S1", said)], [said])
    assert edges(found) == {("later", "first")}
    (gone,) = found.drifts
    assert (gone.kind, gone.here, gone.upstream and gone.upstream.record) == (
        DriftKind.DROPPED,
        None,
        "first",
    )
