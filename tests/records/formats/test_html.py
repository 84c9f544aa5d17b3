"""Web pages."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document
from firsthand.records.formats import html

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="{charset}"><title>Ferry fire &amp; alarm | Harbour Gazette</title>
<link rel="canonical" href="https://harbour.example/ferry-fire">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry fire & alarm",
 "datePublished": "2025-02-01T10:00:00+02:00", "dateModified": "2025-02-02",
 "author": {{"name": "Ann Lee"}}, "publisher": {{"name": "Harbour Gazette"}}}}</script>
<style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/news">All the news of the day</a></ul></nav>
<article><h1>Ferry fire &amp; alarm</h1>
<p>The alarm on the ferry was <b>faulty</b> for two months before the fire, the union said on&nbsp;Saturday,
   citing a letter that was <a href="/letter?a=1&amp;b=2">published here</a> in January.</p>
<p>&ldquo;I put it in writing,&rdquo; said Hanne Wick — café owner — who speaks for the union.<br>
   &#8220;Nobody answered,&#x201d; she added, and she sent it a second time.</p>
<p>The owners of the ferry wrote <a href="mailto:a@b.example">to the union</a> in February and said that
   they would look into it, <a href="javascript:alert(1)">according to a copy</a> of their answer.</p>
</article><footer><p>Copyright 2025 Harbour Gazette. All rights reserved.</p></footer></body></html>
"""


def only(data: bytes) -> Document:
    (document,) = html.read(data)
    assert isinstance(document, Document)
    return document


def received(data: bytes, document: Document, span: Span, encoding: str = "utf-8") -> str:
    """The bytes that a span leads to, as a reader sees them."""
    low, high = document.offsets.back(span) or (0, 0)
    return " ".join(unescape(re.sub("<[/!a-z][^>]*>|\xad", "", data[low:high].decode(encoding))).split())


@pytest.fixture(scope="module", params=["utf-8", "windows-1252"])
def page(request: pytest.FixtureRequest) -> tuple[bytes, Document, str]:
    data = PAGE.format(charset=request.param).encode(request.param)
    return data, only(data), request.param


def test_the_article_is_the_text_and_nothing_around_it(page: tuple[bytes, Document, str]) -> None:
    assert page[1].text.split("\n\n") == [
        "The alarm on the ferry was faulty for two months before the fire, the union said on Saturday, "
        "citing a letter that was published here in January.",
        "“I put it in writing,” said Hanne Wick — café owner — who speaks for the union.",
        "“Nobody answered,” she added, and she sent it a second time.",
        "The owners of the ferry wrote to the union in February and said that they would look into it, "
        "according to a copy of their answer.",
    ]


def test_what_the_page_says_of_itself(page: tuple[bytes, Document, str]) -> None:
    document = page[1]
    assert (document.title, document.outlet, document.byline) == (
        "Ferry fire & alarm",
        "Harbour Gazette",
        "Ann Lee",
    )
    assert (document.published, document.dated_by) == ("2025-02-01T10:00:00+02:00", "JSON-LD datePublished")
    assert (document.language, document.url) == ("en-GB", "https://harbour.example/ferry-fire")
    assert document.extra == {"modified": "2025-02-02"}


def test_links_stand_at_their_words_and_lead_to_the_web_only(page: tuple[bytes, Document, str]) -> None:
    (link,) = page[1].links
    assert link.url == "https://harbour.example/letter?a=1&b=2"
    assert page[1].text[link.span.start : link.span.end] == "published here"


def test_every_word_leads_to_its_bytes(page: tuple[bytes, Document, str]) -> None:
    data, document, encoding = page
    words = [Span(*match.span()) for match in re.finditer(r"\S+", document.text)]
    assert len(words) > 50
    assert [received(data, document, span, encoding) for span in words] == document.text.split()


def test_the_same_page_twice_is_read_the_same() -> None:
    data = PAGE.format(charset="utf-8").encode()
    assert html.read(data) == html.read(data)


def test_a_date_on_the_page_says_where_it_was_found() -> None:
    body = "<p>The bridge in the old harbour is safe, the engineer said at the yearly meeting.</p>" * 3
    dated = only(f"<html><body><time datetime='2025-02-01'>Saturday</time>{body}</body></html>".encode())
    assert (dated.published, dated.dated_by) == ("2025-02-01", "time element")
    undated = only(f"<html><body>{body}</body></html>".encode())
    assert (undated.published, undated.dated_by) == ("", "")


@pytest.mark.parametrize(
    "data", [b"<html><body></body></html>", b"<html><script>x</script>", b"<html><!-- x"]
)
def test_a_page_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="without any visible text"):
        html.read(data)


def test_nul_bytes_and_half_characters_do_no_harm() -> None:
    document = only(b"<html><body><p>The bri\0dge is \xed\xa0\x80 safe.</p></body></html>")
    assert document.text == "The bridge is \ufffd safe."


def test_a_hundred_thousand_nested_tags_cost_nothing_but_a_note() -> None:
    data = b"<html><body>" + b"<div>" * 100_000 + b"The bridge is safe." + b"</div>" * 100_000
    document = only(data)
    assert document.text == "The bridge is safe."
    assert document.notes == ("the page is too large or too deep: its visible text was taken",)


@pytest.mark.parametrize(
    "repeated",
    [
        b"<b>hi</b> ",
        b"<p title='x",
        b"<!-- ",
        b"&",
        b"<",
        b"<a ",
        b"</",
        b'<p a=">',
        b" ",
        b"<table><tr><td>",
        b"&#",
    ],
)
def test_repetition_without_end_is_read_or_refused(repeated: bytes) -> None:
    try:
        html.read(b"<html><body><p>The bridge is safe.</p>" + repeated * (600_000 // len(repeated)))
    except Unreadable as refusal:
        pytest.fail(f"the first paragraph is there: {refusal}")


@pytest.mark.parametrize(
    ("head", "name", "sure"),
    [
        (b"<!DOCTYPE html><html>", "saved.txt", True),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<html>", "a.txt", True),
        (b"Anything", "a.html", True),
        (b"<div><p>one</p>", "a.txt", True),
        (b"1 < 2 and <b>so</b> on", "a.txt", False),
        (b"---\ntitle: <p>\n---\n", "a.md", False),
    ],
)
def test_a_page_is_known_by_its_head_before_its_name(head: bytes, name: str, sure: bool) -> None:
    assert (html.claims(head, name) >= 0.5) is sure


PIECES = st.one_of(
    st.sampled_from(
        ["word", "é", "가나", "😀", " ", "\n", "\xad", "\u200f", "a < b", "R&D", "&copy2", "&notin;"]
    ),
    st.sampled_from(
        ["&amp;", "&eacute;", "&#8212;", "&lt;i&gt;", "&nbsp;", "<b>", "</b>", "<a href='/x'>", "</a>"]
    ),
    st.sampled_from(["<br>", "<!-- no -->", "<img alt='x'>"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=12), min_size=1, max_size=5))
def test_any_paragraph_leads_to_its_bytes(paragraphs: list[list[str]]) -> None:
    body = "".join(f"<p>Begin {''.join(pieces)} end.</p>\n" for pieces in paragraphs)
    data = f"<html><body><article>{body}</article></body></html>".encode()
    document = only(data)
    for match in re.finditer(r"[^\n]+", document.text):
        span = Span(*match.span())
        assert received(data, document, span) == match[0]
