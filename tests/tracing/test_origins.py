from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.model import Attribution, Independence, NodeKind, Record, Speech, Verdict
from tests.builders import attribution
from tests.tracing.cases import report, statement, traced

GATE = "the gate had lost two bolts"


def said(name: str, report_id: str, rest: str = "", **fields: object) -> tuple[Record, Attribution]:
    """A report in which ``name`` says it, with words around it that no other has."""
    paper = report(
        report_id, f"{name} said {GATE}.{rest}", published=f"2024-05-06T0{len(report_id)}:00:00Z", **fields
    )
    return paper, attribution(paper, GATE, source=name, name=name)


def verdict(*reports: tuple[Record, Attribution]) -> Verdict:
    """On one statement that all the reports make; none descends from another unless its text says so."""
    (found,) = traced(
        [r for r, _ in reports], [statement("S1", *(a for _, a in reports))], [a for _, a in reports]
    ).verdicts
    return found


def test_one_reading_with_a_named_source_has_one_origin() -> None:
    found = verdict(said("Oskar Vendt", "a"))
    assert found.independence is Independence.SHARED
    assert [(o.name, o.kind) for o in found.origins] == [("Oskar Vendt", NodeKind.PERSON)]


@pytest.mark.parametrize("other", ["the gate had not lost two bolts", "the gate had gained two bolts"])
def test_two_who_say_the_opposite_do_not_confirm_each_other(other: str) -> None:
    one = said("Oskar Vendt", "a")
    paper = report("bb", f"Irma Toll said {other}.", published="2024-05-06T02:00:00Z")
    found = verdict(one, (paper, attribution(paper, other, source="Irma Toll", name="Irma Toll")))
    assert found.independence is Independence.UNKNOWN
    assert "opposite" in found.reasons[0]


def test_two_named_witnesses_of_two_outlets_are_independent() -> None:
    found = verdict(said("Oskar Vendt", "a"), said("Irma Toll", "bb"))
    assert found.independence is Independence.INDEPENDENT
    assert len(found.origins) == 2
    assert "Oskar Vendt" in found.reasons[0]
    assert "Irma Toll" in found.reasons[0]


def test_one_person_asked_twice_is_one_origin() -> None:
    found = verdict(said("Oskar Vendt", "a"), said("Vendt", "bb"))
    assert found.independence is Independence.SHARED
    assert len(found.origins) == 1


@pytest.mark.parametrize(
    "other",
    ["a diver", "sources", "the lock office", "residents", "Whoever", "Irma", "Irma Toll and Ida Kell"],
)
def test_a_source_without_a_name_never_makes_independence(other: str) -> None:
    assert verdict(said("Oskar Vendt", "a"), said(other, "bb")).independence is Independence.UNKNOWN


def test_two_unnamed_sources_are_not_established() -> None:
    found = verdict(said("a diver", "a"), said("a bargeman", "bb"))
    assert found.independence is Independence.UNKNOWN
    assert "a Gazette" in found.reasons[0]


def test_one_reading_by_anybody_is_not_established() -> None:
    assert verdict(said("a diver", "a")).independence is Independence.UNKNOWN


def test_two_papers_that_copy_one_have_its_one_origin() -> None:
    first = said("Oskar Vendt", "a", outlet="Brenning Post")
    copies = [said("Oskar Vendt", i, " So the Brenning Post.") for i in ("bb", "ccc")]
    found = verdict(first, *copies)
    assert found.independence is Independence.SHARED
    assert set(found.origins[0].readings) == {a.id for _, a in (first, *copies)}


def test_copies_of_an_unnamed_source_go_back_to_that_one_report() -> None:
    first = said("a diver", "a", outlet="Brenning Post")
    copy = said("a diver", "bb", " So the Brenning Post.")
    assert verdict(first, copy).independence is Independence.SHARED


def test_two_witnesses_of_one_outlet_are_not_shown_independent() -> None:
    one = said("Oskar Vendt", "a", outlet="Post")
    two = said("Irma Toll", "bb", outlet="Post")
    assert verdict(one, two).independence is not Independence.INDEPENDENT


