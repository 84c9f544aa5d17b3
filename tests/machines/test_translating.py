"""Which machine translates."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.errors import Refused
from firsthand.machines import translator
from firsthand.machines.packages import Packages
from firsthand.machines.telling import Teller
from firsthand.records import Machine


def listed(folder: Path) -> str:
    """A folder that says it has Korean to English."""
    (folder / "model").mkdir()
    (folder / "metadata.json").write_text('{"from_code": "ko", "to_code": "en"}')
    return str(folder)


def test_what_stays_on_this_machine_goes_first(tmp_path: Path) -> None:
    machine = Machine("http://localhost:1/v1", "m", packages=listed(tmp_path))
    assert isinstance(translator(machine, "ko", "en"), Packages)
    assert isinstance(translator(machine, "ko", "uk"), Teller)
    to = translator(machine, "", "en").to
    assert to is not None and to.host == "localhost:1"


def test_nobody_is_asked_who_is_not_named() -> None:
    with pytest.raises(Refused, match="no machine is named"):
        translator(Machine(), "ko", "en")
