"""What a person has in view who rules: the record that a ruling is on, what was read in it and what became of
that; and the case as a whole, for whoever tells all rulings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from firsthand.anchoring import Ground, ground
from firsthand.casefile import CaseFile
from firsthand.correcting import Corrected, corrected
from firsthand.model import Attribution, Record, Ruling, Trace
from firsthand.ruling.labels import Labels
from firsthand.ruling.whole import Whole


class Seen:
    """The case of ``file`` and its last trace; each part is looked at when it is asked for.

    ``laid`` gives the labels as they are laid ready, or None: then they are those of the ``whole``. ``until``
    is the last ruling that whoever looks has seen the effect of; None for all.
    """

    def __init__(
        self,
        file: CaseFile,
        traced: Callable[[], Trace | None],
        laid: Callable[[], Labels | None] = lambda: None,
        until: int | None = None,
    ) -> None:
        self.file, self._traced, self._laid, self._until = file, traced, laid, until
        self._records: dict[str, Record | None] = {}
        self._said: dict[str, Corrected] = {}

    @cached_property
    def rulings(self) -> tuple[Ruling, ...]:
        """All that were made."""
        return self.file.rulings()

    @cached_property
    def whole(self) -> Whole:
        """All that is in the case."""
        return Whole(self.file, self._traced, self.rulings)

    @cached_property
    def labels(self) -> Labels:
        """What labels stand for."""
        return self._laid() or self.whole

    def label(self, record: str) -> str:
        """How a record is labelled; "" where it is no longer there. A translation has no sheet of its own."""
        return self.labels.of_record(record) or self.whole.of_record(record)

    def record(self, id: str) -> Record | None:
        """The record of this id; None where there is none any more."""
        if id not in self._records:
            self._records[id] = self.file.record(id)
        return self._records[id]

    def said(self, record: str) -> Corrected:
        """What was read in a record, as it was ruled to be when somebody looked; nothing where it is gone.

        Who accepts what is on a page means that, also where somebody rejected it since: then they differ.
        """
        if record not in self._said:
            found = self.record(record)
            read = self.file.attributions(record) if found else ()
            known = [r for r in self._on(record) if self._until is None or r.number <= self._until]
            self._said[record] = corrected((found,) if found else (), read, known)
        return self._said[record]

    def ground(self, made: Ruling, as_read: bool) -> Ground:
        """What a ruling is held against: what is said in the records that it is on, or was read there."""
        ids = dict.fromkeys(anchor.record for anchor in (*made.on, *made.seen) if anchor.record)
        records = [record for id in ids if (record := self.record(id))]
        said = [
            each
            for id in ids
            for each in (self.file.attributions(id) if as_read else self.said(id).attributions)
        ]
        return ground(records, said, (made, *(each for id in ids for each in self._on(id))))

    def _on(self, record: str) -> list[Ruling]:
        return [each for each in self.rulings if any(anchor.record == record for anchor in each.on)]


def numbered(said: Corrected) -> Sequence[tuple[int, Attribution]]:
    """What is said in one record, each with the number by which it is called there."""
    ordered = sorted(
        said.attributions, key=lambda each: (each.content[0].start if each.content else 0, each.id)
    )
    return [(said.numbers.get(each.id, n), each) for n, each in enumerate(ordered, 1)]
