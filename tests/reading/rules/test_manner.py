"""Attitude and manner of speaking, by the ends of words."""

from __future__ import annotations

import pytest

from firsthand.model import Speech, Stance
from firsthand.reading import read
from firsthand.reading.rules.manner import negated, speech
from tests.reading.rules.test_wordline import line


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("그는 말했다", 1, Speech.ACTUAL),
        ("그는 말하지 않았다", 1, Speech.NEGATED),
        ("그가 말하면 끝난다", 1, Speech.CONDITIONAL),
        ("만약 그가 말했다면", 2, Speech.CONDITIONAL),
        ("그는 말할 예정이다", 1, Speech.FUTURE),
        ("그는 말한 것으로 알려졌다", 1, Speech.ACTUAL),
    ],
)
def test_speech(text: str, cue: int, expected: Speech) -> None:
    assert speech(line(text), 0, cue) is expected


def test_a_negation_stands_behind_its_verb() -> None:
    assert negated(line("밝히지 않았다"), 0)
    assert not negated(line("않았다 밝히지"), 1)


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("값이 내렸다", Stance.ASSERTS),
        ("값을 내리겠다", Stance.PROMISES),
        ("값을 내릴 계획이라", Stance.PROMISES),
        ("값이 내릴 수 있다", Stance.SPECULATES),
        ("값이 내릴 것이라", Stance.SPECULATES),
        ("값이 왜 내렸느냐", Stance.QUESTIONS),
        ("값을 모르겠다", Stance.ASSERTS),
        ("값은 확인해 줄 수 없다", Stance.UNVERIFIED),
    ],
)
def test_a_plain_verb_takes_its_stance_from_the_content(content: str, stance: Stance) -> None:
    (each,) = read(f"군수는 {content}고 말했다.", "ko")
    assert each.stance is stance
