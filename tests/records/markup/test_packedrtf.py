"""Packed RTF, packed here by hand."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.records.markup.packedrtf import BEFORE, unpacked


def packed(raw: bytes) -> bytes:
    """Bytes packed as Outlook does: the longest that stands before, or the byte itself."""
    found = bytearray(BEFORE)
    tokens: list[bytes | None] = []
    left = raw
    while left:
        length = next((n for n in range(17, 1, -1) if left[:n] in found[-4000:] and len(left) >= n), 0)
        if length:
            start = found.rindex(left[:length])
            tokens.append(struct.pack(">H", start % 4096 << 4 | length - 2))
        else:
            tokens.append(None)
        found += left[: length or 1]
        left = left[length or 1 :]
    tokens.append(struct.pack(">H", len(found) % 4096 << 4))
    return framed(_grouped(tokens, raw), len(raw))


def _grouped(tokens: list[bytes | None], raw: bytes) -> bytes:
    written, at = b"", 0
    for begin in range(0, len(tokens), 8):
        flags, group = 0, b""
        for bit, token in enumerate(tokens[begin : begin + 8]):
            flags |= (token is not None) << bit
            group += raw[at : at + 1] if token is None else token
            at += 1 if token is None else (token[1] & 15) + 2
        written += bytes([flags]) + group
    return written


def framed(inside: bytes, size: int, kind: bytes = b"LZFu") -> bytes:
    check = zlib.crc32(inside, 0xFFFFFFFF) ^ 0xFFFFFFFF
    return struct.pack("<II4sI", len(inside) + 12, size, kind, check) + inside


@given(st.lists(st.sampled_from([b"the lock ", b"\\par ", b"\\fs20", b"a", b"\xff"]), max_size=900))
def test_what_is_packed_comes_back(words: list[bytes]) -> None:
    raw = b"".join(words)
    assert unpacked(packed(raw)) == raw
    assert unpacked(framed(raw, len(raw), b"MELA")) == raw


SAMPLE = packed(rb"{\rtf1\ansi The lock was shut, the lock was shut.}")


@pytest.mark.parametrize("at", range(0, len(SAMPLE), 3))
def test_damage_is_told(at: int) -> None:
    spoilt = bytearray(SAMPLE)
    spoilt[at] ^= 0x44
    try:
        assert unpacked(bytes(spoilt)) != b""
    except Unreadable as why:
        assert "packed RTF" in why.what or "unpacks to more" in why.what
    with pytest.raises(Unreadable):
        unpacked(SAMPLE[:at])


def test_a_reference_to_what_was_never_written_is_damage() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        unpacked(framed(b"\x01" + struct.pack(">H", 3000 << 4), 10))
