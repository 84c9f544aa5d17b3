"""Who a verb of saying belongs to."""

from __future__ import annotations

import pytest

from firsthand.reading import read
from tests.reading.cases import words


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It rained,” Oren Dask, a spokesman for the Water Service, told the Halden Courier.", "Oren Dask"),
        ("A spokesman for the Water Service, Danylo Verbych, said it rained.", "Danylo Verbych"),
        ("The unit's commander, Colonel Bo Lind, said by phone that it rained.", "Colonel Bo Lind"),
        ("Marit Sol, 41, a nurse at the hospital, said it rained.", "Marit Sol"),
        ("A freelance named Wanda Ruiz wrote that it rained.", "Wanda Ruiz"),
        ("“It rained,” recalled Tuva Ness, whose farm lies a mile away.", "Tuva Ness"),
        ("The chairman and the treasurer both said that it rained.", "The chairman and the treasurer"),
        ("Sources close to the palace said it rained.", "Sources close to the palace"),
        ("It rained, two people briefed on the talks said.", "two people briefed on the talks"),
        ("Asked whether it rained, the governor said it had not.", "the governor"),
    ],
)
def test_the_subject_of_a_verb(text: str, source: str) -> None:
    assert words(text, read(text)[-1].source) == source


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    text = "Ann Lee said it rained and added that it snowed."
    assert [words(text, each.source) for each in read(text)] == ["Ann Lee", "Ann Lee"]
