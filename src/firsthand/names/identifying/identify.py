"""The questions of a case that stay open: who wrote the record, and which sources may be one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.model import (
    Attribution,
    Being,
    Candidate,
    Column,
    Descent,
    Identity,
    Indication,
    Match,
    Place,
    Record,
    RecordKind,
    Sameness,
    Source,
    Span,
    Way,
    identity,
)
from firsthand.names.comparing import compare
from firsthand.names.identifying.cast import cast
from firsthand.names.identifying.lineage import Lineage, lineage
from firsthand.names.identifying.pairs import possible
from firsthand.names.identifying.particulars import on_paper
from firsthand.names.identifying.weighing import between, within
from firsthand.names.identifying.writers import Claim, claims
from firsthand.names.mentions import Mention
from firsthand.names.papers import PRINTED, SIGNED, facts

if TYPE_CHECKING:
    from firsthand.names.index.vocabulary import Engine

NAMED = 6  # places of one indication that are kept


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a case: its records by id, its sources by id, the particulars of each source."""

    records: Mapping[str, Record]
    sources: Mapping[str, Source]
    papers: Mapping[str, Sequence[Record]]  # by the record that they belong to
    lineage: Lineage

    def called(self, record: str) -> str:
        """How a record is called in a sentence."""
        found = self.records.get(record)
        return (found.outlet or found.title or found.name) if found else "a record"

    def at(self, place: Place) -> str:
        """The same of the record of a place; of a register with the line, as many people stand in one."""
        found = self.records.get(place.record)
        return (
            found.cited(place) if found and found.kind is RecordKind.REGISTER else self.called(place.record)
        )


def identify(
    records: Sequence[Record],
    attributions: Sequence[Attribution],
    groups: Mapping[str, Sequence[Mention]],
    sources: Sequence[Source],
    matches: Sequence[Match],
    descents: Sequence[Descent] = (),
    *,
    engine: Engine,
) -> tuple[Identity, ...]:
    """The open questions: the writers of primary records first, then sources that may be one person.

    ``groups`` are the mentions of each source by its id; ``descents`` say which report has what it says from
    another, which then is no second voice. ``engine`` brings names together that may be one. Nothing is
    decided here.
    """
    persons = cast(groups)
    papers = defaultdict[str, list[Record]](list)
    for record in records:
        if record.kind is RecordKind.PAPER and record.of:
            papers[record.of].append(record)
    known = Known(
        {r.id: r for r in records},
        {s.id: s for s in sources},
        papers,
        lineage(descents, {r.id for r in records if r.kind is RecordKind.REPORT}),
    )
    found = claims(records, attributions, matches, persons)
    return (*_writers(found, known), *_namesakes(known), *_pairs(known, engine))


# ------------------------------------------------------------ who wrote a record


def _writers(found: Iterable[Claim], known: Known) -> Iterator[Identity]:
    by_record: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in found:
        by_record[claim.record][claim.source].append(claim)
    for record, by_source in by_record.items():
        candidates = [
            _candidate(known.sources[s], told, known) for s, told in by_source.items() if s in known.sources
        ]
        candidates = [c for c in candidates if any(i.way is not Way.OPEN for i in c.indications)]
        candidates.sort(key=lambda c: -sum(i.way is Way.FOR for i in c.indications))
        if candidates:
            whom = f"the writer of “{known.called(record)}”"
            yield Identity(identity("writer", record), whom, tuple(candidates), record=record)


def _candidate(source: Source, told: Sequence[Claim], known: Known) -> Candidate:
    papers = [p for p in known.papers.get(told[0].record, ()) if _bears(p, source)]
    particulars = [*source.particulars, *(f for p in papers for f in on_paper(p))]
    indications = (
        *_claimed(told, known),
        *_papers(known.papers.get(told[0].record, ()), source),
        *within(particulars, known.at, known.lineage),
    )
    return Candidate(source.id, source.name, indications)


def _claimed(told: Sequence[Claim], known: Known) -> Iterator[Indication]:
    """Who says so, a sentence for each voice; those that only quote the record as this person's in one."""
    words = [each for each in told if not each.quoted]
    for so in (True, False):
        by_voice: defaultdict[str, list[Claim]] = defaultdict(list)
        agreed = [each for each in words if each.so is so]
        saying = {each.at.record for each in agreed}
        for each in agreed:
            by_voice[known.lineage.root(each.at.record, saying)].append(each)
        for voice, claimed in by_voice.items():
            yield _voiced(voice, claimed, so, known)
    spoken = {each.at.record for each in words}
    quoted = {each.at.record: each for each in told if each.quoted and each.at.record not in spoken}
    if quoted:
        names = ", ".join(dict.fromkeys(known.called(record) for record in quoted))
        note = f"Words of the record are quoted as this person’s in {names}."
        yield Indication(Column.NAMES, Way.FOR, note, tuple(c.at for c in quoted.values())[:NAMED])


