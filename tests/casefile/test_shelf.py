"""The shelf: rows in order, by filter, by words; and a new one beside readers of the old."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.casefile import Laid, Row, Shelf, lay, shelf
from firsthand.casefile.shelf import Hit, excerpted
from firsthand.errors import CaseDamaged


def _laid(anchor: str, place: int, title: str, words: str = "", **row: str) -> Laid:
    kind = "statement" if anchor.startswith("S") else "report"
    links = {"S1": ("R1",), "S2": ("R1", "R2")}.get(anchor, ())
    parts = ("R1-a1",) if anchor == "R1" else ()
    return Laid(Row(anchor, kind, place, title, **row), f'"{anchor}"', words or title, parts, links)


ROWS = [
    _laid("S1", 1, "The gate stayed shut", date="2024-03-02T10:00:00+00:00", language="en"),
    _laid("S2", 2, "Шлюз був зачинений", date="2024-03-04", language="uk", state="open"),
    _laid("R1", 1, "수문은 닫혀 있었다", language="ko"),
    _laid("R2", 2, "100 % of _it_", 'he said "no" twice', date="2024-03-05", language="en"),
]


def _shelf(folder: Path, laid: Sequence[Laid] = ROWS) -> Shelf:
    lay(folder, laid, [("page-1", "image/jpeg", b"\xff\xd8")], lambda: [("front", "all")])
    return Shelf(folder)


def _names(rows: Sequence[Row]) -> list[str]:
    return [row.anchor for row in rows]


def test_rows_come_in_order_and_in_parts(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path)
    assert (_names(shelf.rows("statement")[0]), shelf.rows("statement")[1]) == (["S1", "S2"], 2)
    rows, total = shelf.rows("statement", start=1, count=1)
    assert (_names(rows), total) == (["S2"], 2)
    assert shelf.beside("S1", "statement") == ("", "S2")
    assert shelf.beside("S2", "statement") == ("S1", "")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"language": "uk"}, ["S2"]),
        ({"from": "2024-03-03"}, ["S2"]),
        ({"to": "2024-03-02"}, ["S1"]),
        ({"with": "R2"}, ["S2"]),
        ({"like": "ШЛЮЗ"}, ["S2"]),
        ({"like": "gate", "language": "uk"}, []),
        ({"language": "' OR 1=1 --"}, []),
        ({"colour; DROP TABLE sheets": "x"}, ["S1", "S2"]),
    ],
)
def test_filters(filters: dict[str, str], found: list[str], tmp_path: Path) -> None:
    rows, total = _shelf(tmp_path).rows("statement", filters=filters)
    assert (_names(rows), total) == (found, len(found))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("gate", ["S1"]),
        ("SHUT gate", ["S1"]),
        ("зачин", ["S2"]),
        ("ШЛЮЗ", ["S2"]),
        ("수문", ["R1"]),
        ("닫혀 있", ["R1"]),
        ('"no"', ["R2"]),
        ("100 %", ["R2"]),
        ("수문 닫", ["R1"]),
        ("зЛ", []),
        ("ут", []),
        ("en", []),
        ("GA st", ["S1"]),
        ("o", ["R2"]),
        ("t", ["S1", "R2"]),
        ("ut", ["S1"]),
        ("다", ["R1"]),
        ("gate OR шлюз", []),
        ("", []),
        ("  ", []),
        ("'; DROP TABLE words; --", []),
        ("*", []),
        ("NEAR(gate shut)", []),
    ],
)
def test_words_are_found_in_any_script_and_case(words: str, found: list[str], tmp_path: Path) -> None:
    assert [hit.row.anchor for hit in _shelf(tmp_path).search(words)] == found


@pytest.mark.parametrize("words", ["o", "t", "ut", "다", "GA st"])
def test_a_short_word_that_stands_nearly_everywhere_is_found_without_ranking_all_that_has_it(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = _shelf(tmp_path)
    ranked = {hit.row.anchor for hit in kept.search(words)}
    asked: list[str] = []
    every = kept._all
    monkeypatch.setattr(shelf, "SPREAD", 0)
    monkeypatch.setattr(kept, "_all", lambda query, *given: asked.append(query) or every(query, *given))
    assert {hit.row.anchor for hit in kept.search(words)} >= ranked > set()
    assert " " in words or not any("bm25" in query for query in asked)


def test_any_words_at_all_are_an_answer(tmp_path_factory: pytest.TempPathFactory) -> None:
    shelf = _shelf(tmp_path_factory.mktemp("shelf"))

    @given(st.text(max_size=60))
    def asked(words: str) -> None:
        assert isinstance(shelf.search(words), list)
        assert isinstance(shelf.rows("report", filters={"like": words, "outlet": words}), tuple)
        assert shelf.value(words) is None or words in ("S1", "S2", "R1", "R2")

    asked()


def test_parts_and_pictures(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path)
    assert shelf.home("R1-a1") == "R1" and shelf.home("R1-a2") == ""
    assert shelf.picture("page-1") == ("image/jpeg", b"\xff\xd8")
    assert shelf.told("front") == "all" and shelf.told("nothing") == ""
    assert shelf.choices("report", "language") == [("en", 1), ("ko", 1)]
    with pytest.raises(ValueError):
        shelf.choices("report", "value")


def test_a_new_shelf_takes_the_place_of_the_old(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path)
    assert shelf.value("S1") is not None
    _shelf(tmp_path, ROWS[1:])
    assert shelf.value("S1") is None and shelf.value("S2") is not None


def test_what_is_read_as_one_is_of_one_shelf(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path)
    with shelf.still():
        _shelf(tmp_path, ROWS[1:])
        assert shelf.value("S1") is not None
    assert shelf.value("S1") is None
    (tmp_path / "pages.db").unlink()
    with shelf.still():
        _shelf(tmp_path)
        assert shelf.stamp() is None and shelf.value("S1") is None
    assert shelf.value("S1") is not None


def test_a_damaged_shelf_is_told_as_ours(tmp_path: Path) -> None:
    (tmp_path / "pages.db").write_bytes(b"nothing that SQLite made" * 100)
    with pytest.raises(CaseDamaged):
        Shelf(tmp_path).value("S1")


@given(st.text(max_size=400), st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=3))
def test_an_excerpt_is_short_and_of_the_text(text: str, words: list[str]) -> None:
    shown, found = excerpted(text, words)
    assert len(shown) <= 2 * 90 + 5 + 2
    assert set(shown.strip("…").split()) <= set(text.split()) or len(text) > 180
    assert {end - start for start, end in found} <= {len(word) for word in words}


def test_an_excerpt_shows_where_the_words_stand_and_cuts_none() -> None:
    text = f"{'It was calm. ' * 20}Nobody heard the Pilot. {'Then it rained. ' * 20}"
    shown, found = excerpted(text, ["pilot", "heard"])
    assert [shown[start:end] for start, end in found] == ["heard", "Pilot"]
    assert set(shown.strip("…").split()) <= set(text.split())
    hit = Hit(ROWS[0].row, shown, found)
    assert "".join(piece for piece, _ in hit.pieces) == shown
    assert [piece for piece, is_word in hit.pieces if is_word] == ["heard", "Pilot"]
