"""JSON Lines of articles."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Unread
from firsthand.records.formats import jsonl


def documents(data: bytes) -> list[Document]:
    return [each for each in jsonl.read(data) if isinstance(each, Document)]


def test_fields_are_taken_and_unknown_ones_kept() -> None:
    row = {
        "id": "a7",
        "headline": "The bridge",
        "body": "It is safe.",
        "date": "2025-02-01",
        "publisher": "Gazette",
        "author": ["Ann Lee", "Bo Ek"],
        "lang": "en",
        "link": "https://gazette.example/7",
        "desk": "city",
        "words": 3,
        "empty": None,
    }
    (document,) = documents(json.dumps(row).encode())
    assert (document.title, document.text, document.part) == ("The bridge", "It is safe.", "row 1")
    assert (document.published, document.dated_by) == ("2025-02-01", "row")
    assert (document.outlet, document.byline, document.language) == ("Gazette", "Ann Lee, Bo Ek", "en")
    assert document.url == "https://gazette.example/7"
    assert document.extra == {"id": "a7", "desk": "city", "words": "3"}


def test_a_broken_line_is_refused_and_the_others_go_on() -> None:
    first, broken, last = jsonl.read(b'{"text": "One."}\n{"text": "Two.\n{"text": "Three."}\n')
    assert isinstance(first, Document)
    assert isinstance(broken, Unread)
    assert broken.part == "row 2"
    assert broken.what.startswith("is not valid JSON: ")
    assert isinstance(last, Document)
    assert last.part == "row 3"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"title": "x", "id": 3}', "has no text: its fields are title, id"),
        ("{}", "has no text: it has no fields"),
        ("[1, 2]", "is not a JSON object"),
        ("7", "is not a JSON object"),
        ('{"text": "  "}', "holds no text"),
        ('{"text": 7}', "holds no text"),
        ('{"x": ' + "[" * 200_000 + "]" * 200_000 + "}", "is not valid JSON: it is nested too deeply"),
    ],
)
def test_a_row_without_text_is_refused_in_a_sentence(line: str, what: str) -> None:
    (refused, _) = jsonl.read(f'{line}\n{{"text": "One."}}'.encode())
    assert isinstance(refused, Unread)
    assert refused.what == what


def test_paragraphs_and_sentences_are_joined() -> None:
    (document,) = documents(json.dumps({"paragraphs": [["One.", "Two."], ["Three."]]}).encode())
    assert document.text == "One. Two.\n\nThree."
    (document,) = documents(json.dumps({"paragraphs": ["One.", "Two."]}).encode())
    assert document.text == "One.\n\nTwo."


@pytest.mark.parametrize(
    "data", [b'[{"text": "One."},\n {"text": "Two."}]', b'{"text": "One."}\n\n{"text": "Two."}\n']
)
def test_a_list_of_objects_is_read_like_lines(data: bytes) -> None:
    assert [each.text for each in documents(data)] == ["One.", "Two."]


def test_one_object_over_several_lines() -> None:
    assert [each.text for each in documents(b'{\n  "text": "One."\n}\n')] == ["One."]


def test_what_no_text_can_hold_is_replaced_and_noted() -> None:
    (document,) = documents(b'{"text": "a\\ud800b\\u0000c", "title": "\\udfff"}')
    assert (document.text, document.title) == ("a\ufffdb\ufffdc", "\ufffd")
    assert document.notes == ("characters that no text can hold, shown as \ufffd: 2",)


def test_nul_bytes_are_refused() -> None:
    with pytest.raises(Unreadable, match="NUL"):
        jsonl.read(b'{"text": "a\0b"}\n\0\0\n')


@given(st.text(min_size=1, max_size=40), st.booleans(), st.data())
def test_any_part_of_the_text_leads_to_its_bytes(text: str, ascii_only: bool, data: st.DataObject) -> None:
    row = json.dumps({"é": "x", "text": text, "title": "y"}, ensure_ascii=ascii_only)
    received = ('{"text": "before"}\n' + row + "\n").encode("utf-8", "surrogatepass")
    found = [each for each in documents(received) if each.part == "row 2"]
    assert bool(found) == bool(text.strip())
    for document in found:
        start = data.draw(st.integers(0, len(document.text) - 1))
        end = data.draw(st.integers(start + 1, len(document.text)))
        low, high = document.offsets.back(Span(start, end)) or (0, 0)
        words = json.loads(b'"' + received[low:high] + b'"')
        assert jsonl.storable(words) == document.text[start:end]
