"""Everything that is said of papers."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.papers import examine
from tests import builders
from tests.names.papers.made import facts, paper, passport

JUDGED = re.compile(r"fake|forge|false|falsif|counterfeit|suspici|genuine|authentic|invalid|impostor", re.I)


def test_no_finding_judges_a_paper() -> None:
    text = f"Name: OРЖАК Лопсан\nNo: 7\nBorn: 31.02.1990\nSignature: 리대혁\n{passport(born='97O504')}"
    one = paper("one", text=text)
    two = paper("two", text="Name: Marek Wolny\nNo: 7\nBorn: 03/04/1990\nIssued on: 1980")
    found = [each.note for each in (*facts(one, two), *examine([one, two]).disagreements)]
    assert len(set(found)) > 7
    assert [note for note in found if JUDGED.search(note)] == []


def test_what_is_no_paper_is_not_examined() -> None:
    assert examine([builders.record("Name: Oda Lind\nBorn: 31.02.1990")]) == ((), (), ())


@settings(deadline=None)  # the first example loads the tables
@given(st.lists(st.text("Name: Born№Подпись:<P0O\n성명리 31.02/1990", max_size=120), max_size=3))
def test_any_texts_are_examined_and_every_place_is_in_them(texts: list[str]) -> None:
    records = [paper(str(n), text=text) for n, text in enumerate(texts)]
    known = {each.id: len(each.text) for each in records}
    for found in examine(records).paper_findings:
        assert set(found.papers) <= set(known)
        assert all(0 <= s.start <= s.end <= known[p.record] for p in found.places for s in p.spans)
