"""Packages of Argos Translate on this machine, with real models of CTranslate2, made here."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.errors import Refused
from firsthand.machines import translator
from firsthand.machines.packages import Packages, route, told
from firsthand.records import Machine
from tests.machines.making import package

pytest.importorskip("ctranslate2")
pytest.importorskip("sentencepiece")
KO_EN = {"오늘": "today", "편지를": "a-letter", "썼다.": "wrote.", "비가": "rain", "온다.": "comes."}
EN_UK = {"today": "сьогодні", "a-letter": "листа", "wrote.": "написав.", "rain": "дощ", "comes.": "йде."}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Korean to English and English to Ukrainian, and a folder that is no package."""
    place = tmp_path_factory.mktemp("argos")
    package(place, "ko", "en", KO_EN, "1.1")
    package(place, "en", "uk", EN_UK)
    (place / "notes").mkdir()
    (place / "notes" / "metadata.json").write_text("[]")
    return place


def test_lines_are_translated_sentence_by_sentence_under_their_numbers(folder: Path) -> None:
    made = translator(Machine(packages=str(folder)), "ko", "en").translate(
        {3: "오늘 편지를 썼다. 비가 온다.", 7: "비가 홍가람 온다."}
    )
    assert made.lines == {3: "today a-letter wrote. rain comes.", 7: "rain 홍가람 comes."}
    assert made.by.startswith("Argos ko-en 1.1 (CTranslate2 ") and not made.answers


def test_two_packages_meet_in_a_third_language(folder: Path) -> None:
    by = translator(Machine(packages=str(folder)), "ko", "uk")
    assert by.translate({1: "비가 온다."}).lines == {1: "дощ йде."}
    assert by.name.startswith("Argos ko-en 1.1, then en-uk 1.0 (") and by.to is None


def test_a_package_may_be_named_itself(folder: Path) -> None:
    (one,) = route(str(folder / "translate-en_uk-1_0"), "en", "uk")
    assert one.name == "en-uk 1.0"


def test_languages_without_a_package_are_told_with_those_that_have_one(folder: Path) -> None:
    assert route(str(folder), "uk", "ko") == ()
    assert told(str(folder)) == "en-uk 1.0, ko-en 1.1"
    with pytest.raises(Refused, match=r"no package from uk to ko.*There is en-uk 1\.0, ko-en 1\.1"):
        translator(Machine(packages=str(folder)), "uk", "ko")


def test_a_folder_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="no such folder"):
        route("/nowhere/at/all", "ko", "en")


@pytest.mark.parametrize("spoilt", ["model/model.bin", "sentencepiece.model"])
def test_a_broken_package_is_refused(tmp_path: Path, spoilt: str) -> None:
    place = package(tmp_path, "ko", "en", KO_EN)
    (place / spoilt).write_bytes(b"broken")
    with pytest.raises(Refused, match="cannot be used"):
        Packages(route(str(tmp_path), "ko", "en")).translate({1: "비가"})
