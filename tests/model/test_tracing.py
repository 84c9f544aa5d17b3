"""The three states of independence, and what each allows to say."""

from __future__ import annotations

import pytest

from firsthand.model import Independence


@pytest.mark.parametrize("state", Independence)
def test_only_independence_shown_leaves_the_best_grade_open(state: Independence) -> None:
    assert (state.best_credibility == 1) is (state is Independence.INDEPENDENT)
