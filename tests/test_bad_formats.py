"""One bad file of every kind in a folder: each a refusal in one sentence, and the good ones are read."""

from __future__ import annotations

import json
import struct
import zlib
from email.message import EmailMessage
from pathlib import Path

from firsthand import Case
from tests.records.formats import making, test_xlsx
from tests.records.formats.making import paragraph, run, zipped
from tests.records.formats.test_msg import compound
from tests.records.pdf.making import Column, pdf
from tests.records.webarchive.building import http, page, record

LOCKED_PDF = Path(__file__).parent / "records" / "pdf" / "locked.pdf"  # AES-256, made with pikepdf
XML = (
    '<!DOCTYPE x [<!ENTITY a "lock">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
ODT = "application/vnd.oasis.opendocument.text"
MANY = bytes(30_000_000)


def picture(inside: bytes) -> bytes:
    """A PNG that says it has 30,000 × 30,000 pixels."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(inside)),
    )
    made = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in (*chunks, (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def mail(name: str, data: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ann Moll <ann@post.example>", "The lock"
    message.set_content("See the file.")
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def packed(data: bytes, deep: int) -> bytes:
    """Archives in archives."""
    for _ in range(deep):
        data = zipped({"in.zip": data})
    return data


def chat(photo: str) -> bytes:
    message = {"id": 1, "type": "message", "date_unixtime": "1738411200", "text": "A lock.", "photo": photo}
    return json.dumps({"name": "Odrin", "type": "public_channel", "messages": [message]}).encode()


TOO_WELL = "in 29,17"
NO_SCAN = "more pixels than any scan"
ENTITIES = "defines entities of its own"
# The file, and some words of the one sentence that is told of it or of what lies in it.
BAD: dict[str, tuple[bytes, str]] = {
    "locked.pdf": (LOCKED_PDF.read_bytes(), "locked with a password"),
    "cut.pdf": (pdf([[Column(["A page."])]])[:400], "damaged PDF"),
    "locked.docx": (compound({"EncryptedPackage": bytes(64)}), "protected with a password"),
    "xml.page.xml": (f"{XML}<PcGts><Page><TextRegion id='&i;'/></Page></PcGts>".encode(), ENTITIES),
    "xml.alto.xml": (f"{XML}<alto><Layout>&i;</Layout></alto>".encode("utf-16"), ENTITIES),
    "xml.tei.xml": (f"{XML}<TEI><text><body>&i;</body></text></TEI>".encode(), ENTITIES),
    "xml.docx": (making.docx("", word__document_DOT_xml=f"{XML}<x>&i;</x>"), ENTITIES),
    "xml.odt": (zipped({"mimetype": ODT, "content.xml": f"{XML}<x>&i;</x>"}), ENTITIES),
    "xml.xlsx": (
        test_xlsx.book({"a": f"{XML}<worksheet xmlns='{test_xlsx.MAIN}'>&i;</worksheet>"}),
        ENTITIES,
    ),
    "zip.docx": (making.docx("", word__document_DOT_xml=MANY), TOO_WELL),
    "zip.odt": (zipped({"mimetype": ODT, "content.xml": MANY}), TOO_WELL),
    "zip.xlsx": (test_xlsx.book({"a": "0" * len(MANY)}), TOO_WELL),
    "zip.wacz": (zipped({"datapackage.json": "{}", "archive/a.warc": MANY}), TOO_WELL),
    "zip.zip": (zipped({"a.txt": MANY}), TOO_WELL),
    "deep.zip": (packed(zipped({"a.txt": "Too deep."}), 9), "lies in 6 files, one in the other"),
    "none.zip": (zipped({}), "without any files"),
    "huge.png": (picture(b"0"), NO_SCAN),
    "huge.zip": (zipped({"scans/huge.png": picture(b"1")}), NO_SCAN),
    "huge.docx": (making.docx(paragraph(run("A letter.")), word__media__a_DOT_png=picture(b"2")), NO_SCAN),
    "huge.eml": (mail("huge.png", picture(b"3")), NO_SCAN),
    "longer.warc": (record(http(page()), length=10_000), "cut short: of 10000 bytes"),
    "shorter.warc": (record(http(page()), length=10) + record(http(page("Or so."))), "has 10 bytes"),
    "negative.warc": (record(http(page()), length=-1), "has -1 bytes"),
    "vast.warc": (record(http(page()), length=10**40), "cut short: of 1000000000"),
}
# The file, and the names of what is read of it.
READ: dict[str, tuple[bytes, list[str]]] = {
    "away.zip": (
        zipped({"../../up.txt": "Up, said Ann Lee.", "/root/x.txt": "Down."}),
        ["up.txt", "root/x.txt"],
    ),
    "away.eml": (mail("../../../up.txt", b"Away, said the keeper."), ["", "up.txt"]),
    "chat/result.json": (chat("../../photos/lock.jpg"), [""]),
    "good.docx": (making.docx(paragraph(run("The letter."))), [""]),
    "good.txt": (b"The lock was shut, said the keeper, Ana Verbic.\n", [""]),
}


def test_each_bad_file_costs_itself_alone(tmp_path: Path) -> None:
    for name, (data, _) in (BAD | READ).items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
    with Case.create(tmp_path / "c") as case:
        told = case.add(tmp_path / "in")
        refused = {name: [r for r in case.refusals() if r.name.split("/")[0] == name] for name in BAD}
        for name, (_, words) in BAD.items():
            (refusal,) = refused[name]
            assert words in refusal.what and len(refusal.what) < 200
            assert refusal.do or refusal.part
        assert len(told.refusals) == len(BAD)
        read = {record.name for record in case.records()}
        for name, (_, parts) in READ.items():
            assert {f"{name}/{part}".rstrip("/") for part in parts} <= read
        assert read >= {"huge.docx", "huge.eml", "shorter.warc/press.example/lock.html"}
        assert "chat/result.json: 1 file of its messages did not come with it" in told.sentence()
        assert sorted(each.name for each in tmp_path.iterdir()) == ["c", "in"]
        assert case.verify() == ()
