"""Questions that stay open, with what speaks for and against each candidate."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.engines import Local
from firsthand.model import Column, RecordKind, Way
from firsthand.names import gathered, identify, of_groups, with_particulars
from tests.builders import record

ALONE = Local(processes=1)
BOOK = record("One line.\n", kind=RecordKind.PRIMARY, title="Logbook", name="book.txt", outlet="")
CARD = record(
    "name as printed: ADA QUIST\nborn: 4 May 1997\n",
    kind=RecordKind.PAPER, title="Card", name="card.txt", of=BOOK.id, outlet="",
)  # fmt: skip
REPORTS = (
    record("The logbook was kept by the pilot Ada Quist, born in 1997.", name="a.txt", outlet="Coast Mail"),
    record("The logbook was kept by the cook Ida Brandt, he said.", name="b.txt", outlet="Dike Post"),
)


def test_rival_writers_stand_side_by_side_and_nobody_is_ruled_out() -> None:
    records = [BOOK, CARD, *REPORTS]
    groups = gathered(records, [])
    (asks,) = identify(
        records, [], groups, with_particulars(of_groups(groups), records, groups), [], engine=ALONE
    )
    assert [c.name for c in asks.candidates] == ["Ada Quist", "Ida Brandt"]
    first, second = asks.candidates
    assert [(i.column, i.way) for i in first.indications] == [
        (Column.NAMES, Way.FOR),  # a report
        (Column.NAMES, Way.FOR),  # the card
        (Column.FACTS, Way.FOR),  # born: both
        (Column.FACTS, Way.OPEN),  # role
    ]
    assert [(i.column, i.way) for i in second.indications][:2] == [
        (Column.NAMES, Way.FOR),
        (Column.NAMES, Way.OPEN),  # the card bears another name, which is no contradiction
    ]
    assert all(i.places for c in asks.candidates for i in c.indications)


def test_two_names_that_may_be_one_are_asked_about() -> None:
    records = [
        record("“It held,” the pilot Ada Quist said.", name="a.txt"),
        record("“It broke,” the pilot Adda Quist said.", name="b.txt"),
    ]
    groups = gathered(records, [])
    found = identify(
        records, [], groups, with_particulars(of_groups(groups), records, groups), [], engine=ALONE
    )
    assert [(each.whom, [c.name for c in each.candidates]) for each in found] in (
        [("Ada Quist", ["Adda Quist"])],
        [("Adda Quist", ["Ada Quist"])],
    )
    (candidate,) = found[0].candidates
    assert candidate.score is not None and candidate.indications[0].column is Column.NAMES


def test_facts_that_cannot_hold_of_one_ask_whether_it_is_one() -> None:
    records = [
        record("The pilot Ada Quist was born in 1997.", name="a.txt", outlet="Coast Mail"),
        record("The pilot Ada Quist was born in 1971.", name="b.txt", outlet="Dike Post"),
    ]
    groups = gathered(records, [])
    (asks,) = identify(
        records, [], groups, with_particulars(of_groups(groups), records, groups), [], engine=ALONE
    )
    (candidate,) = asks.candidates
    assert candidate.source == asks.source and candidate.name == "Ada Quist"
    against = [i.note for i in candidate.indications if i.way is Way.AGAINST]
    assert against == ["Born: 1997 (Coast Mail); 1971 (Dike Post). These cannot both hold."]


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=60), st.sampled_from(["en", "uk", "ru", "ro", "hr", "ko", "xx"]))
def test_any_report_gives_an_answer(text: str, language: str) -> None:
    records = [BOOK, record(f"The logbook was kept by {text}", language=language, name="x.txt")]
    groups = gathered(records, [])
    identify(records, [], groups, with_particulars(of_groups(groups), records, groups), [], engine=ALONE)
