from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Being, EvidenceKind, Link, Record, Source, Span
from firsthand.text import host
from firsthand.tracing.citing import Press, aliases
from tests.builders import attribution, record
from tests.tracing.cases import report

POST = report("p", "Nothing here.", outlet="Brenning Evening Post")
AGENCY = report("n", "Nothing here.", outlet="Northgate Agency")


def cited(text: str, *others: Record, **fields: object) -> list[tuple[str, EvidenceKind]]:
    child = report("child", text, outlet="Kolmar Echo", **fields)
    found = Press([child, *others], []).citations(child, [])
    return [(c.outlet.name, c.kind) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "The gate jammed, the Brenning Evening Post wrote.",
        "The gate jammed, the Evening Post wrote.",
        "As the Post has it, the gate jammed.",
    ],
)
def test_an_outlet_is_found_under_its_full_and_short_names(text: str) -> None:
    assert cited(text, POST) == [("Brenning Evening Post", EvidenceKind.NAMED)]


@pytest.mark.parametrize(
    "text", ["He nailed it to the post.", "He left it at the Post Office.", "The Post Master came."]
)
def test_words_that_only_look_like_an_outlet_are_passed_over(text: str) -> None:
    assert cited(text, POST) == []


def test_a_short_name_of_two_outlets_names_neither() -> None:
    other = report("o", "Nothing here.", outlet="Harbour Evening Post")
    assert cited("The gate jammed, the Evening Post wrote.", POST, other) == []


def test_a_report_does_not_cite_its_own_outlet() -> None:
    assert cited("The gate jammed, he told the Echo.", POST) == []


def test_a_byline_a_credit_and_a_link_are_told_apart() -> None:
    text = "The gate jammed.\nA diver freed it.\nNorthgate / Echo"
    link = (Link(Span(0, 8), "https://p.example/1"),)
    found = cited(text, POST, AGENCY, byline="Northgate", links=link)
    assert ("Brenning Evening Post", EvidenceKind.LINK) in found
    assert found.count(("Northgate Agency", EvidenceKind.CREDIT)) == 2


def test_agencies_without_a_name_may_be_any_agency_of_the_case() -> None:
    child = report("child", "The gate jammed, agencies reported.")
    found = Press([child, AGENCY, POST], []).citations(child, [])
    assert [(c.outlet.name, c.vague) for c in found] == [("Northgate Agency", True)]


def test_an_outlet_that_is_not_in_the_case_is_found_through_the_hands() -> None:
    child = record("The gate jammed, Skarn Daily said.", id="child")
    said = attribution(child, "The gate jammed", name="Skarn Daily")
    source = Source("s", "Skarn Daily", Being.OUTLET, ("Skarn Daily",), (said.id,))
    found = Press([child], [source]).citations(child, [said])
    assert {(c.outlet.name, c.outlet.records) for c in found} == {("Skarn Daily", ())}


def test_a_name_in_another_script_is_found() -> None:
    shore = report("shore", "Тут нічого.", outlet="Вечірній Берег", language="uk")
    assert cited("He told the newspaper Vechirnii Bereh so.", shore) == [
        ("Вечірній Берег", EvidenceKind.NAMED)
    ]


@given(st.text(max_size=40))
def test_any_name_and_any_address_can_be_asked_for(name: str) -> None:
    assert all(form and all(form) for form in aliases(name))
    assert host(name) == host(name).strip("/")
