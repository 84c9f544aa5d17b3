"""Datelines, and what only looks like one."""

from __future__ import annotations

import pytest

from firsthand.model import Span
from firsthand.reading import read
from firsthand.reading.datelines import without

TOLD = "Two barges sank on Monday"


@pytest.mark.parametrize(
    "dateline",
    [
        "HALDEN — ",
        "HALDEN, Nov. 3 (Baltic Wire) — ",
        "ST. ORM, Varn -- ",
        "Halden (Baltic Wire) – ",
        "ГАЛДЕН — ",
        "Галден, 3 листопада (Балтійський вісник) – ",
    ],
)
def test_a_dateline_is_said_by_nobody(dateline: str) -> None:
    text = f"{dateline}{TOLD}, the harbour police said."
    whole = Span(0, text.index(", the harbour"))
    assert [text[s:e] for s, e in without(text, [whole])] == [TOLD]
    below = f"A headline\n\n{text}"
    (found,) = without(below, [Span(whole.start + 12, whole.end + 12)])
    assert below[found.start : found.end] == TOLD


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance of nine towns — will grow.",
        "Two barges — Both of them old — sank.",
        "The HALDEN — A barge of nine — sank.",
        "",
    ],
)
def test_what_only_looks_like_one_is_kept(text: str) -> None:
    whole = Span(0, len(text))
    assert without(text, [whole]) == (whole,)


def test_later_parts_stay_as_they_are() -> None:
    parts = [Span(0, 12), Span(20, 32)]
    assert without("ORM — One was and then HALDEN — Two", parts)[1:] == (parts[1],)
    assert without("anything", []) == ()


@pytest.mark.parametrize("reader", ["rules", ""])
def test_the_reader_leaves_datelines_out(reader: str) -> None:
    text = f"HALDEN — {TOLD}, said Odile Marrant, who heads the harbour police."
    (found,) = read(text, "en", reader=reader)
    assert [text[s:e] for s, e in found.content] == [TOLD]
