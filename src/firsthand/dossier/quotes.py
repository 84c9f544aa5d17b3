"""Whether words in quotation marks are those of the text that they were taken from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from firsthand.dossier.differences import carried, turned
from firsthand.dossier.index import Index
from firsthand.dossier.phrases import listed
from firsthand.dossier.pieces import Shape
from firsthand.dossier.tagged import Check
from firsthand.model import Attribution, Edit, MatchKind, Op, Place, Reading, RecordKind, Span

SAME = frozenset({MatchKind.VERBATIM, MatchKind.PARTIAL})
WORDS: dict[MatchKind | None, tuple[Shape, str]] = {
    MatchKind.VERBATIM: (Shape.GOOD, "verbatim"),
    MatchKind.PARTIAL: (Shape.GOOD, "verbatim"),
    MatchKind.ALTERED: (Shape.BAD, "differs"),
    MatchKind.FUSED: (Shape.BAD, "fused"),
    MatchKind.PARAPHRASE: (Shape.WARN, "other words"),
    MatchKind.TRANSLATION: (Shape.PLAIN, "translated"),
}
NOT_COMPARED = Check(Shape.PLAIN, "not compared", "nothing in the case to compare it with")
NOT_FOUND = Check(Shape.BAD, "not found", "no text that it says it is from has these words")


def check(index: Index, attribution: Attribution) -> Check | None:
    """The state of the quotation marks of an attribution; None where it has none.

    A line of the record with these very words settles it. Otherwise the words are laid beside the text that
    they were taken from; where a report copies a quotation faithfully, the faults of what it copied are its
    own. "Not found" is said only of words that the report itself says are from a text of the case: what a
    person told this reporter alone cannot be looked up.
    """
    if not attribution.quotes:
        return None
    return _beside(index, _at_fault(index, attribution)[0])


def _at_fault(index: Index, attribution: Attribution) -> tuple[Attribution, list[Reading]]:
    """The attribution whose words are to be laid beside what they were taken from, and the faithful copies
    on the way from there: the one itself, but where it copied a fault."""
    here, copies, seen = attribution, list[Reading](), set[str]()
    while here.id not in seen:
        seen.add(here.id)
        found = _beside(index, here)
        if found.shape is Shape.BAD:
            return here, copies
        reading = index.readings.get(here.id)
        above = index.attributions.get(reading.upstream_attribution) if reading else None
        faithful = found.shape is Shape.GOOD and reading is not None and reading.kind in SAME
        if not faithful or reading is None or above is None or not above.quotes:
            break
        here, copies = above, [reading, *copies]
    return attribution, []


class Basis(NamedTuple):
    """What a quotation is compared with, how the two agree, and the edits from there to here."""

    kind: MatchKind | None
    place: Place
    edits: tuple[Edit, ...]


def compared(index: Index, attribution: Attribution) -> Basis | None:
    """What ``check`` lays a quotation beside, and the edits from there to its own words."""
    at_fault, copies = _at_fault(index, attribution)
    found = _basis(index, at_fault)
    if found is None:
        return None
    return found._replace(edits=reduce(carried, (each.edits for each in copies), found.edits))


def _basis(index: Index, attribution: Attribution) -> Basis | None:
    """The text to compare a quotation with: a line with these very words, else what it was taken from.

    A parent that says it in other words only is no basis while a line of the record comes nearer.
    """
    match = index.record_match(attribution.id)
    line = Basis(match.kind, match.b, turned(match.edits)) if match else None
    reading = index.readings.get(attribution.id)
    if not reading or not reading.upstream or reading.upstream.record not in index.records:
        return line
    if line and (line.kind in SAME or reading.kind is MatchKind.PARAPHRASE):
        return line
    return Basis(reading.kind, reading.upstream, reading.edits)


def _beside(index: Index, attribution: Attribution) -> Check:
    found = _basis(index, attribution)
    if found and found.kind is MatchKind.ALTERED and not _within_marks(found.edits, attribution.quotes):
        return _against(index, MatchKind.PARTIAL, found.place)
    if found:
        return _against(index, found.kind, found.place)
    return NOT_FOUND if _says_where(index, attribution) else NOT_COMPARED


def _within_marks(edits: Sequence[Edit], quotes: Sequence[Span]) -> bool:
    """Whether any change touches words in quotation marks; the report's own words around them may differ."""
    changes = [edit.b for edit in edits if edit.op is not Op.EQUAL]
    return any(b.start < q.end and q.start < max(b.end, b.start + 1) for b in changes for q in quotes)


def _says_where(index: Index, attribution: Attribution) -> bool:
    """Whether the report says that the words are from a text, and one in its language is in the case."""
    if attribution.id not in index.from_texts:
        return False
    child = index.node_of.get(attribution.record, "")
    parents = (index.nodes.get(d.parent) for d in index.parents.get(child, ()))
    here = index.records[attribution.record].language
    texts = (index.records.get(node.record) for node in parents if node)
    return any(text is not None and text.language == here for text in texts)


def _against(index: Index, kind: MatchKind | None, place: Place) -> Check:
    shape, word = WORDS.get(kind, (Shape.PLAIN, "not compared"))
    return Check(shape, word, place_name(index, place), index.place_anchor(place))


def place_name(index: Index, place: Place) -> str:
    """A place as a person would name it: "line 7 of the record", "Delta Herald"."""
    record = index.records[place.record]
    if record.kind is RecordKind.REPORT:
        return index.outlet(record.id)
    lines = _numbers(place.lines)
    if record.kind is RecordKind.TRANSLATION:
        return f"{lines}, translation by {record.by or 'a translator not named'}"
    return f"{lines} of the record" if record.kind is RecordKind.PRIMARY else f"{lines} of {record.name}"


def _numbers(lines: Sequence[int]) -> str:
    if not lines:
        return "the text"
    if len(lines) == 1:
        return f"line {lines[0]}"
    if lines[-1] - lines[0] == len(lines) - 1 > 1:
        return f"lines {lines[0]} to {lines[-1]}"
    return f"lines {listed([str(n) for n in lines])}"
