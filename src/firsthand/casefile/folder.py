"""One case folder, opened: the only object that the rest of Firsthand keeps things with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from firsthand.casefile import opening, rows, writes
from firsthand.casefile.database import Database, Write
from firsthand.casefile.objects import Objects
from firsthand.casefile.received import Received
from firsthand.casefile.rows import Vectors
from firsthand.casefile.schema import (
    DIVISION,
    STRAND,
    VECTORS,
    WHOLE,
    about,
    alignments,
    attributions,
    custody,
    objects,
    readers,
    records,
    traces,
)
from firsthand.casefile.schema import refusals as refusals_table
from firsthand.model import (
    Attribution,
    Derived,
    Division,
    LineAlignment,
    Record,
    Refusal,
    Right,
    Trace,
    aligned,
    wholes,
)

_STRANDS = select(traces.c.key, traces.c.value).where(traces.c.key.startswith(STRAND)).order_by(traces.c.key)


class CaseFile(Received):
    """A case folder, open with a right: to read it, to rule, or to write as the only one.

    Use it in a ``with`` block, or call ``close``: only then is the database sealed. Every write is
    durable when its call returns. Reading a damaged case refuses with CaseDamaged, writing without
    room or permission with NoRoom; what was stored before stays as it was.
    """

    def __init__(self, folder: Path, database: Database, right: Right) -> None:
        super().__init__(folder, database, Objects(folder / "objects"), right)
        # What was read, and which entry of the log was the last then: what is written later is read anew.
        self._records: dict[str, Record] = {}
        self._said: dict[str, tuple[Attribution, ...]] = {}
        self._seen: dict[str, int] = {}
        self.title: str = database.first(select(about.c.value).where(about.c.key == "title")) or ""

    @classmethod
    def create(cls, folder: Path, title: str, database: str = "") -> CaseFile:
        """Makes a new case in ``folder`` (new or empty) and opens it for writing.

        With ``database``, a URL, its tables are in PostgreSQL. Refuses a folder that holds anything else,
        or a case already.
        """
        opening.make(folder, title, database)
        return cls.open(folder, Right.WRITE)

    @classmethod
    def open(cls, folder: Path, right: Right = Right.READ) -> CaseFile:
        """Opens an existing case; for writing, only if nobody else does.

        Refuses with Refused (not a case), CaseTooNew, CaseDamaged, CaseBusy, CaseAway or NoRoom.
        """
        return cls(folder, opening.open_for(right, folder), right)

    def close(self) -> None:
        """Lets go of the case; the last one who wrote or ruled puts the database to rest and seals it."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------ what was read in it

    def keep(self, record: Record, offsets: bytes = b"") -> None:
        """Stores one record and its map from text back to bytes, as ``keep_all`` does."""
        self.keep_all([(record, offsets)])

    def keep_all(
        self,
        kept: Iterable[tuple[Record, bytes]],
        refused: Iterable[Refusal] = (),
        taken_out: Iterable[tuple[Derived, bytes]] = (),
    ) -> None:
        """Stores all that was read in an object, and what of it could not be, as one step.

        Give everything of one object in one call, of several if you like: an object with a record, or
        out of which something was taken, counts as read. ``taken_out`` are the files inside it, with
        their bytes. A record kept before stays as it is.
        """
        self._may_write()
        kept = list(kept)
        same = records.c.object.in_({record.object for record, _ in kept})
        have = {row.id for row in self._database.all(select(records.c.id).where(same))}
        number = self._database.first(select(func.max(records.c.number))) or 0
        puts: list[Write] = list(self._take_out(list(taken_out)))
        for record, offsets in kept:
            if record.id not in have:
                have.add(record.id)
                number += 1
                puts.append(writes.kept(record, number, offsets))
        self._commit(puts + [writes.refused(each) for each in refused])

    def refuse(self, refusal: Refusal) -> None:
        """Stores that something could not be read; a later refusal of the same part replaces it."""
        self._commit([writes.refused(refusal)])

    def correct(self, record: Record) -> None:
        """Stores what has become known about a record: title, date, kind, …

        A ValueError if its text, object or part differ, for these are what was received; a
        KeyError if the case has no such record. A record that is as it was is not written again.
        """
        row = self._row(record.id)
        old = rows.to_record(row)
        record = aligned(record, None)
        if (old.text, old.object, old.part) != (record.text, record.object, record.part):
            raise ValueError(f"record {record.id}: its text, object and part are never changed")
        if old != record:
            self._commit([writes.corrected(record, row.number, row.offsets)])

    def records(self) -> tuple[Record, ...]:
        """Every record, in the order in which their objects were first received, its lines aligned.

        Those that several files make up are one; ``files`` has each by itself.
        """
        pairs = {each.record: each for each in self.alignments()}
        return tuple(aligned(each, pairs.get(each.id)) for each in wholes(self.files()))

    def files(self) -> tuple[Record, ...]:
        """Every record as it was read in its own file, in the same order."""
        query = select(records.c.id).join(objects, objects.c.sha256 == records.c.object)
        later = select(records.c.id, records.c.value, records.c.text)
        with self._database.transaction() as connection:
            order = connection.execute(query.order_by(objects.c.entry, records.c.number)).scalars().all()
            fresh, last = self._unseen(connection, records, later), _last(connection)
        self._records |= {row.id: rows.to_record(row) for row in fresh}
        self._seen[records.name] = last
        return tuple(self._records[each] for each in order)

    def record(self, id: str) -> Record | None:
        """The record of this id as ``records`` has it, or None; no other is read."""
        found = self._files(records.c.id == id)
        if whole := found[0].whole if found else id:
            found = self._files(records.c.value.contains(f'"{whole}"', autoescape=True))
        return next((self._with_lines(each) for each in wholes(found) if each.id == id), None)

    def _files(self, which: ColumnElement[bool]) -> list[Record]:
        query = select(records.c.id, records.c.value, records.c.text).where(which)
        return [rows.to_record(row) for row in self._database.all(query.order_by(records.c.number))]

    def _with_lines(self, record: Record) -> Record:
        """A record with what its lines answer to."""
        file = record.joined[0].record if record.joined else record.id
        stored = self._database.all(select(alignments).where(alignments.c.record == file))
        return aligned(record, rows.to_alignment(stored[0]) if stored else None)

    def align(self, *found: LineAlignment) -> None:
        """Stores what the lines of records answer to, anew, as one step. A KeyError if a record is not there,
        or what its lines answer to."""
        held = {each.id: each for each in self.records()}
        puts = []
        for each in found:
            record = held[each.record]
            if each.pairs and each.of not in held:
                raise KeyError(each.of)
            puts.append(writes.aligned(each, record.joined[0].record if record.joined else record.id))
        self._commit(puts)

    def alignments(self) -> tuple[LineAlignment, ...]:
        """Which lines answer to which, of every record of which that was stored."""
        return tuple(map(rows.to_alignment, self._database.all(select(alignments))))

    def offsets(self, record: str) -> bytes:
        """The map from the text of a record back to its bytes. A KeyError if there is no such record."""
        return bytes(self._row(record).offsets)

    def refusals(self) -> tuple[Refusal, ...]:
        """Everything that could not be read, in the order in which that was found."""
        found = self._database.all(select(refusals_table).order_by(refusals_table.c.entry))
        return tuple(map(rows.to_refusal, found))

    # ------------------------------------------------------------ what was found

    def set_attributions(self, record: str, reader: str, found: Sequence[Attribution]) -> None:
        """Stores what ``reader`` (its name and version) found in a record, in place of what was there.

        A ValueError if an attribution is of another record, a KeyError if there is no such record.
        """
        self._row(record)
        if any(each.record != record for each in found):
            raise ValueError(f"attributions of other records given for record {record}")
        self._commit([writes.attributed(record, reader, found)])

    def attributions(self, record: str = "") -> tuple[Attribution, ...]:
        """The attributions of one record, for which no others are read, or of all in order of record and
        place."""
        if record:
            own = select(attributions.c.id, attributions.c.value).where(attributions.c.record == record)
            return tuple(map(rows.to_attribution, self._database.all(own.order_by(attributions.c.position))))
        query = select(records.c.id).join(objects, objects.c.sha256 == records.c.object)
        later = select(attributions.c.record, attributions.c.id, attributions.c.value)
        with self._database.transaction() as connection:
            order = connection.execute(query.order_by(objects.c.entry, records.c.number)).scalars().all()
            again = self._unseen(connection, readers, select(readers.c.record))
            fresh = self._unseen(connection, attributions, later.order_by(attributions.c.position))
            last = _last(connection)
        said = {row.record: list[Attribution]() for row in (*again, *fresh)}
        for row in fresh:
            said[row.record].append(rows.to_attribution(row))
        self._said |= {each: tuple(found) for each, found in said.items()}
        self._seen |= {readers.name: last, attributions.name: last}
        return tuple(chain.from_iterable(self._said.get(each, ()) for each in order))

    def _unseen(self, connection: Connection, table: Table, query: Select[Any]) -> Sequence[Any]:
        """The rows of ``table`` that ``query`` finds and that were written since it was asked last."""
        if seen := self._seen.get(table.name):
            query = query.where(table.c.entry > seen)
        return connection.execute(query).all()

    def read_at(self, record: str) -> int:
        """The number of the entry with which the attributions of a record were stored; 0 before that."""
        return self._database.first(select(readers.c.entry).where(readers.c.record == record)) or 0

    def read_with(self, reader: str) -> set[str]:
        """The ids of the records that ``reader`` in this version has already read."""
        query = select(readers.c.record).where(readers.c.reader == reader)
        return {row.record for row in self._database.all(query)}

    def set_trace(
        self,
        key: str,
        trace: Trace,
        strands: Mapping[str, Trace] | None = None,
        network: str = "",
        vectors: Vectors | None = None,
        division: Division | None = None,
    ) -> None:
        """Stores the trace of the case; ``key`` names the inputs and stages that it was made from.

        ``strands`` are stored beside it, each by its own key: what is stored under a key already stays
        as it is, and what is not named any more is taken away. ``vectors`` that ``network`` made are
        added to those that it made before; those of another are taken away. ``division``, into these strands,
        takes the place of the one before. All of it is one step.
        """
        given = strands or {}
        known = {each.removeprefix(STRAND) for each in self._trace_keys(STRAND)}
        puts = [writes.traced(key, trace, list(given.values()))]
        puts += [writes.strand(each, None) for each in sorted(known - given.keys())]
        puts += [writes.strand(each, made) for each, made in given.items() if each not in known]
        puts += self._divide(division)
        if network:
            others = (k for k in self._trace_keys(VECTORS) if not k.startswith(f"{VECTORS}{network} "))
            puts += [writes.forgotten(each) for each in others]
        if vectors:
            puts.append(writes.vectors(network, vectors))
        self._commit(puts)

    def _divide(self, division: Division | None) -> list[Write]:
        known = {each.removeprefix(DIVISION) for each in self._trace_keys(DIVISION)}
        gone = [writes.divided(each, None) for each in sorted(known) if not division or each != division.of]
        return [
            *gone,
            *([writes.divided(division.of, division)] if division and division.of not in known else []),
        ]

    def _trace_keys(self, kind: str) -> list[str]:
        query = select(traces.c.key).where(traces.c.key.startswith(kind))
        return [row.key for row in self._database.all(query)]

    def trace(self, key: str | None = None) -> Trace | None:
        """The stored trace, if there is one and it was made from ``key`` (from anything if None).

        What its strands found, where it has any, is in ``strands``.
        """
        query = select(traces.c.value).where(WHOLE)
        found = self._database.all(query if key is None else query.where(traces.c.key == key))
        return rows.to_trace(found[0]) if found else None

    def traced_at(self) -> int:
        """The number of the entry with which a part of the trace was stored last; 0 if there is none."""
        return self._database.first(select(func.max(traces.c.entry))) or 0

    def vectors(self, network: str) -> Iterator[Vectors]:
        """The vectors that ``network`` made, as they were stored: by record and by wording."""
        query = select(traces.c.value).where(traces.c.key.startswith(f"{VECTORS}{network} "))
        return (rows.to_vectors(row) for row in self._database.all(query))

    def strands(self) -> dict[str, Trace]:
        """The traces of the strands by key, in the order of the keys; none where the case is one strand."""
        return {row.key.removeprefix(STRAND): rows.to_trace(row) for row in self._database.all(_STRANDS)}

    def division(self) -> Division | None:
        """How the reports were divided into the strands; None where the case is one strand."""
        found = self._database.all(select(traces.c.value).where(traces.c.key.startswith(DIVISION)))
        return rows.to_division(found[0]) if found else None

    def _row(self, record: str) -> Any:
        found = self._database.all(select(records).where(records.c.id == record))
        if not found:
            raise KeyError(record)
        return found[0]


def _last(connection: Connection) -> int:
    """The number of the last entry of the log."""
    return connection.execute(select(func.max(custody.c.number))).scalar() or 0
