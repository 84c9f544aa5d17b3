from __future__ import annotations

import pytest

from firsthand.dossier.terminal import WIDTH, by_anchor, overview, said, words
from tests.dossier import cases, test_papers


def test_the_overview_has_answer_findings_and_statements() -> None:
    shown = overview(cases.quay().build())
    assert shown.index("The quay notebook") < shown.index("Before you print") < shown.index("Statements\n")
    assert "S1" in shown


def test_everything_with_an_anchor_can_be_shown_in_lines_that_fit() -> None:
    dossier = cases.quay().build()
    shown = by_anchor(dossier)
    assert {"S1", "R1", "L1"} <= set(shown)
    for sheet in shown.values():
        assert all(len(line) <= WIDTH for line in words(sheet).splitlines())


def test_a_statement_shows_line_readings_changes_and_verdict() -> None:
    shown = words(by_anchor(cases.quay().build())["S1"])
    assert "불을 끄라는 지시를 받았다" in shown
    assert "(tr. Ha Miran)" in shown
    assert "[+all+]" in shown
    assert "hands: " in shown
    assert "one shared origin" in shown.lower()


def test_a_hand_that_is_not_named_is_shown_as_a_gap() -> None:
    dossier = cases.lone().build()
    gaps = [s for s in dossier.statements for f in s.families for r in f.rows if any(h.gap for h in r.hands)]
    for sheet in gaps:
        assert "(not named)" in words(sheet)


def test_a_report_begins_with_who_published_it_and_keeps_its_words() -> None:
    shown = words(by_anchor(cases.lone().build())["R1"])
    assert shown.startswith("R1  Harbour Gazette · The notebook on the quay")
    assert "It sank on Tuesday." in shown


def test_a_source_has_its_spellings() -> None:
    dossier = cases.lone().build()
    assert "spelled: A notebook" in words(next(s for s in dossier.sources if s.name == "the notebook"))


@pytest.mark.parametrize("make", [cases.lone, cases.quay])
def test_the_answer_is_made_of_whole_sentences(make: object) -> None:
    answer = said(make().build().answer)  # type: ignore[operator]
    assert answer[0].isupper() and answer.endswith(".")


def test_a_paper_shows_its_fields_with_their_lines_and_the_facts() -> None:
    dossier = test_papers.built(test_papers.NO_DAY)
    assert "I1   The card · one fact" in overview(dossier)
    shown = words(by_anchor(dossier)["I1"])
    assert "name as printed: Oda Lind [I1-L1]" in shown
    assert "born: 900228 [I1-L2], machine readable zone" in shown
    assert "age on the day of issue: 24 years" in shown
    assert "○ No calendar has that day. [I1-L2]" in shown
    assert "Born: 31.02.1990" in words(by_anchor(dossier)["I1-L2"])
