"""The zone of a paper beside its print."""

from __future__ import annotations

import pytest

from firsthand.model import PaperFindingKind
from firsthand.names.papers.inland import spelled
from firsthand.names.papers.zone import TD3, write
from tests.names.papers.made import notes, paper, passport

LONG = "Abcdefghijklmnopqrstu Vwxyzabcdefghijklmnopqrst"
ZONE = "the machine readable zone of “pass” has"


def named(printed: str, surname: str, given: str) -> list[str]:
    text = f"Name: {printed}\n{passport(surname, given)}"
    return notes(PaperFindingKind.ZONE_NAME, paper("pass", text=text))


@pytest.mark.parametrize(
    ("printed", "surname", "given"),
    [
        ("Oda Marta Lind", "LIND", "ODA MARTA"),
        ("Lind, Oda", "LIND", "ODA"),
        ("Ткачук Олена Іванівна", "TKACHUK", "OLENA"),
        ("Щукин Юрий", "SHCHUKIN", "IURII"),
        ("Müller Jörg", "MUELLER", "JOERG"),
        ("Müller Jörg", "MULLER", "JORG"),
        ("O'Lind-Berg Oda", "OLIND BERG", "ODA"),
        ("표진구", "PYO", "JINGU"),
        ("Ткачук", "TKACHUK", "OLENA"),
        (f"{LONG} Oda", LONG.upper(), "ODA"),
    ],
)
def test_a_name_in_the_zone_by_the_rules(printed: str, surname: str, given: str) -> None:
    assert named(printed, surname, given) == []


def test_another_name_in_the_zone() -> None:
    (note,) = named("Ida Berg", "LIND", "ODA")
    assert note == (
        "The machine readable zone of “pass” has LIND ODA; the printed name is Ida Berg. "
        "By their letters they are not spellings of one name."
    )


def test_one_letter_that_differs_in_the_same_script_is_told() -> None:
    (note,) = named("Oda Lindt", "LIND", "ODA")
    assert "LIND ODA" in note and "Oda Lindt" in note


def test_the_inland_passport_has_russian_letters_in_figures() -> None:
    fields = {"document": "PN", "state": "RUS", "born": "900228"}
    zone = write(TD3, fields, [spelled("Щукин")], [spelled("Юрий"), spelled("Ильич")])
    text = "Фамилия: Щукин\nИмя: Юрий\nОтчество: Ильич\n" + "\n".join(zone.lines)
    assert notes(PaperFindingKind.ZONE_NAME, paper(text=text)) == []
    (note,) = notes(PaperFindingKind.ZONE_NAME, paper(text=text.replace("Щукин", "Жукин")))
    assert "WUKIN 7RIQ IL9I3 (ЩУКИН ЮРИЙ ИЛЬИЧ in Russian letters)" in note


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Born: 4 May 1997", []),
        ("Born: 1997", []),
        ("Born: a spring day", []),
        ("Born: 5 May 1997", [f"Born: {ZONE} 970504 (year, month, day); printed is 5 May 1997."]),
        ("Number: K 1234567", []),
        ("Series: K\nNumber: 1234567", []),
        ("Серія: К\nНомер: 1234567", []),
        ("Number: K1234568", [f"Number: {ZONE} K1234567; printed is K1234568."]),
        ("Sex: Ж/F", []),
        ("Стать: Ч", [f"Sex: {ZONE} F; printed is Ч."]),
        ("Valid until: 02.06.2031", []),
        (
            "Valid until: 02.06.2030",
            [f"Valid until: {ZONE} 310602 (year, month, day); printed is 02.06.2030."],
        ),
    ],
)
def test_the_other_fields(printed: str, told: list[str]) -> None:
    assert notes(PaperFindingKind.ZONE_FACT, paper("pass", text=f"{printed}\n{passport()}")) == told


def test_the_number_of_an_inland_passport_has_three_figures_of_its_series() -> None:
    text = f"Серия: 9305\nНомер: 123456\n{passport(number='930123456')}"
    assert notes(PaperFindingKind.ZONE_FACT, paper(text=text)) == []
