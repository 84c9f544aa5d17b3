"""What every page has to hand: the sheets that are laid ready, and the case for what is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from firsthand.errors import CaseDamaged, Refused
from firsthand.model import Ruling, is_case
from firsthand.shelving import Front, Sheets, place
from firsthand.workbench.clerk import Clerk
from firsthand.workbench.editions import Editions
from firsthand.workbench.later import Later, Recent, by_name, in_words
from firsthand.workbench.roles import NOBODY, Who
from firsthand.workbench.working import Work, follow

DELETED = "Nothing of the case is laid ready any more: its pages were deleted."
FARTHEST = 10**9  # no list is longer


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the part of the address that names a thing, the words after "?"; and who asks."""

    name: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    who: Who = NOBODY

    def number(self, key: str, otherwise: int = 0, least: int = 0, most: int = FARTHEST) -> int:
        """A whole number among the words. ``Mistyped`` where it is none, or not between two others."""
        if key not in self.words:
            return otherwise
        given = self.words[key]
        short = given.isascii() and given.isdigit() and len(given) <= len(str(most))
        if not (short and least <= int(given) <= most):
            raise Mistyped(f"“{key}” is a whole number from {least} to {most:,}.")
        return int(given)


class Desk:
    """One case as the workbench has it open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sheets = Sheets(folder)
        self.work = Work(folder)
        self.clerk = Clerk(folder)
        self.editions = Editions()
        self._followed = 0

    def close(self) -> None:
        """Lets go of the case, ends what is under way, and puts away the editions that were made of it."""
        self.work.close()
        self.clerk.close()
        self.editions.close()

    def front(self) -> Front:
        """The case as a whole. ``NotReady`` while nothing of it is laid ready, and why where nothing will;
        Refused where the folder is gone."""
        try:
            found = self.sheets.front()
        except CaseDamaged as damaged:
            raise NotReady(str(damaged)) from damaged
        if found is None and not is_case(self.folder):
            do = "Put it back, or serve it from where it is"
            raise Refused("the case is not here any more", where=str(self.folder), do=do)
        if found is None:
            raise NotReady("" if self.work.state.running else self.work.state.fault or DELETED)
        return found

    def follow(self) -> None:
        """Has laid ready what was traced elsewhere since: by a command, or from another machine, whose pages
        are its own. Once for each trace: what goes wrong is told, and not tried for ever."""
        traced, laid = self.clerk.traced, self.front().entries
        if max(laid, self._followed) < traced and self.work.start(follow):
            self._followed = traced

    def recent(self, anchor: str = "") -> tuple[Recent, ...]:
        """What was ruled since the case was laid ready, and is in no page yet: all, or that on one sheet."""
        return tuple(self._later(self.clerk.known()).at(anchor) if anchor else self.later().all())

    def recent_at(self, record: str, spans: Iterable[tuple[int, int]]) -> tuple[Recent, ...]:
        """The same of what stands at these characters of a record alone."""
        return tuple(self._later(self.clerk.known()).at(place(record, spans)))

    def recent_on(self, record: str, words: str) -> tuple[Recent, ...]:
        """The same of a line of a record, whose place there is in no sheet, by its words."""
        return tuple(self._later(self.clerk.known()).at(in_words(record, words)))

    def recent_of(self, names: Iterable[str]) -> tuple[Recent, ...]:
        """The same of those who bear one of these names."""
        later = self._later(self.clerk.known())
        found = {each.number: each for name in names for each in later.at(by_name(name))}
        return tuple(found[number] for number in sorted(found))

    def later(self) -> Later:
        """The same, looked up."""
        return self._later(self.clerk.rulings())

    def _later(self, rulings: Sequence[Ruling]) -> Later:
        found: Later = self.sheets.once("later", lambda: Later(self.sheets, self.front().rulings))
        found.add(rulings)
        return found


class NotReady(Exception):
    """Nothing of the case is laid ready yet; the words say why it was not to be done, if it was not."""


class Missing(Exception):
    """There is nothing under this name; the words say what."""


class Mistyped(Exception):
    """What was asked for cannot be read; the words say what it must be."""


class Elsewhere(Exception):
    """What was asked for stands at another address."""
