from __future__ import annotations

import random
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from firsthand.dossier.building import clean
from firsthand.dossier.exports.html import html
from firsthand.model import Trace
from tests.dossier import cases

CASES = [cases.quay, cases.lone, cases.crowd, cases.hostile]


@pytest.mark.parametrize("make", CASES, ids=lambda m: m.__name__)
def test_the_order_of_the_input_does_not_matter(make: Any) -> None:
    case = make()
    mixed = random.Random(1)
    records = mixed.sample(list(case.records), len(case.records))
    said = mixed.sample(list(case.attributions), len(case.attributions))
    assert replace(case, records=records, attributions=said).build() == case.build()


@pytest.mark.parametrize("make", CASES, ids=lambda m: m.__name__)
def test_every_link_of_the_page_leads_somewhere(make: Any) -> None:
    import lxml.html

    page = lxml.html.fromstring(html(make().build()).decode("utf-8"))
    ids = [each.get("id") for each in page.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    links = {href[1:] for href in page.xpath("//a/@href|//use/@href") if href.startswith("#")}
    assert links - set(ids) == set()


def test_what_names_something_that_is_not_there_is_left_out() -> None:
    case = cases.quay()
    dossier = replace(case, records=[r for r in case.records if r.id != "r1"]).build()
    assert len(dossier.reports) == 3
    assert replace(case, records=[]).build().statements == ()


def test_an_empty_case_is_still_a_page() -> None:
    page = html(cases.Case("Nothing", [], [], Trace()).build()).decode("utf-8")
    assert "No report is in this case." in page


def test_what_a_page_cannot_carry_is_shown_as_a_replacement() -> None:
    assert clean("a\x00b\ud800c\td\n") == "a\ufffdb\ufffdc\td\n"


def test_no_text_of_a_dossier_holds_a_surrogate_or_a_control() -> None:
    for text in _texts(cases.hostile().build()):
        assert not any(c in text for c in ("\x00", "\ud800"))


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [t for each in value for t in _texts(each)]
    if is_dataclass(value):
        return [t for f in fields(value) for t in _texts(getattr(value, f.name))]
    return []


def test_labels_that_are_odd_or_taken_are_replaced() -> None:
    case = cases.quay()
    odd = [replace(s, label=label) for s, label in zip(case.trace.statements, ("S1", "S1", "²"), strict=True)]
    dossier = replace(case, trace=replace(case.trace, statements=tuple(odd))).build()
    assert sorted(s.anchor for s in dossier.statements) == ["S1", "S2", "S3"]
