from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand import Case
from firsthand.engines import Local
from firsthand.errors import Refused
from firsthand.model import Anchor, Judgement, Right, Source
from firsthand.model.reading import Being
from firsthand.ruling import called, told, unmet

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
        said = told(made, called(case.records()))
        assert said.startswith("Ruling 1: “Bo Ek” in R1 and “Bo Ek” in R2 are different. Ann Lee, ")
        (folder / "3.txt").write_text(REPORT.format("Dike Post", 3), "utf-8")
        case.add(folder)  # a case that is read anew keeps what was ruled
        assert len([s for s in case.trace().sources if s.name == "Bo Ek"]) == 3
        case.undo(1, by="Ann Lee", because="one man")
        assert len([s for s in case.trace().sources if s.name == "Bo Ek"]) == 1
        assert [e.action for e in case.custody() if "ruling" in e.action] == ["ruling made", "ruling undone"]
    with Case.open(tmp_path / "c", Right.READ) as case:
        assert [each.undoes for each in case.rulings()] == [0, 1] and case.verify() == ()


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


def test_what_is_undone_is_not_undone_again(tmp_path: Path) -> None:
    with Case.create(tmp_path / "c") as case:
        case.rule(Judgement.UNDECIDED, "@coastwatch", "Coast Mail", by="Ann Lee", because="who runs it?")
        case.undo(1, by="Bo Ek")
        for number in (1, 2, 3):
            with pytest.raises(Refused):
                case.undo(number, by="Bo Ek")
        with pytest.raises(Refused):
            case.undo(1, by=" ")


def test_a_name_that_no_source_bears_is_told(tmp_path: Path) -> None:
    with Case.create(tmp_path / "c") as case:
        made = case.rule("same", "Ada Kwist", "正体不明", by="Ann Lee", because="why")
    known = [Source("s", "Ada Quist", Being.PERSON, ("Ada Quist",))]
    assert unmet(made, known) == (
        "No text of the case has “Ada Kwist” now. Did you mean “Ada Quist”?",
        "No text of the case has “正体不明” now; the ruling waits until one has.",
    )


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
