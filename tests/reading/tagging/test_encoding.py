"""A text in windows of pieces: where they stand, what they show, where they are cut."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading import quotations
from firsthand.reading.tagging import encoding
from firsthand.reading.tagging.encoding import STRETCH, TYPES, WINDOW, Window, stretches, windows
from tests.reading.tagging.pieces import unigram, wordpiece

KINDS = [wordpiece(), unigram()]
SCRIPTS = "ada fenn said the gate; Ціни зросли. Mâine, știe «tot»! čuje 가나다 한국어 אבג 記者"
anything = st.text(st.characters(codec=None, exclude_categories=()))
written = st.text(st.sampled_from(sorted(set(SCRIPTS) | set(" \n.,“”\"'-1½…"))))
tokenizers = pytest.mark.parametrize("tokenizer", KINDS, ids=["wordpiece", "unigram"])


def cut(text: str, tokenizer: Any) -> list[Window]:
    return list(windows(text, quotations.find(text), tokenizer))


def small(most: int = 12, stretch: int = 50) -> Any:
    """Windows so small that short texts have many."""
    return mock.patch.multiple(encoding, WINDOW=most, LEAST=most // 3, STRETCH=stretch)


def shown(text: str, tokenizer: Any = KINDS[0]) -> list[tuple[str, int]]:
    """Each piece with its type."""
    return [
        (text[start:end], int(kind))
        for window in cut(text, tokenizer)
        for start, end, kind in zip(window.starts, window.ends, window.types, strict=True)
    ]


@tokenizers
@given(text=anything | written | st.tuples(written, st.integers(2, 40)).map(lambda t: t[0] * t[1]))
def test_pieces_lie_in_the_text_in_order(tokenizer: Any, text: str) -> None:
    with small():
        found = cut(text, tokenizer)
    for window in found:
        assert 0 < len(window) <= 12
        assert {len(part) for part in (window.ids, window.types, window.ends, window.opens)} == {len(window)}
        assert (window.starts < window.ends).all()
        assert (np.diff(window.starts) >= 0).all()
        assert (window.starts >= 0).all() and (window.ends <= len(text)).all()
        assert (window.types >= 0).all() and (window.types < TYPES).all()
    assert all(before.ends[-1] <= after.starts[0] for before, after in pairwise(found))


@tokenizers
@given(text=written)
def test_every_letter_of_every_script_is_in_a_window(tokenizer: Any, text: str) -> None:
    with small():
        held = {
            place
            for window in cut(text, tokenizer)
            for start, end in zip(window.starts, window.ends, strict=True)
            for place in range(start, end)
        }
    assert [c for n, c in enumerate(text) if c.isalnum() and n not in held] == []


@tokenizers
def test_real_windows_hold_254_pieces_at_most(tokenizer: Any) -> None:
    found = cut("ada fenn said the gate was shut " * 500, tokenizer)
    assert max(map(len, found)) == WINDOW
    assert sum(map(len, found)) == 3500


@tokenizers
@pytest.mark.parametrize(
    "text",
    ["", " \n\t\r\n", "\x00\x00", "\udc00", "ab\ud800cd", "\ufeff", "\u0301\u0301", "\x1c\x1d", "…½№ﷺ" * 200],
    ids=["nothing", "blanks", "NUL", "surrogate", "halved", "mark", "accents", "separators", "expanding"],
)
def test_odd_texts_are_cut_as_well(tokenizer: Any, text: str) -> None:
    assert all(0 < len(window) <= WINDOW for window in cut(text, tokenizer))


@tokenizers
@pytest.mark.parametrize("text", ["ab" * 100_000, "x" * 200_000, "“" * 50_000, "신문은" * 50_000])
def test_a_line_without_a_space_takes_no_longer(tokenizer: Any, text: str) -> None:
    before = time.process_time()
    assert all(len(window) <= WINDOW for window in windows(text, [], tokenizer))
    assert time.process_time() - before < 20


@given(written | anything, st.integers(1, 30))
def test_stretches_are_the_text(text: str, size: int) -> None:
    with mock.patch.object(encoding, "STRETCH", size):
        found = list(stretches(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(0 < end - start <= size for start, end in found)


def test_a_stretch_ends_at_a_line_else_at_a_blank() -> None:
    lines, words = "a" * 15_000 + "\n" + "b" * 15_000, "a" * 15_000 + " " + "b" * 15_000
    assert [end for _, end in stretches(lines)] == [15_001, 30_001]
    assert [end for _, end in stretches(words)] == [15_001, 30_001]
    assert [end for _, end in stretches("a" * (STRETCH + 1))] == [STRETCH, STRETCH + 1]


def test_capitals_are_shown_though_the_pieces_are_small() -> None:
    text = "The gate was shut. Ada told THE Ledger"
    kinds = {word: kind % 3 for word, kind in shown(text)}
    assert (kinds["gate"], kinds["Ada"], kinds["THE"], kinds["Ledger"]) == (0, 1, 2, 1)


@pytest.mark.parametrize(
    ("text", "capital"), [("Ціни ціни", True), ("Șt șt", True), ("가 나", False), ("1 2", False)]
)
def test_capitals_of_other_alphabets(text: str, capital: bool) -> None:
    first = shown(text, unigram())[0]
    assert (first[1] % 3 > 0) is capital


def test_a_quotation_is_shown_with_its_marks() -> None:
    text = 'Ada said "the gate was shut" that the gate'
    inside = [word for word, kind in shown(text) if kind // 3 % 2]
    assert inside == ['"', "the", "gate", "was", "shut", '"']


def test_a_quotation_inside_another_changes_nothing() -> None:
    text = "“the gate «was» shut” said Ada"
    inside = [word for word, kind in shown(text) if kind // 3 % 2]
    assert inside == ["“", "the", "gate", "«", "was", "»", "shut", "”"]


def test_the_first_piece_of_a_paragraph_is_shown() -> None:
    text = "ada said\n\nthe gate\nwas shut"
    assert [word for word, kind in shown(text) if kind >= 6] == ["ada", "the", "was"]


def test_what_opens_a_word() -> None:
    text = "ada's x9 gate-shut"
    (window,) = cut(text, wordpiece())
    opening = [text[s:e] for s, e, o in zip(window.starts, window.ends, window.opens, strict=True) if o]
    assert opening == ["ada", "'", "s", "x", "gate", "-", "shut"]


@pytest.mark.parametrize("marks", ["“”", "„“", "«»", "‘’", "——", "「」", "……"])
def test_a_mark_is_no_part_of_the_word_beside_it(marks: str) -> None:
    text = f"said {marks[0]}gate{marks[1]} shut"
    (window,) = cut(text, wordpiece())
    opening = [text[s:e] for s, e, o in zip(window.starts, window.ends, window.opens, strict=True) if o]
    assert opening == ["said", marks[0], "gate", marks[1], "shut"]


def test_of_the_pieces_of_one_character_the_first_alone_opens_a_word() -> None:
    (window,) = cut("ada ½", unigram())
    assert window.starts.tolist() == [0, 4, 4, 4]
    assert window.opens.tolist() == [True, True, False, False]


def test_every_hangul_syllable_opens_a_word_for_particles_hang_on_it() -> None:
    (window,) = cut("ada, 신문은 한국어", unigram())
    assert window.starts.tolist()[-6:] == [5, 6, 7, 9, 10, 11]
    assert window.opens[-6:].all()


def test_a_window_ends_with_a_paragraph_if_one_ends_in_its_last_two_thirds() -> None:
    with small(stretch=500):
        found = cut("ada said the gate was shut\nthe ledger said that the gate was shut", wordpiece())
    assert [len(window) for window in found] == [6, 8]


def test_a_window_ends_with_a_sentence_else() -> None:
    with small(stretch=500):
        found = cut("ada said the gate was shut. the ledger said that the gate was shut", wordpiece())
    assert [len(window) for window in found] == [7, 8]


def test_a_word_is_not_cut_where_a_window_can_end_before_it() -> None:
    with small(stretch=500):
        found = cut("ada said xxxxxxx yyyyyyy", wordpiece())
    assert [len(window) for window in found] == [9, 7]
    assert all(window.opens[0] for window in found)


def test_pieces_are_counted_by_sentences() -> None:
    text = "Ada said the gate was shut. Fenn told the ledger\nthat it was"
    (window,) = windows(text, (), wordpiece())
    numbers = encoding.sentence_of(text, window)
    by_word = {
        text[start:end]: int(n) for start, end, n in zip(window.starts, window.ends, numbers, strict=True)
    }
    assert (by_word["said"], by_word["told"], by_word["that"]) == (1, 2, 3)
