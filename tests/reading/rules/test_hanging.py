"""Hands, stance, speech and hedges where the spans come from another reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.languages import load
from firsthand.model import Attribution, Kind, Span, Speech, Stance
from firsthand.reading.rules import Told, hung
from tests.reading.cases import chain, cut, words

LEE = ("speaker", "Ann Lee")


def _at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def _hung(text: str, source: str, cue: str, *content: str) -> list[Attribution]:
    told = Told(
        tuple(_at(text, part) for part in content),
        _at(text, source) if source else None,
        (_at(text, cue),) if cue else (),
    )
    return [f.attribution for f in hung(text, cut(text), [told], "r", load("en"))]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "hands"),
    [
        (
            "Ann Lee, who runs the mill, told Radio Varn the weir was unsafe.",
            "Ann Lee, who runs the mill,",
            "told",
            ("the weir was unsafe",),
            [LEE, ("addressee", "Radio Varn")],
        ),
        (
            "“It broke,” Ann Lee told Radio Varn in a phone interview Friday. “Nobody came.”",
            "Ann Lee",
            "told",
            ("“It broke,”", "“Nobody came.”"),
            [LEE, ("channel", "a phone interview"), ("addressee", "Radio Varn")],
        ),
        (
            "According to minutes obtained by Radio Varn, the weir was unsafe.",
            "minutes obtained by Radio Varn",
            "According to",
            ("the weir was unsafe",),
            [("author", "minutes"), ("relay", "Radio Varn")],
        ),
        (
            "In a letter to the council, Ann Lee denied that she had sold it.",
            "Ann Lee",
            "denied",
            ("she had sold it",),
            [LEE, ("channel", "a letter"), ("addressee", "the council")],
        ),
        (
            "The Port Ledger, citing the Mail, reported that the weir broke.",
            "The Port Ledger",
            "reported",
            ("the weir broke",),
            [("speaker", "the Mail"), ("relay", "The Port Ledger")],
        ),
        (
            "The Port Ledger quoted Ann Lee as saying the weir broke.",
            "The Port Ledger",
            "quoted",
            ("the weir broke",),
            [LEE, ("relay", "The Port Ledger")],
        ),
        (
            "Ann Lee slammed the weir as unsafe in an interview.",
            "Ann Lee",
            "slammed",
            ("the weir as unsafe",),
            [LEE, ("channel", "an interview")],
        ),
    ],
)
def test_the_hands_around_told_spans(
    text: str, source: str, cue: str, content: tuple[str, ...], hands: list[tuple[str, str | None]]
) -> None:
    (each,) = _hung(text, source, cue, *content)
    assert chain(text, each) == hands
    assert [words(text, part) for part in each.content] == list(content)
    assert words(text, each.source) == source


def test_reportedly_beside_the_cue_is_a_hand_and_a_hedge() -> None:
    text = "Ann Lee reportedly claimed the weir broke."
    (each,) = _hung(text, "Ann Lee", "claimed", "the weir broke")
    assert chain(text, each) == [LEE, ("relay", None)]
    assert each.stance is Stance.ALLEGES
    assert {words(text, h) for h in each.hedges} == {"claimed", "reportedly"}


@pytest.mark.parametrize(
    ("text", "cue", "stance", "speech"),
    [
        ("Ann Lee would not say whether it broke.", "would not say", Stance.UNVERIFIED, Speech.NEGATED),
        ("Ann Lee plans to announce that it broke.", "announce", Stance.ASSERTS, Speech.FUTURE),
        ("If Ann Lee says it broke, we go.", "says", Stance.ASSERTS, Speech.CONDITIONAL),
        ("Ann Lee's promise that it broke was old.", "promise", Stance.PROMISES, Speech.ACTUAL),
        ("Ann Lee's denial that it broke was old.", "denial", Stance.DENIES, Speech.ACTUAL),
    ],
)
def test_stance_and_speech_by_the_cue(text: str, cue: str, stance: Stance, speech: Speech) -> None:
    (each,) = _hung(text, "Ann Lee", cue, "it broke")
    assert (each.stance, each.speech) == (stance, speech)


def test_a_told_content_may_begin_with_its_that() -> None:
    (each,) = _hung("Ann Lee said that she would mend it.", "Ann Lee", "said", "that she would mend it")
    assert each.stance is Stance.PROMISES


def test_a_cue_in_no_list_still_has_its_source() -> None:
    text = "Ann Lee has no patience for the weir."
    (each,) = _hung(text, "Ann Lee", "has no patience for", "the weir")
    assert chain(text, each) == [LEE]


def test_speech_inside_a_told_content_goes_on_through_its_speaker() -> None:
    text = "“My cousin said that the weir broke,” Ann Lee told Radio Varn."
    outer, inner = _hung(text, "Ann Lee", "told", "“My cousin said that the weir broke,”")
    assert outer.kind is Kind.DIRECT
    assert chain(text, inner) == [
        ("speaker", "My cousin"),
        ("relay", "Ann Lee"),
        ("addressee", "Radio Varn"),
    ]


def test_content_in_other_sentences_stays_as_told() -> None:
    text = "Ann Lee spoke to Radio Varn. The weir broke. Nobody came."
    (each,) = _hung(text, "Ann Lee", "spoke", "The weir broke. Nobody came.")
    assert [words(text, part) for part in each.content] == ["The weir broke. Nobody came."]
    assert chain(text, each)[0] == LEE


@given(st.data())
def test_any_spans_give_an_answer(data: st.DataObject) -> None:
    text = "“It broke,” Ann Lee, citing the Mail, told Radio Varn. If he says “no”, I did not claim that. She"
    place = st.integers(0, len(text) - 1)
    span = st.tuples(place, st.integers(1, 30)).map(lambda p: Span(p[0], min(p[0] + p[1], len(text))))
    told = st.builds(
        Told,
        st.lists(span, min_size=1, max_size=3).map(lambda s: tuple(sorted(s))),
        st.none() | span,
        st.lists(span, max_size=2).map(lambda s: tuple(sorted(s))),
    )
    for each in data.draw(st.lists(told, max_size=4)):
        for found in hung(text, cut(text), [each], "r", load("en")):
            assert found.attribution.content
