"""What a report tells as its own knowledge, though another had told it before."""

from __future__ import annotations

import pytest

from firsthand.model import Attribution, Certainty, Independence, Kind, Record, Trace
from tests.builders import attribution
from tests.tracing.cases import edges, report, statement, traced

FIRST = report(
    "first",
    "A bargeman told us that the Brenning gate had closed at dawn with two bolts missing since Lent.",
    published="2024-05-06T09:00:00Z",
    outlet="Kolmar Post",
)


def later(
    text: str, kind: Kind = Kind.OWN, content: str = "", **fields: object
) -> tuple[Record, Attribution]:
    paper = report("second", text, published="2024-05-07T09:00:00Z", outlet="Brenning Mail")
    return paper, attribution(paper, content or text.rstrip("."), kind=kind, **fields)


def both(second: tuple[Record, Attribution], first: Record = FIRST) -> Trace:
    one = attribution(
        first, "the Brenning gate had closed at dawn with two bolts missing since Lent", source="A bargeman"
    )
    return traced([first, second[0]], [statement("S1", one, second[1])], [one, second[1]])


def test_what_is_told_as_ones_own_comes_from_who_had_it_before() -> None:
    found = both(later("Two bolts have been missing at Brenning since Lent, so the gate is shut."))
    (line,) = (d for d in found.descents if d.child == "second")
    assert (line.parent, line.certainty) == ("first", Certainty.LIKELY)
    assert 50 <= (line.support or 0) <= 75  # it rests on one statement, drawn in 63 of 100 on average
    assert found.verdicts[0].independence is Independence.SHARED


@pytest.mark.parametrize(
    ("text", "kind", "fields"),
    [
        ("At Brenning much was shut.", Kind.OWN, {}),  # nothing rare in common
        (
            "Two bolts were missing at the Brenning gate since Lent, a diver said.",
            Kind.INDIRECT,
            {"source": "a diver", "content": "Two bolts were missing at the Brenning gate since Lent"},
        ),
    ],
)
def test_little_in_common_or_a_source_of_its_own_makes_no_line(
    text: str, kind: Kind, fields: dict[str, str]
) -> None:
    assert ("second", "first") not in edges(both(later(text, kind, **fields)))


def test_time_must_allow_it() -> None:
    told = later("Two bolts have been missing at Brenning since Lent, so the gate is shut.")
    undated = report("first", FIRST.text, published="", outlet="Kolmar Post")
    assert ("second", "first") not in edges(both(told, undated))


def test_what_the_paper_understands_is_its_own_knowledge() -> None:
    text = "Two bolts have been missing at Brenning since Lent, the Brenning Mail understands."
    content = "Two bolts have been missing at Brenning since Lent"
    told = later(text, Kind.INDIRECT, content, source="the Brenning Mail")
    assert ("second", "first") in edges(both(told))
