"""From files to records: what ``Case.add`` does, step by step.

Bytes are stored and logged before anything is read, so that an interruption loses nothing; what an
earlier run received and did not read is read by the next.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from firsthand import records
from firsthand.casefile import CaseFile
from firsthand.engines import Engine
from firsthand.model import Record, Refusal
from firsthand.records import Found, Manifest, Read

FEW = 3  # duplicates told one by one

Progress = Callable[[str, int, int], None]
"""Told after each item: the stage, how many are done, how many there are."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of adding files: how many were new, which bytes were here already, what was refused.

    ``again`` pairs the name of a file with the name under which the same bytes came first; ``shared``
    does so where it is a report of its own all the same. ``noted`` are doubts about what was read, each
    after the name of its file: a date in the future, half a character.
    """

    received: int
    records: int
    again: tuple[tuple[str, str], ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    shared: tuple[tuple[str, str], ...] = ()
    noted: tuple[tuple[str, str], ...] = ()

    def sentence(self) -> str:
        """What happened, for a person."""
        files = "1 new file" if self.received == 1 else f"{self.received} new files"
        made = "1 record" if self.records == 1 else f"{self.records} records"
        again = _few(self.again, "and is kept once", "and are kept once")
        shared = _few(self.shared, "and is a report of its own", "and are reports of their own")
        return " ".join([f"{files} received, {made} read.", *again, *shared, *self.notes])


def _few(pairs: Sequence[tuple[str, str]], one: str, many: str) -> list[str]:
    if len(pairs) > FEW:
        return [f"{len(pairs)} files hold the same bytes as others {many}."]
    return [f"{name} holds the same bytes as {first} {one}." for name, first in pairs]


def receive(file: CaseFile, engine: Engine, paths: Sequence[Path | str], report: Progress) -> Intake:
    """Receive files and folders; a ``case.toml`` holds for the folder it lies in."""
    found = list(records.gather(paths))
    manifest, changed = _manifest(file, found)
    taken = [f for f in found if not isinstance(f, Refusal) and not manifest.ignores(f.name)]
    denied = [f for f in found if isinstance(f, Refusal)]
    new, again = _store(file, taken, denied, report)
    _remember(file, denied)
    if changed:
        _correct(file, manifest)
    made, refused = _read_in(file, engine, manifest, report)
    _resolve(file, manifest)
    once, shared = _told_apart(file, again, made)
    listed_here = any(f.is_manifest for f in taken)
    missing = manifest.missing([f.name for f in taken]) if listed_here else ()
    return Intake(
        received=new + len(shared),
        records=len(made),
        again=once,
        refusals=(*denied, *refused),
        notes=(*manifest.notes, *missing),
        shared=shared,
        noted=tuple((f"{r.name} {r.part}".strip(), note) for r in made for note in r.notes),
    )


Pairs = tuple[tuple[str, str], ...]


def _told_apart(
    file: CaseFile, again: Sequence[tuple[str, str, str]], made: Sequence[Record]
) -> tuple[Pairs, Pairs]:
    """Names of bytes that came before: those that are kept once, those that are a report of their own now."""
    held = {(record.object, record.name) for record in file.records()} if again else set()
    new = {(record.object, record.name) for record in made}
    once = tuple((name, first) for name, first, sha256 in again if (sha256, name) not in held)
    return once, tuple((name, first) for name, first, sha256 in again if (sha256, name) in new)


def belongs(file: CaseFile, paths: Sequence[Path | str]) -> bool:
    """Whether the case holds nothing yet, or at least one of these files, byte for byte."""
    held = {receipt.object for receipt in file.receipts()}
    found = (each for each in records.gather(paths) if not isinstance(each, Refusal))
    return not held or any(digest(each.path) in held for each in found if os.access(each.path, os.R_OK))


def finish(file: CaseFile, engine: Engine, report: Progress) -> None:
    """Read what an interrupted run received and did not read."""
    manifest, _ = _manifest(file, [])
    if _waiting(file, manifest):
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
) -> tuple[int, list[tuple[str, str, str]]]:
    """Store what is new: how many, and names whose bytes came first under another, with the SHA-256.

    Adds to ``denied`` what may not be opened.
    """
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
            again.append((each.name, first[sha256], sha256))
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """Bytes to be read: all names that they came under, and the records that are there already."""

    path: Path
    object: str
    names: tuple[str, ...]
    held: tuple[Record, ...] = ()


def _waiting(file: CaseFile, manifest: Manifest) -> list[Waiting]:
    """Objects without a record or refusal, and those with a name that may be that of another report."""
    names: dict[str, dict[str, None]] = {}
    for receipt in file.receipts():
        if not _names_manifest(receipt.name):
            names.setdefault(receipt.object, {})[receipt.name] = None
    held: dict[str, list[Record]] = {r.object: [] for r in file.unread() if r.object in names}
    if any(len(each) > 1 for each in names.values()):
        for record in file.records():
            held.setdefault(record.object, []).append(record)
    found = [Waiting(file.object_path(o), o, tuple(names.get(o, ())), tuple(r)) for o, r in held.items()]
    return [each for each in found if not each.held or _may_hold_more(each, manifest)]


def _may_hold_more(job: Waiting, manifest: Manifest) -> bool:
    """Whether bytes that were read before must be read again to know what stands under another name."""
    known = {record.name for record in job.held}
    if known.issuperset(job.names):
        return False
    unsigned = not any(record.part or record.outlet or record.url for record in job.held)
    return any(map(manifest.listed, job.names)) or (
        unsigned and len(set(records.heads(job.names).values())) > len(known)
    )


def _read_in(
    file: CaseFile, engine: Engine, manifest: Manifest, report: Progress
) -> tuple[list[Record], list[Refusal]]:
    """Read everything that waits: the records that came of it (without their texts), what was refused."""
    jobs = _waiting(file, manifest)
    made: list[Record] = []
    refused: list[Refusal] = []
    today = datetime.now(UTC).date()
    for number, (job, read) in enumerate(zip(jobs, engine.each(_read_file, jobs), strict=True), 1):
        kept = list(_of(job, read, manifest, today))
        refusals = () if job.held else read.refusals
        if kept or refusals:
            file.keep_all(kept, refusals)
        made += [replace(record, text="", lines=(), links=()) for record, _ in kept]
        refused += refusals
        report("opening", number, len(jobs))
    return made, refused


def _read_file(job: Waiting) -> Read:
    return records.read(job.path, job.names[0], job.object)


def _of(job: Waiting, read: Read, manifest: Manifest, today: date) -> Iterator[tuple[Record, bytes]]:
    """The records of one object under all its names, but for those that only repeat another."""
    held = list(job.held)
    known = {record.name for record in held}
    head = records.heads(job.names)
    for name, document in ((n, d) for n in job.names if n not in known for d in read.documents):
        made = records.record(document, job.object, name, manifest, today)
        if not any(records.repeats(made, each, head[name] == head.get(each.name)) for each in held):
            taken = any(each.id == made.id for each in held)
            held.append(records.under_its_name(made) if taken else made)
            yield held[-1], document.offsets.to_bytes()


def _correct(file: CaseFile, manifest: Manifest) -> None:
    """Bring records that were read before under a new ``case.toml``."""
    listed = {each.file for each in manifest.records}
    today = datetime.now(UTC).date()
    for held in file.records():
        if held.name not in listed:
            continue
        for document in records.read(file.object_path(held.object), held.name, held.object).documents:
            made = records.record(document, held.object, held.name, manifest, today)
            if (made.part, made.text) == (held.part, held.text):
                file.correct(replace(made, id=held.id))


def _resolve(file: CaseFile, manifest: Manifest) -> None:
    """Turn "translation of r1" into the record meant, and page regions into regions of its lines."""
    held = file.records()
    for old, new in zip(held, records.resolve(held, manifest), strict=True):
        if new != old:
            file.correct(new)
