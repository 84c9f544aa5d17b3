from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.names import gathered
from firsthand.names.identifying.cast import cast, sentence
from firsthand.names.placing import place
from tests.builders import record


def test_persons_stand_where_their_names_are() -> None:
    report = record("The pilot Ada Quist met the cook Ida Brandt.")
    found = cast(gathered([report], []))
    names = [report.text[s.at : s.end] for s in found.persons[report.id]]
    assert names == ["Ada Quist", "Ida Brandt"]
    assert len(found.within(report.id, 0, 12)) == 1 and not found.within("elsewhere", 0, 99)


def test_a_place_has_the_numbers_of_its_lines() -> None:
    assert place(record("One line."), Span(0, 3)).lines == ()


@given(st.text(alphabet="ab .!\n。”"), st.data())
def test_a_sentence_holds_what_it_was_asked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = sentence(text, start, end)
    assert 0 <= low <= start <= end <= high <= len(text)
