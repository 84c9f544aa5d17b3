"""Rulings and entries of the log from several processes at once, one of which may die in the middle."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.casefile import CaseFile
from firsthand.errors import Refused
from firsthand.model import Right
from tests.casefile import cases

RULINGS = 12


def process(work: Callable[[], object]) -> int:
    """Starts ``work`` in a process of its own; its number."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return child


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def rules(folder: Path, number: int, dies: bool = False) -> None:
    """Rules again and again, and may be killed in the middle of a ruling."""
    case = CaseFile.open(folder, Right.RULE)
    for _ in range(number):
        case.rule(lambda _: [cases.ruling()])
        case.log("seen", "a page")
    if dies:
        case.rule(lambda _: os.kill(os.getpid(), signal.SIGKILL))  # type: ignore[arg-type, func-returns-value]
    case.close()


def writes(folder: Path, number: int) -> None:
    with CaseFile.open(folder, Right.WRITE) as case:
        for n in range(number):
            cases.record(case, b"report %d" % n)
            case.set_trace(f"inputs {n}", cases.trace())


def assert_whole(folder: Path, rulings: int) -> None:
    """The case is sealed and as it was written, and has this many rulings, numbered without a gap."""
    with CaseFile.open(folder) as case:
        assert case.verify() == ()
        assert [each.number for each in case.rulings()] == [*range(1, rulings + 1)]


def test_all_who_rule_at_once_beside_one_who_writes_succeed(tmp_path: Path, database: str) -> None:
    folder = cases.full(tmp_path / "c", database)
    at_once = [process(lambda: rules(folder, RULINGS)) for _ in range(4)]
    at_once.append(process(lambda: writes(folder, RULINGS)))
    assert [ended(child) for child in at_once] == [0] * 5
    assert_whole(folder, 1 + 4 * RULINGS)
    with CaseFile.open(folder) as case:
        assert len(case.records()) == 1 + RULINGS and case.trace(f"inputs {RULINGS - 1}")


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=2, max_size=4))
def test_whoever_dies_in_the_middle_leaves_what_was_ruled_and_no_gap(
    tmp_path_factory: pytest.TempPathFactory, database: str, people: list[tuple[int, bool]]
) -> None:
    folder = cases.full(tmp_path_factory.mktemp("at") / "c", database)
    with CaseFile.open(folder, Right.RULE):  # somebody stays to the end, and puts the seal
        at_once = [process(lambda each=each: rules(folder, *each)) for each in people]
        assert [ended(child) for child in at_once] == [-signal.SIGKILL * dies for _, dies in people]
    assert_whole(folder, 1 + sum(number for number, _ in people))


def test_where_all_were_killed_the_next_one_goes_on_and_says_so(tmp_path: Path, database: str) -> None:
    folder = cases.full(tmp_path / "c", database)
    assert ended(process(lambda: rules(folder, 2, dies=True))) == -signal.SIGKILL
    rules(folder, 1)
    assert_whole(folder, 4)
    with CaseFile.open(folder) as case:
        assert [e.action for e in case.custody()].count("case resumed") == (0 if database else 1)


def test_threads_rule_at_once(tmp_path: Path, database: str) -> None:
    folder = cases.full(tmp_path / "c", database)
    threads = [threading.Thread(target=rules, args=(folder, RULINGS)) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert_whole(folder, 1 + 4 * RULINGS)


def test_nobody_seals_under_the_feet_of_another(tmp_path: Path, database: str) -> None:
    folder = cases.full(tmp_path / "c", database)
    first, writer = CaseFile.open(folder, Right.RULE), CaseFile.open(folder, Right.WRITE)
    for leaves, stays in ((first, writer), (writer, None)):
        leaves.close()
        assert (folder / "case.db.sha256").exists() is (stays is None and not database)
        if stays:
            cases.record(stays, b"more")
    assert_whole(folder, 1)


def test_what_another_wrote_is_seen_by_those_who_had_looked_before(tmp_path: Path, database: str) -> None:
    folder = cases.full(tmp_path / "c", database)
    with CaseFile.open(folder, Right.RULE) as one, CaseFile.open(folder, Right.RULE) as other:
        assert len(one.rulings()) == len(other.rulings()) == 1
        rules(folder, 1)
        one.rule(lambda there: [cases.ruling(undoes=len(there))])
        assert [(each.number, each.undoes) for each in other.rulings()] == [(1, 0), (2, 0), (3, 2)]
        assert one.custody() == other.custody()


def test_who_may_rule_may_write_nothing_else(tmp_path: Path, database: str) -> None:
    folder = cases.full(tmp_path / "c", database)
    with CaseFile.open(folder, Right.RULE) as case:
        for write in (lambda: cases.receive(case), lambda: case.set_trace("key", cases.trace())):
            with pytest.raises(Refused, match="opened for ruling only"):
                write()
        case.log("exported", "dossier.html")
    assert_whole(folder, 1)


def test_what_is_ruled_signed_or_given_out_changes_nothing_that_is_laid_out(tmp_path: Path) -> None:
    with CaseFile.create(tmp_path / "c", "C") as case:
        for changes in (lambda: cases.record(case), lambda: case.set_trace("inputs", cases.trace())):
            before = case.entries
            changes()
            assert case.changed_since(before) and not case.changed_since(case.entries)
        before = case.entries
        case.rule(lambda _: [cases.ruling()])
        case.rule(lambda _: [cases.ruling(undoes=1)])
        case.log("exported", "dossier.html")
        case.sign(cases.signature(case))
        assert case.entries == before + 4 and not case.changed_since(before)
