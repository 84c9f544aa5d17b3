"""XML with the place of everything in it."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.markup.elements import Element, Words, events, source, values, weave_words
from firsthand.records.offsets import Weave

XML = """<?xml version="1.0"?><!-- no <b> here --><a xmlns="urn:one" xmlns:t="urn:two" t:x='1 > "&amp;"'>
<t:b y=""/>one &lt; two<![CDATA[ <c> &amp; ]]><d xmlns="">x</d></a>"""


def test_elements_have_the_callers_names_and_their_places() -> None:
    read = source(XML.encode())
    found = [e for e in events(read, {"urn:one": "1", "urn:two": "2"}) if isinstance(e, Element)]
    assert [(each.name, each.closes) for each in found] == [
        ("1:a", False),
        ("2:b", False),
        ("2:b", True),
        ("d", False),
        ("d", True),
        ("1:a", True),
    ]
    assert found[0].attributes == {"2:x": '1 > "&"'}
    assert found[1].attributes == {"y": ""}
    assert read.text[found[1].start : found[1].end] == '<t:b y=""/>'
    assert [e.name for e in events(read, {}) if isinstance(e, Element)][:2] == ["?:a", "?:b"]


def test_words_are_as_they_are_read() -> None:
    read, weave = source(XML.encode()), Weave()
    for each in events(read, {}):
        if isinstance(each, Words):
            weave_words(weave, read, each)
    assert weave.finish()[0] == "\none < two <c> &amp; x"


@given(st.text("ab<>&\"'é가😀", max_size=20), st.sampled_from(["utf-8", "utf-16"]), st.integers(0, 50))
def test_places_count_on_from_the_base(words: str, encoding: str, base: int) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?><a>{escape(words)}</a>'.encode(encoding)
    read, weave = source(data, base), Weave()
    (found,) = [e for e in events(read, {}) if isinstance(e, Words)] or [Words(0, 0)]
    weave_words(weave, read, found)
    text, offsets = weave.finish()
    assert text == words
    for at, char in enumerate(text):
        low, high = offsets.back(Span(at, at + 1)) or (0, 0)
        raw = data[low - base : high - base].decode("utf-16-le" if encoding == "utf-16" else "utf-8")
        assert raw in (char, escape(char))


BOMB = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>"


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a></b>", b"<a>&nbsp;</a>", b"<a/>x", b"<a>\0</a>", b"x"])
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="not well formed"):
        source(data)


def test_entities_are_refused_and_nothing_is_fetched() -> None:
    with pytest.raises(Unreadable, match="defines entities"):
        source(BOMB.encode())
    outside = source(b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a>&b;</a>')
    assert [outside.text[e.start : e.end] for e in events(outside, {}) if isinstance(e, Words)] == ["&b;"]
    assert source(b"<!DOCTYPE a><a/>").text == "<!DOCTYPE a><a/>"


def test_depth_is_limited() -> None:
    with pytest.raises(Unreadable):
        source(b"<a>" * 100_000 + b"</a>" * 100_000)


def test_values_by_name() -> None:
    assert values(b'<a xmlns:d="urn:d"><d:title> A\n title </d:title><d:title>B</d:title><e/></a>') == {
        "title": "A title"
    }


def test_more_closed_than_opened_is_damage_also_where_lxml_passes_over_it() -> None:
    with pytest.raises(Unreadable, match="not well formed"):
        list(events(source(b'<a r:x="1"/></a>'), {}))
    assert list(events(source(b'<a r:x="1"/>'), {}))
