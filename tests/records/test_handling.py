from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Handling, Private, PrivateRegion, PrivateWords
from firsthand.records.handling import handling
from firsthand.records.manifest import read_manifest

TOML = """
[[record]]
file = "page.png"
kind = "page"
[record.handling]
found_on = "a soldier"
found_at = 2024-11-02
holder = "Municipal archive"
relation = "dead"
forwarded_to_bureau = true
next_of_kin_informed = "unknown"
withhold = [4, 3, 3]
regions = [{ region = [1, 2, 30, 40] }, { region = [0, 0, 5, 5], what = "home address", page = 2 }]

[[withhold]]
what = "next of kin"
words = ["Ada Quist", " Ада Квіст "]
[[withhold]]
what = "home address"
words = ["12 Heron Lane"]
[[withhold]]
words = ["Vera Holm"]
everywhere = true
[[withhold]]
words = ["Piet Noor"]
publish = "yes"
""".encode()


def test_it_stands_under_its_record() -> None:
    manifest = read_manifest(TOML)
    assert manifest.notes == ()
    assert manifest.records[0].handling == Handling(
        found_on="a soldier",
        found_at="2024-11-02",
        holder="Municipal archive",
        relation="dead",
        forwarded_to_bureau="yes",
        next_of_kin_informed="unknown",
        withhold=(3, 4),
        regions=(
            PrivateRegion(Private.FACE, 1, 2, 30, 40),
            PrivateRegion(Private.HOME, 0, 0, 5, 5, leaf=2),
        ),
    )


def test_words_are_withheld_for_the_whole_case_and_a_home_address_in_reports_too() -> None:
    assert read_manifest(TOML).private == (
        PrivateWords(Private.KIN, ("Ada Quist", "Ада Квіст"), False),
        PrivateWords(Private.HOME, ("12 Heron Lane",), True),
        PrivateWords(Private.PERSON, ("Vera Holm",), True),
        PrivateWords(Private.PERSON, ("Piet Noor",), lifted=True),
    )


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ('[withhold]\nwords = ["a"]', "[[withhold]], with two brackets"),
        ("[[withhold]]\nwords = []", "words must be a list"),
        ('[[withhold]]\nwords = ["a", " "]', "words must be a list"),
        ('[[withhold]]\nword = ["a"]', "words must be a list"),
        ('[[withhold]]\nwords = ["a"]\nwhat = "kin"', "what must be one of face, next of kin"),
        ('[[withhold]]\nwords = ["a"]\neverywhere = "yes"', "everywhere must be true or false"),
        ('[[withhold]]\nwords = ["a"]\nwho = "b"', "unknown key 'who'"),
        ('[[withhold]]\nwords = ["a"]\npublish = "perhaps"', 'publish must be "yes" or "no"'),
    ],
)
def test_a_mistake_in_what_is_withheld_is_told(wrong: str, told: str) -> None:
    (note,) = read_manifest(wrong.encode()).notes
    assert told in note


@pytest.mark.parametrize(
    ("given", "withheld"),
    [
        ({}, False),
        ({"publish": "yes"}, False),
        ({"publish": "no"}, True),
        ({"publish": "withheld"}, True),
        ({"relation": "dead"}, True),
        ({"relation": "captured"}, True),
        ({"relation": "missing"}, True),
        ({"relation": "dead", "publish": "yes"}, False),
        ({"relation": "none"}, False),
    ],
)
def test_what_is_of_the_dead_is_withheld_unless_stated(given: dict, withheld: bool) -> None:
    assert Handling(**given).withheld is withheld


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"publish": "perhaps"}, "publish must be one of yes, no, withheld"),
        ({"relation": "buried"}, "relation must be one of dead"),
        ({"holder": ["a"]}, "holder must be text"),
        ({"withhold": ["3"]}, "list of line numbers"),
        ({"holdr": "a"}, "unknown key"),
        ({"regions": [1]}, "region 1"),
        ({"regions": [{"region": [1, 2, 0, 4]}]}, "four whole numbers"),
        ({"regions": [{"region": [1, 2, 3, 4], "what": "hat"}]}, "what must be one of"),
        ({"regions": "all"}, "a list of"),
        ("none", "a table of its own"),
    ],
)
def test_a_mistake_is_told_and_costs_its_own_key(wrong: object, told: str) -> None:
    notes: list[str] = []
    found = handling(wrong, "case.toml: record 1", notes)
    assert len(notes) == 1 and told in notes[0]
    assert found is None or found.publish in ("", "withheld")


KEYS = st.sampled_from(["publish", "relation", "withhold", "holder", "x"])
VALUES = st.none() | st.text() | st.integers() | st.lists(st.integers())


@given(st.dictionaries(KEYS, VALUES))
def test_anything_gives_a_value_and_notes(given: dict) -> None:
    assert isinstance(handling(given, "", []), Handling)
