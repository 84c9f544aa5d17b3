"""Work that may go wrong, within limits."""

from __future__ import annotations

import os
import signal
import time

import pytest

from firsthand.engines import Limits, Local, Overrun

LIMITS = Limits(seconds=0.5, memory=200 * 1024 * 1024)


def work(number: int) -> int:
    match number:
        case 3:
            time.sleep(30)
        case 4:
            return len(b"x" * 10**9)
        case 5:
            os.kill(os.getpid(), signal.SIGKILL)
        case 6:
            raise ValueError("six")
    return number * number


def test_one_item_that_goes_wrong_never_stops_the_rest() -> None:
    found = list(Local(processes=2).each_within(LIMITS, work, [1, 2, 3, 4, 5, 7]))
    assert found == [
        1,
        4,
        Overrun("took more than 0.5 seconds"),
        Overrun("needed more than 200 MB of memory"),
        Overrun("brought down the process that read it"),
        49,
    ]


def test_a_mistake_of_the_programmer_stays_an_exception() -> None:
    with pytest.raises(ValueError, match="six"):
        list(Local(processes=2).each_within(LIMITS, work, [1, 6, 2]))


def whose(_: int) -> int:
    return os.getpid()


def test_no_item_is_worked_on_in_this_process() -> None:
    assert os.getpid() not in set(Local(processes=1).each_within(LIMITS, whose, [1, 2]))


def test_items_are_taken_only_a_little_ahead_of_what_is_consumed() -> None:
    taken: list[int] = []
    items = (taken.append(number) or number for number in range(10_000))  # type: ignore[func-returns-value]
    done = Local(processes=2).each_within(LIMITS, whose, items)
    next(done)
    assert len(taken) < 100
    done.close()  # type: ignore[attr-defined]


def test_nothing_in_gives_nothing_out() -> None:
    assert list(Local().each_within(LIMITS, work, [])) == []
