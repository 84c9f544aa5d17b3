"""Many texts as rows of words."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.passages.lexing import grouped, lex, mixed, numbered


def words(texts: list[str]) -> list[list[str]]:
    lexed = lex(texts)
    found: list[list[str]] = [[] for _ in texts]
    for text, start, end in zip(lexed.text, lexed.start, lexed.end, strict=True):
        found[text].append(texts[text][start:end])
    return found


def test_words_stand_where_they_stood() -> None:
    assert words(["The ferry, she said,", "", "won't sail."]) == [
        ["The", "ferry", "she", "said"],
        [],
        ["won't", "sail"],
    ]


def test_case_accents_and_apostrophes_make_no_other_word() -> None:
    lexed = lex(["Café won’t", "CAFE wont"])
    assert lexed.word[0] == lexed.word[2]
    assert lexed.word[1] == lexed.word[3]
    assert lexed.word[0] != lexed.word[1]


def test_each_character_of_chinese_and_korean_is_a_word() -> None:
    assert words(["배가 떠났다 船が出た at 9"]) == [[*"배가떠났다船が出た", "at", "9"]]


def test_a_word_is_broken_off_where_a_mark_or_a_text_begins() -> None:
    lexed = lex(["The ferry left. Nobody waved", "It came back"])
    assert lexed.broken.tolist() == [True, False, False, True, False, True, False, False, True]


def test_words_are_counted_alone_and_after_one_another() -> None:
    lexed = lex(["the ferry left", "the ferry came, the cook left"])
    assert lexed.count[lexed.word].tolist() == [3, 2, 2, 3, 2, 1, 3, 1, 2]
    assert lexed.paired.tolist() == [0, 2, 1, 0, 2, 1, 1, 1, 1]


def test_a_pair_does_not_reach_into_the_next_text() -> None:
    assert lex(["boat", "left", "boat left"]).paired.tolist() == [0, 0, 0, 1]


@given(st.lists(st.integers(0, 5), max_size=40))
def test_equal_keys_are_brought_together(numbers: list[int]) -> None:
    keys = mixed(np.array(numbers, np.uint64))
    places, heads = grouped(keys)
    groups = [group.tolist() for group in np.split(places, heads[1:])] if numbers else []
    assert sorted(place for group in groups for place in group) == [*range(len(numbers))]
    assert sorted(groups) == sorted([n for n, x in enumerate(numbers) if x == one] for one in set(numbers))


@given(st.lists(st.integers(0, 5), max_size=40))
def test_the_same_key_has_the_same_number(numbers: list[int]) -> None:
    found, counts = numbered(mixed(np.array(numbers, np.uint64)))
    assert len(set(zip(numbers, found.tolist(), strict=True))) == len(set(numbers)) == len(counts)
    assert [counts[n] for n in found] == [numbers.count(x) for x in numbers]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_texts_give_words_within_them(texts: list[str]) -> None:
    lexed = lex(texts)
    assert lexed.first.tolist() == [int((lexed.text < n).sum()) for n in range(len(texts) + 1)]
    for text, start, end in zip(lexed.text, lexed.start, lexed.end, strict=True):
        assert 0 <= start < end <= len(texts[text])
        assert texts[text][start].isalnum() or ord(texts[text][start]) >= 0x20000
