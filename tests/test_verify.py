"""verify.py, which a person runs without Firsthand, and what it says beside what Firsthand says."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand import verify
from firsthand.casefile import CaseFile, schema, seal
from tests.casefile import cases

FILE = Path(verify.__file__)
STORED = sorted((Path(__file__).parent / "stored").glob("format-*"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return cases.full(tmp_path / "bridge.case")


def run(folder: Path, program: Path = FILE) -> tuple[int, list[str]]:
    """What the program says of a folder, in a Python that knows no other package."""
    done = subprocess.run([sys.executable, "-I", "-S", program, folder], capture_output=True, text=True)
    return done.returncode, (done.stdout + done.stderr).splitlines()


def altered(folder: Path) -> list[str]:
    """What it finds altered."""
    return [said for said in verify.check(folder) if not said.startswith("- ")]


def test_it_is_short_and_imports_the_standard_library_alone() -> None:
    text = FILE.read_text("utf-8")
    assert len(text.splitlines()) < 200
    nodes = list(ast.walk(ast.parse(text)))
    names = {a.name for n in nodes if isinstance(n, ast.Import) for a in n.names}
    names |= {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_a_copy_lies_in_every_case_and_finds_it_as_it_was_written(folder: Path) -> None:
    with CaseFile.open(folder) as case:
        log, (signature,) = case.custody(), case.signatures()
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    code, said = run(folder, folder / "verify.py")
    assert code == 0, said
    assert said[0] == f"The custody log has {len(log)} entries, head {log[-1].hash}"
    signed = f"Entry {signature.number} was signed by Ann Lee, 2025-02-03T10:00:00+00:00, with the key"
    assert said[1] == f"{signed} {signature.key}"
    assert said[2:] == ["Everything is as it was written."]
    assert before == {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_it_says_what_was_altered(folder: Path) -> None:
    with cases.by_hand(folder) as database:
        database.execute("UPDATE records SET text = text || ' '")
        database.execute("UPDATE custody SET actor = 'somebody' WHERE number = 2")
    code, said = run(folder)
    assert code == 1
    assert {"entry 2: the chain is broken", "entry 3: its rows were altered"} <= set(said)


@pytest.mark.parametrize("stored", STORED, ids=lambda p: p.name)
def test_cases_of_every_format_are_checked(stored: Path) -> None:
    assert altered(stored) == []


def test_a_folder_that_is_no_case_gets_the_usage(tmp_path: Path) -> None:
    code, said = run(tmp_path)
    assert code == 1 and any("verify.py FOLDER" in each for each in said)


@pytest.mark.parametrize("table", list(schema.metadata.tables))
def test_any_column_altered_is_found_under_any_seal(folder: Path, table: str) -> None:
    whole = (folder / "case.db").read_bytes()
    with cases.by_hand(folder) as database:
        names = cases.columns(database, table)
    for column in names:
        cases.alter(folder, table, column)
        seal.put(folder)
        assert run(folder)[0] == 1 if column == "value" else altered(folder), column
        (folder / "case.db").write_bytes(whole)


def test_objects_altered_missing_and_foreign_are_found(folder: Path) -> None:
    first, second, _ = sorted(p for p in (folder / "objects").rglob("*") if p.is_file())
    first.chmod(0o644)
    first.write_bytes(first.read_bytes() + b" ")
    second.unlink()
    (folder / "objects" / "notes.txt").write_text("mine")
    assert sorted(said.split(":")[0] for said in altered(folder)) == sorted(
        [f"object {first.name}", f"object {second.name}", "objects"]
    )


def test_a_broken_seal_is_found_and_a_missing_one_is_only_told(folder: Path) -> None:
    with cases.by_hand(folder) as database:
        database.execute("VACUUM")
    assert len(altered(folder)) == 1
    (folder / "case.db.sha256").unlink()
    assert altered(folder) == []
    assert "- case.db.sha256 is missing" in next(verify.check(folder))


def test_a_database_that_is_none_ends_in_a_sentence(folder: Path) -> None:
    for data in (b"", b"SQLite format 3\0", b"x" * 5000, (folder / "case.db").read_bytes()[:5000]):
        (folder / "case.db").write_bytes(data)
        code, said = run(folder)
        assert code == 1 and "Traceback" not in "".join(said), said


def test_a_signature_of_another_key_is_found(folder: Path, tmp_path: Path) -> None:
    with cases.by_hand(folder) as database:
        value = json.loads(database.execute("SELECT value FROM signatures").fetchone()[0])
        for name, other in (("key", "00" * 32), ("signature", "00" * 64), ("by", "Other"), ("number", 2)):
            database.execute("UPDATE signatures SET value = ?", [json.dumps(value | {name: other})])
            assert any("signature by" in said for said in altered(folder)), name


keys = st.binary(min_size=32, max_size=32).map(Ed25519PrivateKey.from_private_bytes)


@settings(max_examples=25, deadline=None)
@given(keys, st.binary(max_size=200), st.integers(0, 511))
def test_its_ed25519_is_that_of_the_library(key: Ed25519PrivateKey, message: bytes, bit: int) -> None:
    public, good = key.public_key().public_bytes_raw(), key.sign(message)
    assert verify.signed(public, message, good)
    flipped = (int.from_bytes(good, "little") ^ (1 << bit)).to_bytes(64, "little")
    assert not verify.signed(public, message, flipped)
    assert not verify.signed(public, message + b"x", good)


@given(st.binary(max_size=40), st.binary(max_size=70))
@settings(max_examples=30, deadline=None)
def test_any_bytes_for_key_and_signature_give_an_answer(key: bytes, signature: bytes) -> None:
    assert verify.signed(key, b"", signature) in (True, False)


def test_a_number_too_large_by_the_order_is_no_second_signature() -> None:
    """Adding the order of the group to S gives another number for the same point: RFC 8032 forbids it."""
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    good = key.sign(b"x")
    other = (int.from_bytes(good[32:], "little") + verify.ORDER).to_bytes(32, "little")
    public = key.public_key().public_bytes_raw()
    assert verify.signed(public, b"x", good) and not verify.signed(public, b"x", good[:32] + other)


def test_it_can_be_copied_and_run_anywhere(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    assert run(folder, Path(shutil.copy(FILE, tmp_path / "away")))[0] == 0
