"""Words with their particles: what they end in, and which verb they are a form of."""

from __future__ import annotations

import pytest

from firsthand.languages import load
from firsthand.model import Stance
from firsthand.reading.rules.wordforms import Forms, Word, final, words
from tests.reading.cases import cut

FORMS = Forms(load("ko"))


def the_words(text: str) -> list[Word]:
    """The words of the first sentence."""
    return words(text, cut(text, "ko")[0].tokens)


def test_a_word_is_what_blanks_part_without_its_marks() -> None:
    found = the_words("그는, 12.5%라고 (뒤에) 말했다.")
    assert [word.text for word in found] == ["그는", "12.5%라고", "(뒤에)", "말했다"]
    assert [word.comma for word in found] == [True, False, False, False]


def test_what_is_glued_to_a_quotation_is_its_tail() -> None:
    quoted = the_words("그는 “비가 왔다”라고 말했다.")[1]
    assert quoted.quote is not None and quoted.tail == "라고"


@pytest.mark.parametrize(("char", "expected"), [("가", 0), ("각", 1), ("할", 8), ("a", 0)])
def test_final_consonants(char: str, expected: int) -> None:
    assert final(char) == expected


@pytest.mark.parametrize(
    ("word", "particle"),
    [("시장은", "은"), ("군수는", "는"), ("시장는", ""), ("군수은", ""), ("은", "")],
)
def test_a_particle_stands_only_behind_a_sound_that_it_fits(word: str, particle: str) -> None:
    assert FORMS.ending(word, "topics") == particle


def test_bare() -> None:
    assert FORMS.bare("시장에게", "hearing", "places") == "시장"
    assert FORMS.bare("시장", "hearing") == "시장"


@pytest.mark.parametrize("form", ["주장했다", "주장한", "주장하며", "주장해", "주장하였다고"])
def test_every_form_of_a_verb(form: str) -> None:
    verb = FORMS.verb(form)
    assert verb is not None and verb.stance is Stance.ALLEGES


@pytest.mark.parametrize("word", ["주장은", "보고서", "하루", ""])
def test_what_is_no_verb(word: str) -> None:
    assert FORMS.verb(word) is None


@pytest.mark.parametrize(
    ("word", "content"),
    [
        ("안전하다고", "안전하다"),
        ("가자고", "가자"),
        ("왔느냐고", "왔느냐"),
        ("것으로", "것"),
        ("강으로", None),
    ],
)
def test_where_a_content_ends(word: str, content: str | None) -> None:
    closed = FORMS.closing(Word(word, 0, len(word)))
    assert (word[:closed] if closed >= 0 else None) == content
