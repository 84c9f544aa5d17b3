"""Each attribution as a reading of its statement, laid beside the text that its words come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from firsthand.model import (
    Alignment,
    Attribution,
    Descent,
    Match,
    MatchKind,
    Place,
    Reading,
    Record,
    RecordKind,
    Span,
    Statement,
)
from firsthand.tracing.common import Common
from firsthand.tracing.script import same_name, skeleton

Align = Callable[[str, tuple[Span, ...], str, tuple[Span, ...]], Alignment]
"""Lays two wordings side by side: text and spans upstream, text and spans here."""

Own = Callable[[Reading, Attribution, Iterable[str], Attribution | None], bool]
"""Whether a reading is its speaker's own word: the reading, what is said, the ancestors, what is upstream."""

# With less in common than this the parent in another language is the likelier source of a reading.
LIKE = 0.35
TELLING = 3
# Of two parents with much the same words the one is the source that names the same speaker.
NAME = 0.15
KEEPS_WORDING = (MatchKind.VERBATIM, MatchKind.PARTIAL, MatchKind.ALTERED, MatchKind.FUSED)


def generations(descents: Iterable[Descent]) -> dict[str, list[list[str]]]:
    """For every child its parents, then what these have above them, and so on; each ancestor once."""
    parents: dict[str, list[str]] = defaultdict(list)
    for each in descents:
        parents[each.child].append(each.parent)
    return {child: ancestors(child, parents) for child in parents}