def _voiced(voice: str, claimed: Sequence[Claim], so: bool, known: Known) -> Indication:
    """One voice, and the reports that were made from it."""
    own = [each for each in claimed if each.at.record == voice]
    others = ", ".join(dict.fromkeys(known.called(c.at.record) for c in claimed if c.at.record != voice))
    by = next((each.by for each in own if each.by), "")
    head = f"{by}, in {known.called(voice)}," if by else known.called(voice)
    more = f" Made from it, and no further voice: {others}." if others else ""
    note = f"{head} says that this is {'' if so else 'not '}the writer.{more}"
    places = tuple(dict.fromkeys(c.at for c in (*own, *claimed)))[:NAMED]
    return Indication(Column.NAMES, Way.FOR if so else Way.AGAINST, note, places)


def _bears(paper: Record, source: Source) -> bool:
    return any(_likeness(name, source)[0] is Sameness.SAME for name in _on_paper(paper))


def _papers(papers: Sequence[Record], source: Source) -> Iterator[Indication]:
    """Papers that belong to the record: whether they bear a spelling of this name."""
    for paper in papers:
        names = _on_paper(paper)
        found = [(name, *_likeness(name, source)) for name in names]
        same = [each for each in found if each[1] is Sameness.SAME]
        head = f"“{paper.title or paper.name}”, which belongs to the record, bears {' and '.join(names)}"
        places = (_place(paper, names),)
        if same:
            ways = "; ".join(f"{n} is {spelling} ({why})" for n, _, spelling, why in same if n != spelling)
            yield Indication(
                Column.NAMES, Way.FOR, f"{head}{f': {ways}' if ways else ', this name'}.", places
            )
        elif any(verdict is Sameness.CANNOT_TELL for _, verdict, _, _ in found):
            note = f"{head}: whether that is {source.name} the names cannot tell."
            yield Indication(Column.NAMES, Way.OPEN, note, places)
        elif names:
            yield Indication(Column.NAMES, Way.OPEN, f"{head}, not this name.", places)


def _place(paper: Record, names: Sequence[str]) -> Place:
    """Where the names stand on a paper; the paper alone where its header has them."""
    spans = (Span(at, at + len(name)) for name in names if (at := paper.text.find(name)) >= 0)
    return Place(paper.id, tuple(spans))


def _on_paper(paper: Record) -> list[str]:
    told = facts(paper)
    return [told[field] for field in (PRINTED, SIGNED) if field in told]


def _likeness(name: str, source: Source) -> tuple[Sameness, str, str]:
    """How a name compares with the spelling of a source that is nearest to it, and by which route."""
    likenesses = [(compare(name, each, Being.PERSON), each) for each in (source.name, *source.spellings)]
    best, spelling = max(likenesses, key=lambda pair: pair[0].score)
    return best.verdict, spelling, best.route or "the same letters"


# ------------------------------------------------------------ which sources may be one person, or two


def _namesakes(known: Known) -> Iterator[Identity]:
    """Sources of whom reports say what cannot hold of one person: perhaps two of one name."""
    for source in known.sources.values():
        found = tuple(within(source.particulars, known.at, known.lineage))
        if any(each.way is Way.AGAINST for each in found):
            candidate = Candidate(source.id, source.name, found)
            yield Identity(identity("one person", source.id), source.name, (candidate,), source=source.id)


def _pairs(known: Known, engine: Engine) -> Iterator[Identity]:
    """Sources that may be one person, side by side; each pair once, under the one that speaks more often."""
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    for one, other, likeness in possible(known.sources.values(), engine):
        sure = likeness.verdict is Sameness.SAME
        reasons = f" ({'; '.join(likeness.reasons)})" if likeness.reasons else ""
        note = f"{one.name} and {other.name}: {'spelled alike' if sure else 'names cannot tell'}{reasons}."
        names = Indication(Column.NAMES, Way.FOR if sure else Way.OPEN, note)
        facts_ = between(one.particulars, other.particulars, known.at)
        found[one.id].append(Candidate(other.id, other.name, (names, *facts_), likeness.score))
    for id, candidates in found.items():
        yield Identity(identity("same source", id), known.sources[id].name, tuple(candidates), source=id)
