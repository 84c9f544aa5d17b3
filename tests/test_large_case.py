"""The bench of a large case measures what it says: strands, and one report more."""

from __future__ import annotations

from importlib import import_module

import pytest
from bench import large

from firsthand import stages

STRANDS = import_module("firsthand.matching.strands")


def test_an_invented_case_falls_into_its_matters_and_one_report_more_into_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(STRANDS, "TOGETHER", 4)
    monkeypatch.setattr(large, "EVENT", 10)
    monkeypatch.setattr(stages.matching, "installed", lambda: None)
    found = large.whole(20, processes=1)
    assert found["strands"] == 2
    assert found["attributions"] > 21 * (large.SENTENCES - 5)
    assert found["strands anew for one more"] == 1
    assert min(found["whole trace"], found["one report more"]) > 0
