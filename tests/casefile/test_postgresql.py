from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from sqlalchemy import Column, Integer, LargeBinary, Table, select, text, update

from firsthand.casefile import CaseFile, address, migrations, schema, writes
from firsthand.casefile.address import Address
from firsthand.casefile.database import Write, append
from firsthand.casefile.postgresql import PostgreSQL, _check
from firsthand.errors import CaseAway, CaseBusy, CaseDamaged, CaseTooNew, NoRoom, Refused
from firsthand.model import Derived, Refusal, Right
from tests.casefile import cases
from tests.postgresql import SECRET


@pytest.fixture
def folder(tmp_path: Path, postgresql: str) -> Path:
    return cases.full(tmp_path / "bridge.case", postgresql)


@contextmanager
def by_hand(folder: Path) -> Iterator[psycopg.Connection[Any]]:
    """The tables of a case, as somebody with another program and all rights would open them."""
    at = address.read(folder)
    with psycopg.connect(at.url, autocommit=True) as connection:
        connection.execute(f"SET search_path TO {at.schema}")
        connection.execute("SET session_replication_role = replica")  # no triggers, no foreign keys
        yield connection


# ---------------------------------------------------------------- what is in the folder, and what is not


def test_the_folder_has_the_objects_and_where_the_tables_are(folder: Path) -> None:
    assert {each.name for each in folder.iterdir()} == {
        "README.txt", "case.database", "case.lock", "objects", "verify.py"
    }  # fmt: skip


def test_two_cases_in_one_database_do_not_mind_each_other(tmp_path: Path, postgresql: str) -> None:
    with cases.place(tmp_path / "a", postgresql) as one, cases.place(tmp_path / "b", postgresql) as other:
        cases.record(one)
        assert (len(one.records()), other.records()) == (1, ())


# ---------------------------------------------------------------- values at the edge of what a server holds


def test_what_no_text_of_postgresql_may_have_comes_back(tmp_path: Path, postgresql: str) -> None:
    odd = "a\0b\udcff \\x61 \U0001f600"
    with cases.place(tmp_path / "c", postgresql) as case:
        case.receive(io.BytesIO(b"x"), odd)
        case.log("exported", odd, odd)
        assert case.receipts()[0].name == case.custody()[-1].subject == odd
        assert case.verify() == ()


def test_a_name_longer_than_an_index_takes_is_kept(tmp_path: Path, database: str) -> None:
    name = "".join(chr(0x4E00 + n * 7 % 20000) for n in range(9000))
    with cases.place(tmp_path / "c", database) as case:
        parent = cases.receive(case)
        taken, data = cases.attachment(parent)
        long = Derived(taken.object, parent, name, name)
        case.keep_all([], [Refusal(name, parent, name, "no text")], [(long, data)])
        case.refuse(Refusal(name, parent, name, "still no text"))
        assert case.derived() == (long,)
        assert [(each.part, each.what) for each in case.refusals()] == [(name, "still no text")]
        assert case.verify() == ()


def test_numbers_of_any_size_are_kept(tmp_path: Path, database: str) -> None:
    with cases.place(tmp_path / "c", database) as case:
        case._database.commit([writes.received("f" * 64, 2**40, "large.mov", known=False)])
        assert case.receipts()[0].size == 2**40
        assert [fault.what for fault in case.verify()] == ["it is missing"]


def test_order_is_that_of_code_points(tmp_path: Path, database: str) -> None:
    words = ["Z", "a", "B", "_", "é", "z", "Ärger", "다리", "𝔸", "\uffee"]
    with cases.place(tmp_path / "c", database) as case:
        for each in words:
            case.receive(io.BytesIO(each.encode()), each)
        found = case._database.all(select(schema.receipts.c.name).order_by(schema.receipts.c.name))
        assert [row.name for row in found] == sorted(words)


# ---------------------------------------------------------------- rights


def test_one_writes_at_a_time_and_others_rule_beside(folder: Path) -> None:
    with CaseFile.open(folder, Right.WRITE) as writer:
        with pytest.raises(CaseBusy, match="another Firsthand is writing"):
            CaseFile.open(folder, Right.WRITE)
        with CaseFile.open(folder, Right.RULE) as ruler:
            assert ruler.rule(lambda _: [cases.ruling()])[0].number == 2
        cases.record(writer, b"more")
    CaseFile.open(folder, Right.WRITE).close()


HOLD = """
import sys
from pathlib import Path
from firsthand.casefile import CaseFile
from firsthand.model import Right
case = CaseFile.open(Path(sys.argv[1]), Right.WRITE)
print("open", flush=True)
sys.stdin.read()
"""


def test_whoever_was_killed_holds_nothing(folder: Path) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", HOLD, folder], stdin=pipe, stdout=pipe) as holder:
        assert holder.stdout and holder.stdout.readline() == b"open\n"
        with pytest.raises(CaseBusy):
            CaseFile.open(folder, Right.WRITE)
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    _soon(folder)


