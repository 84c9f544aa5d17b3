"""The report's own voice: what no attribution covers."""

from __future__ import annotations

import pytest

from firsthand.model import Kind
from firsthand.reading import own_voice, read
from tests.reading.cases import words

TEXT = "The pier opened on Monday. Ann Lee said it was safe. A heading\nNobody was on the pier at night."


def test_sentences_that_nobody_is_named_for() -> None:
    own = own_voice(TEXT, "en", "r", read(TEXT, "en", "r"))
    assert [words(TEXT, each.content[0]) for each in own] == [
        "The pier opened on Monday.",
        "Nobody was on the pier at night.",
    ]
    assert {(each.kind, each.source) for each in own} == {(Kind.OWN, None)}
    assert len({each.id for each in own}) == 2


def test_without_attributions_everything_is_the_reports_own() -> None:
    assert len(own_voice(TEXT, "en", "r", ())) == 3


def test_a_whole_clause_beside_what_somebody_says_is_the_reports_own() -> None:
    text = "“The gate was shut all night,” the clerk said, but two carts were seen behind it."
    own = own_voice(text, "en", "r", read(text, "en", "r"))
    assert [words(text, each.content[0]) for each in own] == ["two carts were seen behind it."]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Drivers have been ordered to wait behind the old gate."),
        ("ro", "Comandantul a ordonat ca poarta de la podul vechi să fie închisă."),
        ("uk", "Сторож наказав зачинити ворота біля старого мосту."),
        ("ko", "반장은 낡은 다리 옆 문을 닫으라고 명령했다."),
    ],
)
def test_an_order_is_a_deed_that_the_report_tells_of(language: str, text: str) -> None:
    found = read(text, language, "r")
    assert found, "the order itself is read"
    assert [words(text, each.content[0]) for each in own_voice(text, language, "r", found)] == [text]
