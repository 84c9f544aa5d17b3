"""RTF documents."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document
from firsthand.records.formats import Format
from firsthand.records.formats import rtf as format
from firsthand.records.intake import read
from tests.records.formats.making import picture
from tests.records.formats.promise import keeps_its_promise

FORM = Format(format.NAME, format.claims, format.read)
HEAD = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil Arial;}{\f1\fnil\fcharset204 Arial;}{\f2\fcharset129 B;}}"
SAMPLE = (
    HEAD
    + r"{\colortbl;\red0;}{\stylesheet{\s0 Normal;}}{\info{\title The lock}{\author Ann Moll}{\operator Bo}"
    + r"{\creatim\yr2025\mo2\dy1\hr9\min30}}{\header Press office}"
    + "\n"
    + r"\pard It was {\b shut}{\super{\footnote By whom?}} \'96 \ldblquote sealed\rdblquote .\par"
    + "\r\n"
    + r"\trowd Hour\cell\cell Level\cell\row Two\cell 3\cell 4\cell\row\pard"
    + r" See {\field{\*\fldinst HYPERLINK "
    + '"https://gazette.example/a"'
    + r"}{\fldrslt the Gazette}}, \{yes\}.{\pict\pngblip 89504e47}\par"
    + r"{\f1\'d8\'eb\'fe\'e7} {\f2\'b0\'a1a} \u1064?\u-10179?\u-8704?{\*\unknown gone}"
    + r"\line End{\deleted never}.}"
).encode()


def only(data: bytes) -> Document:
    (document,) = format.read(data)
    assert isinstance(document, Document)
    return document


def test_a_document_is_read_with_its_notes_tables_properties_and_links() -> None:
    document = only(SAMPLE)
    assert document.text == (
        "It was shut[1] – “sealed”.\n\nHour\t\tLevel\nTwo\t3\t4\nSee the Gazette, {yes}.\n\n"
        "Шлюз 가a Ш😀\nEnd.\n\n[1] By whom?"
    )
    assert (document.title, document.byline, document.published) == ("The lock", "Ann Moll", "")
    assert document.extra == {"created": "2025-02-01T09:30", "lastModifiedBy": "Bo"}
    assert [(document.text[slice(*link.span)], link.url) for link in document.links] == [
        ("the Gazette", "https://gazette.example/a")
    ]
    assert document.notes == (
        "tracked changes that took words out: 1; the words still in the file were left out",
    )


def test_a_footnote_that_older_programs_may_pass_over_is_read() -> None:
    note = r"{\super\chftn{\*\footnote\chftn\pard\plain Said by telephone.\par}}"
    document = only(rb"{\rtf1 It was shut" + note.encode() + rb"{\*\bkmkstart{\footnote no}} again.\par}")
    assert document.text == "It was shut[1] again.\n\n[1] Said by telephone."


def test_places_lead_back_to_the_bytes() -> None:
    document = only(SAMPLE)
    for words, written in (
        ("shut", b"shut"),
        ("–", b"\\'96"),
        ("가", b"\\'b0\\'a1"),
        ("By whom", b"By whom"),
    ):
        at = document.text.index(words)
        low, high = document.offsets.back(Span(at, at + len(words))) or (0, 0)
        assert SAMPLE[low:high] == written
    at = document.text.index("😀")
    low, high = document.offsets.back(Span(at, at + 1)) or (0, 0)
    assert SAMPLE[low:high].strip() == b"\\u-10179?\\u-8704"


def test_a_document_that_breaks_off_says_so() -> None:
    document = only(SAMPLE[: SAMPLE.index(b"\\trowd")])
    assert document.notes == ("the document breaks off before its end",)


def test_bytes_that_are_given_by_their_number_are_passed_over() -> None:
    assert only(rb"{\rtf1 a{\pict\bin5 }}}}}}b{\object\objemb{\*\objdata 00}{\result c}}}").text == "abc"


def written(text: str, how: str) -> str:
    """Characters as programs write them: as they are, with a substitute, or as bytes."""
    return "".join(
        f"\\{char}" if char in "\\{}" else char if char.isascii() else _coded(char, how) for char in text
    )


def _coded(char: str, how: str) -> str:
    if how == "cp1252" and char == "é":
        return "\\'e9"
    units = char.encode("utf-16-le")
    return "".join(
        f"\\u{int.from_bytes(units[n : n + 2], 'little', signed=True)}?" for n in range(0, len(units), 2)
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("ab{}\\'é가😀 ", min_size=1, max_size=8), min_size=1, max_size=4),
    st.sampled_from(["cp1252", "unicode"]),
)
def test_every_place_leads_back_to_the_same_words(paragraphs: list[str], how: str) -> None:
    data = (
        HEAD + "\\pard " + "\\par\n".join(f"{{\\b {written(each, how)}}}" for each in paragraphs) + "}"
    ).encode()
    document = only(data)
    assert document.text == "\n\n".join(paragraphs)
    for at, char in enumerate(document.text):
        if place := document.offsets.back(Span(at, at + 1)):
            raw = data[slice(*place)].decode()
            assert _read(raw) == char


def _read(raw: str) -> str:
    codes = [int(found) % 65_536 for found in re.findall(r"\\u(-?\d+)", raw)]
    if codes:
        return b"".join(code.to_bytes(2, "little") for code in codes).decode("utf-16-le")
    return "é" if raw == "\\'e9" else raw.removeprefix("\\") if len(raw) > 1 else raw


@pytest.mark.parametrize("data", [picture(), b"The lock.", b"{\\r"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="is no RTF document"):
        format.read(data)


def test_a_document_without_text_is_told() -> None:
    assert read(b"{\\rtf1{\\*\\x y}}", "a.rtf").refusals[0].what == "holds no text"


@pytest.mark.parametrize("text", ["{" * 20_000, "}" * 20_000, "\\" * 20_000, "\\u1" * 9_000, "\\'b0" * 9_000])
def test_repetition_without_end_is_read(text: str) -> None:
    keeps_its_promise(FORM, (HEAD + "\\f2 " + text).encode())
