from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.dossier.citing import citations, of_report, of_statement, work
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
