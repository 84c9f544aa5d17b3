"""Russian letters in the zone of the inland passport."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.papers.inland import LETTERS, read, spelled


def test_one_character_for_each_letter() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS) == 33
    assert spelled("Щукин Юрий Ильич") == "WUKIN<7RIQ<IL9I3"
    assert read("WUKIN") == "ЩУКИН"


@given(st.text("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"))
def test_a_name_comes_back(name: str) -> None:
    assert read(spelled(name)) == name


@given(st.text())
def test_any_text_is_spelled_in_characters_of_a_zone(text: str) -> None:
    assert set(spelled(text)) <= {*LETTERS.values(), "<"}
