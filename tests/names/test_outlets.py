"""Outlets that are known: their names, short names and hosts; and mentions of them."""

from __future__ import annotations

import pytest

from firsthand.model import Being, Hop, Outlet, Role
from firsthand.names import gathered, of_groups
from firsthand.names.outlets import Outlets, listed_outlets
from firsthand.names.spelling import key
from tests.builders import attribution, record, span
from tests.names.test_sources import sources, told

KNOWN = Outlets()


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("Ukrainska Pravda", "Ukrainska Pravda"),
        ("Українська правда", "Ukrainska Pravda"),
        ("the new york times", "New York Times"),
        ("연합뉴스", "Yonhap"),
        ("Радіо Свобода", "Radio Free Europe/Radio Liberty"),
        ("Harbour Gazette", ""),
        ("", ""),
    ],
)
def test_an_outlet_by_its_name_in_any_language(written: str, first: str) -> None:
    found = KNOWN.named(written)
    assert (found.names[0] if found else "") == first


@pytest.mark.parametrize(
    ("host", "first"),
    [("www.pravda.com.ua", "Ukrainska Pravda"), ("www3.nhk.or.jp", "NHK"), ("com.ua", ""), ("", "")],
)
def test_an_outlet_by_its_host(host: str, first: str) -> None:
    found = KNOWN.at(host)
    assert (found.names[0] if found else "") == first


def test_a_short_name_counts_only_where_an_outlet_is_meant() -> None:
    assert KNOWN.named("UP") is None
    found = KNOWN.named("UP", short=True)
    assert found is not None and found.names[0] == "Ukrainska Pravda"


def test_no_two_outlets_of_the_table_share_a_name_or_a_host() -> None:
    table = listed_outlets()
    for of in ("names", "domains"):
        told = [key(each) for outlet in table for each in set(getattr(outlet, of))]
        assert {each for each in told if told.count(each) > 1} == set()
    assert len(table) > 100 and all(outlet.domains for outlet in table)


def test_mentions_of_one_outlet_in_two_languages_are_one_source() -> None:
    one = told("Ukrainska Pravda", role=Role.RELAY, being=Being.OUTLET)
    other = told("Українська правда", role=Role.RELAY, being=Being.OUTLET)
    short = told("UP", role=Role.RELAY, being=Being.OUTLET)
    (source,) = sources(one, other, short)
    assert source.name == "Ukrainska Pravda" and source.being is Being.OUTLET
    assert "UP is Ukrainska Pravda in the table of outlets" in source.reasons


def test_an_outlet_of_the_case_keeps_its_own_name() -> None:
    (report, said) = told("UP", role=Role.RELAY, being=Being.OUTLET)
    here = record("Nothing.", outlet="Українська правда", name="here.txt")
    (source,) = of_groups(gathered([here, report], [said]))
    assert source.name == "Українська правда" and source.records == (here.id,)


def test_a_case_may_know_outlets_of_its_own() -> None:
    (report, said) = told("HG", role=Role.RELAY, being=Being.OUTLET)
    here = record("Nothing.", outlet="Harbour Gazette", name="here.txt")
    own = Outlet(("Harbour Gazette",), ("HG",), ())
    (source,) = of_groups(gathered([here, report], [said], (), [own]))
    assert set(source.spellings) == {"Harbour Gazette", "HG"}


def test_an_outlet_of_the_case_in_another_script() -> None:
    (report, said) = told("Starohatskyi Visnyk", role=Role.RELAY)
    here = record("Нічого.", outlet="Старогатський вісник", name="here.txt", language="uk")
    (source,) = of_groups(gathered([here, report], [said]))
    assert source.name == "Старогатський вісник"
    assert any("in Latin letters: Ukrainian national system" in reason for reason in source.reasons)


def test_a_person_is_no_outlet_by_a_name_alone() -> None:
    (source,) = sources(told("Babel", being=Being.PERSON))
    assert source.being is Being.PERSON


def test_an_outlet_of_the_case_that_is_said_to_speak_is_no_person() -> None:
    here = record("Нічого не видно.", name="a.txt", outlet="Старогатський вісник", language="uk")
    report = record("Starohatskyi Visnyk said that nothing was seen.", name="b.txt", outlet="Dike Post")
    hands = (
        Hop(Role.SPEAKER, span(report.text, "Starohatskyi Visnyk"), "Starohatskyi Visnyk", Being.PERSON),
    )
    told = attribution(report, "nothing was seen", hands=hands)
    sources = of_groups(gathered([here, report], [told]))
    assert [s.name for s in sources if told.id in s.attributions] == ["Старогатський вісник"]
