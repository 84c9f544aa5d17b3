"""What is new since the trace before, for a reader: each with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from firsthand.casefile import CaseFile
from firsthand.model import Change
from firsthand.shelving.sheets import Changed

TRACED, READ = "trace stored", "record read"


def news(file: CaseFile, changes: Iterable[Change], labels: Mapping[str, str]) -> Iterator[Changed]:
    """The records that were read since the trace before the last, then what this changed; nothing where there
    is none before. ``labels`` are those of the dossier by id."""
    traces, count = file.log_part(0, 2, {"action": TRACED, "subject": "case"})
    if count < 2:
        return
    read, _ = file.log_part(0, file.entries, {"action": READ, "since": str(traces[1].number)})
    for entry in reversed(read):
        if label := labels.get(entry.subject):
            yield Changed("new record", f"{label} was received.", label)
    for each in changes:
        yield Changed(
            each.what, each.note, labels.get(each.subject, each.subject if each.subject[0] == "J" else "")
        )
