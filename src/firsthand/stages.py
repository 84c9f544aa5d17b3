"""The stages after reading, in their order: names, matching, tracing.

A case falls into strands, reports that hang together. Each strand is worked by itself and gives the
same whatever else the case holds; so several are worked at once, and one report more costs the work
of its own strand. What a strand gives is a ``Trace``; ``weaving`` makes those of a case into one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from firsthand import matching, names, reading, tracing
from firsthand.anchoring import ground
from firsthand.engines import Local
from firsthand.matching import PairsSharingKey
from firsthand.model import (
    Attribution,
    Division,
    Judgement,
    Matter,
    Outlet,
    Record,
    Ruling,
    Trace,
    holding,
    identity,
)

STAGES = (names.NAMER, matching.MATCHER, tracing.TRACER, matching.DIVIDER, names.EXAMINER)
# Attributions of a case that are compared by meaning too: vectors of these take about four minutes on a core.
MEANT = 20_000
# A strand is traced in one process; several strands are in several.
ALONE = Local(processes=1)


@dataclass(frozen=True, slots=True)
class Strand:
    """Reports that hang together, with all records of the case that are no reports, and what was read.

    Of its wordings one in ``one_in`` is compared by its meaning as well. ``vectors`` are those of its
    wordings that were made before; what it gives does not depend on them.
    """

    records: tuple[Record, ...]
    attributions: tuple[Attribution, ...]
    one_in: int = 1
    vectors: matching.Kept = field(default_factory=dict)
    rulings: tuple[Ruling, ...] = ()
    outlets: tuple[Outlet, ...] = ()

    @property
    def key(self) -> str:
        """What its trace is made from."""
        known = made_from(self.records, self.rulings, self.outlets)
        return identity("strand", str(self.one_in), known, *(r.text for r in self.records))


@dataclass(frozen=True, slots=True)
class Strands:
    """A case in strands; in sentences what was not compared because it is large; and for the next time how it
    was divided and which texts are linked."""

    strands: tuple[Strand, ...]
    notes: tuple[str, ...]
    division: Division | None
    links: matching.Links


def made_from(
    records: Sequence[Record], rulings: Sequence[Ruling] = (), outlets: Sequence[Outlet] = ()
) -> str:
    """The key of a trace of these records: the stages, all that is known about the records, the rulings that
    shape it, and the outlets that the case makes known."""
    readers = sorted(set(map(reading.reader_of, {record.language for record in records})))
    known = (repr(replace(r, text="")) for r in records)
    return identity(*STAGES, *readers, *known, *map(repr, rulings), *map(repr, outlets))


def shaping(rulings: Sequence[Ruling], changing: Sequence[Ruling] = ()) -> tuple[Ruling, ...]:
    """The rulings of a case that shape its trace, in order; ``changing`` are those on attributions that do.

    Grades do not, nor where a line stands on its page, nor what people left undecided, but for names: these
    are kept apart.
    """
    others = holding(rulings, Matter.SAYING, Matter.DESCENT, Matter.SUPPORT)
    decided = (each for each in others if each.judgement is not Judgement.UNDECIDED)
    return tuple(sorted((*names.on_names(rulings), *changing, *decided), key=lambda each: each.number))


def strands(
    records: Sequence[Record],
    attributions: Sequence[Attribution],
    before: matching.Links | None = None,
    rulings: Sequence[Ruling] = (),
    outlets: Sequence[Outlet] = (),
    known: Division | None = None,
) -> Strands:
    """The strands of a case; ``before`` are the links found when it was smaller, ``known`` is how it was
    divided last, ``rulings`` are those that shape its trace.

    How many wordings are compared by meaning follows the size of the case in steps: it halves where
    there are twice as many, so that one report more leaves it as it is but at a step.
    """
    one_in = 1
    while len(attributions) > MEANT * one_in:
        one_in *= 2
    split = matching.strands(records, before, tuple(_bound(rulings)), known)
    said: defaultdict[str, list[Attribution]] = defaultdict(list)
    for each in attributions:
        said[each.record].append(each)
    found = (
        Strand(
            own,
            tuple(chain.from_iterable(said[r.id] for r in own)),
            one_in,
            rulings=_touching(rulings, own),
            outlets=tuple(outlets),
        )
        for own in split.strands
    )
    boilerplate = split.division.boilerplate if split.division else ()
    notes = (*_told(len(split.strands), len(attributions), one_in), *boilerplate)
    return Strands(tuple(found), notes, split.division, split.links)


def _bound(rulings: Sequence[Ruling]) -> Iterator[tuple[str, str]]:
    """The records that people ruled to say the same, or one to be taken from the other."""
    for each in rulings:
        ends = [anchor.record for anchor in each.on]
        if (
            each.judgement in (Judgement.SAME, Judgement.FROM)
            and each.matter is not Matter.NAMES
            and all(ends)
        ):
            yield ends[0], ends[1]


def _touching(rulings: Sequence[Ruling], records: Sequence[Record]) -> tuple[Ruling, ...]:
    """Those that may change what is found in these records."""
    own = {each.id for each in records}
    on_names = {each.number for each in names.touching(names.on_names(rulings), records)}
    return tuple(
        each
        for each in rulings
        if each.number in on_names
        or (each.matter is not Matter.NAMES and any(anchor.record in own for anchor in each.on))
    )


def traced(strand: Strand, pairs: PairsSharingKey) -> tuple[Trace, matching.Kept]:
    """Who said what, who had it from whom, and what stands behind it, in one strand; and the vectors made."""
    held, found, remembered = strand.records, strand.attributions, matching.Remembered(strand.vectors)
    groups = names.gathered(held, found, strand.rulings, strand.outlets)
    sources = names.with_particulars(names.of_groups(groups), held, groups)
    matched = matching.match(held, found, pairs, matching.installed(), strand.one_in, remembered)
    case = ground(held, found, strand.rulings)
    sayings = matching.sayings(case, strand.rulings)
    matches = matching.ruled(held, found, matched.matches, sayings)
    statements = matching.group(held, found, matches, matched.matters, sayings)
    done = tracing.trace(
        *(held, found, sources, statements, matches, matching.align),
        tracing.obeyed(case, strand.rulings),
        matching.Parting(held, found, matches, matched.matters, sayings).parted,
        names.may_be_one,
    )
    open_ = names.identify(held, found, groups, sources, matches, done.descents, engine=ALONE)
    return replace(done, notes=(*matched.skipped, *done.notes), identities=open_), remembered.made


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
