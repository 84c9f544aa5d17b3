"""One pass over a page."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.records.decoding import decode
from firsthand.records.markup.scanning import Page, attributes, reference_length, scan
from firsthand.records.offsets import Weave


def page(html: str) -> Page:
    return scan(decode(html.encode()))


def seen(html: str) -> list[str]:
    found = page(html)
    return [found.seen.text[block.span.start : block.span.end] for block in found.blocks]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>One  \n two</p><p>three", ["One two", "three"]),
        ("One<br>two", ["One", "two"]),
        ("<p>a<b>b</b> <i>c</i></p>", ["ab c"]),
        ("<td>1</td><td>2</td>", ["1", "2"]),
        ("<p>a &amp; b&nbsp;&nbsp;c &lt;d&gt;", ["a & b c <d>"]),
        ("R&D &unknown; AT&T &", ["R&D &unknown; AT&T &"]),
        ("1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
        ("a<!-- <p>no</p> -->b", ["ab"]),
        ("<script>x < y</script>a<style>p{}</style><svg><p>no</p></svg>b", ["ab"]),
        ("<SCRIPT>no</Script >a", ["a"]),
        ('<p title="a > b">c', ["c"]),
        ("<p title='never closed>a</p><p>b</p>", ["a", "b"]),
        ("a <b", ["a"]),
        ("a <!-- never closed <p>b", ["a"]),
        ("<p>tag\0ged so\xadft</p>", ["tagged soft"]),
        ("<?xml version='1.0'?><!DOCTYPE html><p>a", ["a"]),
    ],
)
def test_what_a_reader_sees(html: str, blocks: list[str]) -> None:
    assert seen(html) == blocks


def test_each_character_leads_to_its_bytes() -> None:
    html = "<p>é &amp;  <b>к</b></p>"
    found, weave = page(html), Weave()
    found.copy(weave, Span(0, 5))
    offsets = weave.finish()[1]
    pieces = [offsets.back(Span(i, i + 1)) for i in range(5)]
    data = html.encode()
    assert [data[a:b].decode() for a, b in (each or (0, 0) for each in pieces)] == [
        "é",
        " ",
        "&amp;",
        "  ",
        "к",
    ]


def test_what_stands_around_an_article_is_marked() -> None:
    found = page("<nav><p>Home</p></nav><p>Text</p><footer>End</footer><p>More</p>")
    assert [block.around for block in found.blocks] == [True, False, True, False]


def test_links_are_noted_with_their_words() -> None:
    found = page(
        "<p>See <a href='/a?x=1&amp;y=2'>the <b>letter</b></a>, <a>nothing</a>, "
        "<a href='/b'>open <a href='/c'>next"
    )
    links = [(found.seen.text[span.start : span.end].strip(), url) for span, url in found.links]
    assert links == [("the letter", "/a?x=1&y=2"), ("open", "/b")]


def test_declarations_title_and_data_are_kept() -> None:
    found = page(
        "<html lang=uk><title>A &amp; B</title><meta name=author content='Ann Lee'>"
        "<script type='application/ld+json'>{\"a\": 1}</script><script>no</script>"
    )
    assert found.title == "A & B"
    assert found.data == ('{"a": 1}',)
    assert found.declared == (("html", {"lang": "uk"}), ("meta", {"name": "author", "content": "Ann Lee"}))


@pytest.mark.parametrize(
    ("html", "depth"),
    [
        ("<div>" * 300, 300),
        ("<div></div>" * 300, 1),
        ("<p>" * 300, 0),
        ("<br><img>" * 300, 0),
        ("</div>" * 9 + "<i>", 1),
    ],
)
def test_depth_is_counted_where_tags_must_be_closed(html: str, depth: int) -> None:
    assert page(html).depth == depth


def test_a_page_of_tags_without_end_is_read_up_to_a_limit() -> None:
    found = page("<p>first</p>" + "<b>" * 1_000_010 + "<p>last")
    assert found.notes == ("the page has more than 1,000,000 tags; what follows them was not read",)
    assert found.seen.text == "first\n"


def test_attributes_are_read_in_all_their_forms() -> None:
    assert attributes(" A=1 b='x y' c=\"&amp;\" d e = f a=2") == {
        "a": "1",
        "b": "x y",
        "c": "&",
        "d": "",
        "e": "f",
    }


@pytest.mark.parametrize(
    ("written", "length"), [("&amp;", 5), ("&copy2025", 5), ("&notit;", 4), ("&nosuch;", 1), ("&#8212;", 7)]
)
def test_how_much_is_a_reference(written: str, length: int) -> None:
    assert reference_length(written) == length


@given(st.text(alphabet="ab <>/&;#!-'\"=x1\n", max_size=60))
def test_blocks_cover_all_visible_characters(html: str) -> None:
    found = page(html)
    covered = "".join(found.seen.text[block.span.start : block.span.end] for block in found.blocks)
    assert covered == found.seen.text.replace("\n", "")


@given(st.text(alphabet="abé가&;# <>", max_size=40))
def test_text_without_tags_is_what_the_standard_library_unescapes(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert " ".join(seen(f"<p>{escaped}</p>")) == " ".join(unescape(escaped).split())
