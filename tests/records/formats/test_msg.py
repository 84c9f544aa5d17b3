"""Mail as Outlook saves it, written here by hand: a compound file of streams in storages."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Member, Unread
from firsthand.records.formats import Format
from firsthand.records.formats import msg as format
from firsthand.records.intake import read
from tests.records.formats.making import leads_back, picture
from tests.records.markup.test_packedrtf import packed

FORM = Format(format.NAME, format.claims, format.read, opened=format.opened)
CIRCLE = Path(__file__).parent / "crashes" / "msg-sectors-in-a-circle"
Tree = dict[str, "bytes | Tree"]
SECTOR, END, NONE = 512, 0xFFFFFFFE, 0xFFFFFFFF


def compound(tree: Tree) -> bytes:
    """A compound file ([MS-CFB]) of streams that are all shorter than 4,096 bytes."""
    sectors: list[bytes] = []
    chain: list[int] = []
    small = bytearray()
    small_chain: list[int] = []
    entries: list[bytes] = [b""]

    def stored(data: bytes) -> int:
        start, count = len(sectors), -(-len(data) // SECTOR)
        sectors.extend(data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR))
        chain.extend([*range(start + 1, start + count), END])
        return start

    def in_small(data: bytes) -> int:
        start, count = len(small) // 64, -(-len(data) // 64)
        small.extend(data.ljust(64 * count, b"\0"))
        small_chain.extend([*range(start + 1, start + count), END][:count])
        return start if count else END

    def entry(name: str, kind: int, after: int, child: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        head = struct.pack("<64sHBBIII", raw, len(raw), kind, 1, NONE, after, child)
        return head + bytes(36) + struct.pack("<IQ", start, size)

    def placed(inner: Tree) -> int:
        after = NONE
        for name, value in reversed(inner.items()):
            here = len(entries)
            entries.append(b"")
            if isinstance(value, bytes):
                entries[here] = entry(name, 2, after, NONE, in_small(value), len(value))
            else:
                entries[here] = entry(name, 1, after, placed(value), 0, 0)
            after = here
        return after

    def numbers(values: list[int]) -> bytes:
        return b"".join(struct.pack("<I", each) for each in values).ljust(SECTOR, b"\xff")

    child = placed(tree)
    entries[0] = entry("Root Entry", 5, NONE, child, stored(bytes(small)), len(small))
    listed, small_table, table = stored(b"".join(entries)), stored(numbers(small_chain)), len(sectors)
    sectors.append(numbers([*chain, 0xFFFFFFFD]))
    assert len(sectors) <= SECTOR // 4 and len(small_chain) <= SECTOR // 4
    head = struct.pack("<8s16sHHHHH6x", format.OLE, b"", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<10I", 0, 1, listed, 0, 4096, small_table, 1, END, 0, table)
    return head.ljust(SECTOR, b"\xff") + b"".join(sectors)


def wide(number: str, text: str) -> Tree:
    return {f"__substg1.0_{number}001F": text.encode("utf-16-le")}


def properties(head: int, **values: int) -> Tree:
    listed = (struct.pack("<HHIQ", 0, int(number[1:], 16), 0, value) for number, value in values.items())
    return {"__properties_version1.0": bytes(head) + b"".join(listed)}


SENT = (int(datetime(2024, 11, 14, 14, 20, tzinfo=UTC).timestamp()) + 11_644_473_600) * 10_000_000
ATTACHED = "__attach_version1.0_#0000000{}"
INNER = properties(24) | wide("0037", "Forwarded") | wide("0C1A", "Bo") | wide("1000", "I saw it.")
LETTER = (
    properties(32, x0039=SENT)
    | wide("0037", "The lock")
    | wide("0C1A", "Ann Moll")
    | wide("5D01", "ann@post.example")
    | wide("0E04", "Desk")
    | wide("1000", "The lock was shut — 가.\r\n\r\nSee https://gazette.example/a\r\n")
)
SAMPLE = compound(
    LETTER
    | {
        ATTACHED.format(0): properties(8)
        | wide("3707", "..\\page 1.png")
        | {"__substg1.0_37010102": picture()},
        ATTACHED.format(1): properties(8) | {"__substg1.0_3701000D": INNER},
        ATTACHED.format(2): properties(8) | wide("3707", "none.txt"),
    }
)


def only(data: bytes) -> Document:
    first, *_ = format.read(data)
    assert isinstance(first, Document)
    return first


def test_a_mail_is_its_letter_the_mails_and_the_files_in_it() -> None:
    letter, page, inner, empty = format.read(SAMPLE)
    assert isinstance(letter, Document) and isinstance(inner, Document)
    assert letter.text == "The lock was shut — 가.\r\n\r\nSee https://gazette.example/a"
    assert (letter.title, letter.byline, letter.published) == (
        "The lock",
        "Ann Moll",
        "2024-11-14T14:20:00+00:00",
    )
    assert letter.extra == {"from": "Ann Moll <ann@post.example>", "to": "Desk"}
    assert [link.url for link in letter.links] == ["https://gazette.example/a"]
    stated = {"sent": "2024-11-14T14:20:00+00:00", "sent by": "Ann Moll"}
    assert page == Member("attachment 1", "page 1.png", picture(), stated)
    assert (inner.part, inner.title, inner.byline, inner.text) == (
        "attachment 2",
        "Forwarded",
        "Bo",
        "I saw it.",
    )
    assert format.opened(SAMPLE, inner.inside) == "I saw it.".encode("utf-16-le")
    assert empty == Unread("attachment 3", "'none.txt' holds no bytes", "Save it from Outlook and add it")


def test_words_in_an_old_encoding_and_html() -> None:
    old = {
        "__substg1.0_0037001E": "Шлюз".encode("cp1251"),
        "__substg1.0_1000001E": "Шлюз закрили".encode("cp1251"),
    }
    document = only(compound(properties(32, x3FFD=1251) | old))
    assert (document.title, document.text) == ("Шлюз", "Шлюз закрили")
    page = {"__substg1.0_10130102": "<p>The lock &amp; the</p><p>pier — 1</p>".encode("cp1252")}
    assert only(compound(properties(32, x3FDE=1252) | page)).text == "The lock & the\n\npier — 1"


@settings(max_examples=40, deadline=None)
@given(st.text("ab é가😀\n", min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_every_place_leads_back_to_the_same_words(text: str) -> None:
    data = compound(properties(32) | wide("1000", text))
    document = only(data)
    assert document.text == text.rstrip().lstrip("\n")
    leads_back(document, format.opened(data, document.inside), lambda raw: raw.decode("utf-16-le"))


INSIDE = rb"{\rtf1\ansi The lock was {\b shut}.\par It is \'97 so.}"
RICH = compound(properties(32) | {"__substg1.0_10090102": packed(INSIDE)})


def test_a_letter_that_is_only_packed_rtf_is_read() -> None:
    document = only(RICH)
    assert document.text == "The lock was shut.\n\nIt is — so."
    assert format.opened(RICH, document.inside) == INSIDE
    start, end = document.offsets.back(Span(13, 17)) or (0, 0)
    assert INSIDE[start:end] == b"shut"


def test_it_is_known_without_its_name() -> None:
    assert read(SAMPLE, "letter").format == "msg"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (compound({"WordDocument": b"x"}), "is an old office file, but no mail"),
        (b"The lock.", "is no mail of Outlook"),
        (SAMPLE[:600], "is a damaged mail of Outlook"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        format.read(data)


def test_a_sealed_mail_is_told() -> None:
    (told,) = format.read(compound(properties(32) | wide("001A", "IPM.Note.SMIME")))
    assert isinstance(told, Unread) and told.what == "is an encrypted or sealed mail"


def test_sectors_in_a_circle_are_not_followed() -> None:
    with pytest.raises(Unreadable, match="longer than the file"):
        format.read(CIRCLE.read_bytes())
