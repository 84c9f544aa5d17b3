"""A case as a whole, with the labels that follow from all that is in it. Of 10,000 reports that takes seconds
and hundreds of MB."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from firsthand import dossier
from firsthand.casefile import CaseFile
from firsthand.correcting import Corrected, corrected
from firsthand.model import Anchor, Attribution, Independence, Record, Ruling, Statement, Trace


class Whole:
    """The case of ``file`` and its last trace with these ``rulings``; each part is looked at when it is asked
    for. It has the ``Labels`` of all."""

    def __init__(self, file: CaseFile, traced: Callable[[], Trace | None], rulings: Sequence[Ruling]) -> None:
        self._file, self._traced, self._rulings = file, traced, rulings
        self.made = file.entries

    @cached_property
    def records(self) -> dict[str, Record]:
        """The records by id."""
        return {each.id: each for each in self._file.records()}

    @cached_property
    def read(self) -> tuple[Attribution, ...]:
        """What the reader found."""
        return self._file.attributions()

    @cached_property
    def corrected(self) -> Corrected:
        """What became of it by rulings."""
        return corrected(tuple(self.records.values()), self.read, self._rulings)

    @cached_property
    def trace(self) -> Trace:
        """What the last trace found; nothing before the first."""
        return self._traced() or Trace()

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The label of everything that has one in the dossier, by its id."""
        said = self.corrected
        return dossier.anchors(tuple(self.records.values()), said.attributions, self.trace, said.numbers)

    # ------------------------------------------------------------ as ``Labels``

    def record(self, label: str) -> str:
        """As ``Labels``."""
        return next((id for id, each in self._of_records.items() if each.casefold() == label.casefold()), "")

    def of_record(self, id: str) -> str:
        """As ``Labels``."""
        return self._of_records.get(id, "")

    def passages(self, statement: str) -> Sequence[str]:
        """As ``Labels``."""
        found = next((each for each in self.trace.statements if self._is(each.id, statement)), None)
        said = {each.id: each for each in self.corrected.attributions}
        own = [said[each] for each in found.attributions if each in said] if found else []
        own.sort(key=lambda each: found is not None and each.content != found.at.spans)
        return [self.labels[each.id] for each in own]

    def source(self, label: str) -> str:
        """As ``Labels``."""
        return next((each.name for each in self.trace.sources if self._is(each.id, label)), "")

    def spellings(self) -> Sequence[str]:
        """As ``Labels``."""
        return [spelling for source in self.trace.sources for spelling in source.spellings]

    def best_grade(self, anchor: Anchor) -> int:
        """As ``Labels``."""
        found = self._statement_at(anchor)
        verdict = next((each for each in self.trace.verdicts if found and each.statement == found.id), None)
        return (verdict.independence if verdict else Independence.UNKNOWN).best_credibility

    def _statement_at(self, anchor: Anchor) -> Statement | None:
        """The statement to which what stands there belonged when it was traced."""
        there = {
            each.id
            for each in self.corrected.attributions
            if (each.record, each.content) == (anchor.record, anchor.spans)
        }
        return next((s for s in self.trace.statements if not there.isdisjoint(s.attributions)), None)

    @cached_property
    def _of_records(self) -> Mapping[str, str]:
        return dossier.labels(self.records.values())

    def _is(self, id: str, label: str) -> bool:
        return self.labels.get(id, "").casefold() == label.casefold()
