"""Every place where somebody is named, and what kind of source it is taken for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Being, Hop, Link, Role
from firsthand.names.mentions import host, mentions
from tests.builders import attribution, record, span

TEXT = "The gate was open, she said, according to Ziarna and the Lowland Herald."


def hop(
    text: str, words: str, role: Role = Role.SPEAKER, name: str = "", being: Being = Being.UNKNOWN
) -> Hop:
    return Hop(role, span(text, words), name, being)


def test_a_report_names_its_own_outlet() -> None:
    report = record(outlet="Lowland Herald", url="https://www.lowland.example/gate")
    (own,) = mentions([report], [])
    assert (own.spelling, own.being, own.here, own.host) == (
        "Lowland Herald",
        Being.OUTLET,
        report.id,
        "lowland.example",
    )


def test_a_report_without_outlet_is_known_by_its_host() -> None:
    (own,) = mentions([record(outlet="", url="https://lowland.example/gate")], [])
    assert own.spelling == "lowland.example"


def test_a_resolved_pronoun_is_the_name_and_no_spelling() -> None:
    report = record(TEXT, outlet="")
    told = attribution(report, "The gate was open", hands=(hop(TEXT, "she", name="Ada Quist"),))
    assert [m.spelling for m in mentions([report], [told])] == ["Ada Quist"]


def test_a_gap_in_the_hands_names_nobody() -> None:
    report = record(TEXT, outlet="")
    told = attribution(report, "The gate was open", hands=(Hop(Role.RELAY, None),))
    assert mentions([report], [told]) == []


def test_who_passes_words_on_and_looks_like_an_outlet_is_one() -> None:
    report = record(TEXT, outlet="")
    hands = tuple(hop(TEXT, words, Role.RELAY) for words in ("Ziarna", "the Lowland Herald"))
    told = attribution(report, "The gate was open", hands=hands)
    assert [m.being for m in mentions([report], [told])] == [Being.OUTLET, Being.OUTLET]


def test_a_source_without_hands_counts_as_the_one_hand() -> None:
    report = record(TEXT, outlet="")
    told = attribution(report, "The gate was open", source="she", name="Ada Quist")
    assert [m.spelling for m in mentions([report], [told])] == ["Ada Quist"]


def test_the_words_that_link_somewhere_know_the_host() -> None:
    link = Link(span(TEXT, "Lowland Herald"), "https://m.lowland.example/gate?x=1")
    report = record(TEXT, outlet="", links=(link,))
    told = attribution(report, "The gate was open", hands=(hop(TEXT, "the Lowland Herald", Role.RELAY),))
    assert [m.host for m in mentions([report], [told])] == ["lowland.example"]


@given(st.text())
def test_any_address_has_a_host_or_none(url: str) -> None:
    assert "/" not in host(url)
