"""XML with its places."""

from __future__ import annotations

import pytest

from firsthand.errors import Unreadable
from firsthand.records.markup.tree import plain, tree, xml


def test_text_attributes_and_references_know_their_places() -> None:
    written = "<!-- a --><x:r a='1 &lt; 2' b=\"'\"><i>fish &amp; <![CDATA[<chips>]]></i><e/></x:r>"
    root = tree(written)
    assert root.name == "r"
    assert (root.get("a"), root.get("b"), root.get("c")) == ("1 < 2", "'", "")
    words = root.words()
    assert plain(words) == "fish & <chips>"
    assert [written[piece.start : piece.end] for piece in words] == ["fish ", "&amp;", " ", "<chips>"]
    assert [each.name for each in root.inside()] == ["i", "e"]


def test_elements_of_pages_need_not_be_closed() -> None:
    root = tree("<DIV><p>a<br>b</div>", page=True)
    assert [each.name for each in root.inside()] == ["div", "p", "br"]
    assert root.text() == "ab"


def test_what_is_no_element_stays_text() -> None:
    assert tree("<a>1 < 2 <!-- open</a>", page=True).text() == "1 < 2"


@pytest.mark.parametrize("data", [b"", b"text", b"<a>", b"<a/><b/>", b"<a>&unknown;</a>", b"\xff\xfe<"])
def test_xml_that_is_not_well_formed_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        xml(data)


def test_many_openings_take_no_longer_than_their_length() -> None:
    with pytest.raises(Unreadable):
        tree("<a>" * 100_000)
    tree("<a>" + "<!-- " * 100_000, page=True)
