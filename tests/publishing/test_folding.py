from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from firsthand.publishing.folding import ideograph, key, letters, unspaced, within_syllable

text = st.text(max_size=60)


@given(text)
def test_every_letter_leads_back_to_the_character_that_gave_it(text: str) -> None:
    found = letters(text)
    assert found.text == key(text)
    assert all(c in key(text[o]) for c, o in zip(found.text, found.origin, strict=True))
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
