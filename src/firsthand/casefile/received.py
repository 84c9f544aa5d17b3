"""What a case received: bytes, the names that they came under, and what was taken out of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Select, select

from firsthand.casefile import rows, writes
from firsthand.casefile.database import Write
from firsthand.casefile.logged import Logged
from firsthand.casefile.rows import Arrival, Receipt
from firsthand.casefile.schema import custody, derivations, objects, receipts, records
from firsthand.casefile.schema import refusals as refusals_table
from firsthand.model import Derived

_RECEIPTS = (
    select(receipts, objects.c.size, custody.c.at, custody.c.action)
    .join(objects, objects.c.sha256 == receipts.c.object)
    .join(custody, custody.c.number == receipts.c.entry)
    .order_by(receipts.c.entry)
)
ASKED = 500  # at once; SQLite takes 32,766
_DERIVATIONS = select(derivations).order_by(derivations.c.entry)


class Received(Logged):
    """A case folder with its log and what it received. ``CaseFile`` keeps everything else in it."""

    def receive(self, source: Path | str | BinaryIO, name: str, at: str = "") -> Receipt:
        """Stores bytes as they are, from a file or an open stream, read piece by piece.

        ``name`` is what the sender called them; ``at`` the time of receipt (ISO 8601, now unless
        given). The same bytes are stored once; each receipt is kept. Errors in reading ``source``
        pass through as OSError.
        """
        (sha256,) = self.receive_all([(source, name)], at)
        return self.receipts(sha256)[-1]

    def receive_all(
        self, arriving: Iterable[tuple[Path | str | BinaryIO, str]], at: str = ""
    ) -> tuple[str, ...]:
        """Stores many files, each with its name, as one step; their SHA-256, in order.

        Else as ``receive``; where one cannot be read, none of them is kept.
        """
        self._may_write()
        arrived: list[tuple[Path, str, int, str]] = []
        try:
            for source, name in arriving:
                arrived.append((*self._arrive(source), name))
            known = self._known(sha256 for _, sha256, _, _ in arrived)
            new = {sha256: path for path, sha256, _, _ in arrived if not self._holds(sha256, known)}
            self._objects.settle(new)
        finally:
            for path, *_ in arrived:
                path.unlink(missing_ok=True)
        puts = []
        for _, sha256, size, name in arrived:
            puts.append(writes.received(sha256, size, name, sha256 in known))
            known.add(sha256)
        self._database.commit(puts, at)
        return tuple(sha256 for _, sha256, _, _ in arrived)

    def _arrive(self, source: Path | str | BinaryIO) -> tuple[Path, str, int]:
        if isinstance(source, (str, os.PathLike)):
            with Path(source).open("rb") as stream:
                return self._objects.arrive(stream)
        return self._objects.arrive(source)

    def _known(self, hashes: Iterable[str]) -> set[str]:
        """Those among these objects that the case has had before."""
        found: set[str] = set()
        coming = iter(hashes)
        while some := list(islice(coming, ASKED)):
            query = select(objects.c.sha256).where(objects.c.sha256.in_(some))
            found |= {row.sha256 for row in self._database.all(query)}
        return found

    def _holds(self, sha256: str, known: set[str]) -> bool:
        return sha256 in known and self._objects.path(sha256).exists()

    def receipts(self, sha256: str = "") -> tuple[Receipt, ...]:
        """Every receipt in order, or those of one object: all names that it came under."""
        query = _RECEIPTS.where(receipts.c.object == sha256) if sha256 else _RECEIPTS
        return tuple(map(rows.to_receipt, self._database.all(query)))

    def arrivals(self) -> tuple[Arrival, ...]:
        """Everything that objects came as: received first, then what was taken out of others."""
        return tuple(self._arrivals(_RECEIPTS, _DERIVATIONS))

    def _arrivals(self, received: Select[Any], taken: Select[Any]) -> Iterator[Arrival]:
        for receipt in map(rows.to_receipt, self._database.all(received)):
            yield Arrival(receipt.object, receipt.name)
        for each in map(rows.to_derived, self._database.all(taken)):
            yield Arrival(each.object, each.name, tuple(each.stated.items()), each.depth)

    def unread(self) -> tuple[Arrival, ...]:
        """The first arrivals of objects in which nothing was read, refused or found to be taken out yet.

        An interrupted run leaves these behind; the next one reads them.
        """
        done = [select(c) for c in (records.c.object, refusals_table.c.object, derivations.c.parent)]
        received = _RECEIPTS.where(*(receipts.c.object.not_in(each) for each in done))
        taken = _DERIVATIONS.where(*(derivations.c.object.not_in(each) for each in done))
        first: dict[str, Arrival] = {}
        for each in self._arrivals(received, taken):
            first.setdefault(each.object, each)
        return tuple(first.values())

    def derived(self) -> tuple[Derived, ...]:
        """What was taken out of what, in order."""
        return tuple(map(rows.to_derived, self._database.all(_DERIVATIONS)))

    def object_path(self, sha256: str) -> Path:
        """Where the bytes with this hash lie."""
        return self._objects.path(sha256)

    def object_bytes(self, sha256: str) -> bytes:
        """The bytes received, checked against their hash. Refuses with CaseDamaged."""
        return b"".join(self._objects.pieces(sha256))

    def _take_out(self, taken_out: Sequence[tuple[Derived, bytes]]) -> Iterator[Write]:
        """Settles the bytes; what there is to write of each."""
        parents = {each.parent for each, _ in taken_out}
        rows_of = select(derivations.c.object, derivations.c.parent, derivations.c.part)
        had = self._database.all(rows_of.where(derivations.c.parent.in_(parents))) if parents else ()
        have = {tuple(row) for row in had}
        new = [pair for pair in taken_out if (pair[0].object, pair[0].parent, pair[0].part) not in have]
        known = self._known(each.object for each, _ in new)
        self._settle({each.object: data for each, data in new})
        for each, data in new:
            yield writes.derived(each, len(data), each.object in known)
            known.add(each.object)

    def _settle(self, given: Mapping[str, bytes]) -> None:
        """Stores bytes, by their SHA-256, that are not there yet."""
        arrived: dict[str, Path] = {}
        try:
            for sha256, data in given.items():
                if not self._objects.path(sha256).exists():
                    arrived[sha256], name, _ = self._objects.arrive(BytesIO(data))
                    if name != sha256:
                        raise ValueError(f"bytes given as {sha256} are {name}")
            self._objects.settle(arrived)
        finally:
            for path in arrived.values():
                path.unlink(missing_ok=True)
