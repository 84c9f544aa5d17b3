from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from firsthand.dossier.citing import citations, of_passage, of_report, of_ruling, of_statement, work
from firsthand.dossier.rulings import RulingNote
from firsthand.dossier.terminal import by_anchor
from tests.dossier import cases


@pytest.mark.parametrize("case", [cases.lone, cases.hostile, cases.quay])
def test_every_node_has_a_citation_that_ends_with_its_anchor_and_the_dossier(
    case: Callable[[], cases.Case],
) -> None:
    made = case().build()
    found = citations(made)
    assert set(found) >= {a for a, each in by_anchor(made).items() if each not in made.aids}
    for anchor, each in found.items():
        assert f"; {anchor} in " in each.text and "\n" not in each.text
        assert each.text.count("(Firsthand ") == 1


def test_a_report_is_cited_by_outlet_title_date_address_and_hash() -> None:
    made = cases.quay().build()
    report = made.reports[0]
    text = of_report(report, work(made)).text
    for part in (report.outlet, f"“{report.title}”", report.date, f"SHA-256 {report.sha256}"):
        assert part in text


def test_a_statement_is_cited_by_its_words_and_the_passage_that_they_are_from() -> None:
    made = cases.quay().build()
    sheet = made.statements[0]
    report = next(each for each in made.reports if each.anchor == sheet.said_at.split("-")[0])
    text = of_statement(sheet, report, work(made)).text
    assert text.startswith(f"“{sheet.says.text}”, {report.outlet}")
    assert f", {sheet.said_at}, " in text
    assert of_statement(sheet, None, work(made)).text.startswith(f"“{sheet.says.text}”, {sheet.outlet}")


def test_words_in_quotation_marks_get_no_second_pair() -> None:
    made = citations(cases.quay().build())
    assert not any("““" in each.text or "“«" in each.text for each in made.values())


def test_a_passage_is_cited_by_its_words_and_its_report() -> None:
    made = cases.quay().build()
    report = made.reports[0]
    told = of_passage("R1-a1", "No ferry sailed.", report, work(made))
    assert told.text.startswith(f"“No ferry sailed.”, {report.outlet}, “{report.title}”")
    assert "; R1-a1 in “" in told.text


def test_a_line_of_descent_is_cited_by_both_its_ends_and_how_sure_it_is() -> None:
    made = cases.quay().build()
    for told in made.picture.tellings:
        text = citations(made)[told.anchor].text
        assert text.startswith(f"“{told.child} from {told.parent} ({told.certainty})”; {told.anchor} in ")
    assert made.picture.tellings


def test_a_ruling_is_cited_by_who_ruled_what_and_when() -> None:
    note = RulingNote("J1", 1, "same", "A is B", "Ann Lee", "3 May 2024", "one paper", True, at="2024-05-03")
    made = replace(cases.quay().build(), rulings=(note,))
    assert citations(made)["J1"].text.startswith("Ann Lee, “A is B”, 3 May 2024; J1 in ")
    assert of_ruling(note, work(made)).published == "2024-05-03"
