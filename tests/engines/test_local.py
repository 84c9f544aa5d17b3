from __future__ import annotations

import os

from firsthand.engines import Local
from firsthand.engines.local import WORTH_A_POOL


def whose(_: int) -> int:
    return os.getpid()


def test_little_work_stays_in_this_process() -> None:
    assert set(Local(processes=2).each(whose, range(WORTH_A_POOL - 1))) == {os.getpid()}


def test_more_work_is_spread_over_others() -> None:
    assert os.getpid() not in set(Local(processes=2).each(whose, range(WORTH_A_POOL)))


def test_one_process_is_this_one() -> None:
    assert set(Local(processes=1).each(whose, range(WORTH_A_POOL))) == {os.getpid()}
