from __future__ import annotations

import io
import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.casefile import CaseFile, schema, seal
from firsthand.casefile.custody import Action, link, row_digest, with_rows
from firsthand.casefile.objects import Objects
from firsthand.errors import CaseDamaged
from firsthand.model import Fault
from tests.casefile import cases

TABLES = ["about", "objects", "receipts", "records", "refusals", "readers", "attributions", "traces"]
TABLES += ["derivations", "signatures", "custody", "head", "alembic_version"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return cases.full(tmp_path / "bridge.case")


def faults(folder: Path) -> tuple[Fault, ...]:
    with CaseFile.open(folder) as case:
        return case.verify()


def resealed(folder: Path) -> tuple[Fault, ...]:
    """What is found when whoever altered the database put a fitting seal on it."""
    seal.put(folder)
    return faults(folder)


def test_an_untouched_case_has_no_fault(folder: Path) -> None:
    assert faults(folder) == ()


def test_the_same_rows_in_a_rebuilt_file_have_no_fault_but_the_seal(folder: Path) -> None:
    with cases.by_hand(folder) as database:
        database.execute("VACUUM")
    assert [fault.what for fault in faults(folder)] == [
        "it was changed outside Firsthand: case.db.sha256 does not fit it"
    ]
    assert resealed(folder) == ()


@pytest.mark.parametrize("table", TABLES)
def test_a_row_deleted_by_hand_is_found_under_any_seal(folder: Path, table: str) -> None:
    with cases.by_hand(folder) as database:
        last = database.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]
        assert database.execute(f"DELETE FROM {table} WHERE rowid = ?", [last]).rowcount == 1
    assert any(not fault.harmless for fault in resealed(folder))


@pytest.mark.parametrize("table", TABLES)
def test_any_column_altered_by_hand_is_found_under_any_seal(folder: Path, table: str) -> None:
    whole = (folder / "case.db").read_bytes()
    with cases.by_hand(folder) as database:
        names = cases.columns(database, table)
    for column in names:
        cases.alter(folder, table, column)
        assert any(not fault.harmless for fault in resealed(folder)), column
        (folder / "case.db").write_bytes(whole)


@pytest.mark.parametrize("table", [t for t in TABLES if t not in ("head", "alembic_version")])
def test_a_row_added_by_hand_is_found_under_any_seal(folder: Path, table: str) -> None:
    with cases.by_hand(folder) as database:
        names = cases.columns(database, table)
        first = database.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()
        key = {
            name: value + 900 if isinstance(value, int) else "f" * 64
            for name, value in zip(names, first, strict=True)
        }
        if "entry" in names and table != "receipts":
            key["entry"] = 1
        database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})", list(key.values()))
    assert any(not fault.harmless for fault in resealed(folder))


def test_the_type_of_a_value_counts(folder: Path) -> None:
    with cases.by_hand(folder) as database:
        database.execute("UPDATE records SET text = CAST(text AS BLOB)")
    assert [fault.where for fault in resealed(folder)]


def test_text_that_is_no_longer_unicode_is_found_not_stumbled_over(folder: Path) -> None:
    with cases.by_hand(folder) as database:
        database.execute("UPDATE custody SET actor = CAST(x'ff' AS TEXT) WHERE number = 2")
        database.execute("UPDATE records SET text = CAST(x'ff' AS TEXT)")
    found = resealed(folder)
    assert any("entry 2" in fault.where for fault in found)
    assert any("record" in fault.where for fault in found)


def test_a_log_cut_off_at_its_end_is_found(folder: Path) -> None:
    with cases.by_hand(folder) as database:
        database.execute("DELETE FROM custody WHERE number = (SELECT max(number) FROM custody)")
    assert "custody log" in [fault.where for fault in resealed(folder)]


def test_a_log_cut_off_together_with_its_head_leaves_rows_without_an_entry(folder: Path) -> None:
    with cases.by_hand(folder) as database:
        database.execute("DELETE FROM custody WHERE number >= 7")
        number, last = database.execute("SELECT number, hash FROM custody ORDER BY number DESC").fetchone()
        database.execute("UPDATE head SET number = ?, hash = ?", [number, last])
    assert any("which did not write them" in fault.what for fault in resealed(folder))


def test_a_row_altered_with_its_own_entry_breaks_the_chain(folder: Path) -> None:
    with cases.by_hand(folder) as database:
        database.execute("UPDATE refusals SET value = 'other'")
        database.row_factory = sqlite3.Row
        row = dict(database.execute("SELECT * FROM refusals").fetchone())
        old = dict(database.execute("SELECT * FROM custody WHERE number = ?", [row["entry"]]).fetchone())
        detail = with_rows("the file is empty", [row_digest("refusals", row)])
        new = link(
            old["before"], old["number"], old["at"], old["actor"], old["action"], old["subject"], detail
        )
        database.execute(
            "UPDATE custody SET detail = ?, hash = ? WHERE number = ?", [detail, new.hash, new.number]
        )
    found = resealed(folder)
    assert [fault.what for fault in found] == ["it does not follow from the entry before it"]


