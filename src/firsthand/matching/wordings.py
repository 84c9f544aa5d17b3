"""What is compared: attributions, quotations inside them, lines of records; equal wordings once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from firsthand.matching.across.figures import figures
from firsthand.matching.words import features, heft, names_in, words_of
from firsthand.model import Attribution, Kind, Line, Record, RecordKind, Span
from firsthand.text import excerpt, sentences

# Records whose lines are compared; a page image has no text, a paper is no statement.
SOURCES = (RecordKind.PRIMARY, RecordKind.TRANSLATION)


# Words of a statement with a single content word.
SHORTEST = 5


class Voice(IntEnum):
    """Whose words a wording is."""

    SAID = 0  # attributed to somebody, or marked as quoted
    OWN = 1  # the report's own voice
    LINE = 2  # a line of a record


@dataclass(frozen=True, slots=True)
class Unit:
    """One place that is compared. ``part`` marks a quotation inside a longer attribution; ``line`` is an
    index into the lines of the record, -1 for an attribution."""

    record: str
    spans: tuple[Span, ...]
    voice: Voice
    attribution: str = ""
    part: bool = False
    line: int = -1


@dataclass(frozen=True, slots=True)
class Wording:
    """One sequence of folded words in one voice, and every place that has it, the earliest first.

    ``language`` and ``numbers`` (as values) are those of the earliest.
    """

    keys: tuple[str, ...]
    voice: Voice
    units: tuple[Unit, ...]
    features: tuple[str, ...]
    names: frozenset[str]
    language: str = "en"
    numbers: frozenset[float] = frozenset()


def earliest(record: Record) -> tuple[str, str]:
    """The order in which records are laid out: by date, undated last; equal dates by content."""
    return record.published or "~", record.id


def lines_of(record: Record) -> tuple[Line, ...]:
    """The lines of a record; where none are numbered, its sentences, numbered from 1."""
    if record.lines:
        return record.lines
    found = sentences(record.text, record.language or "en")
    return tuple(Line(number, span) for number, span in enumerate(found, 1))


def units_of(records: Mapping[str, Record], attributions: Iterable[Attribution]) -> Iterator[Unit]:
    """Every place to compare: attributions of the records given, their quotations, lines of sources."""
    for each in attributions:
        if each.record not in records:
            continue
        voice = Voice.OWN if each.kind is Kind.OWN else Voice.SAID
        yield Unit(each.record, each.content, voice, each.id)
        if each.quotes != each.content:
            yield from (Unit(each.record, (q,), Voice.SAID, each.id, part=True) for q in each.quotes)
    for record in records.values():
        if record.kind in SOURCES:
            for n, line in enumerate(lines_of(record)):
                yield Unit(record.id, (line.span,), Voice.LINE, line=n)


def wordings_of(records: Mapping[str, Record], units: Iterable[Unit]) -> list[Wording]:
    """Units with the same words in the same voice put together, in an order that follows content alone.

    Units with fewer than two content words are left out, unless function words make a sentence of
    them ("we only did as we were told"): one word or a name is no statement.
    """
    same: defaultdict[tuple[tuple[str, ...], Voice], list[Unit]] = defaultdict(list)
    for unit in units:
        words = words_of(records[unit.record].text, unit.spans)
        if unit.line >= 0 or _says_something(words.keys):
            same[words.keys, unit.voice].append(unit)
    order = {each.id: earliest(each) for each in records.values()}
    return [_wording(records, order, *key, same[key]) for key in sorted(same)]


def _says_something(keys: Sequence[str]) -> bool:
    return heft(keys) >= (1 if len(keys) >= SHORTEST else 2)


def _wording(
    records: Mapping[str, Record],
    order: Mapping[str, tuple[str, str]],
    keys: tuple[str, ...],
    voice: Voice,
    units: Sequence[Unit],
) -> Wording:
    ranked = sorted(units, key=lambda u: (order[u.record], u.spans, u.attribution))
    first, spans = records[ranked[0].record], ranked[0].spans
    names = names_in(first.text, words_of(first.text, spans))
    numbers = figures(excerpt(first.text, spans))
    return Wording(keys, voice, tuple(ranked), tuple(features(keys)), names, first.language or "en", numbers)
