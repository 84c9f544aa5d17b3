"""Texts side by side: no word lost, order kept, and places where they part found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.collation import collate
from firsthand.matching.collation.lexing import lexed
from firsthand.model import Collation, VariationKind

WORDS = st.lists(
    st.sampled_from(["red", "hare", "hair", "ran", "over", "the", "hill", "한국", "日"]), max_size=9
)
TEXTS = st.lists(WORDS.map(" ".join), max_size=4)


def collated(*texts: str) -> Collation:
    return collate({chr(65 + n): text for n, text in enumerate(texts)})


def found(collation: Collation) -> list[tuple[str, dict[str, str]]]:
    names = collation.names
    return [
        (v.kind.value, {words: "".join(names[n] for n in texts) for words, texts in v.variants})
        for v in collation.variations
    ]


@given(TEXTS)
def test_every_word_of_every_text_stands_once_and_in_order(texts: list[str]) -> None:
    collation = collated(*texts)
    for n, text in enumerate(texts):
        assert tuple(c[n] for c in collation.columns if c[n]) == lexed(text).spans


@given(TEXTS)
def test_a_text_stands_in_at_most_one_variant_of_a_place(texts: list[str]) -> None:
    for variation in collated(*texts).variations:
        having = [n for variant in variation.variants for n in variant.texts]
        assert len(having) == len(set(having))
        assert len(variation.variants) > 1


def test_the_same_text_parts_nowhere() -> None:
    assert collated("The red hare ran.", "The red hare ran.").variations == ()


def test_a_word_exchanged() -> None:
    collation = collated("the red hare ran over the hill", "the red fox ran over the hill")
    assert found(collation) == [("words", {"hare": "A", "fox": "B"})]


def test_words_near_in_letters_stand_in_one_column_though_another_was_put_in() -> None:
    collation = collated("the companion ran over", "the small comparison ran over")
    assert found(collation) == [
        ("words", {"": "A", "small": "B"}),
        ("spelling", {"companion": "A", "comparison": "B"}),
    ]


def test_capitals_and_marks_are_told_from_words() -> None:
    assert found(collated("the Hare, ran", "the hare ran")) == [("marks", {"Hare,": "A", "hare": "B"})]


def test_a_line_left_out_is_one_place_and_its_words_are_no_variants() -> None:
    whole = "the red hare ran over the green hill and slept"
    collation = collated(whole, whole, "the red and slept")
    assert found(collation) == [("omission", {"hare ran over the green hill": "AB", "": "C"})]


def test_what_one_writes_as_one_word_and_another_as_two_is_one_place() -> None:
    collation = collated("for everyone here", "for every one here")
    assert found(collation) == [("spelling", {"everyone": "A", "every one": "B"})]


def test_words_moved_are_found() -> None:
    whole = "at dawn the keeper lit the lamp and rang the heavy bell twice"
    moved = "the keeper lit the lamp at dawn and rang the heavy bell twice"
    (each,) = collated(whole, whole, moved).transpositions
    assert moved[each.here.start : each.here.end] == "at dawn"
    assert (each.text, each.start, each.end) == (2, 0, 2)


def test_text_without_blanks_is_laid_by_characters() -> None:
    collation = collated("港湾日報が伝えた", "港湾日報は伝えた")
    assert found(collation) == [("words", {"が": "A", "は": "B"})]


def test_those_that_share_what_others_do_not_have_are_a_family() -> None:
    one, two = "the red hare ran over the hill", "the grey fox ran over the mill"
    collation = collated(one, one + " twice", two, two + " again", one)
    assert collation.families == ((2, 3),)


def test_kinds_are_words_of_the_manual() -> None:
    assert {kind.value for kind in VariationKind} == {"words", "spelling", "marks", "omission"}
