"""Sessions end, and guessing grows slow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.workbench.roles import Role
from firsthand.workbench.sessions import EACH, LONGEST_PAUSE, MANY, QUIET, WHOLE, Sessions, Tries, pause
from firsthand.workbench.users import User

ANN = User("Ann Lee", Role.OWNER, "hash")


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_session_lasts_while_it_is_used_and_not_for_ever() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    name = sessions.begin(ANN)
    lasted = 0
    while sessions.find(name):
        clock.now += QUIET - 1
        lasted += 1
    assert lasted == -(-WHOLE // (QUIET - 1))
    assert sessions.find(name) is None


def test_a_session_that_was_quiet_is_over() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    name = sessions.begin(ANN)
    clock.now += QUIET
    assert sessions.find(name) is None
    clock.now -= QUIET
    assert sessions.find(name) is None


def test_who_is_only_looked_for_stays_no_longer() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    name = sessions.begin(ANN)
    clock.now += QUIET - 1
    assert sessions.look(name) == ANN
    clock.now += 1
    assert sessions.look(name) is None


def test_somebody_has_some_sessions_and_the_quietest_ends() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    names = []
    for _ in range(EACH + 1):
        clock.now += 1
        names.append(sessions.begin(ANN))
    assert sessions.find(names[0]) is None
    assert all(sessions.find(name) == ANN for name in names[1:])
    assert len(set(names)) == EACH + 1


def test_after_free_tries_each_pause_is_twice_the_one_before() -> None:
    clock = Clock()
    tries = Tries(clock)
    waits = []
    for _ in range(8):
        assert tries.begin([("a", 3)]) == 0
        waits.append(tries.begin([("a", 3)]) if pause(len(waits) + 1, 3) else 0)
        clock.now += waits[-1]
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32]


def test_a_pause_under_one_key_holds_for_whoever_uses_it_and_for_no_other() -> None:
    tries = Tries(Clock())
    for number in range(3):
        tries.begin([("name", 2), (f"address {number}", 9)])
    assert tries.begin([("name", 2), ("address 7", 9)]) > 0
    assert tries.begin([("another", 2), ("address 0", 9)]) == 0


def test_what_was_right_is_no_failure() -> None:
    tries = Tries(Clock())
    for _ in range(50):
        assert tries.begin([("name", 2), ("office", 2)]) == 0
        tries.forget("name")
        tries.took_back("office")


def test_only_so_many_are_remembered() -> None:
    tries = Tries(Clock())
    for number in range(MANY + 10):
        tries.begin([(str(number), 1)])
    assert len(tries._failed) == MANY


@given(st.integers(0, 10_000), st.integers(0, 100))
def test_a_pause_never_grows_shorter_and_has_an_end(count: int, free: int) -> None:
    assert pause(count, free) <= pause(count + 1, free) <= LONGEST_PAUSE
