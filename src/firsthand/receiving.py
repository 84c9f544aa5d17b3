"""From files to records: what ``Case.add`` does, step by step.

Bytes are stored and logged before anything is read, so that an interruption loses nothing; what an
earlier run received and did not read is read by the next.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from firsthand import records
from firsthand.casefile import CaseFile
from firsthand.engines import Engine
from firsthand.model import Refusal
from firsthand.records import Found, Manifest, Read

FEW = 3  # duplicates told one by one

Progress = Callable[[str, int, int], None]
"""Told after each item: the stage, how many are done, how many there are."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of adding files: how many were new, which bytes were here already, what was refused.

    ``again`` pairs the name of a file with the name under which the same bytes came first.
    """

    received: int
    records: int
    again: tuple[tuple[str, str], ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()

    def sentence(self) -> str:
        """What happened, for a person."""
        files = "1 new file" if self.received == 1 else f"{self.received} new files"
        made = "1 record" if self.records == 1 else f"{self.records} records"
        again = [f"{name} holds the same bytes as {first} and is kept once." for name, first in self.again]
        if len(again) > FEW:
            again = [f"{len(again)} files hold the same bytes as others and are kept once."]
        return " ".join([f"{files} received, {made} read.", *again, *self.notes])


def receive(file: CaseFile, engine: Engine, paths: Sequence[Path | str], report: Progress) -> Intake:
    """Receive files and folders; a ``case.toml`` holds for the folder it lies in."""
    found = list(records.gather(paths))
    manifest, changed = _manifest(file, found)
    taken = [f for f in found if not isinstance(f, Refusal) and not manifest.ignores(f.name)]
    denied = [f for f in found if isinstance(f, Refusal)]
    received, again = _store(file, taken, denied, report)
    _remember(file, denied)
    made, refused = _read_in(file, engine, manifest, report)
    if changed:
        _correct(file, manifest)
    _resolve(file, manifest)
    listed_here = any(f.is_manifest for f in taken)
    missing = manifest.missing([f.name for f in taken]) if listed_here else ()
    return Intake(received, made, tuple(again), (*denied, *refused), (*manifest.notes, *missing))


def belongs(file: CaseFile, paths: Sequence[Path | str]) -> bool:
    """Whether the case holds nothing yet, or at least one of these files, byte for byte."""
    held = {receipt.object for receipt in file.receipts()}
    found = (each for each in records.gather(paths) if not isinstance(each, Refusal))
    return not held or any(digest(each.path) in held for each in found if os.access(each.path, os.R_OK))


def finish(file: CaseFile, engine: Engine, report: Progress) -> None:
    """Read what an interrupted run received and did not read."""
    if any(not _names_manifest(receipt.name) for receipt in file.unread()):
        manifest, _ = _manifest(file, [])
        _read_in(file, engine, manifest, report)
        _resolve(file, manifest)


def _manifest(file: CaseFile, found: Sequence[Found | Refusal]) -> tuple[Manifest, bool]:
    """The ``case.toml`` among the files, or the one received last; and whether it is new."""
    for each in found:
        if not isinstance(each, Refusal) and each.is_manifest:
            data = each.path.read_bytes()
            known = {receipt.object for receipt in file.receipts()}
            return records.read_manifest(data, each.name), hashlib.sha256(data).hexdigest() not in known
    kept = [receipt for receipt in file.receipts() if _names_manifest(receipt.name)]
    return records.read_manifest(file.object_bytes(kept[-1].object) if kept else b""), False


def _names_manifest(name: str) -> bool:
    return name == "case.toml" or name.endswith("/case.toml")


def _store(
    file: CaseFile, taken: Sequence[Found], denied: list[Refusal], report: Progress
) -> tuple[int, list[tuple[str, str]]]:
    """Store what is new: how many, and names whose bytes came first under another. Adds to ``denied``."""
    first: dict[str, str] = {}
    known = {(receipt.object, receipt.name) for receipt in file.receipts()}
    for receipt in file.receipts():
        first.setdefault(receipt.object, receipt.name)
    received, again = 0, []
    for number, each in enumerate(taken, 1):
        try:
            sha256 = digest(each.path)
            new = (sha256, each.name) not in known
            if new:
                file.receive(each.path, each.name)
        except PermissionError:
            what = "this file may not be opened"
            denied.append(Refusal(each.name, "", "", what, "Change its permissions, then add it again"))
            continue
        received += new and sha256 not in first
        if first.setdefault(sha256, each.name) != each.name:
            again.append((each.name, first[sha256]))
        report("receiving", number, len(taken))
    return received, again


def digest(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _remember(file: CaseFile, denied: Sequence[Refusal]) -> None:
    held = set(file.refusals())
    for refusal in denied:
        if refusal not in held:
            file.refuse(refusal)


def _read_in(
    file: CaseFile, engine: Engine, manifest: Manifest, report: Progress
) -> tuple[int, list[Refusal]]:
    """Read every object without a record or refusal; how many records came of it, what was refused."""
    waiting = [receipt for receipt in file.unread() if not _names_manifest(receipt.name)]
    jobs = [(file.object_path(r.object), r.name, r.object) for r in waiting]
    made = 0
    refused: list[Refusal] = []
    today = datetime.now(UTC).date()
    for number, ((_, name, sha256), read) in enumerate(
        zip(jobs, engine.each(_read_file, jobs), strict=True), 1
    ):
        kept = [
            (records.record(d, sha256, name, manifest, today), d.offsets.to_bytes()) for d in read.documents
        ]
        file.keep_all(kept, read.refusals)
        made += len(kept)
        refused += read.refusals
        report("opening", number, len(jobs))
    return made, refused


def _read_file(job: tuple[Path, str, str]) -> Read:
    path, name, sha256 = job
    return records.read(path, name, sha256)


def _correct(file: CaseFile, manifest: Manifest) -> None:
    """Bring records that were read before under a new ``case.toml``."""
    listed = {each.file for each in manifest.records}
    today = datetime.now(UTC).date()
    for held in file.records():
        if held.name not in listed:
            continue
        for document in records.read(file.object_path(held.object), held.name, held.object).documents:
            made = records.record(document, held.object, held.name, manifest, today)
            if (made.id, made.text) == (held.id, held.text):
                file.correct(made)


def _resolve(file: CaseFile, manifest: Manifest) -> None:
    """Turn "translation of r1" into the record meant, and page regions into regions of its lines."""
    held = file.records()
    for old, new in zip(held, records.resolve(held, manifest), strict=True):
        if new != old:
            file.correct(new)
