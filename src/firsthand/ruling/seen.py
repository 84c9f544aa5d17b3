"""What a person has in view who rules: the records, what was read, what became of it, what was traced."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from firsthand import dossier
from firsthand.anchoring import Ground, ground
from firsthand.casefile import CaseFile
from firsthand.correcting import Corrected, corrected
from firsthand.model import Anchor, Attribution, Record, Ruling, Trace


class Seen:
    """The case of ``file`` and its last trace; each part is looked at when it is asked for."""

    def __init__(self, file: CaseFile, traced: Callable[[], Trace | None]) -> None:
        self.file, self._traced = file, traced

    @cached_property
    def rulings(self) -> tuple[Ruling, ...]:
        """All that were made."""
        return self.file.rulings()

    @cached_property
    def records(self) -> dict[str, Record]:
        """The records by id."""
        return {each.id: each for each in self.file.records()}

    @cached_property
    def read(self) -> tuple[Attribution, ...]:
        """What the reader found."""
        return self.file.attributions()

    @cached_property
    def corrected(self) -> Corrected:
        """What became of it by rulings."""
        return corrected(tuple(self.records.values()), self.read, self.rulings)

    @cached_property
    def trace(self) -> Trace:
        """What the last trace found; nothing before the first."""
        return self._traced() or Trace()

    @cached_property
    def labels(self) -> dict[str, str]:
        """The id of everything that has a label in the dossier, by that label in small letters."""
        return {label.casefold(): id for id, label in self.names.items()}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The label of everything that has one in the dossier, by its id."""
        said = self.corrected
        return dossier.anchors(tuple(self.records.values()), said.attributions, self.trace, said.numbers)

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """The attributions as they were ruled to be, by id."""
        return {each.id: each for each in self.corrected.attributions}

    def ground(self, said: Sequence[Attribution], *more: Ruling) -> Ground:
        """What rulings are held against: what was ``said`` in the records that they, or ``more``, are on."""
        return ground(self.records.values(), said, (*self.rulings, *more))

    def statement_at(self, anchor: Anchor) -> str:
        """The id of the statement to which what stands there belonged when it was traced; "" if to none."""
        there = {
            each.id
            for each in self.corrected.attributions
            if (each.record, each.content) == (anchor.record, anchor.spans)
        }
        found = (each.id for each in self.trace.statements if not there.isdisjoint(each.attributions))
        return next(found, "")
