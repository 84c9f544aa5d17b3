"""What the records say of a person: read beside the name in reports, and on the papers that bear it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from firsthand.model import Particular, Record, RecordKind, Source, Span
from firsthand.names.identifying.births import aged
from firsthand.names.identifying.cast import Cast, Standing, cast, sentence
from firsthand.names.identifying.holding import BIRTHPLACE, BORN, RANK, UNIT
from firsthand.names.identifying.ranks import rank_of
from firsthand.names.identifying.registers import registered
from firsthand.names.identifying.tables import fields
from firsthand.names.mentions import Mention
from firsthand.names.papers import facts
from firsthand.names.placing import place
from firsthand.names.spelling import key, listed

AGE = "age"
ROLE = "role"
ROLE_BEFORE = re.compile(r"(?<![\w-])(?:[^\W\d_][\w'’-]{0,30} ){1,3}$")
OF_THE_PERSON = (
    BORN,
    BIRTHPLACE,
    AGE,
    RANK,
    UNIT,
    "occupation",
    "citizenship",
    "nationality",
    "patronymic",
    "number",
    "personal number",
)
BEHIND = 25  # characters from what is said to a name behind it


def read_particulars(records: Iterable[Record], cast: Cast) -> dict[str, list[Particular]]:
    """What reports say of each person, by source, in the order of the records; each thing once a report."""
    found: defaultdict[str, dict[tuple[str, str, str], Particular]] = defaultdict(dict)
    for record in records:
        if record.kind is RecordKind.REPORT and record.id in cast.persons:
            for source, each in (*_beside(record, cast), *_roles(record, cast), *_ranks(record, cast)):
                found[source].setdefault((each.field, key(each.value), record.id), each)
    return {source: list(each.values()) for source, each in found.items()}


def with_particulars(
    sources: Sequence[Source], records: Iterable[Record], groups: Mapping[str, Sequence[Mention]]
) -> tuple[Source, ...]:
    """The sources with what reports and registers say of each; ``groups`` are the mentions of each by id."""
    held = tuple(records)
    found = read_particulars(held, cast(groups))
    known = registered(held, sources)
    told = {s.id: (*found.get(s.id, ()), *known.get(s.id, ())) for s in sources}
    return tuple(replace(s, particulars=told[s.id]) if told[s.id] else s for s in sources)


def on_paper(paper: Record) -> list[Particular]:
    """What an identity paper says of its holder."""
    told = facts(paper)
    found = []
    for field in OF_THE_PERSON:
        if value := told.get(field, ""):
            at = max(paper.text.find(value), 0)
            name = ROLE if field == "occupation" else field
            found.append(Particular(name, value, place(paper, Span(at, at + len(value)))))
    return found


def _beside(record: Record, cast: Cast) -> Iterator[tuple[str, Particular]]:
    for field, pattern in fields(record.language):
        for m in pattern.finditer(record.text):
            low, high = sentence(record.text, m.start(), m.end())
            whose = _nearest(cast.within(record.id, low, high), m.start(), m.end())
            if whose and m["value"]:
                at = place(record, Span(low, high))
                told = aged(m["value"], record.published) if field == AGE else ""
                yield whose.source, Particular(BORN if told else field, told or m["value"], at)


def _nearest(persons: Sequence[Standing], start: int, end: int) -> Standing | None:
    """Who stands nearest before; else right behind ("the 24-year-old Bo Ek")."""
    before = [p for p in persons if p.end <= start]
    if before:
        return before[-1]
    return next((p for p in persons if end <= p.at <= end + BEHIND), None)


def _roles(record: Record, cast: Cast) -> Iterator[tuple[str, Particular]]:
    """Common nouns for a person right before a name: "the pump hand Pyo Jin-gu"."""
    persons = listed("persons", "titles")
    for standing in cast.persons[record.id]:
        before = ROLE_BEFORE.search(record.text, max(0, standing.at - 96), standing.at)
        words = before[0].split() if before else []
        lower = [w for w in words if w[:1].islower()]
        if words and words[-1:] == lower[-1:] and key(words[-1]) in persons:
            value = _phrase(words)
            low, high = sentence(record.text, standing.at, standing.end)
            yield standing.source, Particular(ROLE, value, place(record, Span(low, high)))


def _ranks(record: Record, cast: Cast) -> Iterator[tuple[str, Particular]]:
    """Ranks right before a name, at its head, or behind a Korean one: "Captain Ada Quist", "표진구 상사"."""
    for standing in cast.persons[record.id]:
        if found := rank_of(record.text, standing.at, standing.end, record.language):
            low, high = sentence(record.text, standing.at, standing.end)
            value = record.text[slice(*found)]
            yield standing.source, Particular(RANK, value, place(record, Span(low, high)))


def _phrase(words: Sequence[str]) -> str:
    """The last words that belong to the noun: "pump hand" of "by the pump hand"."""
    kept = [words[-1]]
    for word in reversed(words[:-1]):
        if not word[:1].islower() or key(word) in listed("determiners", "prepositions", "conjunctions", "of"):
            break
        kept.insert(0, word)
    return " ".join(kept)
