from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import BOTH_WAYS, Run


def test_an_untouched_case(run: Run, folder: Path) -> None:
    run("trace", folder)
    ran = run("verify", "pier.case")
    assert ran.code == 0, ran.out + ran.err
    assert "as it was written" in ran.out


@BOTH_WAYS
def test_one_altered_byte_is_found(run: Run, folder: Path) -> None:
    run("trace", folder)
    altered = max(Path("pier.case/objects").rglob("*"), key=lambda p: p.stat().st_size if p.is_file() else -1)
    altered.chmod(0o600)
    data = bytearray(altered.read_bytes())
    data[len(data) // 2] ^= 1
    altered.write_bytes(data)
    ran = run("verify", "pier.case")
    assert ran.code == 4
    assert altered.name[:12] in ran.out


def test_json(run: Run, folder: Path) -> None:
    run("trace", folder)
    found = json.loads(run("verify", "pier.case", "--json").out)
    assert found["faults"] == [] and len(found["log"]["head"]) == 64
