"""The way back from characters to bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.records.decoding import decode
from firsthand.records.offsets import Decoded, OffsetMap, Weave

TEXTS = st.text(alphabet="ab é가€😀\n ", min_size=1, max_size=60)


@given(TEXTS, st.data())
def test_every_span_leads_to_its_own_bytes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place = decode(text.encode()).offsets.back(Span(start, end))
    assert place is not None
    assert text.encode()[place[0] : place[1]] == text[start:end].encode()


@given(st.lists(st.tuples(TEXTS, st.booleans()), max_size=8))
def test_a_map_survives_being_stored(pieces: list[tuple[str, bool]]) -> None:
    source = decode("".join(text for text, _ in pieces).encode())
    weave, at = Weave(), 0
    for text, kept in pieces:
        if kept:
            weave.copy(source, at, at + len(text))
        else:
            weave.make(text)
        at += len(text)
    woven, offsets = weave.finish()
    assert OffsetMap.from_bytes(offsets.to_bytes()) == offsets
    assert len(woven) == offsets.length


def test_characters_made_by_the_reader_lead_nowhere() -> None:
    source = decode(b"onetwo")
    weave = Weave()
    weave.copy(source, 0, 3)
    weave.make("\n\n")
    weave.copy(source, 3, 6)
    text, offsets = weave.finish()
    assert text == "one\n\ntwo"
    assert offsets.back(Span(3, 5)) is None
    assert offsets.back(Span(2, 6)) == (2, 4)
    assert offsets.back(Span(4, 4)) is None


def test_a_character_that_stands_for_several_bytes_leads_to_all_of_them() -> None:
    source = decode(b"a&amp;b")
    weave = Weave()
    weave.copy(source, 0, 1)
    weave.stand("&", source, 1, 6)
    weave.copy(source, 6, 7)
    text, offsets = weave.finish()
    assert text == "a&b"
    assert [offsets.back(Span(i, i + 1)) for i in range(3)] == [(0, 1), (1, 6), (6, 7)]


@given(st.lists(st.tuples(st.text(alphabet="aé가😀", min_size=1, max_size=4), st.integers(0, 2)), max_size=6))
def test_a_map_that_counts_characters_leads_through_them_to_bytes(pieces: list[tuple[str, int]]) -> None:
    """What was copied, stands for several characters (2) or was made (0), as if woven from the bytes."""
    source = decode("".join(text for text, _ in pieces).encode())
    straight, between, at = Weave(), Weave(), 0
    for text, way in pieces:
        if way == 0:
            straight.make("-"), between.make("-")
        elif way == 1:
            straight.copy(source, at, at + len(text)), between.lay(text, at)
        else:
            straight.stand("&", source, at, at + len(text)), between.lay("&", at, len(text))
        at += len(text)
    through = Weave()
    woven = Decoded(*between.finish())
    through.copy_through(woven, source, 0, len(woven.text))
    assert through.finish() == straight.finish()


def test_a_long_plain_text_takes_a_few_bytes() -> None:
    assert len(decode(b"word " * 100_000).offsets.to_bytes()) < 100


@pytest.mark.parametrize("data", [b"", b"x", OffsetMap().to_bytes()[:-1]])
def test_anything_else_is_no_map(data: bytes) -> None:
    with pytest.raises(ValueError, match="not an offset map"):
        OffsetMap.from_bytes(data)
