"""Reading one file, whatever it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records.intake import read

REPORT = b"---\noutlet: Gazette\ntitle: The bridge\n---\nThe bridge is safe.\n"


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (REPORT, "a.txt", "plain"),
        (REPORT, "no suffix", "plain"),
        (b"<html><body><p>The bridge is safe.</p></body></html>", "saved.txt", "html"),
        (b'{"text": "One."}\n', "rows.txt", "jsonl"),
        (b"title,text\nA,One.\n", "rows.csv", "table"),
        (b"title,text\nA,One.\n", "rows.txt", "table"),
        (b"Safe, she said, or so it seems\n", "a.txt", "plain"),
    ],
)
def test_the_format_is_found_out(data: bytes, name: str, form: str) -> None:
    found = read(data, name)
    assert found.format == form
    assert [document.format for document in found.documents] == [form]


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"", "a.txt", "is empty"),
        (b"\n\n", "a.txt", "holds no text"),
        (b"\xef\xbb\xbf", "a.txt", "holds no text"),
        (b"\x00\x01\x02\x03" * 20, "a.txt", "is not text"),
        (b"id,story\n1,x\n", "a.csv", "has no text column: its columns are id, story"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "is a damaged image"),
        (b"%PDF-1.7", "a.html", "is a damaged PDF"),
    ],
)
def test_what_cannot_be_read_is_one_refusal_in_a_sentence(data: bytes, name: str, what: str) -> None:
    found = read(data, name)
    (refusal,) = found.refusals
    assert refusal.what.startswith(what)
    assert (refusal.name, refusal.object, refusal.part) == (name, hashlib.sha256(data).hexdigest(), "")
    assert found.documents == ()


def test_a_row_that_cannot_be_read_names_its_row() -> None:
    found = read(b'{"text": "One."}\n{"text": \n', "a.jsonl", "ab12")
    assert len(found.documents) == 1
    assert [(each.object, each.part) for each in found.refusals] == [("ab12", "row 2")]


def test_a_file_beyond_the_limit_is_kept_but_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(200 * 2**20)
    (refusal,) = read(large, "large.txt").refusals
    assert refusal.what == (
        "was received and kept, but not read: 200 MB is more than the 64 MB that are read of one file"
    )
    assert refusal.object == hashlib.sha256(large.read_bytes()).hexdigest()


def test_a_file_on_disk_is_read_like_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT)
    assert read(tmp_path / "a.txt", "a.txt") == read(REPORT, "a.txt")


@pytest.mark.parametrize(
    "written",
    [
        "Міст безпечний.",
        "<html><body><p>Міст безпечний.</p></body></html>",
        "title,text\nA,Міст безпечний.\n",
        "line,original\n1,Міст безпечний.\n",
        "1\n00:00:01,000 --> 00:00:02,000\nМіст безпечний.\n",
    ],
)
def test_the_encoding_that_the_sender_stated_is_used(written: str) -> None:
    (document,) = read(written.encode("koi8-u"), "sent", charset="koi8-u").documents
    assert document.text == "Міст безпечний."
    assert document.notes == ()


def test_the_encoding_of_the_server_holds_over_that_of_the_page() -> None:
    page = '<html><head><meta charset="koi8-u"></head><body><p>Міст безпечний.</p></body></html>'
    (document,) = read(page.encode("cp1251"), "a.html", charset="windows-1251").documents
    assert document.text == "Міст безпечний."


def test_what_is_noted_of_a_letter_that_only_carries_files_is_told_and_no_refusal() -> None:
    data = (
        b"From: Ann\nDate: Thu, 14 Nov 2024 16:20:00 +0200\nSubject: x\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain; name="a.txt"\n\n'
        b"It is safe.\n--B\nContent-Type: application/pgp-signature\n\nx\n--B--\n"
    )
    found = read(data, "a.eml")
    assert found.documents == () and len(found.members) == 1
    (told,) = found.refusals
    assert told.noted and told.what == "the mail is signed; the signature was not checked"


def test_the_next_best_format_is_tried_and_a_note_says_so() -> None:
    found = read(b"text,title\n", "notes.txt")  # claimed as a table, but without rows
    assert found.format == "plain"
    assert found.documents[0].notes == ("not read as table: has column names but no rows",)


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.csv", "a.png", "a"]))
def test_any_file_gives_documents_or_refusals(data: bytes, name: str) -> None:
    found = read(data, name)
    assert found.documents or found.refusals


def test_of_many_parts_that_cannot_be_read_the_first_are_told_and_the_rest_counted() -> None:
    found = read(b'{"text": "One."}\n' + b"{\n" * 500, "a.jsonl")
    assert len(found.refusals) == 201
    assert found.refusals[-1].what == "has 300 further parts that cannot be read"


def test_what_is_told_is_one_line_that_can_be_printed_and_has_an_end() -> None:
    columns = "na\x1b[2J\u202eme\n" + "x" * 40 + ","
    (refusal,) = read(("a," + '"' + columns * 3 + '"\nb,c\n').encode(), "a.csv").refusals
    assert refusal.what.isprintable()
    (refusal,) = read(
        b"WARC/1.0\r\nWARC-Target-URI: https://a.example/" + b"x" * 9000 + b"\r\n\r\n", "a.warc"
    ).refusals
    assert len(refusal.what) < 600


def test_what_is_surely_of_one_format_is_not_read_as_plain_text_instead() -> None:
    kind = b"Content-Type: multipart/encrypted; boundary=x"
    sealed = b"From: a@b.example\nSubject: x\nDate: x\n" + kind + b"\n\n--x\n\na\n--x--\n"
    (refusal,) = read(sealed, "a.eml").refusals
    assert refusal.what == "is an encrypted mail"
    assert read(b"The bridge is safe, she said.", "a.eml").format == "plain"
