from __future__ import annotations

from firsthand.dossier.sheets import Dossier
from tests.dossier import cases


def answer(dossier: Dossier) -> str:
    return " ".join("".join(p.text for p in sentence) for sentence in dossier.answer)


def test_the_answer_of_a_small_case() -> None:
    assert answer(cases.quay().build()) == (
        "Four reports make three statements; one of these is in more than one report."
        " They rest on two origins, The quay notebook and Jon Vik."
        " Of what several reports say, one goes back to one origin; independence is shown for none."
        " One statement stands in the record; two do not."
    )


def test_the_answer_for_one_report_says_what_is_missing() -> None:
    assert answer(cases.lone().build()) == (
        "One report makes five statements. They come from one origin, the notebook."
        " It leans on the notebook, which is not in the case."
    )


def test_a_hundred_reports_may_rest_on_one_origin() -> None:
    assert "100 reports make one statement. It rests on one origin, Fjord Wire." in answer(
        cases.crowd().build()
    )


def test_no_report_at_all() -> None:
    from firsthand.model import Trace

    assert answer(cases.Case("Empty", [], [], Trace()).build()).startswith("No report is in this case.")


def test_numbers_lead_somewhere() -> None:
    dossier = cases.quay().build()
    links = {p.to for sentence in dossier.answer for p in sentence if p.to}
    assert links == {"reports", "statements", "picture", "records"}
