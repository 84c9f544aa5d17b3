"""What a step did to the wording: a reading compared with the text that it was taken from.

Rules on the alignment and on who is named. They say little and are meant to be right when they do:
a step in another language, or with too little in common, is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from firsthand.model import (
    Attribution,
    Drift,
    DriftKind,
    Edit,
    Editions,
    Match,
    MatchKind,
    Op,
    Place,
    Reading,
    Record,
    Source,
    Span,
    Stance,
    Statement,
)
from firsthand.text import excerpt, words
from firsthand.tracing.amounts import amounts
from firsthand.tracing.common import Common
from firsthand.tracing.force import force, sense
from firsthand.tracing.nodes import INDEFINITE
from firsthand.tracing.speakers import Says, says, speakers
from firsthand.tracing.spelling import names
from firsthand.tracing.step import Step, around, at, share_missing, telling

# Part of a quotation that goes missing is told from so many words on, an addition from fewer.
CUT = 5
PUT_IN = 2
# Without quotation marks of its own so much of a reading must be the quotation's words.
KEPT = 0.5
# In other words another speaker is often one who says it as well, and a denial the same thing put otherwise:
# so large a share of the words must stand upstream (precision of all drift 49 without it, 61 with it).
SPOKEN, TURNED = 0.15, 0.5
SHORT = 6  # words of a reading in which a single one upstream is enough
# Of the words left out or put in, so large a share must be nowhere else in the other text.
ELSEWHERE = 0.6
ONCE = (DriftKind.NAME, DriftKind.NUMBER)
SURE = (Stance.ASSERTS, Stance.CONFIRMS)
UNSURE = (Stance.ALLEGES, Stance.SPECULATES, Stance.UNVERIFIED)


def drifts(
    records: Mapping[str, Record],
    attributions: Mapping[str, Attribution],
    sources: Mapping[str, Source],
    readings: Sequence[Reading],
    matches: Iterable[Match] = (),
    line: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> list[Drift]:
    """What each step with a known upstream did, in the order of the readings.

    ``sources`` gives the source behind an attribution's id, where one was suggested. ``matches``
    with places of a record show quotations that were made of two of them. ``line`` gives the
    ancestors of each record: a name that one of them has is not changed.
    """
    made_of_two = {m.a_attribution: m for m in matches if m.kind is MatchKind.FUSED and not m.b_attribution}
    of_record = _of_record(readings)
    found: list[Drift] = []
    for reading in readings:
        here = attributions[reading.attribution]
        fused = here.id in made_of_two
        if fused and here.quotes:
            found.append(_of_two(replace(reading, upstream=made_of_two[here.id].b), here))
        if reading.upstream is None or reading.upstream.record not in records:
            continue
        above = tuple(records[i].text for i in line.get(here.record, ()) if i in records)
        there = attributions.get(reading.upstream_attribution)
        framed = (reading.statement, here.id) in of_record
        found += _of_step(_step(records, reading, here, there, framed, above), sources, fused)
    return _once(found)


def _step(
    records: Mapping[str, Record],
    reading: Reading,
    here: Attribution,
    there: Attribution | None,
    framed: bool,
    above: tuple[str, ...],
) -> Step:
    ours = records[here.record]
    theirs = records[reading.upstream.record] if reading.upstream else ours
    return Step(reading, here, there, ours.text, theirs.text, ours.language, theirs.language, framed, above)


def _of_step(step: Step, sources: Mapping[str, Source], fused: bool) -> Iterator[Drift]:
    translated = step.reading.kind is MatchKind.TRANSLATION
    kept = _kept(step)
    turned = kept >= TURNED or (kept > 0 and _length(step) <= SHORT)
    if translated or kept >= SPOKEN:
        yield from speakers(step, sources)
    yield from amounts(step)
    yield from force(step)
    if not translated:
        for rule in (names, _doubt, *((sense,) if turned else ())):
            yield from rule(step)
        if not fused:
            yield from (*_joined(step), *_cut(step))


def _of_record(readings: Iterable[Reading]) -> set[tuple[str, str]]:
    """The readings, by statement and attribution, that go back to a line of the record."""
    rows = {(r.statement, r.attribution): r for r in readings}
    found = set()
    for key, reading in rows.items():
        seen = {key}
        above = (reading.statement, reading.upstream_attribution)
        while above in rows and above not in seen:
            seen.add(above)
            reading = rows[above]
            above = (reading.statement, reading.upstream_attribution)
        if reading.upstream is not None and not reading.upstream_attribution:
            found.add(key)
    return found


def _of_two(reading: Reading, here: Attribution) -> Drift:
    place = Place(here.record, tuple(here.content))
    note = "One quotation is made of two separate places."
    return Drift(DriftKind.FUSED, reading.statement, here.id, reading.upstream, place, note)


def _doubt(step: Step) -> Iterator[Drift]:
    """A hedge lost or gained on the way; one who is not named is a hedge as well."""
    there, here = step.there, step.here
    if there is None:
        return
    lost, gained = excerpt(step.upstream, there.hedges), excerpt(step.text, here.hedges)
    if _vouched_for(step, there):
        yield step.drift(DriftKind.HEDGE_LOST, f"What {there.name} said is told as a fact.")
    elif _unsure(there) is _unsure(here):
        return
    # A stance is read from one verb ("warned that"); only words of doubt can be shown lost or added.
    elif lost and here.stance in SURE and lost not in around(step.text, here.content):
        yield step.drift(DriftKind.HEDGE_LOST, f"The doubt is gone (“{lost}” upstream).")
    elif gained and there.stance in SURE and gained not in around(step.upstream, there.content):
        yield step.drift(DriftKind.SOFTENED, f"Doubt was added (“{gained}”).")


def _vouched_for(step: Step, there: Attribution) -> bool:
    """Whether the word of one unnamed person ("a driver") has become the report's own or confirmed."""
    first = there.name.lower().split(" ")[0] if there.name else ""
    if first not in INDEFINITE or says(there, step.upstream) is not Says.CROWD or step.here.unstated:
        return False
    return says(step.here, step.text) is Says.NOBODY or step.here.stance is Stance.CONFIRMS


