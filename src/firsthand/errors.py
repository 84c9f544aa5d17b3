"""What can go wrong, and what a person is told.

    FirsthandError                 exit 1
    ├── Unreadable                 exit 0   one record cannot be read: stored in the case, the run goes on
    ├── Refused                    exit 2   the request makes no sense (no such folder, not a case, …)
    ├── CaseTooNew                 exit 3   the case was made by a newer Firsthand
    ├── CaseDamaged                exit 4   a database, an object or the custody log was altered
    ├── CaseBusy                   exit 5   another Firsthand is writing to this case
    ├── NoRoom                     exit 6   the disk is full, or a folder may not be written
    └── CaseAway                   exit 7   the server that holds the case's tables cannot be reached

Every message says what happened, where, and what to do. A mistake of the programmer is none of
these: it stays a built-in exception with its traceback.
"""

from __future__ import annotations


class FirsthandError(Exception):
    """Something that a person can act on.

    ``what`` says what happened, ``where`` names the file, record or row, ``do`` what helps.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what, self.where, self.do = what, where, do
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """The message for a person, in one line."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.do}." if self.do else f"{head}."

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        # Exceptions cross process borders; keyword arguments are lost by the default pickling.
        return _again, (type(self), self.what, self.where, self.do)


def _again(kind: type[FirsthandError], what: str, where: str, do: str) -> FirsthandError:
    return kind(what, where=where, do=do)


class Unreadable(FirsthandError):
    """Bytes that cannot be read as what they claim to be. Becomes a stored refusal, never a crash."""

    exit_code = 0


class Refused(FirsthandError):
    """A request that cannot be carried out as asked."""

    exit_code = 2


class CaseTooNew(FirsthandError):
    """The case folder was written by a newer release."""

    exit_code = 3


class CaseDamaged(FirsthandError):
    """Something in the case folder is not as it was written."""

    exit_code = 4


class CaseBusy(FirsthandError):
    """Another process holds the case for writing."""

    exit_code = 5


class NoRoom(FirsthandError):
    """A write failed: disk full, read-only, or not permitted."""

    exit_code = 6


class CaseAway(FirsthandError):
    """A case is not where it was opened: the server of its tables cannot be reached, or its folder was
    moved."""

    exit_code = 7
