"""What people send to the workbench: at each address its fields, who may send it, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from firsthand.workbench.doors import SMALL, Answer, Door
from firsthand.workbench.roles import Role


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form and ``what`` is in it; there may be ``many`` of the name. ``of`` is what it may be,
    where that is not any text."""

    name: str
    what: str
    many: bool = False
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What is sent to an address by POST: its fields, who may send it, and how many bytes it may have.

    It leads to a page (303), or ``gives`` what came of it as JSON (201) where JSON is asked for. ``refuses``
    says with which status what is refused that belongs to this form alone.
    """

    name: str
    path: str
    what: str
    fields: tuple[Field, ...] = ()
    needs: Role | None = Role.REVIEWER
    gives: type[Any] | None = None
    refuses: tuple[tuple[int, str], ...] = ()
    most: int = SMALL

    def door(self, answer: Answer) -> Door:
        """The door at which it is taken."""
        return Door(self.path, answer, self.needs, methods=("POST",), name=self.name, most=self.most)


BACK = Field("back", "The page to go to then, one of ours")
BECAUSE = Field("because", "Why")
MADE = Field("made", "The entries of the log when the page was laid ready, as the page's JSON has them")
