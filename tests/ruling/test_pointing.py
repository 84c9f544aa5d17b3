"""Labels mean the same, whether they are laid ready or follow from the whole case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand import Case
from firsthand.casefile import CaseFile
from firsthand.dossier import by_anchor
from firsthand.errors import Refused
from firsthand.model import Anchor, Correction, Judgement
from firsthand.ruling import Seen
from firsthand.ruling.pointing import LABEL, pointed
from tests.ruling.cases import SO, weir


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "c") as opened:
        opened.add(weir(tmp_path))
        opened.trace()
        opened.shelve()
        yield opened


def _labels(case: Case) -> list[str]:
    found = [
        "M1",
        *by_anchor(case.dossier()),
        *(tag.anchor for r in case.dossier().reports for tag in r.tags),
    ]
    return [each for each in found if LABEL.fullmatch(each)]


def _both(case: Case, label: str) -> tuple[tuple[Anchor, ...], tuple[Anchor, ...]]:
    whole = Seen(case._file, case._finder.last)
    return pointed(label, case._seen()), pointed(label, whole)


def test_every_label_means_the_same_laid_ready_as_in_the_whole_case(case: Case) -> None:
    labels = _labels(case)
    assert {each[0] for each in labels} == set("RSMLP")
    for each in labels:
        laid, whole = _both(case, each)
        assert laid == whole and len(laid) == 1, each


def test_so_they_do_after_rulings_that_no_trace_has_seen(case: Case) -> None:
    case.rule("correct", "R1-a3", told=Correction(source="Bo Ek"), **SO)
    case.rule("reject", "R2-a1", **SO)
    case.rule("missed", "R3", told=Correction(content="since Monday", source="the mayor"), **SO)
    last = max(int(each[4:]) for each in _labels(case) if each.startswith("R3-a"))
    for each in ("R1-a3", "R1-a1", "R2-a1", f"R3-a{last + 1}"):
        laid, whole = _both(case, each)
        assert laid == whole, each
    assert case.rule("accept", f"R3-a{last + 1}", by="Ann Lee").on[0].words == "since Monday"


def test_a_name_may_be_told_by_any_way_to_call_its_record(case: Case) -> None:
    named = {_both(case, f"Bo Ek@{where}")[0] for where in ("R1", "r1", "1.txt", case.records()[0].id)}
    assert len(named) == 1
    for nowhere in ("Bo Ek@R9", "R9", "R1-a99", "S99", "P99", "M9", "L99", "J7"):
        for seen in (case._seen(), Seen(case._file, case._finder.last)):
            with pytest.raises(Refused):
                pointed(nowhere, seen)


def test_a_ruling_by_its_label_reads_no_more_than_its_record(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, passage = _both(case, "L1")[1][0], _both(case, "R1-a1")[1][0]

    def unexpected(*given: object) -> None:
        raise AssertionError("the whole case is read")

    for name in ("records", "files", "trace", "strands"):
        monkeypatch.setattr(CaseFile, name, unexpected)
    assert case.rule("accept", "R1-a1", by="Ann Lee").on == (passage,)
    assert case.rule("states", "S1", "L1", **SO).on[1] == line
    for judgement, on in (
        ("same", ("S1", "S2")),
        ("from", ("R3", "R1")),
        ("different", ("Bo Ek@R1", "Ann Lee")),
        ("B", ("P1",)),
        ("C", ("R1",)),
        ("2", ("S1",)),
        ("merge", ("R1-a1", "R1-a2")),
    ):
        made = case.rule(judgement, *on, **SO)
        assert case.telling().told(made).startswith(f"Ruling {made.number}: ")
    with pytest.raises(Refused, match="independence"):
        case.rule(Judgement.ONE, "S2", **SO)


def test_labels_that_were_laid_ready_before_others_are_refused(case: Case) -> None:
    front = case.shelve().front()
    assert front
    assert case.rule("accept", "R1-a1", by="Ann Lee", laid=front.entries).number == 1
    case.trace()
    case.rule("reject", "R1-a1", laid=front.entries, **SO)  # they are still those that are shown
    case.shelve()
    with pytest.raises(Refused, match="laid ready since"):
        case.rule("accept", "R1-a1", by="Ann Lee", laid=front.entries)


def test_a_passage_of_a_report_that_was_read_anew_is_not_guessed(case: Case) -> None:
    front = case.shelve().front()
    record = case.records()[0].id
    case._file.set_attributions(record, "another reader", case._file.attributions(record)[1:])
    assert front
    with pytest.raises(Refused, match="read anew"):
        case.rule("accept", "R1-a1", by="Ann Lee", laid=front.entries)
    assert case.rule("accept", "R2-a1", by="Ann Lee", laid=front.entries).number == 1


def test_a_case_goes_on_with_what_is_ruled_and_not_with_what_is_exported(case: Case) -> None:
    front = case.shelve().front()
    assert front and not case.went_on(front.entries, front.rulings)
    case.publish()
    assert not case.went_on(front.entries, front.rulings)
    case.rule("accept", "R1-a1", by="Ann Lee")
    assert case.went_on(front.entries, front.rulings) and not case.went_on(front.entries, 1)
