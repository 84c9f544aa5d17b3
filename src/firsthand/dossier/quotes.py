"""Whether words in quotation marks are those of the text that they were taken from."""

from __future__ import annotations

from firsthand.dossier.index import Index
from firsthand.dossier.sheets import Check, Shape
from firsthand.model import Attribution, Match, MatchKind, Place, RecordKind

SAME = frozenset({MatchKind.VERBATIM, MatchKind.PARTIAL})
NOT_COMPARED = Check(Shape.PLAIN, "not compared", "what it was taken from is not in the case")


def check(index: Index, attribution: Attribution) -> Check | None:
    """The state of the quotation marks of an attribution; None where it has none.

    The record speaks first; without a line of it, the report that the words were taken from. "Not found" is
    said only where there is a text in the case to find them in.
    """
    if not attribution.quotes:
        return None
    match = index.record_match(attribution.id)
    if match:
        return _against_record(index, match)
    reading = index.readings.get(attribution.id)
    if reading and reading.upstream:
        return _against(index, reading.kind, reading.upstream)
    if has_text_upstream(index, attribution):
        return Check(Shape.BAD, "not found", "in no text of the case that it could be taken from")
    return NOT_COMPARED


def has_text_upstream(index: Index, attribution: Attribution) -> bool:
    """Whether the report of an attribution was made from a text, in its own language, that is in the case."""
    child = index.node_of.get(attribution.record, "")
    parents = (index.nodes.get(d.parent) for d in index.parents.get(child, ()))
    here = index.records[attribution.record].language
    texts = (index.records.get(node.record) for node in parents if node)
    return any(text is not None and text.language == here for text in texts)


def _against_record(index: Index, match: Match) -> Check:
    return _against(index, match.kind, match.b)


def _against(index: Index, kind: MatchKind | None, place: Place) -> Check:
    where, to = place_name(index, place), index.place_anchor(place)
    if kind in SAME:
        return Check(Shape.GOOD, "verbatim", where, to)
    if kind is MatchKind.TRANSLATION:
        return Check(Shape.PLAIN, "translated", where, to)
    if kind is MatchKind.FUSED:
        return Check(Shape.BAD, "fused", where, to)
    return Check(Shape.BAD, "differs", where, to)


def place_name(index: Index, place: Place) -> str:
    """A place as a person would name it: "line 7 of the record, in Ha's translation", "Delta Herald"."""
    record = index.records[place.record]
    if record.kind is RecordKind.REPORT:
        return index.outlet(record.id)
    lines = f"line {place.lines[0]}" if place.lines else "the text"
    if len(place.lines) > 1:
        lines = f"lines {place.lines[0]} to {place.lines[-1]}"
    if record.kind is RecordKind.TRANSLATION:
        return f"{lines}, translation by {record.by or 'a translator not named'}"
    return f"{lines} of the record" if record.kind is RecordKind.PRIMARY else f"{lines} of {record.name}"
