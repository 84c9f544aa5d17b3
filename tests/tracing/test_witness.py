"""Who is an origin of their own, and who only tells what the record says."""

from __future__ import annotations

import pytest

from firsthand.model import (
    Being,
    Hop,
    Independence,
    Kind,
    Match,
    MatchKind,
    Place,
    Record,
    RecordKind,
    Role,
    Span,
    Trace,
)
from firsthand.tracing.ground import Ground
from firsthand.tracing.witness import Witnesses
from tests.builders import attribution, record
from tests.tracing.cases import report, statement, traced

LINE = "The lock keeper gave us bread and lamp oil on the third night."
RECALLED = "We let them have bread and some oil that week"


def page() -> Record:
    return record(
        LINE, id="page", name="page.txt", title="Notebook of a bargeman", kind=RecordKind.PRIMARY, outlet=""
    )


def told(
    beside: str, name: str = "Irma Toll", being: Being = Being.PERSON, ear: str = "Kolmar Post"
) -> Trace:
    """A reader of the notebook quotes its line; a second report has it from ``name``."""
    first = report("first", f"“{LINE}” the bargeman wrote.", outlet="Brenning Mail")
    second = report("second", f"“{RECALLED},” {beside}.", outlet="Kolmar Post")
    author = (Hop(Role.AUTHOR, None, "the bargeman", Being.PERSON),)
    one = attribution(first, LINE, name="the bargeman", hands=author, kind=Kind.DIRECT)
    hands = (Hop(Role.SPEAKER, None, name, being), Hop(Role.ADDRESSEE, None, ear, Being.OUTLET))
    two = attribution(second, RECALLED, name=name, hands=hands, kind=Kind.DIRECT)
    place = Place("page", (Span(0, len(LINE)),))
    matches = [
        Match(f"m{n}", Place(a.record, a.content), place, a.id, "", kind, (), 0.5)
        for n, (a, kind) in enumerate(((one, MatchKind.VERBATIM), (two, MatchKind.PARAPHRASE)))
    ]
    return traced([page(), first, second], [statement("S1", one, two)], [one, two], [], matches)


def test_a_witness_and_the_record_are_two_origins() -> None:
    (verdict,) = told("Irma Toll told the Kolmar Post in her kitchen").verdicts
    assert verdict.independence is Independence.INDEPENDENT
    assert {o.name for o in verdict.origins} == {"Notebook of a bargeman", "Irma Toll"}


@pytest.mark.parametrize(
    "beside",
    [
        "Irma Toll told the Kolmar Post, holding the notebook",
        "Irma Toll, a spokeswoman for the port, told the Kolmar Post",
    ],
)
def test_who_speaks_of_the_record_or_for_a_body_is_no_second_origin(beside: str) -> None:
    (verdict,) = told(beside).verdicts
    assert verdict.independence is not Independence.INDEPENDENT


@pytest.mark.parametrize(
    ("name", "being", "ear"),
    [
        ("a woman", Being.PERSON, "Kolmar Post"),
        ("Toll", Being.PERSON, "Kolmar Post"),
        ("Irma Toll", Being.OUTLET, "Kolmar Post"),
        ("Irma Toll", Being.PERSON, "Radio Elsen"),
    ],
)
def test_no_full_name_or_another_outlet_s_interview_shows_nothing(name: str, being: Being, ear: str) -> None:
    (verdict,) = told(f"{name} told {ear}", name, being, ear).verdicts
    assert verdict.independence is not Independence.INDEPENDENT


def test_a_writer_is_no_witness() -> None:
    first = report("first", f"{RECALLED}.")
    hands = (Hop(Role.AUTHOR, None, "Irma Toll", Being.PERSON),)
    said = attribution(first, RECALLED, name="Irma Toll", hands=hands)
    assert not Witnesses(Ground([first], [said], [])).knows(said)