def _soon(folder: Path) -> None:
    """The server hears of the end of a session a moment later."""
    for _ in range(100):
        try:
            CaseFile.open(folder, Right.WRITE).close()
            return
        except CaseBusy:
            threading.Event().wait(0.1)
    raise AssertionError("the right was never given back")


def test_a_lost_connection_is_told_and_never_taken_up_again(folder: Path) -> None:
    case = CaseFile.open(folder, Right.WRITE)
    with by_hand(folder) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'firsthand'"
        )
    for _ in range(2):
        with pytest.raises(CaseAway, match="connection"):
            cases.record(case, b"more")
    case.close()
    with CaseFile.open(folder, Right.WRITE) as again:
        assert len(again.records()) == 1 and all(fault.harmless for fault in again.verify())


def test_who_waits_too_long_for_another_is_told(folder: Path) -> None:
    with CaseFile.open(folder, Right.RULE) as one, CaseFile.open(folder, Right.RULE) as other:
        with other._database.transaction() as connection:
            connection.execute(text("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE"))
            connection.execute(text("SELECT set_config('lock_timeout', '50ms', false)"))
        with one._database.transaction(write=True), pytest.raises(CaseBusy, match="too long"):
            other.log("seen", "a page")
        other.log("seen", "a page")


def test_a_reader_can_write_nothing_even_by_mistake(folder: Path) -> None:
    with CaseFile.open(folder) as case, pytest.raises(NoRoom), case._database.transaction() as connection:
        connection.execute(update(schema.head).values(hash="x"))


# ---------------------------------------------------------------- verify


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=lambda table: table.name)
def test_any_row_altered_or_deleted_by_hand_is_found(folder: Path, table: Table) -> None:
    with by_hand(folder) as server:
        server.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM {table}")
        last = f"WHERE ctid = (SELECT max(ctid) FROM {table})"
        for column in table.c:
            if (table.name, column.name) != ("head", "id"):  # the server itself refuses another
                server.execute(f'UPDATE {table} SET "{column.name}" = {_other(column)} {last}')
                assert found(folder), column.name
                server.execute(f"DELETE FROM {table}")
                server.execute(f"INSERT INTO {table} SELECT * FROM kept")
        assert not found(folder)
        server.execute(f"DELETE FROM {table} {last}")
    assert found(folder)


def _other(column: Column[Any]) -> str:
    """Another value than that of the column, in SQL."""
    if isinstance(column.type, LargeBinary):
        return f"\"{column.name}\" || '\\x00'::bytea"
    if isinstance(column.type, Integer):
        return f'"{column.name}" + 77'
    return f"overlay(\"{column.name}\" placing 'y' from 1)"


def found(folder: Path) -> bool:
    """Whether anything is found that no interrupted run leaves."""
    with CaseFile.open(folder) as case:
        return any(not fault.harmless for fault in case.verify())


def test_a_row_that_names_one_that_is_not_there_is_found(folder: Path) -> None:
    with by_hand(folder) as server:
        server.execute("DELETE FROM records")
    with CaseFile.open(folder) as case:
        said = {fault.where: fault.what for fault in case.verify()}
    assert said["the database, table attributions"] == "1 rows name rows of records that are not there"


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        ("DROP TABLE traces", CaseDamaged),
        ("DROP TABLE about", CaseDamaged),
        ("UPDATE about SET value = '99' WHERE key = 'format'", CaseTooNew),
        ("DELETE FROM about WHERE key = 'format'", CaseDamaged),
    ],
)
def test_tables_that_lost_their_shape_are_told(
    folder: Path, right: Right, harm: str, kind: type[Exception]
) -> None:
    with by_hand(folder) as server:
        server.execute(harm)
    with pytest.raises(kind):
        CaseFile.open(folder, right)
    _free(folder)


def test_a_schema_that_is_gone_is_told(folder: Path) -> None:
    with by_hand(folder) as server:
        server.execute(f"DROP SCHEMA {address.read(folder).schema} CASCADE")
    with pytest.raises(CaseDamaged, match="not that of a case"):
        CaseFile.open(folder)


def _free(folder: Path) -> None:
    """Nobody holds the right to write."""
    at = address.read(folder)
    with psycopg.connect(at.url) as server:
        held = server.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'").fetchone()
    assert held == (0,)


# ---------------------------------------------------------------- formats


@pytest.mark.parametrize("right", Right)
def test_a_case_of_an_older_format_is_brought_to_this_one(
    tmp_path: Path, postgresql: str, right: Right
) -> None:
    folder = older(tmp_path / "c", postgresql)
    with CaseFile.open(folder, right) as case:
        assert case.title == "The bridge" and case.rulings() == ()
        assert case.verify() == ()
        actions = [entry.action for entry in case.custody()]
        assert actions == ["case created", *(["case upgraded"] if right is not Right.READ else [])]
    with CaseFile.open(folder, Right.RULE) as case:
        case.rule(lambda _: [cases.ruling()])
        assert case.verify() == ()


