"""Mail as Outlook packs it for Outlook (winmail.dat, TNEF): the letter, and the files that are in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.errors import Unreadable
from firsthand.records.document import Member, Part, Unread
from firsthand.records.formats.jsonl import storable
from firsthand.records.markup.letters import WIDE, Body, Content, body, codepage, letter, moment, rich
from firsthand.records.markup.packedrtf import unpacked
from firsthand.records.markup.transport import CODEPAGE, SIGN, Enclosed, Packet, packet

NAME = "tnef"

SUBJECT, SENDER, SMTP, TO, CC, IDENTIFIER = "0037", "0C1A", "5D01", "0E04", "0E03", "1035"
LONG_NAME, SHORT_NAME, SHOWN_NAME = "3707", "3704", "3001"
SENT, DELIVERED, PAGE_CODEPAGE = "00390040", "0E060040", "3FDE0003"
RICH = "10090102"
OLD = 0x800C  # the letter as an attribute of old, before properties
LONGEST = 2000
OTHER = 0.1  # of the words of a letter, as another form of it may have: addresses of links


def claims(head: bytes, filename: str) -> float:
    """By its first bytes."""
    return 1.0 if head.startswith(SIGN) else 0.3 * filename.lower().endswith("winmail.dat")


def read(data: bytes) -> tuple[Part, ...]:
    """A Document, the letter, if it holds one, and a Member for each file. Unreadable: neither."""
    found = packet(data)
    inside, said = _letter(found)
    document = letter(
        said,
        subject=_text(found, SUBJECT),
        sender=_text(found, SENDER),
        address=_text(found, SMTP),
        sent=moment(_number(found, SENT) or _number(found, DELIVERED)),
        kept={"to": _text(found, TO), "cc": _text(found, CC), "message-id": _text(found, IDENTIFIER)},
        inside=inside,
    )
    parts = (*((document,) if said.text.strip() else ()), *enclosed(found))
    if not parts:
        raise Unreadable("is a winmail.dat without a letter or a file in it")
    return parts


def enclosed(found: Packet, stated: dict[str, str] | None = None) -> Iterator[Member | Unread]:
    """The files in a packet; ``stated`` is what the mail around them says of them."""
    for number, file in enumerate(found.files, 1):
        part, name = f"attachment {number}", _named(found, file, number)
        if file.contents:
            yield Member(part, name, file.contents, stated or {})
        else:
            yield Unread(part, f"{name!r} holds no bytes", "Save it from Outlook and add it")
    if not found.whole:
        yield Unread("the rest", "is missing: the file breaks off before its end", "Save or fetch it again")


def repeats(found: Packet, text: str) -> bool:
    """Whether the letter in a packet only says again what the mail around it says."""
    words = set(re.findall(r"\w+", _letter(found)[1].text))
    return len(words - set(re.findall(r"\w+", text))) <= len(words) * OTHER


def opened(data: bytes, inside: str) -> bytes:
    """The property of that number and kind ("1000001F"), that with RTF unpacked; "800C" is one of old."""
    found = packet(data)
    value = found.plain.get(OLD, b"") if inside == f"{OLD:04X}" else found.letter.get(inside, b"")
    if not value:
        raise Unreadable(f"has no part {inside!r}")
    return unpacked(value) if inside == RICH else value


def _letter(found: Packet) -> tuple[str, Body]:
    """The property with the text, and that text: plain before HTML, and that before RTF."""
    own, page = _encoding(found), codepage(_number(found, PAGE_CODEPAGE))
    plain = (("1000001F", WIDE, False), ("1000001E", own, False))
    pages = (("10130102", page, True), ("1013001F", WIDE, True))
    for name, charset, html in (*plain, *pages):
        if found.letter.get(name, b"").strip(b"\0 \r\n\t"):
            return name, body([Content(found.letter[name], charset, html)])
    if data := found.letter.get(RICH):
        return RICH, rich(unpacked(data))
    return f"{OLD:04X}", body([Content(found.plain.get(OLD, b"").rstrip(b"\0"), own)])


def _encoding(found: Packet) -> str:
    return codepage(int.from_bytes(found.plain.get(CODEPAGE, b"")[:4], "little"))


def _number(found: Packet, name: str) -> int:
    return int.from_bytes(found.letter.get(name, b""), "little")


def _text(found: Packet, number: str) -> str:
    return _words(found, found.letter, number)


def _words(found: Packet, properties: dict[str, bytes], number: str) -> str:
    wide = properties.get(f"{number}001F", b"").decode("utf-16-le", "replace")
    narrow = properties.get(f"{number}001E", b"").decode(_encoding(found), "replace")
    return storable(" ".join((wide or narrow).replace("\0", " ").split()))[:LONGEST]


def _named(found: Packet, file: Enclosed, number: int) -> str:
    long, short, shown = (_words(found, file.properties, n) for n in (LONG_NAME, SHORT_NAME, SHOWN_NAME))
    old = storable(file.name.rstrip(b"\0").decode(_encoding(found), "replace"))
    name = long or short or old or shown or f"attachment {number}"
    name = name.replace("\\", "/").rpartition("/")[2]
    return f"{name}.dat" if file.contents.startswith(SIGN) else name
