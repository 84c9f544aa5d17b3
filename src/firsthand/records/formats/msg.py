"""Mail as Outlook saves it (MSG): the letter, who wrote it to whom and when; what is attached.

The bytes are cut into streams by olefile; which stream holds what is [MS-OXMSG].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from firsthand.errors import Unreadable
from firsthand.records.document import Document, Member, Part, Unread
from firsthand.records.formats.jsonl import storable
from firsthand.records.markup.letters import WIDE, Body, Content, body, codepage, letter, moment, rich
from firsthand.records.markup.packedrtf import unpacked

if TYPE_CHECKING:
    from olefile import OleFileIO

NAME = "msg"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROPERTIES = "__properties_version1.0"
ATTACHED = "__attach_version1.0_"
INSIDE = "__substg1.0_3701000D"
KIND, SUBJECT, SENDER, ADDRESS, SMTP = "001A", "0037", "0C1A", "0C1F", "5D01"
TO, CC, IDENTIFIER, LETTER, PAGE = "0E04", "0E03", "1035", "1000", "1013"
FILE, LONG_NAME, SHORT_NAME, SHOWN_NAME = "3701", "3707", "3704", "3001"
SENT, DELIVERED, CODEPAGE, PAGE_CODEPAGE = 0x0039, 0x0E06, 0x3FFD, 0x3FDE
SEALED = "ipm.note.smime"
DEEPEST = 6
LONGEST = 2000
RICH = "__substg1.0_10090102"
AGAIN = "Save it as EML and add that"


@dataclass(frozen=True, slots=True)
class _Mail:
    """One mail in the file: the storage that it fills, "" for the outermost; ``head`` is the length of what
    stands before its properties."""

    ole: OleFileIO
    storage: str = ""
    head: int = 32

    def stream(self, name: str) -> bytes:
        path = f"{self.storage}{name}"
        if self.ole.get_type(path) != 2:  # 2: a stream
            return b""
        return _read(self.ole, path)

    def text(self, number: str) -> str:
        """A property in words, in whichever of the two ways it is written; "" if it is not there."""
        wide = self.stream(f"__substg1.0_{number}001F").decode("utf-16-le", "replace")
        narrow = self.stream(f"__substg1.0_{number}001E").decode(self.encoding(CODEPAGE), "replace")
        return storable(" ".join((wide or narrow).replace("\0", " ").split()))[:LONGEST]

    def value(self, number: int) -> int:
        """A property of a fixed length, as a number; 0 if it is not there."""
        listed = self.stream(PROPERTIES)[self.head :]
        for at in range(0, len(listed) - 15, 16):
            _, found, _, value = struct.unpack_from("<HHIQ", listed, at)
            if found == number:
                return int(value)
        return 0

    def encoding(self, number: int) -> str:
        """The encoding of what is not Unicode."""
        return codepage(self.value(number) & 0xFFFFFFFF)

    def moment(self) -> str:
        """When it was sent, else when it arrived."""
        return moment(self.value(SENT) or self.value(DELIVERED))

    def letter(self) -> tuple[str, Body]:
        """The stream with its text, and that text: plain before HTML, and that before RTF."""
        ways = ((f"{LETTER}001F", WIDE, False), (f"{LETTER}001E", self.encoding(CODEPAGE), False))
        pages = ((f"{PAGE}0102", self.encoding(PAGE_CODEPAGE), True), (f"{PAGE}001F", WIDE, True))
        for number, charset, page in (*ways, *pages):
            data = self.stream(f"__substg1.0_{number}")
            if data.strip(b"\0 \r\n\t"):
                return f"{self.storage}__substg1.0_{number}", body([Content(data, charset, page)])
        if data := self.stream(RICH):
            return f"{self.storage}{RICH}", rich(unpacked(data))
        return "", body([])

    def attached(self) -> list[str]:
        """The storages of the files in it."""
        within = len(self.storage.split("/")) - 1
        above = self.storage.rstrip("/").split("/") if within else []
        found = [path for path in self.ole.listdir(streams=False, storages=True) if path[:-1] == above]
        return ["/".join(path) + "/" for path in found if path[-1].startswith(ATTACHED)]


def claims(head: bytes, filename: str) -> float:
    """By name: other old office files begin with the same bytes."""
    named = filename.lower().endswith(".msg")
    return (0.95 if named else 0.35) if head.startswith(OLE) else 0.3 * named


def read(data: bytes) -> tuple[Part, ...]:
    """A Document, the letter, one for each mail in it, and a Member for each file. Raises Unreadable."""
    try:
        return tuple(_parts(_Mail(_opened(data)), "", 0))
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # olefile raises nearly anything for damaged bytes
        raise Unreadable("is a damaged mail of Outlook", do=AGAIN) from error


def opened(data: bytes, inside: str) -> bytes:
    """The stream of that name ("__substg1.0_1000001F"), that with RTF unpacked."""
    try:
        stream = _read(_opened(data), inside)
        return unpacked(stream) if inside.endswith(RICH) else stream
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        raise Unreadable(f"has no part {inside!r}") from error


def _opened(data: bytes) -> OleFileIO:
    from olefile import OleFileIO

    if not data.startswith(OLE):
        raise Unreadable("is no mail of Outlook, whatever its name says")
    ole = OleFileIO(BytesIO(data))
    _within(ole, ole.num_mini_fat_sectors * ole.sector_size)
    if not ole.exists(PROPERTIES):
        raise Unreadable("is an old office file, but no mail", do="Save it as DOCX or PDF and add that too")
    return ole


def _read(ole: OleFileIO, path: str) -> bytes:
    _within(ole, ole.get_size(path))
    return bytes(ole.openstream(path).read())


def _within(ole: OleFileIO, size: int) -> None:
    """Sectors that lead in a circle make a stream as long as its size says: 3 KB took 2 GB and a minute."""
    if size > ole.fp.getbuffer().nbytes:
        raise Unreadable("is a damaged mail of Outlook: a part of it is longer than the file", do=AGAIN)


def _parts(mail: _Mail, part: str, depth: int) -> Iterator[Part]:
    kind = mail.text(KIND).lower()
    if kind.startswith(SEALED) and "multipartsigned" not in kind:
        what = "is an encrypted or sealed mail"
        yield Unread(part, what, "Open it in Outlook, save its text and attachments, and add those")
        return
    yield _document(mail, part)
    stated = {"sent": mail.moment(), "sent by": mail.text(SENDER)}
    for number, storage in enumerate(mail.attached(), 1):
        name = f"{part}, attachment {number}" if part else f"attachment {number}"
        inner = _Mail(mail.ole, f"{storage}{INSIDE}/", head=24)
        if mail.ole.exists(f"{storage}{INSIDE}/{PROPERTIES}") and depth < DEEPEST:
            yield from _parts(inner, name, depth + 1)
        else:
            yield _member(_Mail(mail.ole, storage), name, stated)


def _document(mail: _Mail, part: str) -> Document:
    inside, said = mail.letter()
    address = mail.text(SMTP) or mail.text(ADDRESS)
    kept = {"to": mail.text(TO), "cc": mail.text(CC), "message-id": mail.text(IDENTIFIER)}
    return letter(
        said,
        subject=mail.text(SUBJECT),
        sender=mail.text(SENDER),
        address=address,
        sent=mail.moment(),
        kept=kept,
        inside=inside,
        part=part,
    )


def _member(file: _Mail, part: str, stated: dict[str, str]) -> Member | Unread:
    name = file.text(LONG_NAME) or file.text(SHORT_NAME) or file.text(SHOWN_NAME) or part
    name = name.replace("\\", "/").rpartition("/")[2]
    data = file.stream(f"__substg1.0_{FILE}0102")
    if not data:
        return Unread(part, f"{name!r} holds no bytes", "Save it from Outlook and add it")
    return Member(part, name, data, {key: value for key, value in stated.items() if value})
