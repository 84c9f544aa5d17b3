"""Values to rows and back. JSON columns hold what has no need of a column of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

import msgspec

from firsthand.errors import CaseDamaged
from firsthand.model import (
    Attribution,
    Derived,
    Division,
    Entry,
    LineAlignment,
    Record,
    Refusal,
    Ruling,
    Signature,
    Trace,
    aligned,
)

T = TypeVar("T")
Row = dict[str, Any]
Vectors = Mapping[str, Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Receipt:
    """Bytes as they arrived once: under which ``name``, when, and whether they were ``known`` before."""

    object: str
    size: int
    name: str
    at: str
    known: bool


@dataclass(frozen=True, slots=True)
class Arrival:
    """What bytes came as: received under ``name``, or taken out of others.

    ``stated`` is what these say of them, as pairs; ``depth`` the number of files they lie in.
    """

    object: str
    name: str
    told: tuple[tuple[str, str], ...] = ()
    depth: int = 0

    @property
    def stated(self) -> dict[str, str]:
        """What the file that they lay in says of them."""
        return dict(self.told)


def to_json(value: object) -> str:
    """``value`` as JSON. Lone surrogates, which UTF-8 cannot hold, are written as escapes."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(value))


def from_json(kind: type[T], data: str, where: str) -> T:
    """The value of type ``kind`` that ``to_json`` wrote. Refuses anything else as damage."""
    try:
        return _decoder(kind).decode(data)  # type: ignore[no-any-return, arg-type]
    except (msgspec.DecodeError, UnicodeError):
        pass
    try:
        return msgspec.convert(json.loads(data), type=kind)
    except (ValueError, RecursionError) as error:
        raise CaseDamaged(
            "a stored value cannot be read",
            where=where,
            do="Run `firsthand verify` on the case to see what changed",
        ) from error


@cache
def _decoder(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def from_record(record: Record, number: int, offsets: bytes) -> Row:
    """The row of a record: its text in a column of its own, the rest as JSON.

    What its lines answer to stands in the alignments alone.
    """
    record = aligned(record, None)
    return {
        "id": record.id,
        "number": number,
        "object": record.object,
        "value": to_json(replace(record, text="")),
        "text": record.text,
        "offsets": offsets,
    }


def to_record(row: Any) -> Record:
    """The record of a row with ``id``, ``value`` and ``text``."""
    return replace(from_json(Record, row.value, f"record {row.id}"), text=row.text)


def from_derived(derived: Derived) -> Row:
    """The row of what was taken out of an object."""
    return {
        "object": derived.object,
        "parent": derived.parent,
        "part": derived.part,
        "value": to_json(derived),
    }


def to_derived(row: Any) -> Derived:
    """What was taken out, of a row with ``value`` and ``object``."""
    return from_json(Derived, row.value, f"object {row.object}")


def from_alignment(alignment: LineAlignment) -> Row:
    """The row of which lines of a record answer to which."""
    return {"record": alignment.record, "of": alignment.of, "value": to_json(alignment)}


def to_alignment(row: Any) -> LineAlignment:
    """The alignment of a row with ``value`` and ``record``."""
    return from_json(LineAlignment, row.value, f"alignment of {row.record}")


def from_refusal(refusal: Refusal) -> Row:
    """The row of a refusal."""
    return {
        "object": refusal.object,
        "part": refusal.part,
        "name": refusal.name,
        "value": to_json(refusal),
    }


def to_refusal(row: Any) -> Refusal:
    """The refusal of a row with ``value`` and ``name``."""
    return from_json(Refusal, row.value, f"refusal of {row.name}")


def from_signature(signature: Signature) -> Row:
    """The row of a signature over the log."""
    return {"number": signature.number, "value": to_json(signature)}


def to_signature(row: Any) -> Signature:
    """The signature of a row with ``value`` and ``number``."""
    return from_json(Signature, row.value, f"signature over entry {row.number}")


def from_ruling(ruling: Ruling) -> Row:
    """The row of a ruling."""
    return {"number": ruling.number, "value": to_json(ruling)}


def to_ruling(row: Any) -> Ruling:
    """The ruling of a row with ``value`` and ``number``."""
    return from_json(Ruling, row.value, f"ruling {row.number}")


def from_attribution(attribution: Attribution, position: int) -> Row:
    """The row of the attribution that stands at ``position`` in its record."""
    return {
        "record": attribution.record,
        "position": position,
        "id": attribution.id,
        "value": to_json(attribution),
    }


def to_attribution(row: Any) -> Attribution:
    """The attribution of a row with ``id`` and ``value``."""
    return from_json(Attribution, row.value, f"attribution {row.id}")


def to_trace(row: Any) -> Trace:
    """The trace of a row with ``value``."""
    return from_json(Trace, row.value, "the stored trace")


def to_division(row: Any) -> Division:
    """How the reports were divided, of a row with ``value``."""
    return from_json(Division, row.value, "the stored division")


def to_vectors(row: Any) -> Vectors:
    """The vectors of a row with ``value``."""
    return from_json(Vectors, row.value, "the stored vectors")  # type: ignore[type-abstract]


def to_entry(row: Any) -> Entry:
    """The custody entry of a row."""
    return Entry(row.number, row.at, row.actor, row.action, row.subject, row.detail, row.before, row.hash)


def to_receipt(row: Any) -> Receipt:
    """The receipt of a row with ``action`` of its entry beside its own columns."""
    from firsthand.casefile.custody import Action

    return Receipt(row.object, row.size, row.name, row.at, known=row.action == Action.AGAIN)
