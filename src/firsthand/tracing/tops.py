"""Where the readings of a statement enter the case: those that none stands above, and what they rest on.

What a reading rests on is looked for from the surest to the weakest: a line of the record, the
source that the text names (the innermost, where somebody tells what somebody else told them), the
source that several reports share, the document that the text has just been giving. Where nothing is
found it rests on nothing but itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace

from firsthand.languages import called_only
from firsthand.model import (
    Attribution,
    Being,
    Kind,
    NodeKind,
    Reading,
    Record,
    RecordKind,
    Source,
    Speech,
)
from firsthand.text import common, fold_word
from firsthand.tracing.common import Common, drawing
from firsthand.tracing.ground import Ground
from firsthand.tracing.nodes import GHOSTS, OURSELVES, called, ghost, named
from firsthand.tracing.script import same_name, skeleton
from firsthand.tracing.step import around, bare, capitals

NOBODY = (Being.ANONYMOUS, Being.GROUP, Being.MEDIUM)
NAMED = (NodeKind.PERSON, NodeKind.BODY, NodeKind.RECORD, NodeKind.DOCUMENT)
# So much of what somebody tells is what somebody else told them, and it is hearsay.
HEARSAY = 0.4


@dataclass(frozen=True, slots=True)
class Top:
    """A reading with nothing above it in the case, and what it says that it rests on.

    ``node`` is where it enters: a record, a ghost, an inferred ancestor, or the report itself where
    no name is given. ``key`` is equal for tops that rest on the same. ``witness`` is the
    attribution that names the source: the reading itself, or one below it that says who it was.
    """

    attribution: Attribution
    node: str
    key: str
    name: str
    kind: NodeKind
    stated: bool
    readings: tuple[str, ...]
    witness: Attribution

    @property
    def unnamed(self) -> bool:
        """Whether no source is named: the reading then rests on nothing but itself."""
        return self.key == self.witness.id


class Tops:
    """Finds the readings at the top of statements and what they rest on."""

    def __init__(self, ground: Ground, sources: Iterable[Source], commons: Sequence[Common]) -> None:
        self.ground, self._drawn = ground, drawing(commons)
        self._inner: dict[str, list[Attribution]] = defaultdict(list)
        for each in (a for listed in ground.attributions.values() for a in listed):
            if each.parent:
                self._inner[each.parent].append(each)
        self._source: dict[str, Source] = {}
        for source in sources:
            for each_id in source.attributions:
                if _speaks(source, ground.attribution(each_id)):
                    self._source.setdefault(each_id, source)
        primary = [r for r in ground.records.values() if r.kind is RecordKind.PRIMARY]
        self._only_primary = primary[0] if len(primary) == 1 else None

    def beside(self, commons: Sequence[Common]) -> Tops:
        """The same for a case in which reports share these sources."""
        other = copy(self)
        other._drawn = drawing(commons)
        return other

    def of(self, rows: Sequence[Reading]) -> list[Top]:
        """The readings of a statement that none in the case stands above, one for each place."""
        by_id = {r.attribution: r for r in rows}
        below: dict[str, list[str]] = defaultdict(list)
        for each in rows:
            top, seen = each, set()
            while top.upstream_attribution in by_id and top.attribution not in seen:
                seen.add(top.attribution)
                top = by_id[top.upstream_attribution]
            below[top.attribution].append(each.attribution)
        return _one_a_place([self._top(by_id[top], tuple(ids)) for top, ids in below.items()])

    def _top(self, row: Reading, below: tuple[str, ...]) -> Top:
        said = self.ground.attribution(row.attribution)
        assert said is not None
        if row.upstream is not None:
            return self._in_record(said, self.ground.records[row.upstream.record], below)
        heard = self._heard(said)
        if heard is not said:
            return replace(self._named(heard, below) or self._nameless(heard, below), attribution=said)
        return (
            self._named(said, below)
            or self._named_below(said, below)
            or self._continued(said, below)
            or self._forwarded(said, below)
            or self._nameless(said, below)
        )

    def _in_record(self, said: Attribution, there: Record, below: tuple[str, ...]) -> Top:
        home = self.ground.records.get(there.of, there)
        return Top(said, home.id, home.id, called(home), NodeKind.RECORD, True, below, said)

    def _heard(self, said: Attribution) -> Attribution:
        """What somebody else is said to have told: "one of them, she said, swears that C" is theirs."""
        for each in self._inner.get(said.id, ()):
            stated = each.source is not None or bool(each.name)
            if stated and each.speech is not Speech.NEGATED and _shared(said, each) >= HEARSAY:
                return self._heard(each)
        return said

    def _named(self, said: Attribution, below: tuple[str, ...]) -> Top | None:
        """The source that the text names or that several reports are known to share."""
        source = self._source.get(said.id)
        if source is not None and source.being is Being.DOCUMENT and self._only_primary:
            return self._in_record(said, self._only_primary, below)
        if (outlet := self.ground.elsewhere(said)) is not None:
            node = outlet.node
            return Top(said, node.id, node.id, node.name, node.kind, True, below, said)
        ours = self._ourselves(said) or self.ground.no_voice(said, source.name if source else said.name)
        if source is not None and not ours and (named(source.name) or source.being is Being.DOCUMENT):
            node = ghost(source.name, GHOSTS[source.being])
            return Top(said, node.id, source.id, node.name, node.kind, True, below, said)
        for each in self._drawn.get(said.record, ()):
            if each.name and each.holds(said):
                return Top(said, each.node.id, each.node.id, each.name, NodeKind.UNKNOWN, True, below, said)
        being = said.hands[0].being if said.hands else Being.UNKNOWN
        if named(said.name) and being not in NOBODY and not ours:
            node = ghost(said.name, GHOSTS.get(being, NodeKind.PERSON))
            return Top(said, node.id, node.id, node.name, node.kind, True, below, said)
        return None

    def _ourselves(self, said: Attribution) -> bool:
        """Whether the "source" is the report's own outlet, which is an origin of nothing that it heard."""
        first = said.name.lower().split(" ")[0] if said.name else ""
        own = self.ground.press.of.get(said.record)
        outlet = {fold_word(w) for w in own.name.split()} if own else set()
        parts = set(named(said.name))
        return first in OURSELVES or (bool(parts) and parts <= outlet)

    def _named_below(self, said: Attribution, below: Sequence[str]) -> Top | None:
        """A report below names somebody who stands in this text as well, in whatever script."""
        if said.kind is Kind.OWN:
            return None
        here = capitals(around(self.ground.records[said.record].text, said.content))
        for each in (self.ground.attribution(i) for i in below):
            if each is None or each.id == said.id or not self._person(each):
                continue
            if any(_same_word(each.name.split()[-1], word) for word in here):
                source = self._source.get(each.id)
                node = ghost(source.name if source else each.name, NodeKind.PERSON)
                key = source.id if source else node.id
                return Top(said, node.id, key, node.name, node.kind, True, tuple(below), each)
        return None

    @staticmethod
    def _person(said: Attribution) -> bool:
        return bool(said.hands) and said.hands[0].being is Being.PERSON and len(named(said.name)) > 1

    def _continued(self, said: Attribution, below: tuple[str, ...]) -> Top | None:
        """In its own voice, straight after a sentence from a document: the text goes on with that."""
        if said.kind is Kind.OWN and self._only_primary and self.ground.follows_paper(said):
            return self._in_record(said, self._only_primary, below)
        return None

    def _forwarded(self, said: Attribution, below: tuple[str, ...]) -> Top | None:
        """What a forwarded message tells itself is from whom it was forwarded."""
        outlet = self.ground.press.forwarded(said.record) if said.source is None else None
        if outlet is None or said.record in outlet.records:
            return None
        node = outlet.node
        return Top(said, node.id, node.id, node.name, node.kind, True, below, said)

    def _nameless(self, said: Attribution, below: tuple[str, ...]) -> Top:
        report = self.ground.records[said.record]
        where = called(report)
        who = called_only(said.name, report.language)
        who = f"{who}, not named," if who == said.name else who
        name = f"{who} in {where}" if said.name else f"no source stated in {where}"
        if self._ourselves(said):
            name = f"{where} itself"
        return Top(said, report.id, said.id, name, NodeKind.UNKNOWN, bool(said.name), below, said)


