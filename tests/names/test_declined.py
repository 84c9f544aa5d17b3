"""Full names in Cyrillic letters in another case than the first."""

from __future__ import annotations

import pytest

from firsthand.model import Attribution, Being, Hop, Record, Role
from firsthand.names import suggest
from firsthand.names.declined import Nominatives, keys_of
from firsthand.names.spelling import key, read_name
from tests.builders import attribution, record, span


@pytest.mark.parametrize(
    ("written", "of"),
    [
        ("Олександра Петренка", "Олександр Петренко"),
        ("Петренком Олександром", "Олександр Петренко"),
        ("Марії Коваль", "Марія Коваль"),
        ("Іваном Мельником", "Іван Мельник"),
        ("Марти Гнідець", "Марта Гнідець"),
        ("Остапа Гнідця", "Остап Гнідець"),
        ("Ивана Петровича Сидорова", "Иван Петрович Сидоров"),
        ("Олега Шевченко", "Олег Шевченко"),
    ],
)
def test_a_name_is_found_by_its_cases(written: str, of: str) -> None:
    names = Nominatives(map(read_name, (of, "Семен Бук", "Ivan Melnyk")))
    found = names.of(read_name(written))
    assert found is not None
    assert found.core == of


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Олександра Коваленко", ("Олександр Коваленко",)),
        ("Валентина Петрова", ("Валентин Петров",)),
        ("Олександра Петренка", ("Олександра Петренко",)),
        ("Олександра Петренка", ("Олександр Петренко", "Олександр Петренк")),
        ("Іваном Мельником", ("Ivan Melnyk", "Іван Мельничук", "Мельник")),
        ("Іван Мельник", ("Іван Мельник", "Івана Мельника")),
        ("Петренка", ("Олександр Петренко",)),
    ],
)
def test_what_may_be_another_name_or_one_of_two_is_found_by_none(
    written: str, names: tuple[str, ...]
) -> None:
    assert Nominatives(map(read_name, names)).of(read_name(written)) is None


def test_two_cases_of_one_name_are_both_found() -> None:
    names = Nominatives(map(read_name, ("Іван Мельник", "Івана Мельника", "Івану Мельнику")))
    assert {
        found.core for case in ("Івана Мельника", "Івану Мельнику") if (found := names.of(read_name(case)))
    } == {"Іван Мельник"}


@pytest.mark.parametrize(
    ("surname", "word", "one"),
    [
        ("голуб", "Голуба", True),
        ("голуб", "Голуб", True),
        ("голуб", "Голубенка", False),
        ("quist", "Quista", False),
    ],
)
def test_a_case_of_a_surname(surname: str, word: str, one: bool) -> None:
    assert (surname in {key(word), *keys_of(word)}) is one


def said(text: str, who: str, words: str) -> tuple[Record, Attribution]:
    report = record(text, name=f"{who}.txt", outlet="", language="uk")
    return report, attribution(report, words, hands=(Hop(Role.SPEAKER, span(text, who), who, Being.PERSON),))


def test_one_person_in_one_text_and_across_texts_under_the_first_case() -> None:
    one, first = said("Олександр Петренко каже, що сторож спав.", "Олександр Петренко", "сторож спав")
    second = attribution(
        one,
        "спав",
        hands=(Hop(Role.SPEAKER, span(one.text, "Олександр Петренко"), "Олександра Петренка", Being.PERSON),),
    )
    two, third = said("За словами Петренка, ворота були відчинені.", "Петренка", "ворота були відчинені")
    (source,) = suggest([one, two], [first, second, third])
    assert source.name == "Олександр Петренко"
    assert set(source.attributions) == {first.id, second.id, third.id}
    assert "Олександра Петренка is Олександр Петренко, declined" in source.reasons


def test_a_name_that_nobody_quotes_is_met_in_any_case() -> None:
    report, told = said(
        "Марія Коваль каже, що сторож спав. Про це спитали Марію Коваль.", "Марія Коваль", "сторож спав"
    )
    (source,) = suggest([report], [told])
    assert source.spellings == ("Марія Коваль", "Марію Коваль")
