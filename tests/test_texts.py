from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand import read
from firsthand.errors import Refused
from firsthand.model import Refusal
from firsthand.texts import LARGE, WORTH_A_POOL, TextRead, read_all

SAID = "“The east pier was never inspected,” harbour master Ann Lee told the Gazette.\n"


def test_a_text_is_all_that_is_needed() -> None:
    (each,) = read(SAID)
    assert each.name == "Ann Lee"
    assert SAID[each.content[0].start : each.content[0].end].startswith("“The east pier")


def test_the_language_is_worked_out_and_can_be_stated() -> None:
    said = "Мер міста заявив, що міст є безпечним, а дорога відкрита."
    assert read(said) == read(said, "uk") != ()
    assert read(said, "en", reader="rules") == ()


def test_a_reader_that_is_not_there_is_refused() -> None:
    assert len(read(SAID, reader="rules")) == 1
    with pytest.raises(Refused, match="no reader called 'oracle'"):
        read(SAID, reader="oracle")


@given(st.text())
def test_any_text_gives_an_answer(text: str) -> None:
    assert isinstance(read(text), tuple)


def test_files_give_records_as_in_a_case(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\noutlet: Gazette\n---\n" + SAID, "utf-8")
    (tmp_path / "b.txt").touch()
    (tmp_path / "case.toml").write_text('title = "Pier"\n', "utf-8")
    good, bad = read_all([tmp_path])
    assert isinstance(good, TextRead) and isinstance(bad, Refusal)
    assert (good.record.outlet, good.record.language, len(good.attributions)) == ("Gazette", "en", 1)
    assert good.attributions[0].record == good.record.id


def test_a_large_table_is_shared_out_row_by_row_and_told_of_in_full(tmp_path: Path) -> None:
    row = '{"text": "' + SAID.strip() * 20 + '"}\n'
    count = WORTH_A_POOL // len(row.encode()) + 1
    (tmp_path / "rows.jsonl").write_text(row * count, "utf-8")
    told: list[tuple[int, int]] = []
    found = list(read_all([tmp_path], jobs=2, progress=lambda _, done, total: told.append((done, total))))
    assert [each.record.part for each in found] == [f"row {n}" for n in range(1, count + 1)]
    assert len(told) > 10
    assert told[-1][0] == told[-1][1] > LARGE // 1024


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(SAID * 100, "utf-8")

    def peak(files: list[Path]) -> int:
        tracemalloc.start()
        for _ in read_all(files, jobs=1):
            pass
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    files = sorted(tmp_path.iterdir())
    peak(files[:1])
    assert peak(files) < 1.5 * peak(files[:5])
