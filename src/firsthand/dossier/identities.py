"""Questions that stay open: who somebody is, candidates side by side, with what was ruled on each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.dossier.index import Index
from firsthand.dossier.pieces import Shape
from firsthand.dossier.rulings import RulingNote
from firsthand.model import (
    Candidate,
    Column,
    Identity,
    Indication,
    Judgement,
    Ruling,
    Source,
    Trace,
    Way,
    standing,
)

SHAPES = {Way.FOR: Shape.GOOD, Way.AGAINST: Shape.BAD, Way.OPEN: Shape.PLAIN}
WAYS = (Way.FOR, Way.AGAINST, Way.OPEN)  # in this order side by side


@dataclass(frozen=True, slots=True)
class IndicationNote:
    """Something that speaks for or against: a word for which, a sentence, and where it was read."""

    shape: Shape
    word: str
    note: str
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CandidateSheet:
    """Somebody who may be meant: spellings, and what names and facts say; ``score`` of the names in words."""

    name: str
    to: str
    spellings: tuple[str, ...]
    names: tuple[IndicationNote, ...]
    facts: tuple[IndicationNote, ...]
    score: str = ""
    rulings: tuple[RulingNote, ...] = ()


@dataclass(frozen=True, slots=True)
class IdentitySheet:
    """Who somebody is: the candidates side by side, and whether it is open or what was ruled."""

    anchor: str
    id: str
    question: str
    to: str
    state: str
    shape: Shape
    candidates: tuple[CandidateSheet, ...]
    names: tuple[
        str, ...
    ] = ()  # that a ruling on it is on, as `firsthand rule` takes them; one is a candidate's
    how: str = ""  # how to rule on it


def identity_sheets(
    index: Index, trace: Trace, rulings: Sequence[Ruling], told: Iterable[RulingNote]
) -> tuple[IdentitySheet, ...]:
    """The questions in the order of the trace: writers of records first; ``told`` are the ``rulings`` as
    they are shown."""
    sources = {each.id: each for each in trace.sources}
    notes = {each.number: each for each in told}
    made = {each.number: each for each in standing(rulings)}
    return tuple(
        _sheet(f"W{number}", each, index, sources, notes, made)
        for number, each in enumerate(trace.identities, 1)
        if each.source in sources or each.record in index.records
    )


def _sheet(
    anchor: str,
    asked: Identity,
    index: Index,
    sources: dict[str, Source],
    notes: dict[int, RulingNote],
    made: dict[int, Ruling],
) -> IdentitySheet:
    candidates = []
    ruled = ""
    for each in asked.candidates:
        numbers = [
            n for n in _numbers(sources.get(each.source)) if n in made and _about(asked, made[n], sources)
        ]
        candidates.append(_candidate(each, index, sources, tuple(notes[n] for n in numbers)))
        if any(made[n].judgement is Judgement.SAME for n in numbers):
            ruled = each.name
    whom = _question(asked)
    state = f"ruled: {ruled}" if ruled else "open: nobody has ruled"
    label = index.anchors.get(asked.record, "")
    names = _names(asked, label)
    return IdentitySheet(
        anchor,
        asked.id,
        whom,
        label or index.anchors.get(asked.source, ""),
        state,
        Shape.GOOD if ruled else Shape.WARN,
        tuple(candidates),
        names,
        _how(asked, names),
    )


def _question(asked: Identity) -> str:
    if asked.record:
        return f"Who is {asked.whom}?"
    if _alone(asked):
        return f"Is {asked.whom} one person, or two of one name?"
    return f"Is {asked.whom} somebody else, too?"


def _alone(asked: Identity) -> bool:
    return all(each.source == asked.source for each in asked.candidates)


def _names(asked: Identity, label: str) -> tuple[str, ...]:
    """Who is asked about: the writer of a record, somebody, or somebody as two reports have them."""
    if asked.record:
        return (f"the writer@{label}",)
    return (f"{asked.whom}@R1", f"{asked.whom}@R2") if _alone(asked) else (asked.whom,)


def _how(asked: Identity, names: Sequence[str]) -> str:
    """What to type in a terminal."""
    other = asked.candidates[0].name if len(asked.candidates) == 1 else "NAME"
    judgement, on = ("different", names) if len(names) > 1 else ("same", (*names, other))
    quoted = " ".join(f'"{each}"' for each in on)
    return f'firsthand rule CASE {judgement} {quoted} --by "…" --because "…"'


def _numbers(source: Source | None) -> Collection[int]:
    return source.rulings if source else ()


def _about(asked: Identity, ruling: Ruling, sources: dict[str, Source]) -> bool:
    """Whether a ruling on a candidate is on this question: on the record, on the other source too, or on two
    of one name."""
    if asked.source and _alone(asked):
        return len({anchor.words.casefold() for anchor in ruling.on}) == 1
    if asked.record:
        return any(anchor.record == asked.record for anchor in ruling.on)
    return ruling.number in _numbers(sources.get(asked.source))


def _candidate(
    found: Candidate, index: Index, sources: dict[str, Source], rulings: tuple[RulingNote, ...]
) -> CandidateSheet:
    source = sources.get(found.source)
    columns = {
        column: tuple(
            IndicationNote(SHAPES[i.way], i.way.value, i.note, tuple(_to(index, i)))
            for way in WAYS
            for i in found.indications
            if i.column is column and i.way is way
        )
        for column in Column
    }
    return CandidateSheet(
        found.name,
        index.anchors.get(found.source, ""),
        source.spellings if source else (),
        columns[Column.NAMES],
        columns[Column.FACTS],
        "" if found.score is None else f"{found.score:.0%} by the names alone",
        rulings,
    )


def _to(index: Index, indication: Indication) -> Iterator[str]:
    """The anchors of where it was read, each once."""
    found = (index.place_anchor(p) if p.record in index.records else "" for p in indication.places)
    yield from dict.fromkeys(anchor for anchor in found if anchor)


def disputed_writers(sheets: Iterable[IdentitySheet], trace: Trace) -> list[IdentitySheet]:
    """The questions about a record on which more than one candidate is named and nobody has ruled."""
    records = {each.id for each in trace.identities if each.record}
    return [
        sheet
        for sheet in sheets
        if sheet.id in records
        and sheet.shape is Shape.WARN
        and sum(any(n.shape is Shape.GOOD for n in c.names) for c in sheet.candidates) > 1
    ]