def _unsure(attribution: Attribution) -> bool:
    return bool(attribution.hedges) or attribution.unstated or attribution.stance in UNSURE


def _joined(step: Step) -> Iterator[Drift]:
    """One quotation of two places; a clause cut out of one sentence does not make it two."""
    if step.reading.kind is MatchKind.FUSED and step.here.quotes and _apart(step):
        yield _of_two(step.reading, step.here)


def _apart(step: Step) -> bool:
    if not any(e.op is Op.EQUAL for e in step.reading.edits):
        return True  # the two places stand in reverse order
    between = [e for e in step.reading.edits if _is_left_out(e)]
    return any(mark in at(step.upstream, e.a) for e in between for mark in ".!?…。\n")


def _is_left_out(edit: Edit) -> bool:
    return edit.op in (Op.DROPPED, Op.CHANGED)


def _cut(step: Step) -> Iterator[Drift]:
    """Words that a quotation no longer has, or has got, while the rest of its wording stands."""
    if step.there is None or not step.there.quotes:
        return
    for op, kind in ((Op.DROPPED, DriftKind.DROPPED), (Op.ADDED, DriftKind.ADDED)):
        gone = op is Op.DROPPED
        if not step.here.quotes and not (gone and _kept(step) >= KEPT):
            continue
        for edit in step.reading.edits:
            if edit.op is op and (found := _missing(step, edit, gone)):
                yield step.drift(kind, f"“{found}” {'is left out' if gone else 'is added'}.")
                break


def _missing(step: Step, edit: Edit, gone: bool) -> str:
    """The words of one edit, if they are enough and stand nowhere near in the other text."""
    text, span = (step.upstream, edit.a) if gone else (step.text, edit.b)
    near = around(step.text, step.here.content) if gone else around(step.upstream, step.places)
    marked = step.there.quotes if gone and step.there else step.here.quotes
    long = len(words(text, span)) >= (CUT if gone else PUT_IN)
    missing = share_missing(telling(at(text, span)), telling(near)) >= ELSEWHERE
    return at(text, span) if long and _inside(span, marked) and missing else ""


def _kept(step: Step) -> float:
    """The share of the words of a reading that stand upstream in the same order."""
    said = _length(step)
    same = sum(len(words(step.text, e.b)) for e in step.reading.edits if e.op is Op.EQUAL)
    return same / said if said else 0.0


def _length(step: Step) -> int:
    """The words of a reading."""
    return sum(len(words(step.text, s)) for s in step.here.content)


def _inside(span: Span, quotes: Iterable[Span]) -> bool:
    return any(q.start <= span.start and span.end <= q.end for q in quotes)


def _once(found: Iterable[Drift]) -> list[Drift]:
    """A name or a number that is another, or a fused quotation, is told once and not at every statement."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for each in found:
        where = each.here.record if each.here and each.kind in ONCE else each.attribution
        told = (each.kind, where, each.note)
        if told not in seen:
            kept.append(each)
        seen.add(told)
    return kept


def unvoiced(
    records: Mapping[str, Record],
    attributions: Mapping[str, Attribution],
    readings: Iterable[Reading],
    commons: Iterable[Common],
    goes_on: Callable[[Attribution], bool],
) -> list[Drift]:
    """What a report has from a source that several share, and tells as its own; once for each report.

    ``readings`` are those of statements which others have from that source. ``goes_on`` tells
    sentences that go on with the source of the one before.
    """
    drew: dict[str, Common] = {child: c for c in commons if c.name for child, _ in c.children}
    found: dict[str, Drift] = {}
    for reading in readings:
        here = attributions[reading.attribution]
        shared = drew.get(here.record)
        if shared is None or reading.upstream is not None or here.record in found or goes_on(here):
            continue
        if says(here, records[here.record].text) is Says.NOBODY and not here.parent:
            place = Place(here.record, tuple(here.content))
            note = f"{shared.name} is gone: it is told without a source."
            found[here.record] = Drift(DriftKind.SPEAKER, reading.statement, here.id, None, place, note)
    return list(found.values())


def gone(
    editions: Iterable[Editions], attributions: Mapping[str, Attribution], statements: Sequence[Statement]
) -> list[Drift]:
    """Statements that an edition of a report no longer has."""
    found = []
    for before, after in (pair for report in editions for pair in pairwise(report.editions)):
        for statement in statements:
            members = [attributions[a] for a in statement.attributions if a in attributions]
            had = [m for m in members if m.record == before.records[0]]
            if had and not any(m.record in after.records for m in members):
                place = Place(had[0].record, had[0].content)
                note = "The later edition no longer has it, and does not say so."
                found.append(Drift(DriftKind.DROPPED, statement.id, had[0].id, place, None, note))
    return found
