"""A server of PostgreSQL for the tests: in a temporary folder, on a socket in it, without a port."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OLDEST = 15
SECRET = "an invented secret"
MISSING = "needs PostgreSQL 15 or later, which is not installed here: apt-get install postgresql"
# Nothing here must outlive the tests.
SETTINGS = """
listen_addresses = ''
fsync = off
synchronous_commit = off
full_page_writes = off
shared_buffers = 16MB
max_connections = 40
lc_messages = 'C'
"""


def programs() -> Path | None:
    """The folder with initdb and pg_ctl of a release that will do, if there is one."""
    usual = [Path(found).parent] if (found := shutil.which("initdb")) else []
    known = Path("/usr/lib/postgresql").glob("*/bin")
    return next((each for each in (*usual, *known) if _release(each) >= OLDEST), None)


def _release(where: Path) -> int:
    if not (where / "initdb").exists() or not (where / "pg_ctl").exists():
        return 0
    said = subprocess.run([where / "initdb", "--version"], capture_output=True, text=True).stdout
    return int(re.search(r"(\d+)", said)[1])  # "initdb (PostgreSQL) 15.18 (Debian …)"


@contextmanager
def server() -> Iterator[str]:
    """The address of a database on a server of our own; the password lies in a file that PGPASSFILE names."""
    where = programs()
    assert where
    memory = Path("/dev/shm")  # a case has some sixty files in PostgreSQL, and the tests make hundreds
    fast = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="pg", dir=fast) as scratch:
        at = Path(scratch)
        (at / "password").write_text(f"{SECRET}\n")
        (at / "pgpass").write_text(f"*:*:*:firsthand:{SECRET}\n")
        (at / "pgpass").chmod(0o600)
        user = _unprivileged(at)
        run = [where / "initdb", "-D", at / "data", "-U", "firsthand", "--pwfile", at / "password"]
        _run([*run, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"], user)
        with (at / "data" / "postgresql.conf").open("a") as settings:
            settings.write(f"{SETTINGS}unix_socket_directories = '{at}'\n")
        control = [where / "pg_ctl", "-D", at / "data", "-s", "-w"]
        _run([*control, "-l", at / "log", "start"], user)
        before = os.environ.get("PGPASSFILE")
        os.environ["PGPASSFILE"] = str(at / "pgpass")
        try:
            yield f"postgresql://firsthand@/postgres?host={at}"
        finally:
            os.environ.pop("PGPASSFILE")
            if before:
                os.environ["PGPASSFILE"] = before
            _run([*control, "-m", "immediate", "stop"], user)


def _unprivileged(at: Path) -> dict[str, Any]:
    """PostgreSQL does not run as root; then nobody runs it."""
    if os.geteuid():
        return {}
    for path in (at, at / "password"):
        os.chown(path, 65534, 65534)
    at.chmod(0o755)
    return {"user": 65534, "group": 65534, "extra_groups": []}


def _run(command: list[Any], user: dict[str, Any]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", **user)
    assert done.returncode == 0, done.stdout + done.stderr
