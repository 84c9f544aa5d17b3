"""Which cues of a sentence give a frame."""

from __future__ import annotations

import pytest

from firsthand.model import Speech
from firsthand.reading.rules.cuewise import MOST, frames
from tests.reading.cases import grounds


def test_a_sentence_gives_so_many_frames_at_most() -> None:
    (here,) = grounds("Ann said it rained and " * 12 + "Tom said so.")
    assert len(frames(here)) == MOST


@pytest.mark.parametrize("text", ["Ann Lee wants to say that it rained.", "To say that it rained is wrong."])
def test_an_infinitive_is_no_saying(text: str) -> None:
    (here,) = grounds(text)
    assert all(frame.speech is not Speech.ACTUAL for frame in frames(here))


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("Ann Lee plans to tell the board that it rained.", Speech.FUTURE),
        ("Ann Lee never said that it rained.", Speech.NEGATED),
        ("If Ann Lee says that it rained, the port is shut.", Speech.CONDITIONAL),
        ("Ann Lee has said that it rained.", Speech.ACTUAL),
    ],
)
def test_whether_it_was_said(text: str, speech: Speech) -> None:
    (here,) = grounds(text)
    assert [frame.speech for frame in frames(here)] == [speech]
