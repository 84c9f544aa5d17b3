"""The rules alone, whatever weights are installed."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def by_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests in this folder are about the grammar; what the tagger adds is tested beside it."""
    monkeypatch.setattr("firsthand.reading.tagging.find", lambda language: None)
