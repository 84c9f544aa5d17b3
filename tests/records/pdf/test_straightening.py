"""Letters of a line in the order in which they stand."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records.pdf.reading import text_of, written
from firsthand.records.pdf.straightening import Placed, straightened
from tests.records.pdf.making import Column, pdf

WIDE = 7.2  # points that each letter takes


def read(line: str) -> tuple[str, list[tuple[float, float]]]:
    """The text of a page with this one line, and from where to where its lines reach."""
    with pypdfium2.PdfDocument(pdf([[Column([line])]])) as opened:
        sheet = opened[0]
        found, alone = written(sheet), text_of(sheet)
        sheet.close()
    assert found.text == alone
    return found.text, [(row.box.left, row.box.right) for row in found.rows]


def test_quotation_marks_of_another_font_stand_where_they_are_seen() -> None:
    back, on = "\b", "\t"
    korean = f"정경홍은{on}{on}물이{on}넘쳤다{on}고{on}말했다"
    text, ((left, right),) = read(f"{korean}{back * 13}“{on * 6}”{on * 5}.")
    assert text == "정경홍은 “물이 넘쳤다”고 말했다."
    assert left == pytest.approx(2 * 72, abs=1)
    assert right == pytest.approx(2 * (72 + 19 * WIDE), abs=1)


def test_a_line_in_order_stays_as_it_was_written() -> None:
    assert read("정경홍은 “물이 넘쳤다”")[0] == "정경홍은 “물이 넘쳤다”"


def test_lines_of_one_script_are_not_looked_at() -> None:
    assert straightened("물이넘쳤다", lambda at: Placed(at, -10.0 * at, 0, 10)) == []
    assert straightened("later now", lambda at: Placed(at, -10.0 * at, 0, 10)) == []


@given(st.permutations(range(8)), st.sampled_from(["", "\nplain", "\r\n물이"]))
def test_whatever_the_order_of_writing_each_letter_is_read_once_from_the_left(
    places: list[int], after: str
) -> None:
    text = "정경홍은“물”." + after
    order = straightened(text, lambda at: Placed(at, 10.0 * (places[at] if at < 8 else at), 0, 10))
    read = [text[n] for n in order or range(len(text))]
    assert "".join(read[8:]) == after
    assert read[:8] == [text[places.index(n)] for n in range(8)]
