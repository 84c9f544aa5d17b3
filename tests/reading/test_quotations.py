"""Quotation marks of every style, and everything that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading.quotations import find


def inner(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in find(text)]


@pytest.mark.parametrize(
    "marks", ["“”", '""', "''", "‘’", "«»", "„“", "„”", "《》", "「」", "『』", "‹›", "＂＂"]
)
def test_every_style_of_mark(marks: str) -> None:
    assert inner(f"She said {marks[0]}go home{marks[1]} twice.") == ["go home"]


def test_a_double_mark_typed_as_two_single_ones() -> None:
    text = "''We've gone home,'' she said."
    (quote,) = find(text)
    assert text[quote.outer.start : quote.outer.end] == "''We've gone home,''"
    assert text[quote.inner.start : quote.inner.end] == "We've gone home,"


def test_nested_quotations_know_their_depth() -> None:
    found = find("“He told me ‘go home’ and left,” she said.")
    assert [q.depth for q in found] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' boots and the miner's lamp.",
        "It’s the ’90s, isn’t it?",
        "A 5'6'' door.",
        "rock 'n roll",
    ],
)
def test_an_apostrophe_is_no_quotation(text: str) -> None:
    assert find(text) == []


def test_a_mark_left_open_costs_its_own_paragraph_at_most() -> None:
    assert inner("He said “go home\nand left. “Stay,” she said.") == ["Stay,"]


def test_a_quotation_over_paragraphs_repeats_its_opening_mark() -> None:
    found = find("“One.\n\n“Two.\n\n“Three,” she said.")
    assert [q.runs_on for q in found] == [True, True, False]


def test_dash_dialogue() -> None:
    assert inner("— Ходімо додому, — сказала вона. — Вже пізно.") == ["Ходімо додому,", "Вже пізно."]
    assert inner("— A list item\n— Another one") == []


@given(st.text(alphabet="“”\"'‘’«»„‹›《》「」—, .\nab", max_size=80))
def test_quotations_lie_in_the_text_and_never_cross(text: str) -> None:
    found = find(text)
    for each in found:
        assert 0 <= each.outer.start <= each.inner.start < each.inner.end <= each.outer.end <= len(text)
        assert "\n" not in text[each.outer.start : each.outer.end]
    for a in found:
        for b in found:
            apart = a.outer.end <= b.outer.start or b.outer.end <= a.outer.start
            within = (a.outer.start <= b.outer.start and b.outer.end <= a.outer.end) or (
                b.outer.start <= a.outer.start and a.outer.end <= b.outer.end
            )
            assert apart or within


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("«Воды нет, — сказала она, — и не будет».", ["Воды нет", "и не будет"]),
        ("«Нас чули? — спитав він. — Ніхто не йде».", ["Нас чули?", "Ніхто не йде"]),
        ("«Киев — Львов — Одесса».", ["Киев — Львов — Одесса"]),
        ("«Он, — Пётр, — пришёл».", ["Он, — Пётр, — пришёл"]),
    ],
)
def test_what_is_inserted_between_dashes_is_not_quoted(text: str, parts: list[str]) -> None:
    assert inner(text) == parts


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('“It is safe," he said. "It held.”', ["It is safe,", "It held."]),
        ('“He said "no" twice,” she said.', ['He said "no" twice,', "no"]),
        ('"He said “no” twice," she said.', ["He said “no” twice,", "no"]),
    ],
)
def test_marks_of_two_keyboards_close_each_other(text: str, quoted: list[str]) -> None:
    assert [text[q.inner.start : q.inner.end] for q in find(text)] == quoted
