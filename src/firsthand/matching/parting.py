"""How a few attributions fall into statements where two of them do not say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from firsthand.matching.group import group
from firsthand.matching.matters import Matter
from firsthand.matching.ruled import Pair, Sayings
from firsthand.matching.wordings import SOURCES
from firsthand.model import Attribution, Match, Record, Statement


class Parting:
    """Groups some attributions of a case anew, by what was given to ``group`` for the whole of it."""

    def __init__(
        self,
        records: Sequence[Record],
        attributions: Sequence[Attribution],
        matches: Sequence[Match],
        about: Mapping[str, Matter],
        said_so: Sayings,
    ) -> None:
        self._records = {each.id: each for each in records}
        self._sources = [each for each in records if each.kind in SOURCES]
        self._said = {each.id: each for each in attributions}
        self._about, self._ruled = about, said_so
        self._of: defaultdict[str, list[Match]] = defaultdict(list)
        for each in matches:
            self._of[each.a_attribution].append(each)

    def parted(self, members: Collection[str], pair: Pair) -> tuple[Statement, ...]:
        """The statements that these attributions make with the two of ``pair`` apart."""
        said = [self._said[each] for each in members if each in self._said]
        ids = {each.id for each in said}
        held = {each.record: self._records[each.record] for each in said}
        held |= {each.id: each for each in self._sources}
        between = (m for each in ids for m in self._of[each] if not m.b_attribution or m.b_attribution in ids)
        matches = [m for m in between if {m.a_attribution, m.b_attribution} != pair]
        same, apart = (
            {both: why for both, why in ruled.items() if both <= ids}
            for ruled in (self._ruled.same, self._ruled.apart)
        )
        ruled = Sayings(same, {**apart, pair: ""} if pair else apart)
        return group(list(held.values()), said, matches, self._about, ruled)
