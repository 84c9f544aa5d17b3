from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from firsthand.casefile import CaseFile, opening, schema
from firsthand.casefile.readme import README
from firsthand.errors import CaseBusy, CaseDamaged, CaseTooNew, NoRoom, Refused
from firsthand.model import Right
from tests.casefile import cases

# ---------------------------------------------------------------- making


@pytest.mark.parametrize("name", ["new", "deep/er", "odd %41?#&.case", "다리"])
def test_a_new_case_opens_again(tmp_path: Path, name: str) -> None:
    with CaseFile.create(tmp_path / name, "The bridge") as case:
        assert (case.folder, case.title) == (tmp_path / name, "The bridge")
    with CaseFile.open(tmp_path / name) as case:
        assert case.title == "The bridge"
        assert [entry.action for entry in case.custody()] == ["case created"]
    assert (tmp_path / name / "README.txt").read_text() == README


def test_an_empty_folder_becomes_a_case(tmp_path: Path) -> None:
    with cases.place(tmp_path):
        pass
    assert CaseFile.open(tmp_path).title == "The bridge"


@pytest.mark.parametrize(
    "there",
    [{"report.txt": "x"}, {"README.txt": "my project"}, {"objects/report.txt": "x"}, {"objects": "x"}],
)
def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, there: dict[str, str]) -> None:
    for name, text in there.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    with pytest.raises(Refused, match="other files"):
        cases.place(tmp_path)
    assert {str(p.relative_to(tmp_path)): p.read_text() for p in tmp_path.rglob("*") if p.is_file()} == there


def test_a_case_is_never_made_over_another_or_over_a_file(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    with pytest.raises(Refused, match="a case already"):
        cases.place(folder)
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused, match="is a file"):
        cases.place(tmp_path / "file")
    assert CaseFile.open(folder).verify() == ()


# ---------------------------------------------------------------- opening


def test_what_is_no_case_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no such folder"):
        CaseFile.open(tmp_path / "nowhere")
    with pytest.raises(Refused, match="not a case"):
        CaseFile.open(tmp_path)


def test_who_names_what_lies_beside_a_case_or_in_it_is_told_the_case(tmp_path: Path) -> None:
    made = cases.full(tmp_path / "reports.case")
    (tmp_path / "reports").mkdir()
    (tmp_path / "letter.txt").write_text("")
    for named in (tmp_path / "reports", made / "README.txt"):
        with pytest.raises(Refused, match=f"Its case is {made}"):
            CaseFile.open(named)
    with pytest.raises(Refused, match="is a file; a case is a folder"):
        CaseFile.open(tmp_path / "letter.txt")
    with pytest.raises(NoRoom, match="a file stands where a folder should be"):
        cases.place(tmp_path / "letter.txt" / "new")


def test_a_case_of_a_later_format_asks_for_a_newer_release(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    later = schema.FORMAT + 1
    with cases.by_hand(folder) as database:
        database.execute(f"UPDATE about SET value = '{later}' WHERE key = 'format'")
        database.execute("DROP TABLE traces")
    for right in Right:
        with pytest.raises(CaseTooNew, match=f"format {later}"):
            CaseFile.open(folder, right)


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE traces",
        "DROP TABLE about",
        "DELETE FROM about WHERE key = 'format'",
        "UPDATE about SET value = 'x' WHERE key = 'format'",
        "UPDATE about SET value = '0' WHERE key = 'format'",
        "ALTER TABLE about RENAME COLUMN value TO worth",
    ],
)
def test_a_database_that_lost_its_shape_is_damaged(tmp_path: Path, harm: str) -> None:
    folder = cases.full(tmp_path / "c")
    with cases.by_hand(folder) as database:
        database.execute(harm)
    for right in Right:
        with pytest.raises(CaseDamaged, match="firsthand verify"):
            CaseFile.open(folder, right)


@pytest.mark.parametrize("data", [b"", b"hello", bytes(8192), b"SQLite format 3\0" + bytes(100)])
def test_a_database_that_is_none_is_damaged(tmp_path: Path, data: bytes) -> None:
    folder = cases.full(tmp_path / "c")
    (folder / "case.db").write_bytes(data)
    with pytest.raises(CaseDamaged):
        CaseFile.open(folder)


