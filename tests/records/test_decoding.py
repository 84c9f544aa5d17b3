"""Encodings, known and supposed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.decoding import decode

LETTER = "Міст через річку безпечний, сказала інженерка в понеділок. " * 4


def words_come_back(data: bytes, encoding: str) -> bool:
    """Whether the bytes behind each character decode to that character."""
    decoded = decode(data)
    for at, char in enumerate(decoded.text):
        start, end = decoded.offsets.back(Span(at, at + 1)) or (0, 0)
        if data[start:end].decode(encoding, "surrogatepass") != char:
            return False
    return True


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-u"])
def test_an_encoding_is_found_out(encoding: str) -> None:
    data = LETTER.encode(encoding)
    assert decode(data).text == LETTER
    assert words_come_back(data, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + "B – 😀".encode(encoding))
    assert decoded.text == "B – 😀"
    assert decoded.offsets.back(Span(0, 1)) == (len(mark), len(mark) + len("B".encode(encoding)))
    assert words_come_back(mark + "B – 😀".encode(encoding), encoding)
    assert not decoded.notes


def test_a_supposed_encoding_is_noted() -> None:
    assert decode(LETTER.encode("cp1251")).notes == ("encoding supposed: cp1251",)
    assert not decode(LETTER.encode("utf-8")).notes


def test_of_several_declared_encodings_the_first_that_is_one_holds() -> None:
    data = LETTER.encode("cp1251")
    assert decode(data, "x-none", "windows-1251").text == LETTER
    assert decode(data, "windows-1251", "koi8-u").text == LETTER


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined", "base64", "mbcs", "x\0"])
def test_a_codec_that_is_no_encoding_of_texts_is_passed_over(name: str) -> None:
    assert decode(LETTER.encode("cp1251"), name).notes == ("encoding supposed: cp1251",)


def test_letters_between_escapes_are_not_taken_for_ascii() -> None:
    words = "안녕, 1950년"
    data = words.encode("iso2022_kr")
    decoded = decode(data, "ISO-2022-KR")
    assert decoded.text == words
    start, end = decoded.offsets.back(Span(4, 8)) or (0, 0)
    assert data[start:end] == b"1950"


def test_a_declared_encoding_is_believed_where_utf_8_does_not_fit() -> None:
    assert decode("Câțiva pași".encode("iso8859_16"), "iso-8859-16").text == "Câțiva pași"
    assert decode("Câțiva pași".encode(), "iso-8859-16").text == "Câțiva pași"


def test_characters_of_two_bytes_are_traced_one_by_one() -> None:
    data = "다리는 안전하다. Bridge. ".encode("cp949") * 5
    decoded = decode(data, "euc-kr")
    assert decoded.text == "다리는 안전하다. Bridge. " * 5
    assert decoded.offsets.back(Span(1, 3)) == (2, 6)
    assert decoded.offsets.back(Span(10, 16)) == (17, 23)


def test_a_few_damaged_bytes_do_not_change_the_encoding() -> None:
    decoded = decode(LETTER.encode()[:-3] + b"\xff")
    assert decoded.text.startswith(LETTER[:-3])
    assert decoded.notes[0].startswith("bytes that are not UTF-8")


def test_halves_of_characters_are_shown_as_replaced() -> None:
    decoded = decode("a\ud800b".encode("utf-8", "surrogatepass"))
    assert decoded.text == "a\ufffdb"
    assert decoded.notes == ("lone surrogates (halves of characters), shown as \ufffd: 1",)
    assert decoded.offsets.back(Span(1, 3)) == (1, 5)


def test_both_halves_of_a_character_make_it_whole() -> None:
    assert decode(b"a\xed\xa0\xbd\xed\xb8\x80b").text == "a😀b"


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00\xd8")
@example(b"\x00a" * 8 + b"\xd8\x00")
@example(b"\xed\xa0\x80")
def test_any_bytes_give_storable_text_with_a_whole_map_or_a_refusal(data: bytes) -> None:
    try:
        decoded = decode(data)
    except Unreadable:
        return
    decoded.text.encode("utf-8")
    assert decoded.offsets.length == len(decoded.text)
    place = decoded.offsets.back(Span(0, len(decoded.text)))
    assert place is None or 0 <= place[0] < place[1] <= len(data)