def ancestors(child: str, parents: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The parents of one, then what these have above them, and so on; each ancestor once."""
    steps, known, line = [], {child}, [child]
    while line := list(dict.fromkeys(p for x in line for p in parents.get(x, ()) if p not in known)):
        steps.append(line)
        known |= set(line)
    return steps


def flat(line: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, list[str]]:
    """The same, without the steps between: the nearest ancestors first."""
    return {child: [a for generation in steps for a in generation] for child, steps in line.items()}


@dataclass(frozen=True, slots=True)
class Rows:
    """What readings are laid beside.

    ``line`` gives each record's ancestors by generation, the nearest first. Edits run from upstream to
    here. ``own`` tells a reading that is its speaker's own word, whatever it resembles: it gets no upstream.
    """

    records: Mapping[str, Record]
    attributions: Mapping[str, Attribution]
    lines_said: Mapping[str, Sequence[Match]]
    line: Mapping[str, Sequence[Sequence[str]]]
    align: Align
    drawn: Mapping[str, Sequence[Common]] = field(default_factory=dict)
    own: Own = lambda reading, said, above, there: False

    def of(self, statement: Statement) -> list[Reading]:
        """The readings of a statement, each with whose wording it carries."""
        members = self.members(statement)
        rows = {each.id: self.row(statement, each, members) for each in members}
        return [
            replace(r, family=_family(self.records, self.attributions, rows, r, self.drawn))
            for r in rows.values()
        ]

    def members(self, statement: Statement) -> list[Attribution]:
        """The attributions of a statement that are there."""
        return [self.attributions[a] for a in statement.attributions if a in self.attributions]

    def row(self, statement: Statement, here: Attribution, members: Sequence[Attribution]) -> Reading:
        """One attribution as a reading of its statement, of which it is one of the ``members``."""
        found = _reading(self.records, statement, here, members, self.lines_said, self.line, self.align)
        there = self.attributions.get(found.upstream_attribution)
        above = (a for step in self.line.get(here.record, ()) for a in step)
        alone = found.upstream and self.own(found, here, above, there)
        return Reading(statement.id, here.id) if alone else found


def lines_said(matches: Iterable[Match], records: Mapping[str, Record]) -> dict[str, list[Match]]:
    """By attribution its matches with lines of a record."""
    found: dict[str, list[Match]] = defaultdict(list)
    for each in matches:
        if not each.b_attribution and each.b.record in records:
            found[each.a_attribution].append(each)
    return found


def _reading(
    records: Mapping[str, Record],
    statement: Statement,
    here: Attribution,
    members: Sequence[Attribution],
    lines_said: Mapping[str, Sequence[Match]],
    line: Mapping[str, Sequence[Sequence[str]]],
    align: Align,
) -> Reading:
    steps = line.get(here.record, ())
    for generation in steps:
        there = [m for m in members if m.record in generation]
        if there:
            return _beside(records, statement, here, there, align)
    ancestors = [a for generation in steps for a in generation]
    matched = _best_line(records, here, lines_said.get(here.id, ()), ancestors)
    if matched is not None:
        return _of_record(records, statement, here, matched, align)
    return Reading(statement.id, here.id)


def _beside(
    records: Mapping[str, Record],
    statement: Statement,
    here: Attribution,
    there: Sequence[Attribution],
    align: Align,
) -> Reading:
    """Beside the likest of the readings of the parents; one in another language where none is like it."""
    text, language = records[here.record].text, records[here.record].language
    compared = [
        (align(records[t.record].text, t.content, text, here.content), t)
        for t in there
        if records[t.record].language == language
    ]
    best = max(compared, key=lambda x: x[0].likeness + NAME * _same_name(x[1], here), default=None)
    foreign = [t for t in there if records[t.record].language != language]
    if best is None or (foreign and best[0].likeness < LIKE and not _same_name(best[1], here)):
        other = max(foreign, key=lambda t: _same_name(t, here))
        place = Place(other.record, other.content)
        return Reading(statement.id, here.id, place, other.id, MatchKind.TRANSLATION)
    found, source = best
    place = Place(source.record, source.content)
    return Reading(statement.id, here.id, place, source.id, found.kind, found.edits)


def _same_name(a: Attribution, b: Attribution) -> bool:
    """Whether two sources have a word of their names in common, in whatever script."""
    ours, theirs = ({skeleton(w) for w in x.name.split() if len(w) > TELLING} for x in (a, b))
    return any(same_name(x, y) for x in ours for y in theirs)


def _best_line(
    records: Mapping[str, Record], here: Attribution, matched: Sequence[Match], ancestors: Sequence[str]
) -> Match | None:
    """The lines it was taken from: of an ancestor first, then in its own language, then the likest."""
    language = records[here.record].language

    def fit(m: Match) -> tuple[bool, bool, float]:
        there = m.b.record
        return there in ancestors, records[there].language == language, m.likeness

    return max(matched, key=fit, default=None)


def _of_record(
    records: Mapping[str, Record], statement: Statement, here: Attribution, matched: Match, align: Align
) -> Reading:
    upstream = matched.b
    there = records[upstream.record]
    if there.language != records[here.record].language:
        return Reading(statement.id, here.id, upstream, "", MatchKind.TRANSLATION)
    found = align(there.text, upstream.spans, records[here.record].text, here.content)
    return Reading(statement.id, here.id, upstream, "", found.kind, found.edits)


def _family(
    records: Mapping[str, Record],
    attributions: Mapping[str, Attribution],
    rows: Mapping[str, Reading],
    reading: Reading,
    drawn: Mapping[str, Sequence[Common]],
) -> str:
    """Whose wording a reading carries: that of the first text on its way up which put it so."""
    seen = set()
    while (
        reading.upstream_attribution in rows
        and reading.kind in KEEPS_WORDING
        and reading.attribution not in seen
    ):
        seen.add(reading.attribution)
        reading = rows[reading.upstream_attribution]
    if reading.upstream is not None and not reading.upstream_attribution and reading.kind in KEEPS_WORDING:
        return _wording_of(records[reading.upstream.record])
    here = attributions[reading.attribution]
    for each in drawn.get(here.record, ()):
        if reading.upstream is None and each.holds(here):
            return f"words of {each.name}" if each.name else "common source"
    return _wording_of(records[here.record])


def _wording_of(record: Record) -> str:
    if record.kind is RecordKind.TRANSLATION:
        return f"translation by {record.by}" if record.by else f"translation “{record.title or record.name}”"
    if record.kind is RecordKind.REPORT:
        return f"{record.outlet or record.title or record.name}’s wording"
    return f"the record, “{record.title or record.name}”"