def test_nothing_is_written_over_a_database_changed_outside(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    with cases.by_hand(folder) as database:
        database.execute("UPDATE about SET value = 'Other' WHERE key = 'title'")
    before = (folder / "case.db").read_bytes(), (folder / "case.db.sha256").read_bytes()
    with pytest.raises(CaseDamaged, match="changed outside Firsthand"):
        CaseFile.open(folder, Right.WRITE)
    assert before == ((folder / "case.db").read_bytes(), (folder / "case.db.sha256").read_bytes())
    with CaseFile.open(folder) as case:  # reading, and finding out what changed, goes on
        assert any("case created" in fault.where for fault in case.verify())


def test_a_failed_opening_lets_go_of_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = cases.full(tmp_path / "c")
    with monkeypatch.context() as patch:
        patch.setattr(opening, "Objects", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            CaseFile.open(folder, Right.WRITE)
    with CaseFile.open(folder, Right.WRITE) as case, pytest.raises(CaseBusy):
        CaseFile.open(case.folder, Right.WRITE)


# ---------------------------------------------------------------- places that cannot be written to


@contextmanager
def disk(at: Path, options: str) -> Iterator[Path]:
    """A small disk of its own. Skips the test where none may be mounted."""
    at.mkdir(exist_ok=True)
    if os.system(f"mount -t tmpfs -o {options} tmpfs '{at}' 2>/dev/null"):
        pytest.skip("mounting a small disk needs root")
    try:
        yield at
    finally:
        assert os.system(f"umount '{at}'") == 0


def test_a_case_on_a_read_only_disk_can_be_read_and_verified(tmp_path: Path) -> None:
    cases.full(tmp_path / "c")
    with disk(tmp_path / "disk", "size=4m") as at:
        shutil.copytree(tmp_path / "c", at / "c")
        os.system(f"mount -o remount,ro '{at}'")
        with CaseFile.open(at / "c") as case:
            assert len(case.records()) == 1
            assert case.verify() == ()
        with pytest.raises(NoRoom, match="read-only"):
            CaseFile.open(at / "c", Right.WRITE)
        with pytest.raises(NoRoom, match="read-only"):
            CaseFile.create(at / "new", "x")


def test_an_interrupted_case_on_a_read_only_disk_is_read_or_refused_in_words(tmp_path: Path) -> None:
    with cases.place(tmp_path / "c") as case, disk(tmp_path / "disk", "size=4m") as at:
        cases.fill(case)
        shutil.copytree(tmp_path / "c", at / "whole")
        shutil.copytree(tmp_path / "c", at / "bare", ignore=shutil.ignore_patterns("*-shm"))
        os.system(f"mount -o remount,ro '{at}'")
        with CaseFile.open(at / "whole") as copy:
            assert copy.records() == case.records()
        with pytest.raises(NoRoom, match="copy the case"):
            CaseFile.open(at / "bare")


@contextmanager
def stranger() -> Iterator[None]:
    """Somebody to whom a folder without permissions is closed, which no folder is to root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.parametrize(("mode", "readable"), [(0o000, False), (0o444, False), (0o555, True)])
def test_a_case_without_permission_says_so(mode: int, readable: bool) -> None:
    shared = tempfile.TemporaryDirectory()  # the folders that pytest makes are closed to everybody else
    Path(shared.name).chmod(0o755)
    folder = cases.full(Path(shared.name, "c"))
    (folder / "case.lock").chmod(0o444)
    folder.chmod(mode)
    try:
        with stranger():
            if readable:
                with CaseFile.open(folder) as case:
                    assert len(case.records()) == 1 and case.verify() == ()
            else:
                with pytest.raises(NoRoom, match="may not read or write"):
                    CaseFile.open(folder)
            with pytest.raises(NoRoom, match="may not read or write"):
                CaseFile.open(folder, Right.WRITE)
            with pytest.raises(NoRoom, match="may not read or write"):
                CaseFile.create(folder / "new", "x")
    finally:
        folder.chmod(0o755)
        shared.cleanup()


@pytest.mark.parametrize("size", [64, 128, 192, 256, 320, 384, 448, 512, 640])
def test_a_full_disk_stops_the_work_in_words_and_loses_nothing(tmp_path: Path, size: int) -> None:
    with disk(tmp_path / "disk", "size=3m") as at:
        folder = at / "c"
        (at / "filler").write_bytes(bytes((3072 - size) * 1024))
        stored: list[str] = []
        with pytest.raises(NoRoom, match="disk is full"), cases.place(folder) as case:
            while True:
                stored.append(cases.record(case, b"%d " % len(stored) * 2000).id)
        (at / "filler").unlink()
        with (
            CaseFile.open(folder, Right.WRITE)
            if (folder / "case.db").exists()
            else cases.place(folder) as case
        ):
            assert [record.id for record in case.records()][: len(stored)] == stored
            cases.record(case, b"more")
        with CaseFile.open(folder) as case:
            assert all(fault.harmless for fault in case.verify())


# ---------------------------------------------------------------- killed between any two steps

STEPS = ("open", "os.", "shutil.", "fcntl.", "sqlite3.")


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Runs ``work`` in a process of its own that is killed at its ``step``-th step; whether it was.

    A step is any call of Python to the file system or the database, and the moments right before
    and right after each commit.
    """
    child = os.fork()
    if child == 0:
        try:
            _count_down(step)
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def _count_down(step: int) -> None:
    left = [step]

    def one(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(lambda name, _: one() if name.startswith(STEPS) else None)
    for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, moment, one)


def everything(folder: Path) -> None:
    with opened(folder) as case:
        cases.fill(case)


def opened(folder: Path) -> CaseFile:
    return CaseFile.open(folder, Right.WRITE) if (folder / "case.db").exists() else cases.place(folder)


def test_a_kill_at_any_step_leaves_a_case_that_the_next_run_completes(tmp_path: Path) -> None:
    cases.full(tmp_path / "warm")  # imports and caches are filled, so that steps are those of the work
    step = 0
    while killed_at(step := step + 7, lambda: everything(tmp_path / str(step))):
        folder = tmp_path / str(step)
        if (folder / "case.db").exists():
            with CaseFile.open(folder) as case:
                assert all(fault.harmless for fault in case.verify()), step
                received = case.receipts()
        else:
            received = ()
        everything(folder)
        with CaseFile.open(folder) as case:
            assert case.verify() == (), step
            assert case.receipts()[: len(received)] == received
            assert len(case.records()) == 1 and case.trace() == cases.trace()
    assert step > 300
