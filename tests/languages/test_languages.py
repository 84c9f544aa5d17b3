"""Every language file is as its reader expects it."""

from __future__ import annotations

import pytest

from firsthand.errors import Refused
from firsthand.languages import FRAMES, Language, called_only, known, load, only_pronoun, parse

REQUIRED = {"that", "conjunctions", "prepositions", "according"}


@pytest.mark.parametrize("code", known())
def test_a_language_file(code: str) -> None:
    language = load(code)
    assert language.code == code and language.name
    assert language.verbs and all(verb.frame in FRAMES for verb in language.verbs.values())
    assert {name for name in REQUIRED if language.entries(name)} == REQUIRED
    for name, entries in language.words.items():
        assert all(entry and entry == entry.strip() for entry in entries), name
    assert all(form == form.strip().lower() for form in language.verbs)
    assert all(word.isalpha() and word == word.lower() for word in language.pronouns)


def test_an_unknown_language_has_no_words() -> None:
    assert load("tlh") == Language(code="tlh")
    assert load("../en").verbs == {}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("He", "en", "someone called only “he”"),
        ("I", "en-GB", "someone called only “I”"),
        ("우리", "ko", "someone called only “우리”"),
        ("Він", "tlh", "someone called only “він”"),
        ("El", "en", "El"),
        ("He Jun", "en", "He Jun"),
        ("", "en", ""),
    ],
)
def test_how_a_source_is_told_of_that_has_a_pronoun_only(words: str, code: str, told: str) -> None:
    assert called_only(words, code) == told
    assert only_pronoun(words, code) is (told != words)


def test_a_region_is_left_out() -> None:
    assert load("en-GB").name == "English"


@pytest.mark.parametrize(
    "source",
    [
        'code = "aa"',
        'code = "aa"\nname = "A"\nnonsense = 1',
        'code = "aa"\nname = "A"\n[[verbs]]\nforms = ["x"]\nframe = "sing"',
        'code = "aa"\nname = "A"\n[[verbs]]\nforms = ["x"]\nstance = "shrugs"',
        'code = "aa"\nname = "A"\n[pronouns]\nq = "xe"',
    ],
)
def test_a_wrong_file_is_refused(source: str) -> None:
    with pytest.raises(Refused):
        parse(source)
