"""A stemma in every form: well formed whatever the names hold."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from firsthand.dossier.stemmas import STEMMA_FORMS
from firsthand.dossier.stemmas.dot import quoted
from firsthand.model import Certainty, Copying, Node, NodeKind, Stemma
from tests.strategies import words

ODD = 'A <b>&"odd\\" \x00name'


def made(name: str = ODD) -> Stemma:
    return Stemma(
        (
            Node("lost copy 1", "lost copy 1", NodeKind.UNKNOWN),
            *(Node(i, i, NodeKind.REPORT, i) for i in (name, "港湾日報", "بريد")),
        ),
        (
            Copying("lost copy 1", name, Certainty.LIKELY, 98),
            Copying("lost copy 1", "港湾日報", Certainty.POSSIBLE, 41, False),
            Copying(name, "بريد", Certainty.LIKELY, 100),
            Copying("港湾日報", "بريد", Certainty.POSSIBLE, None, True, True, "a second model"),
        ),
        ("The texts part in 7 places.",),
    )


@pytest.mark.parametrize("form", ["svg", "graphml"])
@given(name=words.filter(bool))
@settings(max_examples=30, deadline=None)
def test_any_name_gives_xml(form: str, name: str) -> None:
    ElementTree.fromstring(STEMMA_FORMS[form](made(f"x{name}")).encode("utf-8", "replace"))


@pytest.mark.parametrize("form", STEMMA_FORMS)
def test_every_form_names_every_text_and_nothing_at_all_is_no_error(form: str) -> None:
    assert "港湾日報" in STEMMA_FORMS[form](made("A"))
    assert STEMMA_FORMS[form](Stemma((), ()))


def test_the_picture_says_doubt_in_words_and_draws_it_dashed() -> None:
    drawn = STEMMA_FORMS["svg"](made("A"))
    assert "in 41 of 100 trees" in drawn and "direction open" in drawn
    assert drawn.count('class="line doubt"') == 2  # the line and the legend
    assert "in 98 of 100 trees</text>" not in drawn
    assert ">98</text>" in drawn and "a number: in so many of 100 trees" in drawn


def test_a_case_counts_redraws_and_copies_nobody_from_a_person() -> None:
    nodes = (Node("p", "Ann Lee", NodeKind.PERSON), *(Node(i, i, NodeKind.REPORT, i) for i in "AB"))
    lines = (Copying("A", "B", Certainty.LIKELY, 93), Copying("p", "B", Certainty.SHOWN))
    case = Stemma(nodes, lines, (), "redraws")
    said = STEMMA_FORMS["text"](case).splitlines()
    assert said == [
        "B was copied from A: likely; in 93 of 100 redraws",
        "B has something from Ann Lee: shown",
    ]
    assert "in 93 of 100 redraws" in STEMMA_FORMS["dot"](case)
    assert '<data key="support">93</data>' in STEMMA_FORMS["graphml"](case)
    assert json.loads(STEMMA_FORMS["json"](case))["lines"][0]["support"] == 93


def test_a_direction_that_is_open_has_no_arrow() -> None:
    assert "dir=none" in STEMMA_FORMS["dot"](made("A"))
    open_one = re.search(r'<g class="line doubt">.*?</g>', STEMMA_FORMS["svg"](made("A")))
    assert open_one and "polygon" not in open_one[0]
    assert 'directed="false"' in STEMMA_FORMS["graphml"](made("A"))


def test_json_has_the_fields_of_the_model() -> None:
    lines = json.loads(STEMMA_FORMS["json"](made("A")))["lines"]
    assert lines[1] == {
        "parent": "lost copy 1",
        "child": "港湾日報",
        "certainty": "possible",
        "support": 41,
        "directed": False,
        "second": False,
        "note": "",
    }


def test_quotation_marks_do_not_end_an_identifier() -> None:
    assert quoted('a"b\\') == r'"a\"b\\"'


def test_the_listing_is_a_sentence_a_line() -> None:
    assert "A was copied from lost copy 1: likely; in 98 of 100 trees" in STEMMA_FORMS["text"](made("A"))
