"""Contents that no ending closes."""

from __future__ import annotations

import pytest

from firsthand.reading import read
from firsthand.reading.rules.unclosed import according
from tests.reading.cases import chains, contents
from tests.reading.rules.test_wordline import line


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("해경에 따르면 배가 떠났다", "해경"),
        ("한 관리의 말에 따르면 배가 떠났다", "한 관리"),
        ("조사 보고서를 보면 배가 떠났다", "조사 보고서"),
    ],
)
def test_a_framing_phrase_names_its_source(text: str, who: str) -> None:
    found = according(line(text))
    assert found and found.hop.who and text[found.hop.who.start : found.hop.who.end] == who


@pytest.mark.parametrize("text", ["규정에 따르면 배가 떠난다", "강을 보면 배가 떠난다", "배가 떠났다"])
def test_a_rule_or_a_view_is_no_source(text: str) -> None:
    assert according(line(text)) is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("윤 씨는 횡령 의혹을 전면 부인했다.", "횡령 의혹"),
        ("은행은 조사 대상의 이름을 밝히지 않았다.", "조사 대상의 이름"),
        ("병원은 환자가 몇 명인지 밝히지 않았다.", "환자가 몇 명인지"),
        ("학교는 시험 날짜에 대한 답변을 거부했다.", "시험 날짜"),
    ],
)
def test_what_is_denied_or_withheld(text: str, content: str) -> None:
    assert contents(text, "ko") == [content]


def test_a_noun_says_what_it_was() -> None:
    text = "미르경제는 값이 오를 것이라는 한 은행의 전망을 실었다."
    assert chains(text, "ko") == [[("speaker", "한 은행"), ("relay", "미르경제")]]
    assert read("길이 막혔다는 얘기가 나온다.", "ko")[0].unstated


def test_whose_words_the_quotation_before_was() -> None:
    text = "“물러서지 말라.” 중대장의 말이다."
    assert chains(text, "ko") == [[("speaker", "중대장")]]
