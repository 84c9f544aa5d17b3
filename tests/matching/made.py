"""Cases in one call: invented reports and records, matched and grouped with the local engine."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.engines import Local
from firsthand.matching import Matching, group, match
from firsthand.model import Attribution, Kind, Line, Match, Record, RecordKind, Span, Statement
from tests.builders import attribution, record


def report(name: str, text: str, **fields: object) -> Record:
    """A report named so that its id differs from others of the same text."""
    return record(text, name=name, **fields)


def said(of: Record, content: str, kind: Kind = Kind.DIRECT, **fields: object) -> Attribution:
    """Words in quotation marks, unless told otherwise."""
    return attribution(of, content, kind=kind, **fields)


def own(of: Record) -> list[Attribution]:
    """Every line of a report in its own voice."""
    return [attribution(of, line, kind=Kind.OWN) for line in of.text.split("\n") if line]


def numbered(name: str, lines: Sequence[str], **fields: object) -> Record:
    """A primary record with numbered lines."""
    found, at = [], 0
    for number, line in enumerate(lines, 1):
        found.append(Line(number, Span(at, at + len(line))))
        at += len(line) + 1
    fields.setdefault("kind", RecordKind.PRIMARY)
    return record("\n".join(lines), name=name, lines=tuple(found), published="", **fields)


def matched(records: Sequence[Record], attributions: Sequence[Attribution]) -> Matching:
    """What the local engine's keys lead to."""
    return match(records, attributions, Local(1).pairs_sharing_key)


def only(records: Sequence[Record], attributions: Sequence[Attribution]) -> Match:
    """The one match there is."""
    (found,) = matched(records, attributions).matches
    return found


def grouped(records: Sequence[Record], attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    """The statements."""
    return group(records, attributions, matched(records, attributions).matches)


def words_at(records: Sequence[Record], span: Span, where: str) -> str:
    """The characters at a span of the record ``where``."""
    (text,) = [each.text for each in records if each.id == where]
    return text[span.start : span.end]
