"""Persons whom a text names, whether they speak there or not."""

from __future__ import annotations

from firsthand.model import Being, Record
from firsthand.names.mentions import Mention
from firsthand.names.persons import persons
from firsthand.names.spelling import read_name
from tests.builders import record


def named(*records: Record, known: str = "") -> set[tuple[str, str]]:
    """Spelling and name of the persons found; ``known`` is one who speaks in the first record."""
    hands = [Mention(known, read_name(known), Being.PERSON, records[0].id)] if known else []
    return {(m.spelling, m.name.core) for m in persons(records, hands)}


def test_a_title_or_a_role_before_a_full_name_tells_a_person() -> None:
    text = "A letter by Dr Edda Holm was read. The pilot Jan Orsk was on leave. The Delta Works were shut."
    assert named(record(text)) == {("Dr Edda Holm", "Edda Holm"), ("Jan Orsk", "Jan Orsk")}


def test_a_surname_alone_and_with_a_title_is_the_one_of_the_report() -> None:
    text = "Edda Holm came late. The gate was shut for Ms Holm. Nobody blamed Holm."
    found = named(record(text), known="Edda Holm")
    assert found == {(spelling, "Edda Holm") for spelling in ("Edda Holm", "Ms Holm", "Holm")}


def test_a_surname_that_is_part_of_another_name_needs_a_title() -> None:
    text = "Edda Holm came late. Lake Holm was dry. Holm was not blamed."
    assert named(record(text), known="Edda Holm") == {("Edda Holm", "Edda Holm")}


def test_a_surname_is_known_in_another_case_behind_a_title() -> None:
    text = "Остап Гай прийшов пізно. Пана Гая не чекали, а пана Гаєвича покликали."
    assert ("Пана Гая", "Остап Гай") not in named(record(text, language="uk"), known="Остап Гай")
    text = "Остап Верес прийшов пізно. Для пана Вереса ворота зачинили."
    assert ("пана Вереса", "Остап Верес") in named(record(text, language="uk"), known="Остап Верес")


def test_a_korean_role_before_a_name_or_the_title_behind_it() -> None:
    text = "교사 윤서진은 오지 않았다. 윤 씨는 아팠다. 조선소는 문을 닫았다."
    assert named(record(text, language="ko")) == {("윤서진", "윤서진"), ("윤 씨", "윤서진")}


def test_a_known_person_is_met_in_another_script() -> None:
    one = record("Taras Hordiienko came late.", name="a.txt")
    other = record("До міста приїхав Тарас Гордієнко.", name="b.txt", language="uk")
    assert ("Тарас Гордієнко", "Тарас Гордієнко") in named(one, other, known="Taras Hordiienko")


def test_who_signs_a_report_is_a_person_of_the_case_where_another_report_names_them() -> None:
    signed = record("The gate was shut.", name="a.txt", byline="Edda Holm")
    desk = record("The gate was open.", name="b.txt", byline="News Desk")
    assert named(signed, desk) == set()
    other = record("The gate was shut, as Edda Holm wrote.", name="c.txt")
    assert named(signed, desk, other) == {("Edda Holm", "Edda Holm")}


def test_a_heading_and_a_body_tell_no_person() -> None:
    text = "Captain Blames Crew For Fire\nThe director Harbour Police was asked."
    assert named(record(text)) == set()