def older(folder: Path, database: str) -> Path:
    """A case of format 1, as a release of that time would have made it on a server."""
    cases.place(folder, database).close()
    at = address.read(folder)
    with by_hand(folder) as server:
        server.execute(f"DROP SCHEMA {at.schema} CASCADE")
    made = PostgreSQL(folder, at, Right.WRITE)
    with made.transaction(write=True) as connection:
        made.make_schema(connection)
        migrations.make_tables(connection, "0001")
        row = [(schema.about, {"key": key, "value": value}) for key, value in FIRST.items()]
        append(connection, [Write("case created", "The bridge", "format 1", tuple(row))])
    made.close()
    return folder


FIRST = {"format": "1", "title": "The bridge"}


# ---------------------------------------------------------------- copies


def test_a_copy_is_a_case_in_one_file_that_anybody_can_open_and_check(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    with CaseFile.open(folder) as case:
        case.copy_to(tmp_path / "copy")
        with CaseFile.open(tmp_path / "copy") as copy:
            assert copy.verify() == ()
            for look in ("custody", "records", "attributions", "rulings", "signatures", "refusals", "trace"):
                assert getattr(copy, look)() == getattr(case, look)()
    done = subprocess.run(
        [sys.executable, tmp_path / "copy" / "verify.py", tmp_path / "copy"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    with CaseFile.open(tmp_path / "copy", Right.WRITE) as copy:
        cases.record(copy, b"more")
        assert copy.verify() == ()


def test_what_was_altered_is_copied_as_it_is_and_found_in_the_copy(folder: Path, tmp_path: Path) -> None:
    with by_hand(folder) as server:
        server.execute("DELETE FROM records")
    (tmp_path / "copy").mkdir()
    with CaseFile.open(folder) as case:
        case.copy_to(tmp_path / "copy")
    assert found(tmp_path / "copy")


# ---------------------------------------------------------------- servers that cannot be had


@pytest.mark.parametrize(
    ("change", "kind", "said"),
    [
        ({"host": "/nowhere"}, CaseAway, "cannot be reached"),
        ({"database": "nothing"}, Refused, "no such database"),
        ({"role": "nobody"}, Refused, "the password"),
    ],
)
def test_a_server_that_cannot_be_had_is_told_in_words(
    tmp_path: Path, postgresql: str, change: dict[str, str], kind: type[Exception], said: str
) -> None:
    host = change.get("host", postgresql.partition("host=")[2])
    role, name = change.get("role", "firsthand"), change.get("database", "postgres")
    with pytest.raises(kind, match=said):
        cases.place(tmp_path / "c", f"postgresql://{role}@/{name}?host={host}")
    with pytest.raises(Refused, match="not a case"):  # and nothing is left that would be one
        CaseFile.open(tmp_path / "c")


def test_a_wrong_password_is_told(tmp_path: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "another secret")
    with pytest.raises(Refused, match="password") as caught:
        cases.place(tmp_path / "c", postgresql)
    assert "another secret" not in str(caught.value) and "pgpass" in str(caught.value)


@pytest.mark.parametrize(
    ("version", "encoding", "said"), [(140012, "UTF8", "PostgreSQL 14"), (150000, "LATIN1", "LATIN1")]
)
def test_a_server_that_will_not_do_is_told(tmp_path: Path, version: int, encoding: str, said: str) -> None:
    info = SimpleNamespace(server_version=version, parameter_status=lambda _: encoding)
    with pytest.raises(Refused, match=said):
        _check(SimpleNamespace(info=info), tmp_path)


def role(server: psycopg.Connection[Any], name: str) -> None:
    """A role that may log in with the password of the tests."""
    if not server.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,)).fetchone():
        server.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{SECRET}'")


def test_a_role_without_rights_is_told(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = address.read(folder)
    with by_hand(folder) as server:
        role(server, "stranger")
    strange = at.url.replace("firsthand@", "stranger@")
    address.write(folder, Address(strange, at.schema))
    monkeypatch.setenv("PGPASSWORD", SECRET)
    with pytest.raises(NoRoom, match="your role"):
        CaseFile.open(folder)
    with pytest.raises(NoRoom, match="your role"):
        cases.place(tmp_path / "new", strange)


def test_people_of_one_team_share_a_case_by_a_role(
    tmp_path: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with psycopg.connect(postgresql, autocommit=True) as server:
        role(server, "desk")
        server.execute("GRANT CREATE ON DATABASE postgres TO desk")
        for name in ("ann", "bo"):
            role(server, name)
            server.execute(f"GRANT desk TO {name}")
    monkeypatch.setenv("PGPASSWORD", SECRET)
    shared = f"{postgresql}&options=-crole%3Ddesk"
    folder = cases.full(tmp_path / "c", shared.replace("firsthand@", "ann@"))
    address.write(folder, Address(shared.replace("firsthand@", "bo@"), address.read(folder).schema))
    with CaseFile.open(folder, Right.WRITE) as case:
        cases.record(case, b"more")
        assert len(case.records()) == 2 and case.verify() == ()
