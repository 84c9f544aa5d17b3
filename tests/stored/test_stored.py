"""A case written by any released format opens in every later release, with all that was in it."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from firsthand.casefile import CaseFile
from firsthand.casefile.schema import FORMAT
from firsthand.model import Right
from tests.stored import write

STORED = sorted(Path(__file__).parent.glob("format-*"))


@pytest.fixture(params=STORED, ids=lambda path: path.name)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copytree(request.param, tmp_path / request.param.name))


def number(folder: Path) -> int:
    return int(folder.name.removeprefix("format-"))


def test_there_is_a_stored_case_for_every_format() -> None:
    assert [path.name for path in STORED] == [f"format-{number}" for number in range(1, FORMAT + 1)]


def test_a_stored_case_opens_with_all_that_was_in_it(folder: Path) -> None:
    log, row = write.log_of(sha256(write.LOG).hexdigest()), write.row_of(sha256(write.TABLE).hexdigest())
    with CaseFile.open(folder) as case:
        assert case.title == write.TITLE
        assert case.records() == (log, row)
        assert case.offsets(log.id) == b"\0\1"
        assert case.object_bytes(log.object) == write.LOG
        assert [(r.name, r.known) for r in case.receipts(row.object)] == [
            ("reports.csv", False),
            (write.OTHER_NAME, True),
        ]
        assert case.refusals() == (write.refusal_of(row.object),)
        assert case.attributions() == (write.attribution_of(row),)
        assert case.read_with(write.READER) == {row.id}
        derived, note = write.derived_of(row.object)
        assert case.derived() == ((derived,) if number(folder) > 1 else ())
        assert number(folder) == 1 or case.object_bytes(derived.object) == note
        assert case.trace("inputs") == write.trace_of(log, row)
        assert case.rulings() == (write.rulings() if number(folder) > 1 else ())
        assert case.custody()[-1].action == "exported"


def test_a_stored_case_is_sound_and_goes_on(folder: Path) -> None:
    with CaseFile.open(folder) as case:
        assert case.verify() == ()
        entries = len(case.custody())
    with CaseFile.open(folder, Right.WRITE) as case:
        upgraded = [entry.action for entry in case.custody()[entries:]]
        assert upgraded == (["case upgraded"] if number(folder) < FORMAT else [])
        case.log("exported", "dossier.json")
        assert case.custody()[-1].action == "exported"
    with CaseFile.open(folder) as case:
        assert case.verify() == ()
