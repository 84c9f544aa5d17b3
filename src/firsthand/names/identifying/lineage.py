"""Which reports have it from which: two of one line are one voice, not two."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from firsthand.model import Certainty, Descent


@dataclass(frozen=True, slots=True)
class Lineage:
    """For each report that was made from another of the case, that other."""

    parents: Mapping[str, str]

    def root(self, record: str, among: Collection[str] = ()) -> str:
        """The report that a line of reports begins with, of those ``among`` if any are given; of a circle the
        first of its ids."""
        seen = [record]
        while (above := self.parents.get(seen[-1])) is not None:
            if above in seen:
                circle = [each for each in seen[seen.index(above) :] if not among or each in among]
                return min(circle, default=record)
            seen.append(above)
        return next((each for each in reversed(seen) if not among or each in among), record)


def lineage(descents: Iterable[Descent], reports: Collection[str]) -> Lineage:
    """The lines of descent among reports, those that are no more than possible left out."""
    parents: dict[str, str] = {}
    for each in descents:
        if each.child in reports and each.parent in reports and each.certainty is not Certainty.POSSIBLE:
            parents.setdefault(each.child, each.parent)
    return Lineage(parents)
