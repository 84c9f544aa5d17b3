"""Real articles, read by path and never copied here: they go the whole way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("FIRSTHAND_DATA", ROOT.parent / "shared" / "data"))
FEW = 6  # all 76 are traced by `make bench`


@pytest.mark.skipif(
    not (DATA / "same-event-news").is_dir(), reason="the evaluation data is not here (set FIRSTHAND_DATA)"
)
def test_events_told_by_three_outlets_become_dossiers() -> None:
    from bench.events import events, traced

    for _, lines in zip(range(FEW), events(), strict=False):
        assert traced(lines)
