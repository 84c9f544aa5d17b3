"""Reading one file: the best claim first, the next best if that fails, never a crash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from firsthand.errors import Unreadable
from firsthand.model import Refusal
from firsthand.records.document import Document, Unread
from firsthand.records.formats import FORMATS, Format

# A novel is 1 MB and the text of ten thousand articles 40 MB; beyond 64 MB it is media or a mistake.
LIMIT = 64 * 1024 * 1024
HEAD = 4096


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one file. ``notes`` concern the file as a whole."""

    documents: tuple[Document, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    format: str = ""
    notes: tuple[str, ...] = ()


def read(data: bytes | Path, name: str, object: str = "", limit: int = LIMIT) -> Read:
    """The Documents of a file, and what could not be read of it.

    ``name`` is the file's name, which counts towards the guess of its format; ``object`` its
    SHA-256, worked out here if not given. Never raises for what the bytes hold: a file of more
    than ``limit`` bytes, an empty one and an unreadable one each give a Refusal.
    """
    size = data.stat().st_size if isinstance(data, Path) else len(data)
    object = object or _digest(data)
    if size > limit:
        return _refused(name, object, _too_large(size, limit))
    content = data.read_bytes() if isinstance(data, Path) else data
    if not content:
        return _refused(name, object, Unreadable("is empty"))
    return _first_that_can(content, name, object)


def _digest(data: bytes | Path) -> str:
    if isinstance(data, bytes):
        return hashlib.sha256(data).hexdigest()
    with data.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _too_large(size: int, limit: int) -> Unreadable:
    megabytes = f"{size / 2**20:,.0f} MB is more than the {limit / 2**20:,.0f} MB"
    return Unreadable(
        f"was received and kept, but not read: {megabytes} that are read of one file",
        do="Split it, or save only its text",
    )


def _refused(name: str, object: str, why: Unreadable, notes: tuple[str, ...] = ()) -> Read:
    return Read(refusals=(Refusal(name, object, "", why.what, why.do),), notes=notes)


def _first_that_can(data: bytes, name: str, object: str) -> Read:
    notes: tuple[str, ...] = ()
    failed: Unreadable | None = None
    for form in _by_claim(data[:HEAD], name):
        try:
            parts = form.read(data)
        except Unreadable as why:
            failed = failed or why
            notes += (f"not read as {form.name}: {why.what}",)
            continue
        return _sorted_out(parts, form, name, object, notes)
    return _refused(name, object, failed or Unreadable("is in no format that this release reads"))


def _by_claim(head: bytes, name: str) -> list[Format]:
    """The formats to try in order; one that is certain is the only one."""
    claims = sorted(((form.claims(head, name), form) for form in FORMATS), key=lambda pair: -pair[0])
    best = claims[0][0]
    return [form for claim, form in claims if claim > 0 and (best < 1 or claim == 1)]


def _sorted_out(
    parts: tuple[Document | Unread, ...], form: Format, name: str, object: str, notes: tuple[str, ...]
) -> Read:
    documents, refusals = [], []
    for part in parts:
        if isinstance(part, Unread):
            refusals.append(Refusal(name, object, part.part, part.what, part.do))
        elif not part.text.strip() and "width" not in part.extra:
            refusals.append(Refusal(name, object, part.part, "holds no text"))
        else:
            documents.append(replace(part, format=form.name, notes=(*notes, *part.notes)))
    return Read(tuple(documents), tuple(refusals), form.name, notes)
