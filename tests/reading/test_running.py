"""Quotations that nobody is named for go on with who was speaking."""

from __future__ import annotations

from firsthand.reading import read
from tests.reading.cases import words


def test_a_quotation_alone_is_the_running_speakers_and_says_so() -> None:
    text = "“The mill burned,” Ann Lee said. “Nobody came to help us.”"
    first, second = read(text)
    assert (first.inferred, second.inferred) == (False, True)
    assert second.name == "Ann Lee" and words(text, second.source) == "Ann Lee"


def test_two_paragraphs_on_nobody_is_speaking_any_more() -> None:
    text = "“The mill burned,” Ann Lee said.\n" + "The town was quiet.\n" * 3 + "“Nobody came to help us.”"
    assert read(text)[-1].source is None


def test_a_title_and_a_single_word_are_no_statements() -> None:
    assert read("She read “The Wind of the North” in the “best” chair.") == ()


def test_an_appositive_speaker_is_never_taken_for_the_running_one() -> None:
    text = (
        "“It rained,” Tom Dale said.\n"
        "“The pumps never worked,” Oren Dask, a spokesman for the Water Service, told the Halden Courier."
    )
    last = read(text)[-1]
    assert last.name == "Oren Dask" and not last.inferred
