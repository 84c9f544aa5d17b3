"""From files to records: what ``Case.add`` does, step by step.

Bytes are stored and logged before anything is read, so that an interruption loses nothing; what an
earlier run received and did not read is read by the next.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from firsthand import opening, records
from firsthand.casefile import CaseFile
from firsthand.engines import Engine
from firsthand.errors import Refused
from firsthand.model import Outlet, PrivateWords, Record, Refusal, digest
from firsthand.opening import Progress
from firsthand.records import Found, Manifest

FEW = 3  # duplicates told one by one
TOGETHER = 64  # files stored in one step: the disk takes little longer for them than for two


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


def receive(
    file: CaseFile, engine: Engine, paths: Sequence[Path | str], report: Progress, ocr: str = ""
) -> Intake:
    """Receive files and folders; a ``case.toml`` holds for the folder it lies in, but for the languages of
    pictures where ``ocr`` names others. Raises Refused where no machine here can read these."""
    found = list(records.gather(paths))
    manifest, changed = _manifest(file, found)
    if manifest.machine.tells_key:
        raise _key_told()
    manifest = replace(manifest, ocr=ocr or manifest.ocr)
    if manifest.ocr:
        records.check_ocr(manifest.ocr)
    taken = [f for f in found if not isinstance(f, Refusal) and not manifest.ignores(f.name)]
    denied = [f for f in found if isinstance(f, Refusal)]
    new, again = _store(file, taken, denied, report)
    _remember(file, denied)
    if changed:
        opening.correct(file, engine, manifest)
    made, refused = opening.read_in(file, engine, manifest, report)
    if ocr or (changed and manifest.ocr):
        made += opening.read_pictures(file, engine, manifest, [each.name for each in taken])
    opening.resolve(file, manifest)
    once, shared = _told_apart(file, again, made)
    listed_here = any(f.is_manifest for f in taken)
    here = [*(f.name for f in taken), *(receipt.name for receipt in file.receipts())]
    missing = manifest.missing(here) if listed_here else ()
    new_ones = {record.id for record in made}
    joined = [r for r in file.records() if any(each.record in new_ones for each in r.joined)]
    return Intake(
        received=new + len(shared),
        records=len(made),
        again=once,
        refusals=(*denied, *refused),
        notes=(
            *manifest.notes,
            *missing,
            *records.unasked(joined, manifest),
            *records.unread(r for r in file.files() if r.id in new_ones),
            *records.absent(made, [r.name for r in file.receipts()]),
        ),
        shared=shared,
        noted=tuple((f"{r.name} {r.part}".strip(), note) for r in made for note in r.notes),
    )


def _key_told() -> Refused:
    return Refused(
        "[machine] key must be the name of an environment variable, and seems to be a key itself",
        where="case.toml",
        do='Nothing was kept. Take it out, write key = "MACHINE_KEY", and put the key into that variable',
    )


Pairs = tuple[tuple[str, str], ...]


def _told_apart(
    file: CaseFile, again: Sequence[tuple[str, str, str]], made: Sequence[Record]
) -> tuple[Pairs, Pairs]:
    """Names of bytes that came before: those that are kept once, those that are a report of their own now."""
    held = {(record.object, record.name) for record in file.files()} if again else set()
    new = {(record.object, record.name) for record in made}
    once = tuple((name, first) for name, first, sha256 in again if (sha256, name) not in held)
    return once, tuple((name, first) for name, first, sha256 in again if (sha256, name) in new)


def belongs(file: CaseFile, paths: Sequence[Path | str]) -> bool:
    """Whether the case holds nothing yet, or at least one of these files, byte for byte."""
    held = {receipt.object for receipt in file.receipts()}
    found = (each for each in records.gather(paths) if not isinstance(each, Refusal))
    return not held or any(digest(each.path) in held for each in found if os.access(each.path, os.R_OK))


def stem(path: Path) -> str:
    """What the case of a file or folder is called after it."""
    whole = path.resolve()
    return (whole.stem if whole.is_file() else whole.name) or "everything"


def titled(path: Path) -> str:
    """The title of a case by the name of its folder or file."""
    return stem(path).removesuffix(".case").replace("-", " ").replace("_", " ")


def title_in(path: Path) -> str:
    """The title that the ``case.toml`` in a folder states; else that by its name."""
    file = path / "case.toml"
    return (records.read_manifest(file.read_bytes()).title if file.is_file() else "") or titled(path)


def finish(file: CaseFile, engine: Engine, report: Progress) -> None:
    """Read what an interrupted run received and did not read."""
    manifest = opening.manifest(file)
    if opening.waiting(file, manifest):
        opening.read_in(file, engine, manifest, report)
        opening.resolve(file, manifest)


def _manifest(file: CaseFile, found: Sequence[Found | Refusal]) -> tuple[Manifest, bool]:
    """The ``case.toml`` among the files, or the one received last; and whether it is new."""
    for each in found:
        if not isinstance(each, Refusal) and each.is_manifest:
            data = each.path.read_bytes()
            last = {receipt.name: receipt.object for receipt in file.receipts()}.get(each.name)
            return records.read_manifest(data, each.name), digest(data) != last
    return opening.manifest(file), False


def private(file: CaseFile) -> tuple[tuple[PrivateWords, ...], tuple[str, ...]]:
    """The words that the ``case.toml`` of a case withhold, and the mistakes in those received last.

    What one withheld stays withheld until one received later lifts it. An entry about handling whose file is
    not in the case is a mistake: it protects nothing.
    """
    received = [(r.name, r.object) for r in file.receipts() if opening.names_manifest(r.name)]
    read = [(name, records.read_manifest(file.object_bytes(sha256), name)) for name, sha256 in received]
    there = [arrival.name for arrival in file.arrivals()]
    last = [replace(m, records=tuple(r for r in m.records if r.handling)) for m in dict(read).values()]
    wrong = (note for each in last for note in (*each.notes, *each.missing(there)))
    listed: dict[str, PrivateWords] = {}
    for each in (words for _, manifest in read for words in manifest.private):
        listed |= {word: replace(each, words=(word,)) for word in each.words}
    return tuple(each for each in listed.values() if not each.lifted), tuple(wrong)


def outlets(file: CaseFile) -> tuple[Outlet, ...]:
    """The outlets that the ``case.toml`` of a case make known, those received last first."""
    received = {r.name: r.object for r in file.receipts() if opening.names_manifest(r.name)}
    read = (records.read_manifest(file.object_bytes(sha256), name) for name, sha256 in received.items())
    return tuple(dict.fromkeys(outlet for manifest in reversed(list(read)) for outlet in manifest.outlets))


def _store(
    file: CaseFile, taken: Sequence[Found], denied: list[Refusal], report: Progress
) -> tuple[int, list[tuple[str, str, str]]]:
    """Store what is new: how many, and names whose bytes came first under another, with the SHA-256.

    Adds to ``denied`` what may not be opened.
    """
    first: dict[str, str] = {}
    known = {(receipt.object, receipt.name) for receipt in file.receipts()}
    last = {receipt.name: receipt.object for receipt in file.receipts()}
    for receipt in file.receipts():
        first.setdefault(receipt.object, receipt.name)
    received, again = 0, []
    new: list[tuple[Path, str]] = []
    for number, each in enumerate(taken, 1):
        try:
            sha256 = digest(each.path)
        except PermissionError:
            what = "this file may not be opened"
            denied.append(Refusal(each.name, "", "", what, "Change its permissions, then add it again"))
            continue
        # A case.toml that is as it was before the last one holds from now on.
        if (sha256, each.name) not in known or (each.is_manifest and last[each.name] != sha256):
            new.append((each.path, each.name))
            received += sha256 not in first
        if first.setdefault(sha256, each.name) != each.name:
            again.append((each.name, first[sha256], sha256))
        if len(new) == TOGETHER:
            file.receive_all(new)
            new = []
        report("receiving", number, len(taken))
    file.receive_all(new)
    return received, again


def _remember(file: CaseFile, denied: Sequence[Refusal]) -> None:
    held = set(file.refusals())
    for refusal in denied:
        if refusal not in held:
            file.refuse(refusal)
