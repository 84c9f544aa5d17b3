"""Who somebody is on the workbench, and what they may do there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do; each may do what those before it may.

    A reader reads. A reviewer rules. An owner undoes what others ruled, and traces.
    """

    READER = "reader"
    REVIEWER = "reviewer"
    OWNER = "owner"

    def may(self, needs: Role) -> bool:
        """Whether this role may do what ``needs`` that one."""
        order = list(Role)
        return order.index(self) >= order.index(needs)


@dataclass(frozen=True, slots=True)
class Who:
    """Who asks: by what name, in what role, and the ``token`` without which nothing of theirs is taken."""

    name: str = ""
    role: Role = Role.READER
    token: str = ""
    leaves: bool = False  # whether they logged in, and so can log out

    def may(self, role: str) -> bool:
        """Whether they may do what needs this role."""
        return self.role.may(Role(role))


NOBODY = Who()
