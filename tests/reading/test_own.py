"""The report's own voice: what no attribution covers."""

from __future__ import annotations

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
