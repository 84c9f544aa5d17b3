"""What every page has to hand: the sheets that are laid ready, and the case for what is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from firsthand.model import Anchor, Ruling
from firsthand.ruled import what
from firsthand.shelving import Front, Sheets, place
from firsthand.workbench.clerk import Clerk
from firsthand.workbench.roles import NOBODY, Who
from firsthand.workbench.working import Work


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the part of the address that names a thing, the words after "?"; and who asks."""

    name: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    who: Who = NOBODY

    def number(self, key: str, least: int, most: int, otherwise: int) -> int:
        """A whole number among the words, held between two others."""
        given = self.words.get(key, "")
        return min(max(int(given), least), most) if given.isascii() and given.isdigit() else otherwise


@dataclass(frozen=True, slots=True)
class Recent:
    """A ruling that takes effect with the next trace: what was decided, by whom, when, why, and on which
    sheets and passages (``place``) that stands; or that ruling ``undoes`` is undone."""

    number: int
    judgement: str
    what: str
    by: str
    at: str
    because: str
    sheets: tuple[str, ...]
    places: tuple[str, ...] = ()
    undoes: int = 0


class Desk:
    """One case as the workbench has it open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sheets = Sheets(folder)
        self.work = Work(folder)
        self.clerk = Clerk(folder)

    def front(self) -> Front:
        """The case as a whole. ``NotReady`` while nothing of it is laid ready."""
        found = self.sheets.front()
        if found is None:
            raise NotReady
        return found

    def recent(self, anchor: str = "") -> tuple[Recent, ...]:
        """What was ruled since the case was laid ready, and is in no page yet: all, or that on one sheet."""
        made = map(self._told, self._later(self.clerk.known() if anchor else self.clerk.rulings()))
        return tuple(each for each in made if not anchor or anchor in each.sheets)

    def recent_at(self, record: str, spans: Iterable[tuple[int, int]]) -> tuple[Recent, ...]:
        """The same of what stands at these characters of a record alone."""
        here = place(record, spans)
        since = self._later(self.clerk.known())
        return tuple(self._told(each) for each in since if here in map(_place, each.on))

    def _later(self, rulings: Sequence[Ruling]) -> Iterator[Ruling]:
        """Those that were made since the case was laid ready."""
        seen = self.front().rulings
        return (each for each in rulings if each.number > seen)

    def _told(self, ruling: Ruling) -> Recent:
        found: Recent = self.sheets.once(f"ruling {ruling.number}", lambda: self._recent(ruling))
        return found

    def _recent(self, ruling: Ruling) -> Recent:
        said = f"Ruling {ruling.undoes} is undone" if ruling.undoes else what(ruling)
        return Recent(
            number=ruling.number,
            judgement=ruling.judgement,
            what=said,
            by=ruling.by,
            at=ruling.at,
            because=ruling.because,
            sheets=self.homes(ruling),
            places=tuple(_place(on) for on in ruling.on if on.spans),
            undoes=ruling.undoes,
        )

    def homes(self, ruling: Ruling) -> tuple[str, ...]:
        """The sheets on which that stands which a ruling is on."""
        return tuple(dict.fromkeys(home for on in ruling.on for home in self._homes(on)))

    def _homes(self, on: Anchor) -> Iterator[str]:
        """The sheets on which that stands which a ruling is on."""
        found = (self.sheets.home(on.record), self.sheets.home(_place(on))) if on.record else ()
        yield from filter(None, found)


def _place(on: Anchor) -> str:
    return place(on.record, ((span.start, span.end) for span in on.spans))


class NotReady(Exception):
    """Nothing of the case is laid ready yet."""


class Missing(Exception):
    """There is nothing under this name; the words say what."""


class Elsewhere(Exception):
    """What was asked for stands at another address."""
