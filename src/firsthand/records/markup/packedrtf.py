"""RTF as Outlook packs it into mails ("LZFu", [MS-OXRTFCP]): bytes, and references to those before."""

from __future__ import annotations

import struct
import zlib

from firsthand.errors import Unreadable

PACKED, PLAIN = b"LZFu", b"MELA"
HEAD = 16
WINDOW = 4096
LARGEST = 64 * 1024 * 1024
# What every text may refer to from its first byte on.
BEFORE = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    rb"MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def unpacked(data: bytes) -> bytes:
    """The RTF that is packed in ``data``. Raises Unreadable for bytes that are none, or are damaged."""
    if len(data) < HEAD or data[8:12] not in (PACKED, PLAIN):
        raise Unreadable("holds no packed RTF")
    _, size, _, check = struct.unpack_from("<4I", data)
    if data[8:12] == PLAIN:
        return data[HEAD : HEAD + size]
    if size > LARGEST:
        raise Unreadable(f"unpacks to more than {LARGEST // 2**20} MB")
    # CRC-32 from 0 and without a last turn, as zlib begins and ends it.
    if zlib.crc32(data[HEAD:], 0xFFFFFFFF) ^ 0xFFFFFFFF != check:
        raise Unreadable("holds packed RTF that is damaged")
    return _written(data, size)


def _written(data: bytes, size: int) -> bytes:
    found, at = bytearray(BEFORE), HEAD
    whole = len(BEFORE) + size
    while at < len(data) and len(found) < whole:
        flags, at = data[at], at + 1
        for bit in range(8):
            if not flags >> bit & 1:
                found += data[at : at + 1]
                at += 1
                continue
            reference = int.from_bytes(data[at : at + 2], "big")
            at += 2
            start = _start(reference >> 4, len(found))
            if start == len(found) or at > len(data):  # a reference to where one is: the end
                return bytes(found[len(BEFORE) : whole])
            if start < 0:
                raise Unreadable("holds packed RTF that is damaged")
            for n in range(start, start + (reference & 0xF) + 2):
                found.append(found[n])
    return bytes(found[len(BEFORE) : whole])


def _start(place: int, length: int) -> int:
    """Where the byte with this place in the window stands in all that is written: its end for the next."""
    return length - (length - place - 1) % WINDOW - 1 if place != length % WINDOW else length
