from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.publishing.folding import ideograph, key, letters, unspaced, within_syllable

text = st.text(max_size=60)


@given(text)
def test_every_letter_leads_back_to_the_character_that_gave_it(text: str) -> None:
    found = letters(text)
    assert found.text == key(text)
    places = zip(found.text, found.origin, found.until, strict=True)
    assert all(c in key(text[start:end]) for c, start, end in places)
    assert list(found.origin) == sorted(found.origin)


@given(text)
def test_the_form_of_a_text_makes_no_difference(text: str) -> None:
    assert key(unicodedata.normalize("NFD", text)) == key(unicodedata.normalize("NFC", text))


def test_words_begin_after_blanks_and_hyphens_and_not_after_what_nobody_sees() -> None:
    found = letters("Ok-su\u00adn Zé")
    assert [c for c, b in zip(found.text, found.begins, strict=True) if b] == ["o", "s", "z"]


def test_a_syllable_is_not_cut() -> None:
    whole = letters("이순")
    assert within_syllable(whole, len(key("이수")))
    assert not within_syllable(whole, len(key("이순")))


def test_scripts_without_blanks_between_words() -> None:
    assert unspaced("순") and unspaced("澤") and not unspaced("a") and not unspaced("ж")
    assert ideograph("澤") and not ideograph("순")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("%D0%98%D0%B2%2520a", ["ив", "a"]),
        ("%25D0%2598 100% ab 50%zz", ["и", "100", "ab", "50", "zz"]),
        ("&#1048;&ouml; &nope;", ["иo", "nope"]),
        ("\\u0418\\u0432", ["ив"]),
        ("Or-\n  lenko well-\nknown a-b", ["orlenko", "wellknown", "a", "b"]),
        ("FreeAdaQuist87", ["free", "ada", "quist", "87"]),
        ("محمـــد فاطمة", ["محمد", "فاطمه"]),
    ],
)
def test_characters_in_code_and_words_that_go_on(text: str, words: list[str]) -> None:
    found = letters(text)
    assert [found.text[start:end] for start, end in found.words()] == words
    assert found.text == key(text)


def test_a_character_in_code_is_taken_out_as_a_whole() -> None:
    text = "x/%D0%98%D0%B2/y"
    found = letters(text)
    assert text[slice(*found.span(1, 2))] == "%D0%98"
    assert text[slice(*found.span(1, 3))] == "%D0%98%D0%B2"
