"""What tests of the workbench share."""

from __future__ import annotations

import pytest

from firsthand.workbench import entrance
from tests.workbench.visiting import QUICK


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that nobody has are looked up as quickly as those in the files that tests write."""
    monkeypatch.setattr(entrance, "HASHER", QUICK)
