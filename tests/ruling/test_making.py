from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from firsthand import Case
from firsthand.engines import Local
from firsthand.errors import Refused
from firsthand.model import (
    Anchor,
    Bearing,
    Correction,
    Judgement,
    Matter,
    Right,
    Span,
    Thing,
    standing,
)
from tests.ruling.cases import SO, found, said, statement, weir

REPORT = "---\noutlet: {0}\npublished: 2025-02-0{1}T10:00:00+00:00\n---\nThe gate was open, Bo Ek said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "gate"
    place.mkdir()
    for number, outlet in enumerate(("Coast Mail", "Harbour Gazette"), 1):
        (place / f"{number}.txt").write_text(REPORT.format(outlet, number), "utf-8")
    return place


def test_two_people_of_one_name_are_named_by_their_reports(folder: Path, tmp_path: Path) -> None:
    with Case.create(tmp_path / "c") as case:
        case.add(folder)
        assert len([s for s in case.trace().sources if s.name == "Bo Ek"]) == 1
        made = case.rule("different", "Bo Ek@R1", "Bo Ek@2.txt", by="Ann Lee", because="father and son")
        first, second = (r.id for r in case.records())
        assert made.on == (Anchor("Bo Ek", first), Anchor("Bo Ek", second))
        assert len([s for s in case.trace().sources if s.name == "Bo Ek"]) == 2
        assert len(case.sources()) == len(case.trace().sources)
        said = case.telling().told(made)
        assert said.startswith("Ruling 1: “Bo Ek” in R1 and “Bo Ek” in R2 are different. Ann Lee, ")
        (folder / "3.txt").write_text(REPORT.format("Dike Post", 3), "utf-8")
        case.add(folder)  # a case that is read anew keeps what was ruled
        assert len([s for s in case.trace().sources if s.name == "Bo Ek"]) == 3
        case.undo(1, by="Ann Lee", because="one man")
        assert len([s for s in case.trace().sources if s.name == "Bo Ek"]) == 1
        assert [e.action for e in case.custody() if "ruling" in e.action] == ["ruling made", "ruling undone"]
    with Case.open(tmp_path / "c", Right.READ) as case:
        assert [each.undoes for each in case.rulings()] == [0, 1] and case.verify() == ()


def test_what_was_ruled_already_is_not_stored_twice(folder: Path, tmp_path: Path) -> None:
    with Case.create(tmp_path / "c") as case:
        case.add(folder)
        case.trace()
        said = {"by": "Ann Lee", "because": "it is told so"}
        first = case.rule("undecided", "R1-a1", **said)
        assert case.rule("undecided", "R1-a1", **said) == first
        assert [each.number for each in case.rulings()] == [1]
        case.rule("undecided", "R1-a1", by="Ann Lee", because="it is dark")  # says more
        case.rule("undecided", "R1-a1", by="Una Vale", because="it is told so")  # says somebody else
        assert case.rule("undecided", "R1-a1", **said).number == 4  # the first stands no more
        case.undo(4, by="Ann Lee")
        assert case.rule("undecided", "R1-a1", **said).number == 6


@pytest.mark.parametrize(
    ("judgement", "one", "other", "by", "because"),
    [
        ("same", "Bo Ek", "Bo Ek@R1 ", "", "why"),
        ("same", "Bo Ek", "Ann Lee", "Una Vale", " "),
        ("perhaps", "Bo Ek", "Ann Lee", "Una Vale", "why"),
        ("same", "Bo Ek", "bo  ek", "Una Vale", "why"),
        ("same", "", "Ann Lee", "Una Vale", "why"),
        ("same", "Bo Ek@R7", "Ann Lee", "Una Vale", "why"),
        ("same", "Bo Ek@txt", "Ann Lee", "Una Vale", "why"),
    ],
)
def test_what_cannot_be_ruled_is_refused(
    folder: Path, tmp_path: Path, judgement: str, one: str, other: str, by: str, because: str
) -> None:
    with Case.create(tmp_path / "c") as case:
        case.add(folder)
        with pytest.raises(Refused):
            case.rule(judgement, one, other, by=by, because=because)
        assert case.rulings() == ()


