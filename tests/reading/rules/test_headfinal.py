"""Korean: the verb stands last, and what was said ends in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Role, Speech, Stance
from firsthand.reading import read
from tests.reading.cases import chain, chains, contents, cut


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("군수는 “다리는 안전하다”고 말했다.", "군수", "“다리는 안전하다”"),
        ("군수는 다리가 안전하다고 말했다.", "군수", "다리가 안전하다"),
        ("정부가 세금을 올린다고 밝혔다.", "정부", "세금을 올린다"),
        ("다리가 안전하다고 군수는 3일 밝혔다.", "군수", "다리가 안전하다"),
        ("군수는 3일 다리가 안전하다고 설명했다.", "군수", "다리가 안전하다"),
        ("윤소라 씨는 누가 문을 열었느냐고 물었다.", "윤소라 씨", "누가 문을 열었느냐"),
        ("위원회는 다시 만나자고 제안했다.", "위원회", "다시 만나자"),
        ("소대장은 조금 더 기다리라고 명령했다.", "소대장", "조금 더 기다리라"),
        ("관계자는 값이 올랐다며 한숨을 쉬었다.", "관계자", "값이 올랐다"),
        ("단체 ‘맑은물’은 강이 더럽다고 지적했다.", "단체 ‘맑은물’", "강이 더럽다"),
        ("어선이 뒤집혔다는 게 해경의 설명이다.", "해경", "어선이 뒤집혔다"),
        ("소식에 정통한 한 소식통은 회담이 깨졌다고 전했다.", "한 소식통", "회담이 깨졌다"),
        ("그 수첩에는 ‘오늘도 눈이 왔다’고 적혀 있었다.", "그 수첩", "‘오늘도 눈이 왔다’"),
    ],
)
def test_who_says_what(text: str, source: str, content: str) -> None:
    (each,) = read(text, "ko")
    assert each.source and text[each.source.start : each.source.end] == source
    assert contents(text, "ko") == [content]


def test_a_quotation_in_two_parts_is_one_statement() -> None:
    text = "그는 “불이 났다”며 “모두 나갔다”고 말했다."
    assert contents(text, "ko") == ["“불이 났다” … “모두 나갔다”"]


def test_two_clauses_are_two_statements() -> None:
    text = "회사는 값이 내렸다고 밝혔으나, 노조는 값이 올랐다고 주장했다."
    assert contents(text, "ko") == ["값이 내렸다", "값이 올랐다"]
    assert [c[0][1] for c in chains(text, "ko")] == ["회사", "노조"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "누리일보는 한 당국자의 말을 인용해 회담이 연기됐다고 보도했다.",
            [("speaker", "한 당국자"), ("relay", "누리일보")],
        ),
        (
            "가온뉴스에 따르면 시장은 물이 깨끗하다고 말했다.",
            [("speaker", "시장"), ("relay", "가온뉴스")],
        ),
        (
            "의원은 동해방송과의 인터뷰에서 “예산은 통과됐다”고 말했다.",
            [("speaker", "의원"), ("channel", "인터뷰"), ("addressee", "동해방송")],
        ),
        (
            "윤 씨는 변호사를 통해 낸 입장문에서 “사실이 아니다”라고 말했다.",
            [("speaker", "윤 씨"), ("channel", "입장문"), ("relay", "변호사")],
        ),
        ("선장은 아내에게 배가 늦는다고 말했다.", [("speaker", "선장")]),
        ("선장은 배가 늦는다고 경찰에 진술했다.", [("speaker", "선장"), ("addressee", "경찰")]),
    ],
)
def test_hands_in_their_order(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert chains(text, "ko")[-1] == expected


def test_a_statement_inside_another_goes_on_through_both() -> None:
    text = "북천통신은 위원장이 회의에서 “새 공장을 돌리겠다”고 말했다고 전했다."
    inner = read(text, "ko")[-1]
    assert chain(text, inner) == [("speaker", "위원장"), ("relay", "북천통신")]
    assert inner.stance is Stance.PROMISES and inner.parent


@pytest.mark.parametrize(
    "text",
    [
        "회담이 다음 달로 미뤄진 것으로 알려졌다.",
        "회담이 다음 달로 미뤄졌다고 한다.",
        "회담이 다음 달로 미뤄졌다는 소문이 돌았다.",
    ],
)
def test_hearsay_has_no_source_and_is_hedged(text: str) -> None:
    (each,) = read(text, "ko")
    assert each.unstated and each.source is None and each.hedges


def test_what_is_known_to_have_been_said_has_a_hand_nobody_names() -> None:
    text = "시장은 물러나겠다고 말한 것으로 전해졌다."
    inner = read(text, "ko")[-1]
    assert inner.hands[-1].role is Role.RELAY and inner.hands[-1].who is None and inner.hedges


@pytest.mark.parametrize(
    ("text", "stance", "speech"),
    [
        ("단체는 주민이 붙잡혔다고 주장했다.", Stance.ALLEGES, Speech.ACTUAL),
        ("윤 씨는 횡령 의혹을 전면 부인했다.", Stance.DENIES, Speech.ACTUAL),
        ("윤 씨는 돈을 받았다는 의혹을 부인했다.", Stance.DENIES, Speech.ACTUAL),
        ("시는 늦장 대응을 인정했다.", Stance.CONFIRMS, Speech.ACTUAL),
        ("그는 “곧 돌아오겠다”고 말했다.", Stance.PROMISES, Speech.ACTUAL),
        ("은행은 값이 오를 것이라고 말했다.", Stance.SPECULATES, Speech.ACTUAL),
        ("그는 “누가 그랬느냐”고 말했다.", Stance.QUESTIONS, Speech.ACTUAL),
        ("대변인은 회담 날짜를 묻는 질문에 답하지 않았다.", Stance.UNVERIFIED, Speech.NEGATED),
        ("만약 총재가 금리를 올린다고 말하면 시장이 흔들린다.", Stance.ASSERTS, Speech.CONDITIONAL),
        ("시장은 내일 다리를 닫는다고 밝힐 예정이다.", Stance.ASSERTS, Speech.FUTURE),
    ],
)
def test_stance_and_speech(text: str, stance: Stance, speech: Speech) -> None:
    (each,) = read(text, "ko")
    assert (each.stance, each.speech) == (stance, speech)


@pytest.mark.parametrize(
    "text",
    [
        "법에 따라 서류는 5년간 보관되며 그 뒤에 폐기된다.",
        "시간표에 따르면 막배는 여섯 시에 떠난다.",
        "소설 《겨울 우체국》은 산골 마을의 한 해를 그린다.",
        "보고서는 모두 412쪽이다.",
    ],
)
def test_what_attributes_nothing(text: str) -> None:
    assert not read(text, "ko")


def test_a_note_that_nothing_was_confirmed_is_a_hedge() -> None:
    text = "단체는 주민이 붙잡혔다고 밝혔으나, 이 내용은 독립적으로 확인되지 않았다."
    assert read(text, "ko")[0].hedges


def test_the_quotation_of_the_sentence_before() -> None:
    text = "“여긴 물이 없습니다.” 이장 박만수 씨가 취재진에게 말했다."
    (each,) = read(text, "ko")
    assert chain(text, each) == [("speaker", "이장 박만수 씨")]


def test_an_ending_glued_to_a_quotation_does_not_open_a_sentence() -> None:
    assert len([s for s in cut("그는 “가라.”라고 말했다. 비가 왔다.", "ko") if s.inside is None]) == 2


def test_he_is_whoever_spoke_before() -> None:
    text = "김도윤 시장은 “물이 찼다”고 말했다. 그는 “모두 나갔다”고 덧붙였다."
    assert [each.name for each in read(text, "ko")] == ["김도윤 시장", "김도윤 시장"]


@given(st.text(alphabet="가는은이다고라며 말했“”‘’.,에따르면", max_size=80))
def test_any_text_gives_an_answer(text: str) -> None:
    for each in read(text, "ko"):
        assert all(0 <= part.start < part.end <= len(text) for part in each.content)