def _same_word(a: str, b: str) -> bool:
    return bare(a) == bare(b) or same_name(skeleton(a), skeleton(b))


def _speaks(source: Source, attribution: Attribution | None) -> bool:
    if attribution is None or source.being not in (Being.PERSON, Being.BODY, Being.DOCUMENT):
        return False
    names = {n for n in (attribution.name, *(h.name for h in attribution.hands[:1])) if n}
    return bool(names & set(source.spellings)) or not names


def _one_a_place(tops: Sequence[Top]) -> list[Top]:
    """Of attributions of one report that overlap the best sourced, the innermost.

    Of one nested in another the inner: in "one of them, she said, swears that C" she has it from hearsay.
    """
    around = {t.attribution.parent for t in tops if t.stated and t.attribution.speech is not Speech.NEGATED}
    kept: list[Top] = []
    for top in sorted(tops, key=lambda t: (t.attribution.id in around, *_order(t))):
        for number, other in enumerate(kept):
            if _overlap(top.attribution, other.attribution):
                kept[number] = replace(other, readings=tuple(dict.fromkeys((*other.readings, *top.readings))))
                break
        else:
            kept.append(top)
    return kept


def _order(top: Top) -> tuple[int, int, str]:
    return -_sourced(top), _length(top.attribution), top.attribution.id


def _sourced(top: Top) -> int:
    return 2 if top.kind in NAMED else 1 if top.stated else 0


def _length(attribution: Attribution) -> int:
    return sum(s.end - s.start for s in attribution.content)


def _overlap(a: Attribution, b: Attribution) -> bool:
    return a.record == b.record and _shared(a, b) > 0


def _shared(whole: Attribution, part: Attribution) -> float:
    """The share of the characters of ``whole`` that lie in ``part``."""
    return common(whole.content, part.content) / max(1, _length(whole))
