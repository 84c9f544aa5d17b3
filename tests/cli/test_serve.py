"""``firsthand serve`` does not open a case to whoever comes by."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.case import Case
from tests.cli.conftest import Run
from tests.workbench.visiting import file_of_users


@pytest.fixture
def case(tmp_path: Path) -> Path:
    Case.create(tmp_path / "a.case").close()
    return tmp_path / "a.case"


@pytest.mark.parametrize(
    "how",
    [("--host", "0.0.0.0"), ("--host", "desk.example"), ("--name", "desk.example"), ("--proxy", "10.0.0.1")],
)
def test_others_reach_it_only_where_they_log_in(how: tuple[str, ...], run: Run, case: Path) -> None:
    ran = run("serve", case, "--port", 0, *how)
    assert ran.code == 2 and "--users" in ran.err


def test_users_rule_by_their_own_names(run: Run, case: Path, tmp_path: Path) -> None:
    file = file_of_users(tmp_path / "desk.users")
    assert run("serve", case, "--users", file, "--by", "Ann").code == 2


def test_a_file_without_anybody_in_it_is_refused(run: Run, case: Path, tmp_path: Path) -> None:
    file = file_of_users(tmp_path / "desk.users", {})
    ran = run("serve", case, "--port", 0, "--users", file)
    assert ran.code == 2 and "nobody is in it" in ran.err


@pytest.mark.parametrize("port", ["-1", "65536", "any"])
def test_what_is_no_port_is_told(run: Run, case: Path, port: str) -> None:
    ran = run("serve", case, "--port", port)
    assert ran.code == 2
    assert port in ran.err


def test_a_port_that_is_taken_is_told(run: Run, case: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = run("serve", case, "--port", taken.getsockname()[1])
    assert ran.code == 2 and "--port" in ran.err
    assert not (case / "pages.db").exists()  # nothing is begun that would be waited for


def test_a_file_where_a_case_should_be_is_told(run: Run, case: Path) -> None:
    ran = run("serve", case / "README.txt", "--port", 0)
    assert ran.code == 2 and f"Its case is {case}" in ran.err
