"""What a command wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.cli.written import put, refused, tell
from firsthand.errors import NoRoom
from firsthand.model import Refusal


def test_a_place_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoRoom, match="could not be written"):
        put("x", tmp_path / "no" / "such.txt")


def test_a_refusal_says_what_to_do() -> None:
    assert (
        refused(Refusal("a.txt", "", "", "is empty", "Send it again"))
        == "not read: a.txt: is empty. Send it again."
    )


def test_what_was_no_hindrance_is_noted_and_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    passed = Refusal("a.warc", "", "everything else", "was passed over: 1 redirect", noted=True)
    assert tell([passed]) == 0
    assert tell([passed, Refusal("b", "", "", "is empty")]) == 1
    assert capsys.readouterr().err.startswith("noted: a.warc, everything else: was passed over: 1 redirect.")
