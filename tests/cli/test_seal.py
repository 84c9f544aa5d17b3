from __future__ import annotations

import json
import stat
from pathlib import Path

from tests.cli.conftest import Run


def test_make_a_key_sign_and_verify(run: Run, folder: Path) -> None:
    run("trace", folder)
    made = run("seal", "--new-key", "my.pem")
    assert made.code == 0, made.err
    public = made.out.split()[-1]
    assert stat.S_IMODE(Path("my.pem").stat().st_mode) == 0o600
    ran = run("seal", "pier.case", "--key", "my.pem", "--name", "Ann Lee")
    assert ran.code == 0 and ran.out.startswith("Ann Lee signed the log up to entry"), ran.out + ran.err
    told = run("verify", "pier.case")
    assert told.code == 0 and "Ann Lee signed the log" in told.out and public in told.out
    assert json.loads(run("seal", "pier.case", "--key", "my.pem", "--json").out)["key"] == public
    assert len(json.loads(run("verify", "pier.case", "--json").out)["signatures"]) == 2


def test_what_makes_no_sense_is_one_sentence(run: Run, folder: Path) -> None:
    run("init", "pier.case")
    assert run("seal", "pier.case").code == 2
    assert run("seal").code == 2
    ran = run("seal", "pier.case", "--key", "gone.pem")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    ran = run("seal", "--new-key", "pier.case/my.pem")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1) and "given away" in ran.err
