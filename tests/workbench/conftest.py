"""What tests of the workbench share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.workbench import entrance
from firsthand.workbench.desk import Desk
from tests.workbench.visiting import QUICK


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that nobody has are looked up as quickly as those in the files that tests write."""
    monkeypatch.setattr(entrance, "HASHER", QUICK)


@pytest.fixture
def desk(case: Path) -> Iterator[Desk]:
    """The case of a file of tests as the workbench has it open."""
    made = Desk(case)
    yield made
    made.close()
