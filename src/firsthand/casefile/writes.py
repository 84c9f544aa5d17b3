"""What each write of a case puts down: its words for the log and its rows. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete

from firsthand.casefile import rows, schema
from firsthand.casefile.custody import Action
from firsthand.casefile.database import Write
from firsthand.model import (
    Attribution,
    Derived,
    Division,
    LineAlignment,
    Record,
    Refusal,
    Ruling,
    Signature,
    Trace,
    identity,
)

WHOLE = "case"  # what a trace is of that is of no strand


def created(title: str) -> Write:
    """The first entry of a case: its title and format."""
    about = {"format": str(schema.FORMAT), "title": title}
    return Write(
        Action.CREATED,
        title,
        f"format {schema.FORMAT}",
        tuple((schema.about, {"key": key, "value": value}) for key, value in about.items()),
    )


def upgraded(before: int) -> Write:
    """A case of an older format was brought to this one."""
    row = (schema.about, {"key": f"format {schema.FORMAT}", "value": str(schema.FORMAT)})
    return Write(Action.UPGRADED, "case.db", f"from format {before} to {schema.FORMAT}", (row,))


def moved(to: str) -> Write:
    """All tables were copied from a folder to a server, or back, and stand there from now on."""
    return Write(Action.MOVED, to, "with all its tables")


def resumed() -> Write:
    """A writer found a case without a seal."""
    why = "it was not sealed: the last writer was interrupted, or a reader kept the database open"
    return Write(Action.RESUMED, "case.db", why)


def received(sha256: str, size: int, name: str, known: bool) -> Write:
    """Bytes arrived under ``name``; ``known`` if the case has had them before."""
    receipt = (schema.receipts, {"object": sha256, "name": name})
    new = (schema.objects, {"sha256": sha256, "size": size})
    action = Action.AGAIN if known else Action.RECEIVED
    return Write(action, sha256, f"{name}, {size:,} bytes", (receipt,) if known else (new, receipt))


def derived(found: Derived, size: int, known: bool) -> Write:
    """Bytes were taken out of others; ``known`` if the case has had them before."""
    row = (schema.derivations, rows.from_derived(found))
    new = (schema.objects, {"sha256": found.object, "size": size})
    detail = f"{found.name}, {size:,} bytes, {found.part} of {found.parent}"
    return Write(Action.DERIVED, found.object, detail, (row,) if known else (new, row))


def kept(record: Record, number: int, offsets: bytes) -> Write:
    """A record was read; it stands at ``number`` in the case."""
    row = (schema.records, rows.from_record(record, number, offsets))
    return Write(Action.READ, record.id, _describe(record), (row,))


def corrected(record: Record, number: int, offsets: bytes) -> Write:
    """What is known about a record changed, not its text."""
    row = (schema.records, rows.from_record(record, number, offsets))
    old = delete(schema.records).where(schema.records.c.id == record.id)
    return Write(Action.CORRECTED, record.id, _describe(record), (row,), (old,))


def _describe(record: Record) -> str:
    part = f", {record.part}" if record.part else ""
    return f"{record.name}{part}, {record.format or 'no format'}, {len(record.text):,} characters"


def refused(refusal: Refusal) -> Write:
    """Something received could not be read. A later refusal of the same part takes its place."""
    table = schema.refusals.c
    old = delete(schema.refusals).where(
        table.object == refusal.object, table.part == refusal.part, table.name == refusal.name
    )
    subject = " ".join(each for each in (refusal.object, refusal.name, refusal.part) if each)
    return Write(
        Action.REFUSED, subject, refusal.what, ((schema.refusals, rows.from_refusal(refusal)),), (old,)
    )


def attributed(record: str, reader: str, found: Sequence[Attribution]) -> Write:
    """A reader read a record; what an earlier one found there is replaced."""
    new: list[tuple[Any, rows.Row]] = [(schema.readers, {"record": record, "reader": reader})]
    new += [(schema.attributions, rows.from_attribution(each, n)) for n, each in enumerate(found)]
    old = tuple(delete(t).where(t.c.record == record) for t in (schema.attributions, schema.readers))
    return Write(Action.ATTRIBUTED, record, f"{reader}, {_count(found, 'attribution')}", tuple(new), old)


def aligned(found: LineAlignment, file: str) -> Write:
    """Lines of a record answer to lines of another; what was known of it before is replaced.

    ``file`` is the row of the record: where several files make it up, that of the first.
    """
    row = (schema.alignments, rows.from_alignment(found) | {"record": file})
    old = delete(schema.alignments).where(schema.alignments.c.record == file)
    detail = f"{_count(found.pairs, 'pair')} with {found.of}"
    return Write(Action.ALIGNED, file, detail, (row,), (old,))


def traced(key: str, trace: Trace, strands: Sequence[Trace] = ()) -> Write:
    """The case was traced; the trace before is replaced. ``strands`` are stored by themselves."""
    row = (schema.traces, {"key": key, "value": rows.to_json(trace)})
    statements = [s for each in (trace, *strands) for s in each.statements]
    old = delete(schema.traces).where(schema.WHOLE)
    return Write(
        Action.TRACED, WHOLE, f"{_count(statements, 'statement')}, from inputs {key}", (row,), (old,)
    )


def strand(key: str, trace: Trace | None) -> Write:
    """A strand of the case was traced, or is none any more."""
    subject = f"{schema.STRAND}{key}"
    row = (schema.traces, {"key": subject, "value": rows.to_json(trace)})
    detail = _count(trace.statements, "statement") if trace else "no strand of the case any more"
    old = delete(schema.traces).where(schema.traces.c.key == subject)
    return Write(Action.TRACED, subject, detail, (row,) if trace else (), (old,))


def divided(of: str, division: Division | None) -> Write:
    """The reports of the case were divided into strands, or are divided otherwise now."""
    subject = f"{schema.DIVISION}{of}"
    row = (schema.traces, {"key": subject, "value": rows.to_json(division)})
    detail = (
        f"{_count(division.groups, 'group')} of reports" if division else "not how it is divided any more"
    )
    old = delete(schema.traces).where(schema.traces.c.key == subject)
    return Write(Action.TRACED, subject, detail, (row,) if division else (), (old,))


def vectors(network: str, made: Mapping[str, Mapping[str, bytes]]) -> Write:
    """The vectors of wordings that a trace had to make, by record."""
    value = rows.to_json(made)
    row = (schema.traces, {"key": f"{schema.VECTORS}{network} {identity(value)}", "value": value})
    return Write(Action.TRACED, row[1]["key"], f"{sum(map(len, made.values())):,} vectors", (row,))


def forgotten(key: str) -> Write:
    """Vectors were made by other weights than those installed."""
    old = delete(schema.traces).where(schema.traces.c.key == key)
    return Write(Action.TRACED, key, "not made by the weights installed", (), (old,))


def signed(signature: Signature) -> Write:
    """Somebody signed the log as it is."""
    row = (schema.signatures, rows.from_signature(signature))
    stamp = f", with a timestamp of {signature.authority}" if signature.token else ""
    detail = f"by {signature.by}, with the key {signature.key}{stamp}"
    return Write(Action.SIGNED, str(signature.number), detail, (row,))


def ruled(ruling: Ruling) -> Write:
    """A person decided something, or undid what was decided."""
    row = (schema.rulings, rows.from_ruling(ruling))
    why = f": {ruling.because}" if ruling.because else ""
    if ruling.undoes:
        return Write(Action.UNDONE, f"ruling {ruling.undoes}", f"by {ruling.by}{why}", (row,))
    names = " and ".join(f"“{each.words}”" for each in ruling.on)
    told = f"{names}: {ruling.judgement}, by {ruling.by}{why}"
    return Write(Action.RULED, f"ruling {ruling.number}", told, (row,))


def logged(action: str, subject: str, detail: str) -> Write:
    """Something was done with the case that leaves no rows, such as an export."""
    if action in set(Action):
        raise ValueError(f"{action!r} is an entry that only the storage itself may write")
    return Write(action, subject, detail)


def _count(things: Sequence[object], name: str) -> str:
    return f"{len(things):,} {name}{'' if len(things) == 1 else 's'}"
