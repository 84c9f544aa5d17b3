"""The part of the door through which the custody of a case is read, signed and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from firsthand import sealing
from firsthand.casefile import CaseFile, plain
from firsthand.issuing import altered
from firsthand.model import Entry, Fault, Signature


class Custody:
    """What a case tells of its custody. ``Case`` has all of this."""

    _file: CaseFile

    def custody(self) -> tuple[Entry, ...]:
        """The log of everything that was done to the case."""
        return self._file.custody()

    def original(self, sha256: str) -> bytes:
        """The bytes received under this hash, checked against it."""
        return self._file.object_bytes(sha256)

    def log(self, start: int, count: int, wanted: Mapping[str, str]) -> tuple[tuple[Entry, ...], int]:
        """A part of the same, the newest first, and how many entries there are in all; see
        ``CaseFile.log_part``. Details are as a reader has them."""
        found, total = self._file.log_part(start, count, wanted)
        return tuple(replace(each, detail=plain(each)) for each in found), total

    def log_choices(self, column: str) -> tuple[tuple[str, int], ...]:
        """What was done ("action"), or by whom ("actor"), and how often."""
        return self._file.log_choices(column)

    def traced_after(self, entry: int) -> int:
        """The entry of the log at which the case was traced last; 0 where it was not after this one."""
        return self._file.traced_after(entry)

    @property
    def entries(self) -> int:
        """How many entries the log has."""
        return self._file.entries

    def sign(self, key: Path | str, by: str = "", authority: str = "") -> Signature:
        """Sign the log as it is with the private key (Ed25519, PEM) in the file ``key``.

        ``by`` is who signs, the user's name unless given. With the address of an ``authority`` a
        timestamp (RFC 3161) is asked for there: this opens a connection, and sends a hash.
        """
        return sealing.seal(self._file, Path(key), by, authority)

    def signatures(self) -> tuple[Signature, ...]:
        """Every signature over the log, in the order in which they were made."""
        return self._file.signatures()

    def verify(self) -> tuple[Fault, ...]:
        """Everything that is not as it was written, the dossiers in the case included. Empty is good."""
        return (*self._file.verify(), *altered(self._file))
