"""Which reports of a large case hang together."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.matching import strands
from firsthand.model import Link, Record, RecordKind, Span
from tests.matching.made import report

MODULE = import_module("firsthand.matching.strands")
WEIR = "The Tarn weir gave way at dawn and flooded the tannery below Orrin bridge, the wardens said."
FERRY = "A ferry lost its rudder off Pell island; fishermen towed the passengers into Skerry harbour."
BAKERY = "Flour thieves emptied the Mundle bakery twice, and the miller offered a reward for their cart."
# What every report has tells nothing of which hang together.
REPORTS = [
    report(f"{name}{n}", f"{text} Our correspondent number{n} writes.")
    for name, text in (("weir", WEIR), ("ferry", FERRY), ("bakery", BAKERY))
    for n in range(3)
]
# Three reports with a footer: once the third is there, the footer is none of their words.
FOOTED = [
    report(f"foot{n}", f"{text}\nWrite to the desk of our paper about whatever you see on the shore.")
    for n, text in enumerate((WEIR, FERRY, BAKERY))
]
SAID = (WEIR, FERRY, BAKERY)
MATTERS = {frozenset(r.id for r in REPORTS[n : n + 3]) for n in (0, 3, 6)}


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "TOGETHER", 2)


def together(records: list[Record]) -> set[frozenset[str]]:
    return {frozenset(r.id for r in each) for each in strands(records).strands}


def test_reports_of_one_matter_are_one_strand() -> None:
    assert together(REPORTS) == MATTERS


@given(st.permutations(REPORTS))
@settings(max_examples=10)
def test_the_order_in_which_they_are_given_is_no_matter(records: list[Record]) -> None:
    assert together(records) == MATTERS


@given(st.permutations([*REPORTS, *FOOTED]), st.integers(0, 12))
@settings(max_examples=20)
def test_what_the_links_of_fewer_reports_spare_is_no_matter(records: list[Record], few: int) -> None:
    before = strands(records[:few]).links
    at_once, more = strands(records), strands(records, before)
    assert {frozenset(r.id for r in each) for each in more.strands} == together(records)
    assert {frozenset(each) for each in more.links.pairs} == {frozenset(each) for each in at_once.links.pairs}
    assert (more.links.stems == at_once.links.stems).all()
    assert (more.links.squares == at_once.links.squares).all()


def test_a_pair_that_both_splits_know_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []
    near = MODULE._near
    monkeypatch.setattr(MODULE, "_near", lambda *given: looked_at.append(given[-1]) or near(*given))
    strands(REPORTS, strands(REPORTS).links)
    assert looked_at == [0, len(SAID)]


def test_a_small_case_is_one_strand_as_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "TOGETHER", 9)
    assert strands(REPORTS[::-1]).strands == (tuple(REPORTS[::-1]),)


def test_a_report_is_of_the_strand_of_one_that_it_links_to_or_whose_address_it_has() -> None:
    first = report("first", WEIR, url="https://tarn.example/weir")
    second = report("second", BAKERY, url="https://tarn.example/weir")
    third = report("third", FERRY, links=(Link(Span(0, 3), "https://tarn.example/weir"),))
    assert together([first, second, third]) == {frozenset(r.id for r in (first, second, third))}


def test_a_thousand_equal_reprints_are_one_strand_and_texts_without_words_one_more() -> None:
    reprints = [report(f"r{n}", WEIR) for n in range(1_000)]
    empty = [report(f"e{n}", "…") for n in range(3)]
    assert sorted(map(len, together([*reprints, *empty]))) == [3, 1_000]


def test_what_is_no_report_is_in_every_strand() -> None:
    record = report("record", WEIR, kind=RecordKind.PRIMARY)
    assert together([*REPORTS, record]) == {matter | {record.id} for matter in MATTERS}


def test_every_process_numbers_a_stem_alike() -> None:
    told = [
        subprocess.run(
            [
                sys.executable,
                "-c",
                "from firsthand.matching.strands import _stems; print(_stems('weir ferry'))",
            ],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]


@given(
    st.permutations([*REPORTS, *FOOTED]),
    st.integers(0, 12),
    st.lists(st.tuples(*[st.sampled_from([r.id for r in REPORTS])] * 2), max_size=3),
    st.lists(st.tuples(*[st.sampled_from([r.id for r in REPORTS])] * 2), max_size=3),
)
@settings(max_examples=40)
def test_how_it_was_divided_before_is_no_matter(
    records: list[Record], few: int, once: list[tuple[str, str]], now: list[tuple[str, str]]
) -> None:
    known = strands(records[:few], bound=once).division
    assert strands(records, bound=now, known=known).strands == strands(records, bound=now).strands


def test_where_nothing_was_added_no_report_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    known = strands(REPORTS)
    monkeypatch.setattr(MODULE, "_stems", lambda text: pytest.fail("read again"))
    monkeypatch.setattr(MODULE, "boilerplate", lambda records: pytest.fail("read again"))
    again = strands(REPORTS[::-1], bound=[(REPORTS[0].id, REPORTS[3].id)], known=known.division)
    assert (again.division, len(again.strands)) == (known.division, 2)
    with pytest.raises(pytest.fail.Exception):
        strands([replace(REPORTS[0], text=BAKERY), *REPORTS[1:]], known=known.division)


def test_how_words_are_read_is_told_by_the_number_of_the_divider() -> None:
    read = sha256(MODULE._stems(f"{WEIR} {FERRY} 위어가 새벽에 무너졌다. Дамба прорвалася.")).hexdigest()
    assert (MODULE.DIVIDER, read[:16]) == ("strands 2", "dc9e353569e9aad7")
