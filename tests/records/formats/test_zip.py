"""Folders of files sent as one."""

from __future__ import annotations

import pytest

from firsthand.errors import Unreadable
from firsthand.records.document import Member, Unread
from firsthand.records.formats import Format
from firsthand.records.formats import zip as format
from firsthand.records.intake import read
from tests.records.formats.making import docx, paragraph, picture, run, zipped

FORM = Format(format.NAME, format.claims, format.read)
FILES = {
    "in/a.txt": "The lock was shut.",
    "in/page.png": picture(),
    "b.html": "<html><p>The ferry left.</p></html>",
}


def locked(data: bytes, *names: bytes) -> bytes:
    """The archive with the mark of encryption on the first entries, both where they stand and in the list."""
    spoilt = bytearray(data)
    for sign, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = -1
        for _ in names:
            at = spoilt.index(sign, at + 1)
            spoilt[at + flags] |= 1
    return bytes(spoilt)


def test_each_file_is_one_of_its_own() -> None:
    found = format.read(zipped(FILES | {"__MACOSX/in/._a.txt": "x", ".DS_Store": "x", "in/": ""}))
    assert [(each.part, each.name) for each in found if isinstance(each, Member)] == [
        ("in/a.txt", "in/a.txt"),
        ("in/page.png", "in/page.png"),
        ("b.html", "b.html"),
    ]
    assert isinstance(found[0], Member) and found[0].data == b"The lock was shut."


def test_names_lead_nowhere_but_into_the_archive() -> None:
    found = format.read(zipped({"../../etc/cron": "1", "/root/x": "2", "C:\\up\\..\\y": "3"}))
    assert [each.name for each in found if isinstance(each, Member)] == ["etc/cron", "root/x", "C:/up/y"]


def test_files_that_need_a_password_are_told_and_the_rest_goes_on() -> None:
    one, *rest = format.read(locked(zipped(FILES), b"in/a.txt"))
    assert isinstance(one, Unread) and one.what == "'in/a.txt' in it needs a password"
    assert [each.name for each in rest if isinstance(each, Member)] == ["in/page.png", "b.html"]
    (all_of_them,) = format.read(locked(zipped(FILES), *(b"", b"", b"")))
    assert isinstance(all_of_them, Unread)
    assert all_of_them.what == "3 of the 3 files in it need a password"


def test_a_bomb_costs_itself() -> None:
    bomb, other = format.read(zipped({"bomb.txt": bytes(20_000_000), "a.txt": "The lock."}))
    assert isinstance(bomb, Unread) and "as no document does" in bomb.what
    assert isinstance(other, Member)


def test_an_archive_that_claims_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(format, "TOTAL", 100)
    with pytest.raises(Unreadable, match="unpacks to 0 MB, more than the 0 MB"):
        format.read(zipped({"a": "a" * 60, "b": "b" * 60}))


def test_a_manifest_in_an_archive_is_told() -> None:
    (told,) = format.read(zipped({"in/case.toml": "title = 'x'"}))
    assert isinstance(told, Unread) and "case.toml" in told.what


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (zipped({}), "without any files"),
        (zipped({"__MACOSX/x": ""}), "without any files"),
        (zipped({"[Content_Types].xml": "", "ppt/a.xml": ""}), "is an office document or web archive"),
        (zipped({"mimetype": "application/epub+zip"}), "is an office document or web archive"),
        (zipped(FILES)[:-30], "is a damaged ZIP archive"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes, what: str) -> None:
    assert format.claims(data[:4096], "a.zip") == 0.8
    with pytest.raises(Unreadable, match=what):
        format.read(data)


def test_a_word_document_is_not_unpacked() -> None:
    data = docx(paragraph(run("The lock.")))
    assert read(data, "letter.zip").format == "docx"
    assert "damaged ZIP" in read(data[:-30], "letter.docx").refusals[0].what
