"""Reading one file: the best claim first, the next best if that fails, never a crash."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from firsthand.errors import Unreadable
from firsthand.model import Refusal, digest
from firsthand.records.document import Document, Member, Part, Unread
from firsthand.records.folder import printable
from firsthand.records.formats import FORMATS, Format

HEAD = 4096
FAR = 4  # times less sure
OTHERWISE = "Open it in a program that reads it, save it as PDF, DOCX or text, and add that too"
LONGEST = 500  # characters of what is told; names in files may be megabytes long
MOST_TOLD = 200  # parts of one file; nobody mends a hundred thousand broken rows one by one
PICTURED = {"width", "scanned"}  # what a Document without text has all the same: pictures of pages


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one file. ``notes`` concern the file as a whole."""

    documents: tuple[Document, ...] = ()
    members: tuple[Member, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    format: str = ""
    notes: tuple[str, ...] = ()


def read(data: bytes | Path, name: str, object: str = "", ocr: str = "", charset: str = "") -> Read:
    """The Documents of a file, the files inside it, and what could not be read of it.

    ``name`` is the file's name, which counts towards the guess of its format; ``object`` its
    SHA-256, worked out here if not given; ``ocr`` languages in which a machine reads pictures; ``charset``
    the encoding that whoever sent the file stated. Never raises for what the bytes hold: a file of more bytes
    than its format is read of, an empty one and an unreadable one each give a Refusal.
    """
    size = data.stat().st_size if isinstance(data, Path) else len(data)
    object = object or digest(data)
    if not size:
        return _refused(name, object, Unreadable("is empty", do="Copy or fetch it again"))
    forms = _by_claim(_head(data), name)
    fitting = [form for form in forms if size <= form.limit]
    if forms and not fitting:
        return _refused(name, object, _too_large(size, forms[0].limit))
    whole = data if isinstance(data, bytes) else data.read_bytes()
    found = _first_that_can(whole, fitting, name, object, charset)
    return _read_by_machine(found, whole, object, ocr)


def _read_by_machine(found: Read, data: bytes, object: str, ocr: str) -> Read:
    """With the words that are only on pictures of pages, as far as a machine can read them."""
    form = next((each for each in FORMATS if each.name == found.format), None)
    if form is None or form.leaf is None or not found.documents:
        return found
    from firsthand.records.ocr.transcribing import transcribed

    drawn = form.leaf

    def picture(number: int) -> tuple[bytes, int]:
        return form.scan(data, number) if form.scan else (drawn(data, number), 1)

    made = (each for one in found.documents for each in transcribed(one, object, picture, ocr))
    return replace(found, documents=tuple(replace(each, format=form.name) for each in made))


def _head(data: bytes | Path) -> bytes:
    if isinstance(data, bytes):
        return data[:HEAD]
    with data.open("rb") as file:
        return file.read(HEAD)


def _too_large(size: int, limit: int) -> Unreadable:
    megabytes = f"{size / 2**20:,.0f} MB is more than the {limit / 2**20:,.0f} MB"
    return Unreadable(
        f"was received and kept, but not read: {megabytes} that are read of one file",
        do="Split it, or save only its text",
    )


def _refused(name: str, object: str, why: Unreadable, notes: tuple[str, ...] = ()) -> Read:
    return Read(refusals=(_told(name, object, Unread("", why.what, why.do or OTHERWISE)),), notes=notes)


def _told(name: str, object: str, part: Unread) -> Refusal:
    """A refusal on one line that can be printed: what files call their parts is anything, at any length."""
    return Refusal(name, object, _one_line(part.part), _one_line(part.what), part.do, part.noted)


def _one_line(words: str) -> str:
    line = printable(" ".join(words.split()))
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _first_that_can(data: bytes, forms: list[Format], name: str, object: str, charset: str) -> Read:
    notes: tuple[str, ...] = ()
    failed: Unreadable | None = None
    for form in forms:
        try:
            parts = form.read(data, charset) if form.encoded else form.read(data)
        except Unreadable as why:
            failed = failed or why
            notes += (f"not read as {form.name}: {why.what}",)
            continue
        return _sorted_out(parts, form, name, object, notes)
    return _refused(name, object, failed or Unreadable("is in no format that this release reads"))


def _by_claim(head: bytes, name: str) -> list[Format]:
    """The formats to try in order; one that is certain is the only one, and one far less likely than the
    first is none: what is surely mail and cannot be read as mail is no article in plain text."""
    claims = sorted(((form.claims(head, name), form) for form in FORMATS), key=lambda pair: -pair[0])
    best = claims[0][0]
    return [form for claim, form in claims if claim * FAR > best and (best < 1 or claim == 1)]


def _sorted_out(
    parts: tuple[Part, ...], form: Format, name: str, object: str, notes: tuple[str, ...]
) -> Read:
    documents, refusals = [], []
    members = tuple(part for part in parts if isinstance(part, Member))
    for part in parts:
        if isinstance(part, Unread):
            refusals.append(_told(name, object, part))
        elif isinstance(part, Document) and (part.text.strip() or part.extra.keys() & PICTURED):
            documents.append(replace(part, format=form.name, notes=(*notes, *part.notes)))
        elif isinstance(part, Document):
            told = part.notes if members else ("holds no text",)
            refusals += [_told(name, object, Unread(part.part, what, noted=bool(members))) for what in told]
    return Read(tuple(documents), members, _few(refusals, name, object), form.name, notes)


def _few(refusals: list[Refusal], name: str, object: str) -> tuple[Refusal, ...]:
    """The first of many parts that could not be read, and how many there are besides."""
    more = len(refusals) - MOST_TOLD
    if more <= 0:
        return tuple(refusals)
    return (
        *refusals[:MOST_TOLD],
        Refusal(name, object, "", f"has {more:,} further parts that cannot be read"),
    )
