"""What a step did to the wording: a reading compared with the text that it was taken from.

Rules on the alignment and on who is named. They say little and are meant to be right when they do:
a step in another language, or with too little in common, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from firsthand.model import (
    Attribution,
    Descent,
    Drift,
    DriftKind,
    Edit,
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
from firsthand.text import excerpt, fold_word, words
from firsthand.tracing.speakers import names, speakers
from firsthand.tracing.step import Step, around, at, mentions, share_missing, telling
from firsthand.tracing.strength import strength
from firsthand.tracing.wording import NUMBERS

# Part of a quotation that goes missing is told from so many words on, an addition from fewer.
CUT = 5
PUT_IN = 2
# Of the words left out or put in, so large a share must be nowhere else in the other text.
ELSEWHERE = 0.6
# A negation goes with so few words when it alone is lost; with more, a clause was cut.
CLAUSE = 4
# "Twenty to seven" is 06:40; times in words are not worked out.
CLOCK = re.compile(
    r"\b(?:to|past)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I
)
SURE = (Stance.ASSERTS, Stance.CONFIRMS)
UNSURE = (Stance.ALLEGES, Stance.SPECULATES, Stance.UNVERIFIED)


def drifts(
    records: Mapping[str, Record],
    attributions: Mapping[str, Attribution],
    sources: Mapping[str, Source],
    readings: Iterable[Reading],
    matches: Iterable[Match] = (),
) -> list[Drift]:
    """What each step with a known upstream did, in the order of the readings.

    ``sources`` gives the source behind an attribution's id, where one was suggested. ``matches``
    with places of a record show quotations that were made of two of them.
    """
    made_of_two = {m.a_attribution: m for m in matches if m.kind is MatchKind.FUSED and not m.b_attribution}
    found: list[Drift] = []
    for reading in readings:
        here = attributions[reading.attribution]
        if here.id in made_of_two and here.quotes:
            found.append(_of_two(replace(reading, upstream=made_of_two[here.id].b), here))
        if reading.upstream is None or reading.upstream.record not in records:
            continue
        step = Step(
            reading,
            here,
            attributions.get(reading.upstream_attribution),
            records[here.record].text,
            records[reading.upstream.record].text,
            records[here.record].language,
        )
        found += speakers(step, sources)
        if reading.kind is not MatchKind.TRANSLATION:
            rules = (_numbers, names, _doubt, _sense, _force)
            found += [d for rule in rules for d in rule(step)]
            if here.id not in made_of_two:
                found += [*_joined(step), *_cut(step)]
    return _once(found)


def _of_two(reading: Reading, here: Attribution) -> Drift:
    place = Place(here.record, tuple(here.content))
    note = "One quotation is made of two separate places."
    return Drift(DriftKind.FUSED, reading.statement, here.id, reading.upstream, place, note)


def _numbers(step: Step) -> Iterator[Drift]:
    """A figure for another one, which the other text has nowhere in these words."""
    upstream = step.reading.upstream.spans if step.reading.upstream else ()
    stood = set[str]().union(*(_figures(step.upstream, s) for s in upstream))
    stands = set[str]().union(*(_figures(step.text, s) for s in step.here.content))
    for edit in step.reading.edits:
        if edit.op is not Op.CHANGED:
            continue
        before, after = _figures(step.upstream, edit.a) - stands, _figures(step.text, edit.b) - stood
        if before and after and not CLOCK.search(at(step.upstream, edit.a) + "\n" + at(step.text, edit.b)):
            note = f"“{at(step.upstream, edit.a)}” becomes “{at(step.text, edit.b)}”."
            yield step.drift(DriftKind.NUMBER, note)
            return


def _figures(text: str, span: Span) -> set[str]:
    folded = (fold_word(at(text, s)) for s in words(text, span))
    return {_figure(w) for w in folded if w in NUMBERS or w[:1].isdigit()}


def _figure(word: str) -> str:
    """A number in one writing: "1,200" is "1200", "06:40" and "6.40am" are "6.40", "5일에는" is "5"."""
    if word in NUMBERS:
        return NUMBERS[word]
    plain = word.replace(",", "").replace(":", ".")
    digits = plain[: next((n for n, c in enumerate(plain) if not (c.isdigit() or c == ".")), len(plain))]
    return digits.strip(".").lstrip("0") or "0"


def _doubt(step: Step) -> Iterator[Drift]:
    """A hedge lost or gained on the way."""
    there, here = step.there, step.here
    if there is None or _unsure(there) is _unsure(here):
        return
    lost, gained = excerpt(step.upstream, there.hedges), excerpt(step.text, here.hedges)
    # A stance is read from one verb ("warned that"); only words of doubt can be shown lost or added.
    if lost and here.stance in SURE and not mentions(around(step.text, here.content), lost):
        yield step.drift(DriftKind.HEDGE_LOST, f"The doubt is gone (“{lost}” upstream).")
    elif gained and there.stance in SURE and not mentions(around(step.upstream, there.content), gained):
        yield step.drift(DriftKind.SOFTENED, f"Doubt was added (“{gained}”).")


def _unsure(attribution: Attribution) -> bool:
    return bool(attribution.hedges) or attribution.unstated or attribution.stance in UNSURE


def _sense(step: Step) -> Iterator[Drift]:
    """A negation lost or gained while the rest stays."""
    if step.reading.kind is not MatchKind.ALTERED or step.reading.upstream is None:
        return
    tables = strength()
    spans = step.reading.upstream.spans
    ours = [w for s in spans for w in _folded(step.upstream, s)]
    theirs = [w for s in step.here.content for w in _folded(step.text, s)]
    if sum(w in tables.denials for w in ours) != sum(w in tables.denials for w in theirs):
        return
    if (sum(map(_negative, ours)) + sum(map(_negative, theirs))) % 2 and _alone(step):
        yield step.drift(DriftKind.REVERSED, "A negation stands on one side and not on the other.")


def _alone(step: Step) -> bool:
    """Whether the negation came or went by itself and not with a clause."""
    for edit in step.reading.edits:
        sides = _folded(step.upstream, edit.a), _folded(step.text, edit.b)
        if edit.op is not Op.EQUAL and any(_negative(w) for side in sides for w in side):
            return all(len(side) <= CLAUSE for side in sides)
    return False


def _folded(text: str, span: Span) -> list[str]:
    return [fold_word(at(text, s)) for s in words(text, span)]


def _negative(word: str) -> bool:
    return word in strength().negations or word.endswith("n't")


def _force(step: Step) -> Iterator[Drift]:
    """A word put in the place of a weaker or a stronger one of the same kind."""
    names = {step.here.name, step.there.name if step.there else ""} - {""}
    if step.reading.kind is MatchKind.PARAPHRASE and len(names) > 1:  # two acts of two people told alike
        return
    edits = step.reading.edits
    lost = [w for e in edits if e.op in (Op.CHANGED, Op.DROPPED) for w in _folded(step.upstream, e.a)]
    new = [w for e in edits if e.op in (Op.CHANGED, Op.ADDED) for w in _folded(step.text, e.b)]
    for ladder in strength().ladders:
        before = [ladder[w] for w in lost if w in ladder]
        after = [ladder[w] for w in new if w in ladder]
        if before and after and max(after) != max(before):
            kind = DriftKind.HARDENED if max(after) > max(before) else DriftKind.SOFTENED
            weak = next(w for w in lost if ladder.get(w) == max(before))
            strong = next(w for w in new if ladder.get(w) == max(after))
            yield step.drift(kind, f"“{weak}” becomes “{strong}”.")
            return


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
    """Words that a quotation no longer has, or has got, while it still stands in quotation marks."""
    if not step.here.quotes or step.there is None or not step.there.quotes:
        return
    for op, kind in ((Op.DROPPED, DriftKind.DROPPED), (Op.ADDED, DriftKind.ADDED)):
        for edit in step.reading.edits:
            if edit.op is not op:
                continue
            gone = op is Op.DROPPED
            text, span = (step.upstream, edit.a) if gone else (step.text, edit.b)
            other = telling(step.text if gone else step.upstream)
            marked = step.there.quotes if gone else step.here.quotes
            long = len(words(text, span)) >= (CUT if gone else PUT_IN)
            missing = share_missing(telling(at(text, span)), other) >= ELSEWHERE
            if long and _inside(span, marked) and missing:
                yield step.drift(kind, f"“{at(text, span)}” {'is left out' if gone else 'is added'}.")
                break


def _inside(span: Span, quotes: Iterable[Span]) -> bool:
    return any(q.start <= span.start and span.end <= q.end for q in quotes)


def _once(found: Iterable[Drift]) -> list[Drift]:
    """A name that is spelled otherwise, or a fused quotation, is told once and not at every statement."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for each in found:
        where = each.here.record if each.here and each.kind is DriftKind.NAME else each.attribution
        told = (each.kind, where, each.note)
        if told not in seen:
            kept.append(each)
        seen.add(told)
    return kept


def gone(
    descents: Iterable[Descent], attributions: Mapping[str, Attribution], statements: Sequence[Statement]
) -> list[Drift]:
    """Statements that an edition of a report no longer has."""
    editions = [(d.child, d.parent) for d in descents if any("this edition" in e.note for e in d.evidence)]
    found = []
    for child, parent in editions:
        for statement in statements:
            members = [attributions[a] for a in statement.attributions if a in attributions]
            before = [m for m in members if m.record == parent]
            if before and not any(m.record == child for m in members):
                place = Place(parent, before[0].content)
                note = "The later edition no longer has it, and does not say so."
                found.append(Drift(DriftKind.DROPPED, statement.id, before[0].id, place, None, note))
    return found