def test_a_body_that_the_other_report_has_in_view_is_not_independent_of_its_witness() -> None:
    one = said("Oskar Vendt", "a", " He works for the Kolmar Lock Office.")
    assert verdict(one, said("Kolmar Lock Office", "bb")).independence is not Independence.INDEPENDENT


def test_nested_attributions_of_one_sentence_are_one_reading() -> None:
    paper, outer = said("Oskar Vendt", "a")
    inner = attribution(paper, "two bolts", name="Irma Toll")
    (found,) = traced([paper], [statement("S1", outer, inner)], [outer, inner]).verdicts
    assert len(found.origins) == 1
    assert set(found.origins[0].readings) == {outer.id, inner.id}


def test_words_that_signal_a_source_and_name_none_are_not_established() -> None:
    first = report("first", "The gate reportedly lost two bolts.", published="2024-05-06T09:00:00Z")
    copy = report(
        "copy", "The gate lost two bolts, the first Gazette reported.", published="2024-05-06T12:00:00Z"
    )
    one = attribution(first, "The gate reportedly lost two bolts", unstated=True)
    two = attribution(copy, "The gate lost two bolts")
    (found,) = traced([first, copy], [statement("S1", one, two)], [one, two]).verdicts
    assert found.independence is Independence.UNKNOWN


@pytest.mark.parametrize(
    ("speech", "state"),
    [(Speech.ACTUAL, Independence.UNKNOWN), (Speech.NEGATED, Independence.INDEPENDENT)],
)
def test_what_a_named_person_has_by_hearsay_is_not_theirs(speech: Speech, state: Independence) -> None:
    """ "One of them, Vendt said, swears that C": with a second witness, nothing shows that they are two."""
    text = f"Oskar Vendt said one of the anglers swears {GATE}."
    paper = report("a", text, published="2024-05-06T01:00:00Z")
    outer = attribution(paper, f"one of the anglers swears {GATE}", source="Oskar Vendt", name="Oskar Vendt")
    inner = attribution(paper, GATE, source="one of the anglers", name="one of the anglers")
    inner = replace(inner, parent=outer.id, speech=speech)
    other, theirs = said("Irma Toll", "bb")
    (found,) = traced(
        [paper, other], [statement("S1", outer, inner, theirs)], [outer, inner, theirs]
    ).verdicts
    assert found.independence is state


@pytest.mark.parametrize("name", ["항구 경비원 사메르 타윌", "사메르 타윌 경비원", "سامر الطويل"])
def test_a_name_that_may_be_the_others_in_another_script_is_no_second_origin(name: str) -> None:
    pair = said("Samer Tawil", "aa"), said(name, "bb")
    assert verdict(*pair).independence is Independence.UNKNOWN


def test_a_name_in_another_script_that_is_surely_not_the_others_is_one() -> None:
    pair = said("Samer Tawil", "aa"), said("박 진구 선장", "bb")
    assert verdict(*pair).independence is Independence.INDEPENDENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joe Biddle", "Джо Биддл"),
        ("President Bo Quist", "Бо Квист"),
        ("Bo Quist Laments Failure", "президент Бо Квіст"),
    ],
)
def test_a_short_name_in_another_script_is_no_second_origin(one: str, other: str) -> None:
    found = verdict(said(one, "aa"), said(other, "bb"))
    assert found.independence is Independence.UNKNOWN
    assert "may be one and the same" in found.reasons[0]


def test_a_single_word_never_makes_independence() -> None:
    reports = [
        (paper := report(name, f"{who} called the {what} rotten.", published=f"2024-05-06T0{n}:00:00Z"),
         attribution(paper, f"{what} rotten", source=who, name=who))
        for n, (name, who, what) in enumerate([("a", "Ann Lee", "quay"), ("b", "Tom Arden", "judge")], 1)
    ]  # fmt: skip
    assert verdict(*reports).independence is Independence.UNKNOWN
