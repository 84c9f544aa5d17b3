"""What was ruled since the case was laid ready, looked up by where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from firsthand.model import Anchor, Region, Ruling, Thing, deciding
from firsthand.proposing import about
from firsthand.ruled import what
from firsthand.shelving import Sheets, place


@dataclass(frozen=True, slots=True)
class Recent:
    """A ruling that takes effect with the next trace: what was decided, by whom, when, why, and on which
    sheets and passages (``place``) that stands; or that ruling ``undoes`` is undone. Of a line of the record
    it has the region that was drawn."""

    number: int
    judgement: str
    what: str
    by: str
    at: str
    because: str
    sheets: tuple[str, ...]
    places: tuple[str, ...] = ()
    undoes: int = 0
    region: Region | None = None


class Later:
    """The rulings after the first ``seen``, which the ``sheets`` have. Each is looked up once, so that a page
    costs the same after thousands of them."""

    def __init__(self, sheets: Sheets, seen: int) -> None:
        self._sheets, self._seen = sheets, seen
        self._rulings: list[Ruling] = []
        self._made: list[Recent] = []
        self._at: defaultdict[str, list[Recent]] = defaultdict(list)
        self._open = (0, frozenset[str]())
        self._adding = Lock()

    def add(self, rulings: Sequence[Ruling]) -> None:
        """Takes in what was ruled further; these are all that ever were."""
        with self._adding:
            for each in rulings[self._seen + len(self._made) :]:
                recent = self._recent(each)
                lines = [in_words(on.record, on.words) for on in each.on[:1] if each.region]
                names = dict.fromkeys(by_name(on.words) for on in each.on if on.thing is Thing.NAME)
                for at in (*recent.sheets, *dict.fromkeys(recent.places), *lines, *names):
                    self._at[at].append(recent)
                self._rulings.append(each)
                self._made.append(recent)

    def all(self) -> Sequence[Recent]:
        """All of them in order."""
        return self._made

    def at(self, where: str) -> Sequence[Recent]:
        """Those on a sheet by its anchor, at a ``place``, a line ``in_words``, or somebody ``by_name``."""
        return self._at.get(where, ())

    def decided(self) -> frozenset[str]:
        """What they are on that no longer waits for a ruling (``proposing.about``)."""
        with self._adding:
            if self._open[0] != len(self._rulings):
                found = (at for each in deciding(self._rulings) for at in about(each.matter, each.on))
                self._open = (len(self._rulings), frozenset(found))
            return self._open[1]

    def _recent(self, ruling: Ruling) -> Recent:
        said = f"Ruling {ruling.undoes} is undone" if ruling.undoes else what(ruling)
        return Recent(
            number=ruling.number,
            judgement=ruling.judgement,
            what=said,
            by=ruling.by,
            at=ruling.at,
            because=ruling.because,
            sheets=homes(self._sheets, ruling),
            places=tuple(standing_at(on) for on in ruling.on if on.spans),
            undoes=ruling.undoes,
            region=None if ruling.undoes else ruling.region,
        )


def homes(sheets: Sheets, ruling: Ruling) -> tuple[str, ...]:
    """The sheets on which that stands which a ruling is on."""
    places = (each for on in ruling.on if on.record for each in (on.record, standing_at(on)))
    return tuple(dict.fromkeys(filter(None, map(sheets.home, places))))


def in_words(record: str, words: str) -> str:
    """A line of a record by what it says."""
    return f"{record}: {words}"


def by_name(name: str) -> str:
    """Somebody by a name, however it is written large and small."""
    return f"named {name.casefold()}"


def standing_at(on: Anchor) -> str:
    """Where that stands which a ruling is on, as ``place`` has it."""
    return place(on.record, ((span.start, span.end) for span in on.spans))
