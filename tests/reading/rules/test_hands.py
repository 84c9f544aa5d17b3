"""The hands that hang on a cue, and what kind of source each is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Being
from firsthand.reading import read
from tests.reading.cases import chains


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The Vantage", Being.OUTLET),
        ("The Port Ledger", Being.OUTLET),
        ("Radio Varn", Being.OUTLET),
        ("The newspaper Dawn", Being.OUTLET),
        ("Minister Ann Lee", Being.PERSON),
        ("Ann Lee", Being.PERSON),
        ("A spokesman for the Water Service", Being.PERSON),
        ("The Water Service", Being.BODY),
        ("Two witnesses", Being.GROUP),
        ("House Republicans", Being.GROUP),
        ("South Korea", Being.BODY),
        ("Ann Israel", Being.PERSON),
        ("A police report", Being.DOCUMENT),
        ("A person familiar with the talks", Being.ANONYMOUS),
        ("Two officials, speaking on condition of anonymity,", Being.ANONYMOUS),
    ],
)
def test_what_kind_of_source_it_is(source: str, expected: Being) -> None:
    (each,) = read(f"{source} reported that the pier was shut.")
    assert each.hands[0].being is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee said in a statement carried by the Tern agency that the pier was shut.",
            [("speaker", "Ann Lee"), ("channel", "a statement"), ("relay", "the Tern agency")],
        ),
        (
            "Ann Lee told investigators that the pier was shut.",
            [("speaker", "Ann Lee"), ("addressee", "investigators")],
        ),
        (
            "Ann Lee told members of the Orm Council that the pier was shut.",
            [("speaker", "Ann Lee"), ("addressee", "members of the Orm Council")],
        ),
        ("Ann Lee told reporters that the pier was shut.", [("speaker", "Ann Lee")]),
        (
            "Ann Lee told Channel Nine that the pier was shut.",
            [("speaker", "Ann Lee"), ("addressee", "Channel Nine")],
        ),
        (
            "Halden Wire said, citing a diplomat, that the pier was shut.",
            [("speaker", "a diplomat"), ("relay", "Halden Wire")],
        ),
        (
            "Speaking through an interpreter, Ann Lee told the Quay Post that the pier was shut.",
            [("speaker", "Ann Lee"), ("relay", "an interpreter"), ("addressee", "the Quay Post")],
        ),
    ],
)
def test_carriers_hearers_and_those_between(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert chains(text) == [expected]


def test_an_aside_before_that_is_no_content() -> None:
    (each,) = read("The army claims, without evidence, that the village was empty.")
    assert len(each.hedges) == 2 and each.name.endswith("army")


PARTS = (
    "Ann Lee", "who", "which", "said", "told", "adding", "reported", "was", "accused", "by", "of", "in", "on",
    "to", "from", "with", "an interview", "a letter", "CNN", "Radio Varn's", "the", "and", "that", "whether",
    "not", "“It broke,”", "“", "”", ",", ";", ":", "—", "(", ".", "written by", "according to", "Brand",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_any_order_of_words_is_read(parts: list[str]) -> None:
    text = " ".join(parts)
    for each in read(text):
        assert all(0 <= part.start < part.end <= len(text) for part in each.content)
