"""Where rulings hang: on words at their place in a record, and whether they still stand there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.model import (
    Anchor,
    Attribution,
    Judgement,
    Line,
    Matter,
    Orphan,
    Record,
    Ruling,
    Span,
    Thing,
)
from firsthand.text import common, excerpt

GONE = "the record is no longer in the case"
OTHERWISE = "the text reads otherwise there now"
UNREAD = "the reader finds nothing there any more"
READ_OTHERWISE = "the reader finds something else there now"
NO_LINE = "these words are no line of their own any more"


def at_place(record: Record, spans: Iterable[Span], thing: Thing = Thing.ATTRIBUTION) -> Anchor:
    """The words at ``spans`` of a record."""
    spans = tuple(spans)
    return Anchor(excerpt(record.text, spans), record.id, spans, thing)


def of_attribution(record: Record, found: Attribution, thing: Thing = Thing.ATTRIBUTION) -> Anchor:
    """Where an attribution stands; as a statement, where one stands that belongs to it."""
    source = found.source if thing is Thing.ATTRIBUTION else None
    return Anchor(excerpt(record.text, found.content), record.id, found.content, thing, source)


def of_line(record: Record, line: Line) -> Anchor:
    """A line of the record."""
    return at_place(record, (line.span,), Thing.LINE)


def of_report(record: Record) -> Anchor:
    """A report, or another record as a whole. It is the one of this id, whatever it is called."""
    return Anchor(record.outlet or record.title or record.name, record.id, thing=Thing.REPORT)


def places_of(record: Record, found: Attribution) -> Anchor:
    """The words at every place that an attribution names, in their order: what it was ruled to be holds as
    long as they stand there."""
    hands = (span for hop in found.hands for span in (hop.who, hop.cue))
    every = (*found.content, *found.cue, *found.quotes, *found.hedges, found.source, *hands)
    return at_place(record, sorted({span for span in every if span is not None}))


@dataclass(slots=True)
class Ground:
    """The records of a case, what was read in those that rulings are on, and what these ``added``."""

    records: Mapping[str, Record]
    read: Mapping[str, Sequence[Attribution]]
    added: frozenset[Anchor] = frozenset()
    _by_content: dict[tuple[str, tuple[Span, ...]], list[Attribution]] = field(init=False)

    def __post_init__(self) -> None:
        found = defaultdict[tuple[str, tuple[Span, ...]], list[Attribution]](list)
        for each in (a for own in self.read.values() for a in own):
            found[each.record, each.content].append(each)
        self._by_content = dict(found)

    def reads(self, anchor: Anchor) -> bool:
        """Whether the record is there and has these words at this place."""
        record = self.records.get(anchor.record)
        return record is not None and excerpt(record.text, anchor.spans) == anchor.words

    def line(self, anchor: Anchor) -> Line | None:
        """The line that has all the characters of an anchor, and no others."""
        record = self.records.get(anchor.record)
        return next((n for n in record.lines if (n.span,) == anchor.spans), None) if record else None

    def there(self, anchor: Anchor) -> tuple[Attribution, ...]:
        """The attributions with exactly this content; where one itself is meant, by the same source too."""
        found = self._by_content.get((anchor.record, anchor.spans), ())
        exact = anchor.thing is Thing.ATTRIBUTION
        return tuple(each for each in found if not exact or each.source == anchor.source)

    def has(self, found: Iterable[Attribution]) -> bool:
        """Whether all of these were read just so."""
        return all(each in self.read.get(each.record, ()) for each in found)

    def near(self, anchor: Anchor) -> Anchor | None:
        """Where in the same record an anchor may be meant to be: at the attribution that has most of its
        characters, or, where the text was moved, of those that its words are now; else there."""
        record = self.records.get(anchor.record)
        if record is None or not anchor.spans:
            return None
        moved = None if self.reads(anchor) else _elsewhere(anchor, record)
        spans = moved.spans if moved else anchor.spans
        own = self.read.get(record.id, ())
        most = max(own, key=lambda each: (common(each.content, spans), each.id), default=None)
        if anchor.thing is not Thing.LINE and most and common(most.content, spans):
            return of_attribution(record, most, anchor.thing)
        return moved


def _elsewhere(anchor: Anchor, record: Record) -> Anchor | None:
    """The place where the words stand now, if they stand in the record once."""
    if record.text.count(anchor.words) != 1:
        return None
    at = record.text.index(anchor.words)
    return at_place(record, (Span(at, at + len(anchor.words)),), anchor.thing)


def ground(
    records: Iterable[Record], attributions: Iterable[Attribution], rulings: Iterable[Ruling]
) -> Ground:
    """The ground of these rulings; attributions of other records are left out."""
    rulings = tuple(rulings)
    added = frozenset(anchor for r in rulings if r.judgement is Judgement.MISSED for anchor in r.on)
    ruled = {anchor.record for each in rulings for anchor in each.on}
    read = defaultdict[str, list[Attribution]](list)
    for each in attributions:
        if each.record in ruled:
            read[each.record].append(each)
    return Ground({each.id: each for each in records}, dict(read), added)


def orphan(ruling: Ruling, case: Ground) -> Orphan | None:
    """The ruling as an orphan, and why; None where it has its place.

    Rulings on attributions are held against what the reader found, all others against what became of it.
    """
    for anchor in ruling.on:
        if why := _missing(ruling, anchor, case):
            return Orphan(ruling, why, case.near(anchor))
    for anchor in ruling.seen:
        if not case.reads(anchor):
            return Orphan(ruling, OTHERWISE, case.near(anchor))
    return None


def _missing(ruling: Ruling, anchor: Anchor, case: Ground) -> str:
    if anchor.record and anchor.record not in case.records:
        return GONE
    if anchor.thing in (Thing.NAME, Thing.REPORT):
        return ""
    if not case.reads(anchor):
        return OTHERWISE
    if ruling.matter is Matter.REGION and not case.line(anchor):
        return NO_LINE
    if anchor.thing is Thing.LINE or case.there(anchor):
        return ""
    if ruling.matter is Matter.ATTRIBUTION and anchor in case.added:
        return ""
    return _unread(ruling, anchor, case)


def _unread(ruling: Ruling, anchor: Anchor, case: Ground) -> str:
    """Why nothing is there, though the words are; "" where a newer reader came to find what was ruled."""
    own = case.read.get(anchor.record, ())
    beside = any(common(each.content, anchor.spans) for each in own)
    found = {each.id for each in own}
    if ruling.judgement is Judgement.REJECT and not beside:
        return ""
    if ruling.becomes and found.issuperset(each.id for each in ruling.becomes):
        return ""
    return READ_OTHERWISE if beside else UNREAD


def orphans(
    rulings: Iterable[Ruling],
    records: Iterable[Record],
    read: Iterable[Attribution],
    corrected: Iterable[Attribution],
) -> Iterator[Orphan]:
    """Those of the ``rulings`` that have no place any more, in order. ``read`` is what the reader found,
    ``corrected`` what became of it."""
    rulings, records = tuple(rulings), tuple(records)
    raw, ruled = ground(records, read, rulings), ground(records, corrected, rulings)
    for each in rulings:
        if found := orphan(each, raw if each.matter is Matter.ATTRIBUTION else ruled):
            yield found
