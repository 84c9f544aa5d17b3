"""The fields of a paper, in the languages in which papers are printed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Handling, Private, PrivateRegion, RecordKind, Region
from firsthand.names.papers.reading import known, labels, papers, table
from tests import builders
from tests.names.papers.made import paper, passport


def fields(text: str) -> list[tuple[str, str]]:
    return [(each.name, each.value) for each in papers([paper(text=text)])[0].fields]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Date of birth", "born"), ("DATE OF BIRTH", "born"), ("date_of_birth", "born"), ("생년월일", "born"),
        ("Дата народження", "born"), ("Дата рождения", "born"), ("Data nașterii", "born"),
        ("Прізвище/Surname", "surname"), ("Ім'я / Given names", "given names"), ("Ім’я", "given names"),
        ("По батькові", "patronymic"), ("Отчество", "patronymic"), ("Орган, що видав", "issued by"),
        ("№", "number"), ("Nr.", "number"), ("발급기관", "issued by"), ("Semnătura", "name as signed"),
    ],
)  # fmt: skip
def test_labels_in_five_languages(label: str, name: str) -> None:
    assert known(label) == name


def test_no_label_is_two_fields() -> None:
    rows = table("fields").values()
    told = [each.strip() for row in rows for each in row.replace("\n", "|").split("|") if each.strip()]
    assert sorted({each for each in told if told.count(each) > 1}) == []
    assert len(set(labels().values())) == len(rows)


def test_fields_in_the_line_of_their_label_and_below_it() -> None:
    text = "Прізвище/Surname\nТКАЧУК\nTKACHUK\nДата народження/Born: 14.02.1988\nДокумент № A1\nПідпис\n"
    assert fields(text) == [
        ("surname", "ТКАЧУК"), ("surname", "TKACHUK"), ("born", "14.02.1988"), ("number", "A1"),
    ]  # fmt: skip


def test_a_label_without_a_colon_needs_a_value_that_is_one() -> None:
    assert fields("Фамилия ОРЖАК\n성명 표진구\n") == [("surname", "ОРЖАК"), ("name as printed", "표진구")]
    assert fields("Дата народження/Date of birth 14 02 1988") == [("born", "14 02 1988")]
    assert fields("Number of pages\nName or sign here\n") == []


def test_the_facts_stand_in_the_header_or_in_the_lines() -> None:
    text = "Identity card\nDate of birth: 4 May 1997\nSeen at 10:30 by a clerk.\n"
    (card,) = papers([paper(text=text, Number="B 7", note="a copy")])
    assert [(each.name, each.value) for each in card.fields] == [("number", "B 7"), ("born", "4 May 1997")]


def test_a_field_leads_to_its_line() -> None:
    text = "Card\nBorn: 4 May 1997\n"
    (card,) = papers([paper(text=text)])
    place = card.fields[0].place
    assert place and place.lines == (2,)
    assert text[place.spans[0].start : place.spans[0].end] == card.fields[0].value == "4 May 1997"


def test_what_the_zone_says_stands_beside_the_print() -> None:
    (card,) = papers([paper(text=f"Surname: Lind\n{passport()}")])
    zone = {each.name: each.value for each in card.fields if each.zone}
    assert zone["name as printed"] == "LIND ODA MARTA"
    assert (zone["number"], zone["born"], zone["valid until"]) == ("K1234567", "970504", "310602")
    assert card.first("born") == next(each for each in card.fields if each.name == "born")


def test_a_face_on_its_page_is_its_photograph() -> None:
    card = paper("card")
    regions = (PrivateRegion(Private.FACE, 1, 2, 3, 4), PrivateRegion(Private.KIN, 5, 6, 7, 8))
    page = builders.record(
        "", kind=RecordKind.PAGE, id="page", of=card.id, handling=Handling(regions=regions)
    )
    (found,) = papers([card, page])
    assert found.photographs == (Region("page", 1, 2, 3, 4),)


@settings(deadline=None)  # the first example loads the tables
@given(st.text())
def test_any_text_is_a_paper(text: str) -> None:
    assert all(value.strip() for _, value in fields(text))


@settings(deadline=None)  # the first example loads the tables
@given(st.text("Name:№ /|\n<P0성", max_size=200))
def test_any_text_that_looks_like_one_is_a_paper(text: str) -> None:
    assert all(value.strip() for _, value in fields(text))


def test_a_series_and_number_stand_alone_in_their_line() -> None:
    assert fields("ВОЕННЫЙ БИЛЕТ\nАН № 1234567\n") == [("series", "АН"), ("number", "1234567")]
    assert fields("45 03 № 123456") == [("series", "45 03"), ("number", "123456")]
