"""What the words themselves show: a question, a promise, a guess; and notes of the writer."""

from __future__ import annotations

import pytest

from firsthand.model import Stance
from firsthand.reading import read
from tests.reading.cases import words


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“Who opened the gate?” said the judge.", Stance.QUESTIONS),
        ("“We will rebuild it,” said Ann Lee.", Stance.PROMISES),
        ("Ann Lee said the dam might burst.", Stance.SPECULATES),
        ("Ann Lee said the dam was opened in May.", Stance.ASSERTS),
        ("“I never saw the key,” said Ann Lee.", Stance.DENIES),
        ("Residents fear that the dam is weak.", Stance.SPECULATES),
        ("Ann Lee admitted that the dam was weak.", Stance.CONFIRMS),
    ],
)
def test_the_attitude_to_the_content(text: str, stance: Stance) -> None:
    assert [each.stance for each in read(text)] == [stance]


def test_a_note_holds_for_what_was_told_last_and_not_before() -> None:
    text = "It rained, Ann Lee said. Two men fled, a guard said. The account could not be verified."
    first, second = read(text)
    assert first.hedges == ()
    assert [words(text, h) for h in second.hedges] == ["could not be verified"]
