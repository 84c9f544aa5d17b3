"""A translation in the picture: it comes from the record that it says it translates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from firsthand.model import Certainty, Descent, Evidence, EvidenceKind, Record, RecordKind


def of_translations(records: Iterable[Record], node_of: Mapping[str, str]) -> Iterator[Descent]:
    """The line from each translation to its record; ``node_of``: the node of every record that has one."""
    for record in records:
        if record.kind is RecordKind.TRANSLATION and record.id in node_of and record.of in node_of:
            evidence = Evidence(EvidenceKind.TRANSLATION, f"by {record.by}" if record.by else "")
            yield Descent(node_of[record.id], node_of[record.of], Certainty.SHOWN, (evidence,))
