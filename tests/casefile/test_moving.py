"""A case goes to a server and comes back: what it holds and its log are the same, or it stays where it is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest

from firsthand.casefile import CaseFile, address, moving
from firsthand.errors import CaseAway, CaseBusy, CaseDamaged, Refused
from firsthand.model import Right
from tests.casefile import cases
from tests.test_verify import STORED

LOOKS = ("records", "receipts", "attributions", "rulings", "signatures", "refusals", "trace", "alignments")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return cases.full(tmp_path / "bridge.case")


def held(folder: Path) -> dict[str, Any]:
    """What a case holds, which is as it was written."""
    with CaseFile.open(folder) as case:
        assert case.verify() == ()
        return {look: getattr(case, look)() for look in LOOKS} | {"custody": case.custody()}


def files(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


def schemas(database: str) -> int:
    with psycopg.connect(database) as server:
        found = server.execute("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'case_%'").fetchone()
    return int(found[0]) if found else 0


def test_a_case_goes_to_a_server_and_back_with_all_that_it_holds(folder: Path, postgresql: str) -> None:
    before, received = held(folder), files(folder / "objects")
    there = schemas(postgresql)
    count = moving.to_server(folder, postgresql)
    away = held(folder)
    assert not (folder / "case.db").exists() and not (folder / "case.db.sha256").exists()
    assert moving.to_folder(folder) == count + 1  # the entry that tells of the move
    assert schemas(postgresql) == there and not (folder / "case.database").exists()
    back = held(folder)
    for look in LOOKS:
        assert before[look] == away[look] == back[look]
    assert back["custody"][:-1] == away["custody"] and away["custody"][:-1] == before["custody"]
    assert [(each.action, each.subject) for each in back["custody"][-2:]] == [
        ("case moved", postgresql),
        ("case moved", "case.db"),
    ]
    assert files(folder / "objects") == received
    alone = subprocess.run([sys.executable, folder / "verify.py", folder], capture_output=True, text=True)
    assert alone.returncode == 0, alone.stdout


def test_a_moved_case_is_worked_on_as_before(folder: Path, postgresql: str) -> None:
    for move in (lambda: moving.to_server(folder, postgresql), lambda: moving.to_folder(folder)):
        move()
        with CaseFile.open(folder, Right.WRITE) as case:
            cases.record(case, str(len(case.records())).encode())
        with CaseFile.open(folder, Right.RULE) as case:
            case.rule(lambda _: [cases.ruling()])
        held(folder)


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.name)
def test_a_case_of_an_older_format_is_moved_as_one_of_this(
    stored: Path, tmp_path: Path, postgresql: str
) -> None:
    folder = tmp_path / "old.case"
    shutil.copytree(stored, folder)
    before = held(folder)
    moving.to_server(folder, postgresql)
    assert held(folder)["rulings"] == before["rulings"]
    with CaseFile.open(folder, Right.RULE) as case:
        case.rule(lambda _: [cases.ruling()])
    assert held(folder)["records"] == before["records"]


def test_a_reader_who_stays_is_not_waited_for(folder: Path, postgresql: str) -> None:
    with CaseFile.open(folder, Right.WRITE) as case, CaseFile.open(folder) as reader:
        assert reader.records()
        with reader._database.transaction() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM records").all()
            cases.record(case, b"more")
            case.close()
            moving.to_server(folder, postgresql)
    assert not list(folder.glob("case.db*")) and len(held(folder)["records"]) == 2


def test_who_is_there_already_or_nowhere_stays(folder: Path, postgresql: str) -> None:
    with pytest.raises(Refused, match="no tables of it are on a server"):
        moving.to_folder(folder)
    moving.to_server(folder, postgresql)
    with pytest.raises(Refused, match="on a server already"):
        moving.to_server(folder, postgresql)
    held(folder)


@pytest.mark.parametrize("right", [Right.RULE, Right.WRITE])
def test_nothing_is_moved_under_the_hands_of_others(folder: Path, postgresql: str, right: Right) -> None:
    there = schemas(postgresql)
    with CaseFile.open(folder, right), pytest.raises(CaseBusy):
        moving.to_server(folder, postgresql)
    assert schemas(postgresql) == there
    moving.to_server(folder, postgresql)
    with CaseFile.open(folder, Right.WRITE), pytest.raises(CaseBusy):
        moving.to_folder(folder)
    held(folder)


def test_who_rules_on_a_server_that_the_case_left_is_told(folder: Path, postgresql: str) -> None:
    moving.to_server(folder, postgresql)
    with CaseFile.open(folder, Right.RULE) as late:
        moving.to_folder(folder)
        with pytest.raises(CaseDamaged, match="in the database"):
            late.rule(lambda _: [cases.ruling()])
    held(folder)


def test_what_was_altered_is_not_moved(folder: Path, postgresql: str) -> None:
    moving.to_server(folder, postgresql)
    at = address.read(folder)
    with psycopg.connect(at.url, autocommit=True) as server:
        server.execute(f"UPDATE {at.schema}.records SET text = 'another'")
    before = files(folder)
    with pytest.raises(CaseDamaged, match="not as it was written"):
        moving.to_folder(folder)
    assert files(folder) == before and address.read(folder) == at


def test_a_server_that_cannot_be_had_leaves_the_case_as_it_was(folder: Path) -> None:
    before = held(folder)
    with pytest.raises(CaseAway):
        moving.to_server(folder, "postgresql://firsthand@/postgres?host=/nowhere")
    with pytest.raises(Refused, match="password"):
        moving.to_server(folder, "postgresql://ann:secret@/postgres")
    assert held(folder) == before


def test_a_move_back_that_is_cut_short_leaves_the_tables_on_the_server(
    folder: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    moving.to_server(folder, postgresql)
    before = held(folder)

    def full(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(moving.seal, "put", full)
    with pytest.raises(KeyboardInterrupt):
        moving.to_folder(folder)
    monkeypatch.undo()
    assert held(folder) == before
    moving.to_folder(folder)
    held(folder)