def test_a_fault_names_what_was_altered(folder: Path) -> None:
    with cases.by_hand(folder) as database:
        database.execute("UPDATE attributions SET value = replace(value, 'asserts', 'denies')")
        record = database.execute("SELECT id FROM records").fetchone()[0]
    (fault,) = resealed(folder)
    assert f"attributions stored: {record}" in fault.where
    assert fault.do


def test_altered_missing_and_foreign_objects_are_told_apart(folder: Path) -> None:
    first, second, _ = sorted(p for p in (folder / "objects").rglob("*") if p.is_file())
    first.chmod(0o644)
    first.write_bytes(first.read_bytes() + b" ")
    second.unlink()
    (folder / "objects" / "notes.txt").write_text("mine")
    what = {fault.where: (fault.what, fault.harmless) for fault in faults(folder)}
    assert what == {
        f"objects/{first.parent.name}/{first.name}": ("it was altered after it was received", False),
        f"object {second.name}": ("it is missing", False),
        "objects/notes.txt": ("a file that Firsthand did not put there", False),
    }


def test_what_an_interrupted_run_leaves_is_harmless(folder: Path) -> None:
    store = Objects(folder / "objects")
    store.arrive(io.BytesIO(b"cut off"))
    arriving, sha256, _ = store.arrive(io.BytesIO(b"arrived"))
    store.settle({sha256: arriving})
    seal.lift(folder)
    found = faults(folder)
    assert len(found) == 3 and all(fault.harmless for fault in found)


def test_an_object_that_cannot_be_read_is_a_fault_and_the_rest_is_looked_at(folder: Path) -> None:
    first, second, _ = sorted(p for p in (folder / "objects").rglob("*") if p.is_file())
    first.unlink()
    first.symlink_to("nowhere")
    second.unlink()
    assert [fault.what[:17] for fault in faults(folder)] == ["it cannot be read", "it is missing"]


def test_verifying_alters_nothing(folder: Path) -> None:
    before = {
        path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()
    }
    faults(folder)
    assert before == {
        path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()
    }


PAPER = Path(__file__).parents[2] / "docs" / "reference" / "case-format.md"


def test_the_format_paper_names_every_table_and_action() -> None:
    paper = PAPER.read_text("utf-8")
    assert all(f"| `{table}` |" in paper for table in schema.metadata.tables)
    assert all(f"{action}" in paper for action in Action)
    assert paper.startswith(f"# The case folder, format {schema.FORMAT}")


# ---------------------------------------------------------------- any byte altered


@pytest.fixture(scope="module")
def sealed(tmp_path_factory) -> Path:
    return cases.full(tmp_path_factory.mktemp("sealed") / "bridge.case")


def altered(path: Path, at: int, data: bytes) -> None:
    path.chmod(0o644)
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def is_noticed(folder: Path) -> bool:
    try:
        with CaseFile.open(folder) as case:
            return any(not fault.harmless for fault in case.verify())
    except CaseDamaged:
        return True


def flip_is_noticed(folder: Path, path: Path, at: int, mask: int) -> bool:
    whole = path.read_bytes()
    altered(path, at, bytes([whole[at] ^ mask]))
    try:
        assert path.read_bytes() != whole
        return is_noticed(folder)
    finally:
        path.write_bytes(whole)


@settings(max_examples=250, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 255))
def test_any_flipped_byte_of_any_file_is_noticed(sealed: Path, dice: random.Random, mask: int) -> None:
    files = [
        p
        for p in sorted(sealed.rglob("*"))
        if p.is_file() and p.name not in ("README.txt", "verify.py") and p.stat().st_size
    ]
    path = dice.choice(files)
    assert not is_noticed(sealed)
    assert flip_is_noticed(sealed, path, dice.randrange(path.stat().st_size), mask)


def test_every_byte_of_the_objects_and_the_seal_is_noticed(sealed: Path) -> None:
    small = [
        p
        for p in sealed.rglob("*")
        if (p.is_file() and p.parent.parent.name == "objects") or p.suffix == ".sha256"
    ]
    for path in small:
        for at in range(path.stat().st_size):
            assert flip_is_noticed(sealed, path, at, 1), (path, at)


def test_bytes_that_are_no_text_in_the_names_of_tables_are_noticed(sealed: Path) -> None:
    path = sealed / "case.db"
    begins = path.read_bytes().index(b"CREATE TABLE")
    assert all(flip_is_noticed(sealed, path, at, 0x80) for at in range(begins, begins + 40))


def test_a_database_cut_short_is_noticed(sealed: Path) -> None:
    whole = (sealed / "case.db").read_bytes()
    try:
        for size in (0, 1, 99, 100, 4096, len(whole) // 2, len(whole) - 1):
            (sealed / "case.db").write_bytes(whole[:size])
            assert is_noticed(sealed), size
    finally:
        (sealed / "case.db").write_bytes(whole)
