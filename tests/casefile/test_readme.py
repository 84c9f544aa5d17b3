from __future__ import annotations

import subprocess
from pathlib import Path

from tests.casefile import cases


def commands(folder: Path) -> list[str]:
    """The commands that the README of a case shows, as they stand there."""
    return [
        line.strip() for line in (folder / "README.txt").read_text().splitlines() if line.startswith("    ")
    ]


def run(command: str, folder: Path) -> tuple[int, str]:
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout


def test_the_commands_of_the_readme_check_a_case_without_firsthand(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    objects, database = (each for each in commands(folder) if each.startswith(("find", "sha256sum")))
    assert run(objects, folder) == (0, "")
    assert run(database, folder)[0] == 0
    path = next(p for p in (folder / "objects").rglob("*") if p.is_file() and p.stat().st_size)
    path.chmod(0o644)
    path.write_bytes(b"other")
    (folder / "case.db").write_bytes(b"other")
    assert path.name in run(objects, folder)[1]
    assert run(database, folder)[0] != 0


def test_the_queries_of_the_readme_run(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    queries = [each.split('"')[1] for each in commands(folder) if each.startswith("sqlite3")]
    assert len(queries) == 2
    with cases.by_hand(folder) as database:
        assert all(database.execute(query).fetchall() for query in queries)
