"""A case falls into strands."""

from __future__ import annotations

from importlib import import_module

import pytest

from firsthand import stages
from firsthand.model import RecordKind
from tests.builders import record
from tests.test_finding import REPORTS, SAID, read

STRANDS = import_module("firsthand.matching.strands")


def test_a_small_case_is_one_strand_as_it_is_given() -> None:
    found = stages.strands(REPORTS, read(REPORTS))
    (only,) = found.strands
    assert (list(only.records), list(only.attributions), found.notes) == (REPORTS, read(REPORTS), ())


def test_every_strand_has_the_records_that_are_no_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(STRANDS, "TOGETHER", 2)
    primary = record("The weir gave way.", kind=RecordKind.PRIMARY, name="log.txt")
    found = stages.strands([*REPORTS, primary], read(REPORTS))
    assert [len(each.attributions) for each in found.strands] == [3] * len(SAID)
    assert all(primary in each.records for each in found.strands)
    assert any("3 strands" in note for note in found.notes)


def test_meaning_is_compared_for_fewer_as_the_case_grows_and_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stages, "MEANT", 4)
    monkeypatch.setattr(stages.matching, "installed", lambda: print)
    found = stages.strands(REPORTS, read(REPORTS))
    assert [each.one_in for each in found.strands] == [4]
    assert found.notes == (
        "Of 9 attributions one in 4 was compared by its meaning too, the others by their words alone",
    )


def test_the_key_of_a_strand_tells_all_that_it_is_made_from() -> None:
    strand = stages.Strand(tuple(REPORTS), tuple(read(REPORTS)))
    fewer = stages.Strand(tuple(REPORTS[1:]), tuple(read(REPORTS[1:])))
    assert len({strand.key, fewer.key, stages.Strand(strand.records, strand.attributions, 2).key}) == 3
