"""An answer of a web server as it was sent, and what it says when the ways of sending are undone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.errors import Unreadable

# What one answer may unpack to: the largest file that is read.
LARGEST = 64 * 1024 * 1024
STATUS = re.compile(rb"HTTP/[0-9.]{1,4} +([0-9]{3})(?:[ \t][^\r\n]*)?(?:\r?\n|\Z)")
END = re.compile(rb"\r?\n\r?\n")
SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})", re.I)


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: its status, its header by lower-case names, its body as it was sent."""

    status: int
    fields: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The stated media type without parameters, "" if none is."""
        return self.fields.get("content-type", "").split(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The stated encoding of characters, "" if none is."""
        found = CHARSET.search(self.fields.get("content-type", ""))
        return found[1] if found else ""


def answer(block: bytes) -> Answer:
    """The parts of a response. Raises Unreadable for bytes that are none."""
    found = STATUS.match(block)
    if not found:
        raise Unreadable("is no answer of a web server")
    end = END.search(block, found.end() - 2)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    return Answer(int(found[1]), headers(head), body)


def headers(head: bytes) -> dict[str, str]:
    """The fields below the first line, by lower-case names; one written twice has both values."""
    fields: dict[str, str] = {}
    for line in head.splitlines()[1:]:
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        key, value = name.strip().lower(), value.strip()
        if colon and key:
            fields[key] = f"{fields[key]}, {value}" if key in fields else value
    return fields


def undone(sent: Answer) -> bytes:
    """The body without transfer and content encodings, at most LARGEST bytes.

    Archives often hold bodies whose encodings were undone when they were captured, under headers that
    still name them: a body that does not begin as one so encoded is taken as it is. Raises Unreadable
    for one that ends too early, has a damaged chunk, or is encoded in a way that is not known.
    """
    body = sent.body
    ways = _named(sent, "content-encoding") + _named(sent, "transfer-encoding")
    said = sent.fields.get("content-length", "")
    if not ways and re.fullmatch(r"[0-9]{1,15}", said) and len(body) < int(said):
        raise Unreadable(f"is cut short: of {said} bytes {len(body)} are there")
    for way in reversed(ways):
        if way not in UNDO:
            raise Unreadable(f"is encoded as {way[:40]!r}, which this release does not undo")
        body = UNDO[way](body)
    return body


def _named(sent: Answer, field: str) -> list[str]:
    ways = [way.strip().lower() for way in sent.fields.get(field, "").split(",")]
    return [way for way in ways if way not in ("", "identity")]


def _unchunked(body: bytes) -> bytes:
    if not SIZE.match(body):
        return body
    found: list[bytes] = []
    at = held = 0
    while size := SIZE.match(body, at):
        length = int(size[1], 16)
        if not length:
            return b"".join(found)
        start, at = size.end(), size.end() + length
        if at > len(body):
            raise Unreadable(
                f"ends in the middle of a chunk: of {length} bytes {len(body) - start} are there"
            )
        found.append(body[start:at])
        held += length
        at += 2 if body.startswith(b"\r\n", at) else 1 if body.startswith(b"\n", at) else 0
    raise Unreadable(f"has a damaged chunk after {held} bytes")


def _gunzipped(body: bytes) -> bytes:
    return _unpacked(body, 31) if body.startswith(b"\x1f\x8b") else body


def _inflated(body: bytes) -> bytes:
    """Servers send "deflate" with or without the two bytes that the standard asks for."""
    for bits in (15, -15):
        try:
            return _unpacked(body, bits)
        except Unreadable as why:
            if "more than" in why.what:
                raise
    return body


def _unpacked(body: bytes, bits: int) -> bytes:
    machine = zlib.decompressobj(bits)
    try:
        found = machine.decompress(body, LARGEST + 1)
    except zlib.error as error:
        raise Unreadable("is damaged: it cannot be unpacked") from error
    return _whole(found, machine.eof)


def _unbrotlied(body: bytes) -> bytes:
    import brotli

    machine = brotli.Decompressor()
    try:
        found = machine.process(body, output_buffer_limit=LARGEST + 1)
    except brotli.error as error:
        if body.lstrip()[:1] in (b"<", b"%", b"{", b"["):
            return body
        raise Unreadable("is damaged: it cannot be unpacked") from error
    return _whole(found, machine.is_finished())


def _whole(found: bytes, ended: bool) -> bytes:
    if len(found) > LARGEST:
        raise Unreadable(f"unpacks to more than {LARGEST // 2**20} MB")
    if not ended:
        raise Unreadable("is cut short: what is packed does not end")
    return found


UNDO: dict[str, Callable[[bytes], bytes]] = {
    "chunked": _unchunked,
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _inflated,
    "br": _unbrotlied,
}
