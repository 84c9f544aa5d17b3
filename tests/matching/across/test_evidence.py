"""What answers to what."""

from __future__ import annotations

import pytest

from firsthand.matching.across.evidence import Evidence, Said, compare, said
from tests.matching.across.made import encoder


def read(text: str, language: str) -> Said:
    known = encoder()
    (encoded,) = known.encode([text])
    return said(text, language, encoded, known.mean(language))


def evidence(a: str, b: str, languages: tuple[str, str] = ("en", "uk")) -> Evidence:
    return compare(read(a, languages[0]), read(b, languages[1]))


def test_words_of_one_sense_answer_to_each_other() -> None:
    same = evidence("gate shut", "ворота зачинили")
    other = evidence("gate shut", "село затопило")
    assert same.laid > 0.99
    assert other.laid < 0.6


@pytest.mark.parametrize(
    ("b", "numbers"),
    [
        ("Бачили 34 людини", ((), ())),
        ("Бачили 84 людини", ((34.0,), (84.0,))),
        ("Бачили людей", ((34.0,), ())),
    ],
)
def test_numbers_that_have_no_like(b: str, numbers: tuple[tuple[float, ...], ...]) -> None:
    found = evidence("They saw 34 people", b)
    assert (found.numbers_a, found.numbers_b) == numbers


def test_a_name_is_answered_by_its_sound() -> None:
    found = evidence("Then Marek spoke", "Потім говорив Марек")
    assert dict(found.names_a) == {"Marek": 1.0}
    assert dict(evidence("Then Marek spoke", "Потім говорив Павел").names_a)["Marek"] < 0.9


@pytest.mark.parametrize(
    ("text", "language", "negated"),
    [
        ("He had received it", "en", False),
        ("They won't sign", "en", True),
        ("Він не отримав", "uk", True),
        ("Он получил", "ru", False),
        ("받지 않았다고 말했다", "ko", True),
        ("알고 있었다", "ko", False),
        ("N-a primit", "ro", True),
        ("Ei tiennyt", "fi", None),
    ],
)
def test_a_negation_is_known_in_its_language(text: str, language: str, negated: bool | None) -> None:
    assert read(text, language).negated is negated


def test_opposites_are_seen_either_way() -> None:
    assert evidence("The guard protected him", "Вартовий зрадив його").opposed == (("protected", "зрадив"),)
    assert evidence("The guard betrayed him", "Вартовий зрадив його").opposed == ()
    assert evidence("Prices rose and fell", "Ціни впали").opposed == ()


def test_another_country_is_another_place() -> None:
    assert evidence("Poland asked for help", "Угорщина просила допомоги").places == (("poland", "угорщина"),)
    assert evidence("Poland asked for help", "Польща просила допомоги").places == ()
    assert evidence("Poland asked for help", "Варта просила допомоги").places == ()


def test_evidence_is_the_same_from_either_side() -> None:
    forth = evidence("Then Marek saw 34", "Потім не бачив 35")
    back = evidence("Потім не бачив 35", "Then Marek saw 34", ("uk", "en"))
    assert forth.laid == pytest.approx(back.laid)
    assert (forth.numbers_a, forth.negated_a, forth.names_a) == (back.numbers_b, back.negated_b, back.names_b)


def test_a_sentence_without_words_is_compared_too() -> None:
    assert evidence("", "…").laid == 0.0
