"""TNEF, in which Outlook and Exchange send a letter and its files as one ("winmail.dat", [MS-OXTNEF])."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from firsthand.errors import Unreadable

SIGN = b"\x78\x9f\x3e\x22"
BEGINS, NAME, DATA, ATTACHED, LETTER, CODEPAGE = 0x9002, 0x8010, 0x800F, 0x9005, 0x9003, 0x9007
NAMED = 0x8000  # properties from here on are called by a name
# How long values are that do not say so themselves, by their kind.
FIXED = {2: 2, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 2, 20: 8, 64: 8, 72: 16}
LONG = (0x0D, 0x1E, 0x1F, 0x102)
SEVERAL = 0x1000
ENDS = {0x1E: b"\0", 0x1F: b"\0\0"}  # of values in words
INNER = 16  # bytes before a mail in a mail

Properties = Mapping[str, bytes]
"""The values of a letter or a file by number and kind, as streams of MSG are called: "0037001F"."""


@dataclass(slots=True)
class Packet:
    """What a TNEF file holds. ``plain``: its attributes of old, by number; ``whole``: it is complete."""

    letter: dict[str, bytes] = field(default_factory=dict)
    plain: dict[int, bytes] = field(default_factory=dict)
    files: list[Enclosed] = field(default_factory=list)
    whole: bool = True


@dataclass(slots=True)
class Enclosed:
    """A file in it: its name and bytes as of old, its properties."""

    name: bytes = b""
    data: bytes = b""
    properties: dict[str, bytes] = field(default_factory=dict)

    @property
    def contents(self) -> bytes:
        """Its bytes; of a mail in the mail its own packet."""
        inner = self.properties.get("3701000D", b"")[INNER:]
        return self.data or self.properties.get("37010102", b"") or inner * inner.startswith(SIGN)


def packet(data: bytes) -> Packet:
    """The letter and the files in ``data``, as far as it goes. Raises Unreadable for what is no TNEF."""
    if not data.startswith(SIGN):
        raise Unreadable("is no winmail.dat (TNEF), whatever its name says")
    found = Packet()
    for name, value in _attributes(data, found):
        if name == BEGINS:
            found.files.append(Enclosed())
        elif name == LETTER:
            found.letter.update(_properties(value))
        elif name not in (NAME, DATA, ATTACHED):
            found.plain.setdefault(name, value)
        elif found.files:
            _take(found.files[-1], name, value)
    return found


def _take(file: Enclosed, name: int, value: bytes) -> None:
    if name == NAME:
        file.name = value
    elif name == DATA:
        file.data = value
    else:
        file.properties.update(_properties(value))


def _attributes(data: bytes, found: Packet) -> Iterator[tuple[int, bytes]]:
    at = 6
    while at < len(data):
        if at + 9 > len(data):
            found.whole = False
            return
        _, name, length = struct.unpack_from("<BII", data, at)
        if at + 11 + length > len(data):
            found.whole = False
            return
        yield name & 0xFFFF, data[at + 9 : at + 9 + length]
        at += 11 + length


def _properties(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The first value of each property, as far as the bytes hold together."""
    try:
        (count,) = struct.unpack_from("<I", data)
        at = 4
        for _ in range(count):
            kind, number = struct.unpack_from("<HH", data, at)
            at = _past_name(data, at + 4) if number >= NAMED else at + 4
            value, at = _value(data, at, kind)
            kind &= ~SEVERAL
            yield f"{number:04X}{kind:04X}", value.removesuffix(ENDS.get(kind, b""))
    except struct.error:
        return


def _past_name(data: bytes, at: int) -> int:
    (kind,) = struct.unpack_from("<I", data, at + 16)
    (given,) = struct.unpack_from("<I", data, at + 20)
    return at + 24 + (_padded(given) if kind else 0)


def _value(data: bytes, at: int, kind: int) -> tuple[bytes, int]:
    single, long = kind & ~SEVERAL, kind & ~SEVERAL in LONG
    if not long and single not in FIXED:
        raise struct.error("a kind of value that is not known")
    count = 1
    if long or kind & SEVERAL:
        (count,) = struct.unpack_from("<I", data, at)
        at += 4
    first = b""
    for number in range(count):
        length = FIXED.get(single, 0)
        if long:
            (length,) = struct.unpack_from("<I", data, at)
            at += 4
        if at + length > len(data):
            raise struct.error("a value that is longer than what holds it")
        first = data[at : at + length] if not number else first
        at += _padded(length)
    return first, at


def _padded(length: int) -> int:
    return -(-length // 4) * 4
