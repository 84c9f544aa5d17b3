"""Two names compared: a table of behaviour, and what holds for any two strings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Being, Likeness, Sameness
from firsthand.names.comparing import compare

SAME, DIFFERENT, CANNOT_TELL = Sameness.SAME, Sameness.DIFFERENT, Sameness.CANNOT_TELL
WORDS = ["Orlo", "Vex", "Маря", "Ґедз", "김", "하늘", "Jr.", "7"]
ANY = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS)).map(" ".join))


@pytest.mark.parametrize(
    ("one", "other", "being", "answer"),
    [
        ("Darya Melnik", "MELNIK, Darya", Being.PERSON, SAME),
        ("Colonel Darya Melnik", "Darya Melnik", Being.PERSON, SAME),
        ("Iosif Brandtner", "Joseph Brandtner", Being.PERSON, SAME),
        ("Bill Oakshott", "William Oakshott", Being.PERSON, SAME),
        ("Orestes Valdivieso", "Orestes Valdiveiso", Being.PERSON, SAME),
        ("Остап Ґринюк", "Ostap Grynyuk", Being.PERSON, SAME),
        ("Maria Lindqvist", "Marina Lindqvist", Being.PERSON, DIFFERENT),
        ("Ivan Petrovych Koval", "Petro Ivanovych Koval", Being.PERSON, DIFFERENT),
        ("Harbour Trust Ltd", "Harbour Trust Limited", Being.BODY, SAME),
        ("Brigade Sixty-Two", "62 Brigade", Being.BODY, SAME),
        ("Squall 3", "Squall 4", Being.BODY, DIFFERENT),
    ],
)
def test_what_is_said_of_two_names(one: str, other: str, being: Being, answer: Sameness) -> None:
    assert compare(one, other, being).verdict is answer


def test_every_answer_shows_its_route() -> None:
    found = compare("General Ostap Grynyuk", "Остап Гринюк", Being.PERSON)
    assert "transliterated" in found.route
    assert "title: General and none" in found.reasons


def test_a_letter_of_another_script_in_a_word_is_told() -> None:
    found = compare("Степ\u0061н Рудь", "Степан Рудь")
    assert found.verdict is SAME
    assert any("mixes scripts: a (Latin)" in reason for reason in found.reasons)


@given(ANY, ANY, st.sampled_from(Being))
def test_any_two_strings_have_the_same_answer_in_either_order(one: str, other: str, being: Being) -> None:
    found, turned = compare(one, other, being), compare(other, one, being)
    assert (found.score, found.verdict, found.route) == (turned.score, turned.verdict, turned.route)
    assert 0 <= found.score <= 1
    assert found.agree == tuple((a, b) for b, a in turned.agree)


@given(ANY, st.sampled_from(Being))
def test_a_name_is_itself_or_no_name(name: str, being: Being) -> None:
    found: Likeness = compare(name, name, being)
    assert found.verdict is SAME or not name.strip()


@pytest.mark.parametrize(
    "name", ["", " ", "🙂", "x" * 10_000, "ab " * 4_000, "\u200f\u202eאבג", "12345", "a\u0430b", "'", "И. О."]
)
def test_bad_input_is_answered(name: str) -> None:
    for other in ("", "Darya Melnik", name, "김하늘", "12"):
        assert compare(name, other).verdict in Sameness