def test_no_name_or_reason_is_read_otherwise_than_it_was_written(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case") as case:
        made = case.rule(
            "same", "Ada", "Bo", by="\u202eAda\u2066 Lind", because="\u202etcejer \u05d0 is right"
        )
        assert (made.by, made.because) == ("Ada Lind", "tcejer \u05d0 is right")
        assert case.undo(made.number, by="\u2067Bo", because="no\u202e").by == "Bo"
        with pytest.raises(Refused):
            case.rule("different", "Ada", "Bo", by="Ada", because="\u202e")


def test_what_is_undone_is_not_undone_again(tmp_path: Path) -> None:
    with Case.create(tmp_path / "c") as case:
        case.rule(Judgement.UNDECIDED, "@coastwatch", "Coast Mail", by="Ann Lee", because="who runs it?")
        case.undo(1, by="Bo Ek")
        for number in (1, 2, 3):
            with pytest.raises(Refused):
                case.undo(number, by="Bo Ek")
        with pytest.raises(Refused):
            case.undo(1, by=" ")


@pytest.mark.parametrize("laid", [False, True])
def test_a_name_that_no_source_bears_is_told(folder: Path, tmp_path: Path, laid: bool) -> None:
    with Case.create(tmp_path / "c") as case:
        made = case.rule("same", "Bo Eck", "正体不明", by="Ann Lee", because="why")
        assert case.telling().unmet(made) == ()  # nothing was traced
        case.add(folder)
        case.trace()
        if laid:
            case.shelve()
        assert case.telling().unmet(made) == (
            "No text of the case has “Bo Eck” now. Did you mean “Bo Ek”?",
            "No text of the case has “正体不明” now; the ruling waits until one has.",
        )
        outlet = case.rule("different", "Bo Ek", "Coast Mail", by="Ann Lee", because="why")
        assert case.telling().unmet(outlet) == ()


OLDER = "what follows is from before"


class Interrupted(Local):
    """An engine in the middle of whose work somebody else rules."""

    def __init__(self, folder: Path) -> None:
        super().__init__(1)
        self.folder = folder

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        for done in super().each(function, items):
            with Case.open(self.folder, Right.RULE) as beside:
                beside.rule("different", "Bo Ek@R1", "Bo Ek@R2", by="Ann Lee", because="father and son")
            yield done


def test_a_trace_into_which_a_ruling_falls_is_told_to_be_older_than_it(folder: Path, tmp_path: Path) -> None:
    with Case.create(tmp_path / "c", engine=Local(1)) as case:
        case.add(folder)
        case.read()
        case._engine = case._finder._engine = Interrupted(tmp_path / "c")
        assert len([s for s in case.trace().sources if s.name == "Bo Ek"]) == 1
        assert case.rulings() and OLDER in case.answer()
    with Case.open(tmp_path / "c") as case:
        assert len([s for s in case.trace().sources if s.name == "Bo Ek"]) == 2
        assert OLDER not in case.answer() and case.verify() == ()


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "weir.case") as made:
        made.add(weir(tmp_path))
        made.trace()
        yield made


def test_an_attribution_is_corrected_and_every_later_trace_keeps_it(case: Case) -> None:
    made = case.rule("correct", "R1-a3", told=Correction(source="Bo Ek"), **SO)
    assert made.matter is Matter.ATTRIBUTION and made.becomes[0].name == "Bo Ek"
    before = case.trace()
    assert said(case)["R1-a3"] == ("“We told the council twice,”", "Bo Ek")
    case.add(case.folder.parent / "weir")
    assert case.trace() == before
    again = case.rule("correct", "R1-a3", told=Correction(name="the mayor", source=""), **SO)
    assert again.on == made.on and len(standing(case.rulings())) == 1
    case.trace()
    assert said(case)["R1-a3"][1] == "the mayor"


def test_undone_the_trace_is_what_it_was(case: Case) -> None:
    before = case.trace()
    for judgement, *on in (("reject", "R3-a1"), ("different", "R1-a1", "R2-a1"), ("from", "R3", "R2")):
        case.rule(judgement, *on, **SO)
    assert replace(case.trace(), changes=(), rulings=0) != replace(before, changes=())
    for number in (2, 1, 3):
        case.undo(number, by="Bo Ek")
    assert replace(case.trace(), changes=(), rulings=0) == replace(before, changes=())


def test_each_matter_takes_effect(case: Case) -> None:
    rotten = "rotten through and through"
    case.rule("different", "R1-a1", "R2-a1", **SO)
    case.rule("not from", "R3", "R1", **SO)
    case.rule("split", "R3-a2", told=[Correction("The gate had been open"), Correction("Monday")], **SO)
    case.rule("missed", "R2", told=Correction("The council did nothing", source="Cy Dov"), **SO)
    case.rule("contradicts", "R1-a3", "L2", **SO)
    traced = case.trace()
    texts = said(case)
    assert texts["R2-a3"] == ("The council did nothing", "Cy Dov") and "R2-a2" not in texts
    assert texts["R3-a2"][0] == "The gate had been open" and texts["R3-a3"][0] == "Monday"
    assert sorted(statement(traced, rotten)) == [1, 2]
    by = {r.name: r.id for r in case.records()}
    assert (by["3.txt"], by["1.txt"]) not in {(d.child, d.parent) for d in traced.descents}
    against = {s.attribution for s in traced.supports if s.bearing is Bearing.CONTRADICTS}
    assert found(case, "R1-a3").id in against
    assert case.orphans() == () and case.contradictions() == ()


