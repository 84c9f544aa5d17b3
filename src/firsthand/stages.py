"""The stages after reading, in their order: names, matching, tracing.

A case falls into strands, reports that hang together. Each strand is worked by itself and gives the
same whatever else the case holds; so several are worked at once, and one report more costs the work
of its own strand. What a strand gives is a ``Trace``; ``weaving`` makes those of a case into one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand import matching, names, reading, tracing
from firsthand.boilerplate import without_boilerplate
from firsthand.matching import PairsSharingKey
from firsthand.model import Attribution, Record, RecordKind, Trace, identity

STAGES = (names.NAMER, matching.MATCHER, tracing.TRACER, "strands 1")
# Attributions of a case that are compared by meaning too: vectors of these take about four minutes on a core.
MEANT = 20_000


@dataclass(frozen=True, slots=True)
class Strand:
    """Reports that hang together, with all records of the case that are no reports, and what was read.

    Of its wordings one in ``one_in`` is compared by its meaning as well.
    """

    records: tuple[Record, ...]
    attributions: tuple[Attribution, ...]
    one_in: int = 1

    @property
    def key(self) -> str:
        """What its trace is made from."""
        return identity("strand", str(self.one_in), made_from(self.records), *(r.text for r in self.records))


def made_from(records: Sequence[Record]) -> str:
    """The key of a trace of these records: the stages and all that is known about the records."""
    readers = sorted(set(map(reading.reader_of, {record.language for record in records})))
    return identity(*STAGES, *readers, *(repr(replace(r, text="")) for r in records))


def strands(records: Sequence[Record], attributions: Sequence[Attribution]) -> tuple[list[Strand], list[str]]:
    """The strands of a case, and in sentences what was not compared because it is large.

    A small case is one strand, as it is given. How many wordings are compared by meaning follows the
    size of the case in steps: it halves where there are twice as many, so that one report more leaves
    it as it is but at a step. Boilerplate is told by the whole case, and left out of the strands.
    """
    one_in = 1
    while len(attributions) > MEANT * one_in:
        one_in *= 2
    plain, boilerplate = without_boilerplate(records)
    groups = matching.strands(plain)
    notes = _told(len(groups), len(attributions), one_in)
    if len(groups) == 1:
        return [Strand(tuple(records), tuple(attributions), one_in)], notes
    said: defaultdict[str, list[Attribution]] = defaultdict(list)
    for each in attributions:
        said[each.record].append(each)
    at = {record.id: number for number, record in enumerate(plain)}
    others = [record.id for record in plain if record.kind is not RecordKind.REPORT]
    held = [[plain[n] for n in sorted(at[i] for i in (*group, *others))] for group in groups]
    found = [Strand(tuple(own), tuple(a for r in own for a in said[r.id]), one_in) for own in held]
    return found, [*notes, *boilerplate]


def traced(strand: Strand, pairs: PairsSharingKey) -> Trace:
    """Who said what, who had it from whom, and what stands behind it, in one strand."""
    held, found = strand.records, strand.attributions
    sources = names.suggest(held, found)
    matched = matching.match(held, found, pairs, matching.installed(), strand.one_in)
    statements = matching.group(held, found, matched.matches, matched.matters)
    done = tracing.trace(held, found, sources, statements, matched.matches, matching.align)
    return Trace(
        sources=sources,
        matches=matched.matches,
        statements=statements,
        nodes=done.nodes,
        descents=done.descents,
        readings=done.readings,
        verdicts=done.verdicts,
        drifts=done.drifts,
        loops=done.loops,
        notes=(*matched.skipped, *done.notes),
        supports=done.supports,
    )


def _told(strands: int, attributions: int, one_in: int) -> list[str]:
    notes = []
    if strands > 1:
        notes.append(
            f"The reports of this case fall into {strands:,} strands by the words that they share."
            " Each was traced by itself: between two strands, and so between languages, nothing was compared"
        )
    if one_in > 1 and matching.installed():
        notes.append(
            f"Of {attributions:,} attributions one in {one_in} was compared by its meaning too,"
            " the others by their words alone"
        )
    return notes
