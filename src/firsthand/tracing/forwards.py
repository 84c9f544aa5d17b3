"""Messages that were forwarded: from whom, and which message of the case it was.

An export gives the name that its owner sees, a newer one the number of the channel too, and not the message
behind it: where nothing of that name or number is in the case, the name is all that is known.
"""

from __future__ import annotations

from firsthand.model import Certainty, Evidence, EvidenceKind, Record
from firsthand.text import fold_word, words
from firsthand.tracing.family import Family, Lead
from firsthand.tracing.ground import Ground


def original(ground: Ground, family: Family, record: Record) -> None:
    """The message that was forwarded as a parent: the latest with the same words in the channel named."""
    outlet = ground.press.forwarded(record.id)
    same = [
        i
        for i in (outlet.records if outlet else ())
        if i in ground.records
        and ground.may_follow(record.id, i)
        and _said(ground.records[i]) == _said(record)
    ]
    if same:
        family.add(record.id, _lead(record, max(same, key=lambda i: (ground.records[i].published, i))))


def sender(ground: Ground, family: Family, record: Record) -> None:
    """Whom it was forwarded from as a parent: its message that is one already, else the name alone."""
    outlet = ground.press.forwarded(record.id)
    if outlet is None or record.id in outlet.records:
        return
    known = [i for i in family.leads[record.id] if i in outlet.records]
    for each in known or [outlet.node.id]:
        family.add(record.id, _lead(record, each))


def _lead(record: Record, parent: str) -> Lead:
    shown = "name and number" if record.extra.get("forwarded_from_id") else "name"
    written = record.extra.get("forwarded_date", "").replace("T", " ").replace("+00:00", " UTC")
    sent = f" (sent there {written})" if written else ""
    note = (
        f"It was forwarded from {record.extra['forwarded_from']}{sent}, by the {shown} that the export shows."
    )
    return Lead(parent, Certainty.SHOWN, [Evidence(EvidenceKind.CREDIT, note)])


def _said(record: Record) -> list[str]:
    return [fold_word(record.text[s.start : s.end]) for s in words(record.text)]
