"""Who is logged in, and who tried too often: kept in memory, forgotten when the server stops."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from firsthand.workbench.users import User, key

HOUR = 3600.0
QUIET, WHOLE = 8 * HOUR, 72 * HOUR  # a session ends after so long without a page, and after so long at all
EACH = 20  # sessions of one user; the one that was quiet for longest ends
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody logged in, as they stood in the file then; when it began, and when it was used last."""

    user: User
    began: float
    used: float


class Sessions:
    """Sessions by their ids, which nobody can guess."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._known: dict[str, Session] = {}

    def begin(self, user: User) -> str:
        """A new session; its id."""
        now = self._clock()
        self._known = {name: one for name, one in self._known.items() if _lasts(one, now)}
        own = [name for name, one in self._known.items() if key(one.user.name) == key(user.name)]
        for name in sorted(own, key=lambda name: self._known[name].used)[: max(0, len(own) + 1 - EACH)]:
            self.end(name)
        made = secrets.token_urlsafe(32)
        self._known[made] = Session(user, now, now)
        return made

    def find(self, name: str) -> User | None:
        """Whose session it is; None where it is over or was none. It lasts longer for being used."""
        found, now = self._known.get(name), self._clock()
        if found is None or not _lasts(found, now):
            self.end(name)
            return None
        self._known[name] = replace(found, used=now)
        return found.user

    def look(self, name: str) -> User | None:
        """The same, without its lasting longer for that."""
        found = self._known.get(name)
        return found.user if found and _lasts(found, self._clock()) else None

    def end(self, name: str) -> None:
        """The session is over."""
        self._known.pop(name, None)


def _lasts(session: Session, now: float) -> bool:
    return now - session.used < QUIET and now - session.began < WHOLE


# ------------------------------------------------------------ tries

MANY = 10_000  # names and addresses that are remembered
LONGEST_PAUSE = 300.0


@dataclass(frozen=True, slots=True)
class Failed:
    """How often it went wrong, until when nothing is tried, and when it was tried last."""

    count: int = 0
    until: float = 0.0
    last: float = 0.0


class Tries:
    """Slows down who guesses: after some free tries each pause is twice the one before.

    A try counts from when it begins, so that many at once gain nothing.
    """

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._failed: dict[str, Failed] = {}

    def begin(self, keys: Iterable[tuple[str, int]]) -> float:
        """Seconds for which nothing may be tried under one of the keys, or 0; each has some free tries."""
        now, asked = self._clock(), tuple(keys)
        wait = max(self._failed.get(name, Failed()).until - now for name, _ in asked)
        if wait > 0:
            return wait
        for name, free in asked:
            before = self._failed.pop(name, Failed())
            count = 1 if now - before.last > HOUR else before.count + 1
            self._failed[name] = Failed(count, now + pause(count, free), now)
        while len(self._failed) > MANY:
            del self._failed[next(iter(self._failed))]
        return 0.0

    def took_back(self, name: str) -> None:
        """One try under this key was none: the password was right."""
        before = self._failed.get(name, Failed())
        self._failed[name] = replace(before, count=max(0, before.count - 1), until=0.0)

    def forget(self, name: str) -> None:
        """Begins anew for this key."""
        self._failed.pop(name, None)


def pause(count: int, free: int) -> float:
    """Seconds after the ``count``-th failure in a row: 0, then 2, 4, 8 … up to ``LONGEST_PAUSE``."""
    return min(2.0 ** min(count - free, 30), LONGEST_PAUSE) if count > free else 0.0
