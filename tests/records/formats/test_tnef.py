"""winmail.dat, written here by hand."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Member, Unread
from firsthand.records.formats import eml as mail_format
from firsthand.records.formats import tnef as format
from firsthand.records.intake import read
from tests.records.formats.making import leads_back, picture
from tests.records.formats.test_eml import letter
from tests.records.formats.test_msg import SENT
from tests.records.markup.test_packedrtf import packed


def attribute(number: int, data: bytes, level: int = 1) -> bytes:
    return struct.pack("<BII", level, number, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def properties(*values: tuple[str, bytes | int]) -> bytes:
    """Properties by number and kind."""
    made = struct.pack("<I", len(values))
    for name, value in values:
        number, kind = int(name[:4], 16), int(name[4:], 16)
        made += struct.pack("<HH", kind, number)
        if isinstance(value, int):
            made += struct.pack("<Q" if kind == 64 else "<I", value)
        else:
            made += struct.pack("<II", 1, len(value)) + value + bytes(-len(value) % 4)
    return made


def wide(text: str) -> bytes:
    return text.encode("utf-16-le") + b"\0\0"


def tnef(*values: tuple[str, bytes | int], files: bytes = b"", codepage: int = 1251) -> bytes:
    head = struct.pack("<IH", 0x223E9F78, 1) + attribute(0x9007, struct.pack("<II", codepage, 0))
    return head + attribute(0x9003, properties(*values)) + files


def file(name: bytes, data: bytes, *values: tuple[str, bytes | int]) -> bytes:
    begun = attribute(0x9002, bytes(14), 2) + attribute(0x8010, name + b"\0", 2)
    return begun + attribute(0x800F, data, 2) + (attribute(0x9005, properties(*values), 2) if values else b"")


LETTER = (
    ("0037001F", wide("The lock")),
    ("00390040", SENT),
    ("0C1A001F", wide("Ann Moll")),
    ("1000001F", wide("The lock was shut — 가.")),
)
INNER = tnef(("0037001F", wide("Forwarded")), ("1000001E", "Я бачив.".encode("cp1251")))
SAMPLE = tnef(
    *LETTER,
    files=file(b"PAGE1~1.PNG", picture(), ("3707001F", wide("..\\page 1.png")))
    + file("акт.txt".encode("cp1251"), b"The minutes.")
    + file(b"mail", b"", ("3701000D", bytes(16) + INNER)),
)


def only(data: bytes) -> Document:
    first, *_ = format.read(data)
    assert isinstance(first, Document)
    return first


def test_it_is_a_letter_and_the_files_in_it() -> None:
    document, page, minutes, inner = format.read(SAMPLE)
    assert isinstance(document, Document)
    assert (document.title, document.byline) == ("The lock", "Ann Moll")
    assert document.text == "The lock was shut — 가."
    assert document.published == "2024-11-14T14:20:00+00:00"
    assert page == Member("attachment 1", "page 1.png", picture())
    assert minutes == Member("attachment 2", "акт.txt", b"The minutes.")
    assert inner == Member("attachment 3", "mail.dat", INNER)
    assert only(INNER).text == "Я бачив."


def test_a_letter_that_is_only_packed_rtf_is_read() -> None:
    inside = rb"{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}The lock \b was\b0  shut.\par It is.}"
    data = tnef(("10090102", packed(inside)))
    document = only(data)
    assert document.text == "The lock was shut.\n\nIt is."
    assert format.opened(data, document.inside) == inside
    start, end = document.offsets.back(Span(9, 12)) or (0, 0)
    assert inside[start:end] == b"was"


def test_what_only_repeats_the_mail_gives_its_files_and_what_does_not_is_read() -> None:
    def around(words: str) -> bytes:
        message = letter(words)
        message.add_attachment(SAMPLE, maintype="application", subtype="ms-tnef", filename="winmail.dat")
        return message.as_bytes()

    _, page, *_ = mail_format.read(around("The lock was shut — 가.\n"))
    assert isinstance(page, Member) and (page.part, page.name) == ("part 2, attachment 1", "page 1.png")
    assert page.stated["sent by"] == "Ann Moll <ann@post.example>"
    _, whole = mail_format.read(around("Sent through a list.\n"))
    assert isinstance(whole, Member) and whole.data == SAMPLE


@settings(max_examples=40, deadline=None)
@given(st.text("ab é가😀\n", min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_every_place_leads_back_to_the_same_words(text: str) -> None:
    data = tnef(("1000001F", text.encode("utf-16-le")))
    document = only(data)
    leads_back(document, format.opened(data, document.inside), lambda raw: raw.decode("utf-16-le"))
    assert document.text == text.rstrip().lstrip("\n")


def test_one_that_breaks_off_gives_what_is_there() -> None:
    cut = SAMPLE[: SAMPLE.index(picture()) + 20]
    document, empty, rest = format.read(cut)
    assert isinstance(document, Document) and isinstance(empty, Unread)
    assert isinstance(rest, Unread) and "breaks off" in rest.what


def test_it_is_known_by_its_first_bytes_and_others_are_refused() -> None:
    assert read(SAMPLE, "letter").format == "tnef"
    with pytest.raises(Unreadable, match="whatever its name says"):
        format.read(b"The lock.")
    with pytest.raises(Unreadable, match="without a letter or a file"):
        format.read(tnef())
    with pytest.raises(Unreadable, match="without a letter or a file"):
        format.read(SAMPLE[:4])
