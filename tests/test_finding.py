"""A case that grows report by report is traced as if all had come at once."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand import stages
from firsthand.anchoring import of_attribution
from firsthand.casefile import CaseFile
from firsthand.engines import Local
from firsthand.finding import Finder
from firsthand.model import Attribution, Judgement, Matter, Record, Ruling, Trace
from tests.builders import attribution, record
from tests.matching.across.made import encoder

STRANDS = import_module("firsthand.matching.strands")
SAID = (
    "the Tarn weir gave way at dawn and flooded the tannery below Orrin bridge",
    "a ferry lost its rudder off Pell island and was towed into Skerry harbour",
    "flour thieves emptied the Mundle bakery twice before the miller woke",
)
WHO = ("Ada Quist", "Ida Voss", "Ann Lee")
REPORTS = [
    record(
        f"{said[0].upper()}{said[1:]}, {who} said. It was told to number{n}.",
        name=f"{place} {n}.txt",
        outlet=f"{word} Gazette",
        published=f"2025-02-0{n + 1}T10:00:00+00:00",
    )
    for place, (said, who) in enumerate(zip(SAID, WHO, strict=True))
    for n, word in enumerate(("Harbour", "Hill", "Mill"))
]


def read(records: list[Record]) -> list[Attribution]:
    return [
        attribution(r, r.text.split(", ")[0], source=who) for r in records for who in WHO if who in r.text
    ]


@contextmanager
def finder() -> Iterator[tuple[CaseFile, Finder]]:
    with tempfile.TemporaryDirectory() as folder, CaseFile.create(Path(folder, "x.case"), "x") as file:
        yield file, Finder(file, Local(1))


def found(finding: Finder, records: list[Record]) -> Trace:
    return finding.trace(records, read(records), lambda stage, done, total: None)


@pytest.fixture(autouse=True)
def without_vectors_and_few_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(STRANDS, "TOGETHER", 2)
    monkeypatch.setattr(stages.matching, "installed", lambda: None)


@given(st.permutations(REPORTS))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_report_after_another_gives_what_all_at_once_give(records: list[Record]) -> None:
    with finder() as (_, growing), finder() as (_, at_once):
        for count in range(1, len(records) + 1):
            last = found(growing, records[:count])
        assert replace(last, changes=()) == found(at_once, records)
        assert len(last.statements) == len(SAID)


def test_one_report_more_is_the_work_of_its_strand(monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[int] = []
    traced = stages.traced
    monkeypatch.setattr(
        stages, "traced", lambda each, pairs: worked.append(len(each.records)) or traced(each, pairs)
    )
    with finder() as (_, finding):
        found(finding, REPORTS[:-1])
        assert sorted(worked) == [2, 3, 3]
        worked.clear()
        more = found(finding, REPORTS)
        assert worked == [3]
        assert {c.subject for c in more.changes} <= {REPORTS[-1].id}
        assert any(c.what == "new line" for c in more.changes)


def test_what_was_kept_is_there_when_the_case_is_opened_again() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "x.case")
        with CaseFile.create(folder, "x") as file:
            made = found(Finder(file, Local(1)), REPORTS)
            assert len(file.strands()) == len(SAID)
            assert file.verify() == ()
        with CaseFile.open(folder) as file:
            again = Finder(file, Local(1))
            assert again.stored(REPORTS, read(REPORTS)) == made
            assert again.stored(REPORTS, read(REPORTS), "other inputs") is None


def test_a_vector_is_made_once_however_often_the_case_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    made = encoder()
    asked: list[str] = []
    encode = made.encode
    monkeypatch.setattr(made, "encode", lambda texts: encode(asked.extend(texts) or texts))
    monkeypatch.setattr(stages.matching, "installed", lambda: lambda: made)
    monkeypatch.setattr(stages.matching, "network", lambda: "made")
    with finder() as (file, finding), finder() as (_, at_once):
        found(finding, REPORTS[:-1])
        assert len(asked) == len(SAID)
        grown = found(Finder(file, Local(1)), REPORTS)
        assert len(asked) == len(SAID)
        assert replace(grown, changes=()) == found(at_once, REPORTS)
        assert file.verify() == ()


def test_what_is_found_after_a_ruling_is_what_is_found_anew_and_no_report_is_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, other = (read([REPORTS[n]])[0] for n in (0, 3))
    on = of_attribution(REPORTS[0], one), of_attribution(REPORTS[3], other)
    same = Ruling(1, Matter.SAYING, Judgement.SAME, on, "Una Vale", "2025-02-03T10:00:00+00:00", "so")
    undone = replace(same, number=2, undoes=1)
    with finder() as (file, finding):
        first = found(finding, REPORTS)
        monkeypatch.setattr(STRANDS, "_stems", lambda text: pytest.fail("read again"))
        for ruling, strands in ((same, 2), (undone, 3)):
            file.rule(lambda held, made=ruling: [made])
            again = found(Finder(file, Local(1)), REPORTS)  # as if the case had been opened anew
            assert len(file.strands()) == strands
        assert file.verify() == ()
        assert replace(again, changes=(), rulings=0) == replace(first, changes=())
    monkeypatch.undo()
    monkeypatch.setattr(STRANDS, "TOGETHER", 2)
    monkeypatch.setattr(stages.matching, "installed", lambda: None)
    with finder() as (file, finding), finder() as (other_file, at_once):
        found(finding, REPORTS[:-1])
        for each in (file, other_file):
            each.rule(lambda held: [same])
        grown = found(Finder(file, Local(1)), REPORTS)
        assert replace(grown, changes=()) == replace(found(at_once, REPORTS), changes=())


def test_strands_that_are_none_any_more_are_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    with finder() as (file, finding):
        found(finding, REPORTS[3:])
        assert len(file.strands()) == 2
        monkeypatch.setattr(STRANDS, "TOGETHER", 9)
        found(finding, REPORTS)
        assert file.strands() == {}
        assert file.verify() == ()


def test_what_another_process_traced_takes_the_place_of_what_was_held() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "x.case")
        with CaseFile.create(folder, "x") as file:
            found(Finder(file, Local(1)), REPORTS[:-1])
            with CaseFile.open(folder) as beside:
                looking = Finder(beside, Local(1))
                assert looking.stored(REPORTS[:-1], read(REPORTS[:-1]))
                made = found(Finder(file, Local(1)), REPORTS)
                assert looking.stored(REPORTS, read(REPORTS)) == made
