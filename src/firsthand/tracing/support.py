"""What the record says to each reading of a statement: proposed, with the lines, for a person to rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.model import (
    Attribution,
    Bearing,
    DriftKind,
    Match,
    Reading,
    Record,
    RecordKind,
    Statement,
    Support,
    answers,
)
from firsthand.tracing.amounts import amounts
from firsthand.tracing.force import sense
from firsthand.tracing.step import Step

# In other words and less likely than this to say the same, a line implies at most what is said.
STATES = 0.6
AGAINST = (DriftKind.NUMBER, DriftKind.REVERSED)


def supports(
    records: Mapping[str, Record],
    attributions: Mapping[str, Attribution],
    statements: Sequence[Statement],
    matches: Iterable[Match],
) -> list[Support]:
    """For every reading of every statement whether the record states, implies or contradicts it or is silent.

    Nothing where the case has no primary record. A line that was matched states what is said, unless it
    has another number or the opposite sense: then it contradicts it. Lines of a translation count as
    those of the record; a line in the reading's own language is preferred. A line of the original in another
    language does not count where it is translated into the reading's: the translation would have matched.
    """
    if not any(each.kind is RecordKind.PRIMARY for each in records.values()):
        return []
    lines: defaultdict[str, list[Match]] = defaultdict(list)
    translated = _translated(records.values())
    for match in matches:
        if match.b_attribution or match.b.record not in records or match.a_attribution not in attributions:
            continue
        language = records[attributions[match.a_attribution].record].language
        there = {(match.b.record, number, language) for number in match.b.lines}
        if language == records[match.b.record].language or not (there and there <= translated):
            lines[match.a_attribution].append(match)
    return [
        _support(records, statement, attributions[each], lines.get(each, ()))
        for statement in statements
        for each in statement.attributions
        if each in attributions
    ]


def _translated(records: Iterable[Record]) -> set[tuple[str, int, str]]:
    """The lines of records, by number, with each language that they are translated into."""
    return {
        (each.of, number, each.language)
        for each in records
        if each.kind is RecordKind.TRANSLATION
        for line in each.lines
        for number in answers(line)
    }


def _support(
    records: Mapping[str, Record], statement: Statement, here: Attribution, lines: Sequence[Match]
) -> Support:
    if not lines:
        return Support(here.id, Bearing.SILENT)
    language = records[here.record].language
    best = max(
        lines, key=lambda m: (records[m.b.record].language == language, m.likelihood, m.likeness, m.id)
    )
    against = next(_against(_step(records, statement, here, best)), "")
    if against:
        return Support(here.id, Bearing.CONTRADICTS, best.b, against)
    implied = best.kind.in_other_words and best.likelihood < STATES
    return Support(here.id, Bearing.IMPLIES if implied else Bearing.STATES, best.b)


def _step(records: Mapping[str, Record], statement: Statement, here: Attribution, line: Match) -> Step:
    ours, theirs = records[here.record], records[line.b.record]
    reading = Reading(statement.id, here.id, line.b, "", line.kind)
    return Step(reading, here, None, ours.text, theirs.text, ours.language, theirs.language)


def _against(step: Step) -> Iterator[str]:
    """What of the line speaks against the reading, in a sentence each; a month is not against a day in it."""
    found = [*amounts(step, coarser=False), *([] if step.translated else sense(step))]
    yield from (each.note for each in found if each.kind in AGAINST)