def test_merged_is_one_with_all_that_both_say(case: Case) -> None:
    made = case.rule("merge", "R3-a1", "R3-a2", told=Correction(source="the mayor"), **SO)
    case.trace()
    assert len(made.becomes[0].content) == 2
    assert [label for label in said(case) if label.startswith("R3")] == ["R3-a1"]


def test_people_who_differ_are_told_and_a_third_settles_it(case: Case) -> None:
    case.rule("accept", "R1-a1", by="Ann Lee")
    assert case.conflicts() == ()
    case.rule("reject", "R1-a1", by="Bo Ek", because="he never said it")
    case.trace()
    assert [[each.by for each in group] for group in case.conflicts()] == [["Ann Lee", "Bo Ek"]]
    (told,) = case.contradictions()
    assert told.startswith("People differ: Ann Lee: R1-a1 (") and "Bo Ek: R1-a1 (" in told
    assert "R1-a1" in said(case)
    made = case.rule("accept", "J2", by="Cy Dov", settle=True)
    assert made.settles == (1, 2) and made.judgement is Judgement.REJECT
    case.trace()
    assert case.conflicts() == () and said(case)["R1-a1"][1] == ""
    with pytest.raises(Refused):
        case.rule("accept", "J2", by="Ida Fox", settle=True)


def test_a_part_of_what_was_split_is_ruled_on_as_a_whole(case: Case) -> None:
    case.rule("split", "R3-a2", told=[Correction("The gate had been open"), Correction("Monday")], **SO)
    case.trace()
    with pytest.raises(Refused, match="part of what was split"):
        case.rule("reject", "R3-a3", **SO)
    agreed = case.rule("accept", "R3-a2", by="Bo Ek")
    assert len(agreed.becomes) == 2 and case.conflicts() == ()


def test_grade_1_is_refused_where_independence_is_not_shown(case: Case) -> None:
    with pytest.raises(Refused, match="independence is not shown"):
        case.rule("1", "S1", **SO)
    assert case.rule("2", "S1", **SO).matter is Matter.CREDIBILITY
    assert case.rule("B", "R1", scope="the harbour", **SO).on == (Anchor("Coast Mail"),)


def test_grades_and_what_is_only_accepted_ask_for_no_new_trace(case: Case) -> None:
    before = case.trace()
    for judgement, on in (("accept", "R1-a1"), ("C", "Bo Ek"), ("3", "S1"), ("undecided", "R1-a3")):
        case.rule(judgement, on, **SO)
    assert case.trace() is before


@pytest.mark.parametrize(
    ("judgement", "on", "more"),
    [
        ("reject", ("R9-a1",), {}),
        ("reject", ("R1",), {}),
        ("accept", ("R1-a1", "R1-a2"), {}),
        ("accept", ("J7",), {}),
        ("same", ("R1-a1", "Bo Ek"), {}),
        ("same", ("R1-a1", "R1-a1"), {}),
        ("merge", ("R1-a1", "R2-a1"), {}),
        ("correct", ("R1-a1",), {}),
        ("correct", ("R1-a1",), {"told": Correction("words that stand nowhere")}),
        ("correct", ("R1-a1",), {"told": Correction(content=(Span(5, 9_999),))}),
        ("correct", ("R1-a1",), {"told": Correction(source="Bo Ek")}),
        ("split", ("R1-a1",), {"told": [Correction("The weir")]}),
        ("missed", ("R1",), {}),
        ("missed", ("R1",), {"told": Correction(source="Bo Ek")}),
        ("states", ("R1-a1",), {}),
        ("states", ("R1-a1", "L9"), {}),
        ("from", ("R1", "S1"), {}),
        ("B", ("M1",), {}),
        ("2", ("R1",), {}),
        ("reject", (Anchor("gone", "nowhere", (Span(0, 4),), Thing.ATTRIBUTION),), {}),
        ("reject", ("R1-a1",), {"told": Correction("The weir"), "because": ""}),
    ],
)
def test_what_makes_no_sense_is_refused(
    case: Case, judgement: str, on: tuple[str, ...], more: dict[str, Any]
) -> None:
    with pytest.raises(Refused):
        case.rule(judgement, *on, **(SO | more))
    assert case.rulings() == ()


def test_a_report_that_is_read_otherwise_orphans_the_ruling_and_shows_what_is_there(case: Case) -> None:
    case.rule("reject", "R1-a1", **SO)
    case.rule("different", "R2-a2", "R1-a2", **SO)
    case.rule("missed", "R2", told=Correction("The council did nothing", source="Cy Dov"), **SO)
    (lost,) = case.orphans()
    assert lost.ruling.number == 2 and lost.near is not None
    assert lost.near.words == "The council did nothing"
    assert "R2-a3" in case.telling().lost(lost)
    case.trace()
    assert "R2-a3" in case.dossier().rulings[1].near
