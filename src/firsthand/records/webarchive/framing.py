"""From bytes to the records of a WARC (1.0 and 1.1), each cut out by its own length."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.records.document import Unread

# Gzip packs zeros a thousandfold; 512 MB is a crawl of ten thousand pages.
UNPACKED = 512 * 1024 * 1024
PIECE = 64 * 1024
HEADER = 256 * 1024  # longest header of a record: addresses of data: kind are long
START = re.compile(rb"WARC/1\.[01]\r?\n")
NEXT = re.compile(rb"(?:\r?\n){1,2}(?=WARC/1\.[01]\r?\n)")
HEADER_END = re.compile(rb"\r?\n\r?\n")
FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*(.*)")
FOLDED = re.compile(rb"\r?\n[ \t]+")
GZIP = b"\x1f\x8b\x08"
BLANK = b"\r\n"
CUT = "is cut short: the gzip file ends in the middle"


@dataclass(frozen=True, slots=True)
class Framed:
    """One record of a WARC: its place in order (from 1), its header by lower-case names, its block.

    ``within`` names the WARC, where it is one of several.
    """

    number: int
    fields: dict[str, str]
    block: bytes
    within: str = ""

    @property
    def part(self) -> str:
        """What it is called in the file."""
        return f"{self.within} record {self.number}".lstrip()


@dataclass(slots=True)
class _Counted:
    number: int = 0

    def next(self) -> int:
        self.number += 1
        return self.number


def frames(data: bytes) -> Iterator[Framed | Unread]:
    """The records in order; an Unread for each that is cut short or says a false length."""
    count = _Counted()
    if not data.startswith(GZIP):
        yield from _plain(data, count)
        return
    for piece in _members(data):
        yield from _plain(piece, count) if isinstance(piece, bytes) else (piece,)


def begins(head: bytes) -> bool:
    """Whether these first bytes of a file, plain or gzip, are those of a WARC."""
    return bool(START.match(_first(head) if head.startswith(GZIP) else head))


def _first(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(packed, 16)
    except zlib.error:
        return b""


def _plain(data: bytes, count: _Counted) -> Iterator[Framed | Unread]:
    at = _past_blank(data, 0)
    while at < len(data):
        part = f"record {count.next()}"
        after = _next(data, at)
        head = HEADER_END.search(data, at, min(after, at + HEADER)) if START.match(data, at) else None
        if head is None:
            yield Unread(part, "does not begin as a record of a web archive does")
            at = after
            continue
        fields = _fields(data[at : head.start()])
        end = _end(data, head.end(), fields.get("content-length", ""))
        if end is None:
            yield Unread(part, _false_length(fields, after - head.end(), after >= len(data)))
        else:
            yield Framed(count.number, fields, data[head.end() : end])
        at = after if end is None else _past_blank(data, end)


def _fields(header: bytes) -> dict[str, str]:
    """The named fields, names in lower case; of a field written twice the first."""
    fields: dict[str, str] = {}
    for line in FOLDED.sub(b" ", header).splitlines()[1:]:
        if found := FIELD.fullmatch(line.rstrip()):
            fields.setdefault(found[1].decode("ascii").lower(), found[2].decode("utf-8", "replace"))
    return fields


def _end(data: bytes, start: int, length: str) -> int | None:
    """Where a block ends, if there a record ends: at another record, or at the end of everything."""
    if not re.fullmatch(r"[0-9]{1,15}", length):
        return None
    end = start + int(length)
    after = _past_blank(data, end)
    return end if end <= len(data) and (after == len(data) or START.match(data, after)) else None


def _past_blank(data: bytes, at: int) -> int:
    while at < len(data) and data[at] in BLANK:
        at += 1
    return at


def _next(data: bytes, at: int) -> int:
    """Where the next record begins; the end of the data if there is none."""
    found = NEXT.search(data, at)
    return found.end() if found else len(data)


def _false_length(fields: dict[str, str], there: int, last: bool) -> str:
    of = f" of {fields['warc-target-uri']}" if "warc-target-uri" in fields else ""
    said = fields.get("content-length", "unknown")[:20]
    if last and said.isdecimal() and int(said[:15]) > there:
        return f"{_kind(fields)}{of} is cut short: of {said} bytes {there} are there"
    return f"{_kind(fields)}{of} says that it has {said} bytes, and the next record does not begin there"


def _kind(fields: dict[str, str]) -> str:
    return f"the {fields.get('warc-type', 'record')[:20]}"


def _members(data: bytes) -> Iterator[bytes | Unread]:
    """What each member of a gzip file holds; after a damaged one it goes on at the next."""
    at, room = 0, UNPACKED
    while at < len(data):
        unpacked, end, why = _unpack(data, at, room)
        room -= len(unpacked)
        if unpacked:
            yield unpacked
        if room <= 0:
            yield Unread("the rest", f"was not read: unpacked it is more than {UNPACKED // 2**20} MB")
            return
        if why and not (unpacked and why is CUT):  # its last record says so itself
            yield Unread(f"from byte {at}", why)
        at = _next_member(data, at + 1) if why else end


def _unpack(data: bytes, at: int, room: int) -> tuple[bytes, int, str]:
    """What the member at ``at`` holds, where it ends, and what is wrong with it."""
    machine = zlib.decompressobj(31)
    found: list[bytes] = []
    held = 0
    try:
        while at < len(data) and not machine.eof and held < room:
            piece = machine.unconsumed_tail or data[at : at + PIECE]
            at += 0 if machine.unconsumed_tail else len(piece)
            found.append(machine.decompress(piece, room - held))
            held += len(found[-1])
    except zlib.error:
        return b"".join(found), at, "is damaged: this part of the gzip file cannot be unpacked"
    end = at - len(machine.unused_data)
    why = "" if machine.eof or held >= room else CUT
    return b"".join(found), end, why


def _next_member(data: bytes, at: int) -> int:
    while (at := data.find(GZIP, at)) >= 0:
        if START.match(_first(data[at : at + 1024])):
            return at
        at += 1
    return len(data)
