"""Subtitles."""

from __future__ import annotations

from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.records.document import Document
from firsthand.records.formats import Format
from firsthand.records.formats import subtitles as format
from firsthand.records.intake import read
from tests.records.formats.making import leads_back
from tests.records.formats.promise import keeps_its_promise

FORM = Format(format.NAME, format.claims, format.read)
SAMPLE = """1
00:00:01,000 --> 00:00:04,000
<i>The lock was</i>
shut by

2
00:00:04,500 --> 00:00:06,000
{\\an8}the guard.

3
00:00:07,000 --> 00:00:09,000
- By whom?
- By him & 7 < 8.

4
00:00:10,000 --> 00:00:11,000

5
00:00:12,000 --> 00:00:13,000
In 1984.
"""
WEB = """WEBVTT - The lock
Language: en

NOTE nobody says this

intro
00:01.000 --> 00:04.000 align:start
<v Ann Moll>The lock &amp; the
pier</v> were <c.loud>shut</c>.

STYLE
::cue { color: red }

00:05.000 --> 00:06.000
All day.
"""


def only(text: str) -> Document:
    (document,) = format.read(text.encode())
    assert isinstance(document, Document)
    return document


def cues(document: Document) -> list[tuple[str, str]]:
    return [(line.name, document.text[slice(*line.span)]) for line in document.lines]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_each_cue_is_a_line_and_sentences_go_on_from_one_to_the_next(ending: str) -> None:
    document = only(SAMPLE.replace("\n", ending))
    assert document.text == "The lock was shut by the guard.\n- By whom?\n- By him & 7 < 8.\nIn 1984."
    assert cues(document) == [
        ("00:00:01,000 --> 00:00:04,000", "The lock was shut by"),
        ("00:00:04,500 --> 00:00:06,000", "the guard."),
        ("00:00:07,000 --> 00:00:09,000", "- By whom?\n- By him & 7 < 8."),
        ("00:00:12,000 --> 00:00:13,000", "In 1984."),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_subtitles_of_the_web_name_their_speakers(ending: str) -> None:
    document = only(WEB.replace("\n", ending))
    assert document.text == "Ann Moll: The lock & the pier were shut.\nAll day."
    assert (document.title, document.language) == ("The lock", "en")
    assert [name for name, _ in cues(document)] == ["00:01.000 --> 00:04.000", "00:05.000 --> 00:06.000"]


@pytest.mark.parametrize("text", [SAMPLE, WEB])
def test_they_are_known_whatever_their_name(text: str) -> None:
    assert read(text.encode("utf-8-sig"), "film.txt").format == "subtitles"
    assert read(text.encode("utf-16"), "film").format == "subtitles"


def test_an_article_that_names_times_is_none() -> None:
    assert read(b"The gate was open 00:00:01,000 --> 00:00:04,000.\n", "a.txt").format == "plain"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text("ab-.é가😀& ", min_size=1, max_size=9).filter(lambda text: text.strip()),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_every_place_leads_back_to_the_same_words(spoken: list[str], ending: str, web: bool) -> None:
    blocks = (
        f"{n}\n00:00:0{n}.000 --> 00:00:0{n}.500\n<b>{escape(text) if web else text}</b>\n\n"
        for n, text in enumerate(spoken, 1)
    )
    written = ("WEBVTT\n\n" if web else "") + "".join(blocks)
    data = written.replace("\n", ending).encode()
    (document,) = format.read(data)
    assert isinstance(document, Document)
    assert [text.strip() for _, text in cues(document)] == [text.strip() for text in spoken]
    leads_back(document, data, lambda raw: unescape(raw.decode()))


@pytest.mark.parametrize(
    "data", [b"WEBVTT\n\n", b"1\n00:00:01,000 --> 00:00:02,000\n\n", b"The lock.", b"%PDF"]
)
def test_without_cues_it_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        format.read(data)


@pytest.mark.parametrize("text", ["<" * 8_000, "{" * 8_000, "\n" * 8_000, "1\n" * 8_000, "<v " * 4_000])
def test_repetition_without_end_costs_no_more_than_its_length(text: str) -> None:
    keeps_its_promise(FORM, b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + text.encode())
    keeps_its_promise(FORM, b"1\n00:00:01,000 --> 00:00:02,000\n" + text.encode() + SAMPLE.encode())
