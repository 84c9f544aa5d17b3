from __future__ import annotations

import pytest

from firsthand.model import Private, PrivateWords, Span
from firsthand.publishing.wording import Wording, joined

LISTED = Wording(
    [
        PrivateWords(Private.KIN, ("Ok-sun Ri", "리옥순", "Тарас Гордієнко")),
        PrivateWords(Private.HOME, ("12 River Lane",), True),
        PrivateWords(Private.PERSON, ("Mark",)),
    ]
)


def found(text: str, language: str = "") -> list[str]:
    """What is found in a text, each place once."""
    return [text[s.start : s.end] for s in joined(hit.span for hit in LISTED.hits(text, language))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("my mother Ok-sun Ri waits", ["Ok-sun Ri"]),
        ("my mother Ri Ok-Sun's door", ["Ri Ok-Sun"]),
        ("OK-\nSUN RI", ["OK-\nSUN RI"]),
        ("Oksun Ri", ["Oksun Ri"]),
        ("어머니 리옥순에게 썼다", ["리옥순"]),
        ("матері Оксун Рі", ["Оксун Рі"]),
        ("написав Тарасові Гордієнку вчора", ["Тарасові Гордієнку"]),
        ("Taras Hordiienko wrote", ["Taras Hordiienko"]),
        ("at 12, River-Lane today", ["12, River-Lane"]),
        ("at 12 River Lane or at 12 River Lane", ["12 River Lane", "12 River Lane"]),
        ("at 112 River Lane", []),
        ("at 12 River Lanes", ["12 River Lanes"]),
        ("the broksunrise", []),
        ("Mark came to the market", ["Mark"]),
        ("Markets fell", []),
        ("Mark saw Mark, and Ok-sun Ri saw Ok-sun Ri", ["Mark", "Mark", "Ok-sun Ri", "Ok-sun Ri"]),
        ("", []),
    ],
)
def test_where_listed_words_stand(text: str, words: list[str]) -> None:
    assert found(text, "en") == words


def test_a_name_may_bend_at_its_end_but_not_in_english() -> None:
    listed = Wording([PrivateWords(Private.KIN, ("Nowak",))])
    assert [hit.span for hit in listed.hits("dla Nowakowi", "pl")] == [Span(4, 12)]
    assert listed.hits("the Nowakowi", "en") == []


def test_nothing_listed_finds_nothing() -> None:
    assert not Wording([])
    assert Wording([]).hits("Ok-sun Ri") == []


def test_spans_that_meet_are_one() -> None:
    assert joined([Span(4, 6), Span(0, 2), Span(1, 4), Span(9, 9)]) == [Span(0, 6), Span(9, 9)]
