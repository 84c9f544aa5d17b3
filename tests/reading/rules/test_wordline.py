"""A sentence as a line of words: subjects, noun phrases, kinds of sources."""

from __future__ import annotations

import pytest

from firsthand.languages import load
from firsthand.model import Being, Span
from firsthand.reading.rules.wordforms import Forms
from firsthand.reading.rules.wordline import Line
from tests.reading.cases import cut


def line(text: str) -> Line:
    """The line of the first sentence."""
    return Line.of(text, cut(text, "ko")[0], Forms(load("ko")))


def test_subjects_and_topics() -> None:
    here = line("시장은 물이 다니는 길에 없이 서 있다")
    assert [i for i in range(len(here.words)) if here.topic(i)] == [0]
    assert [i for i in range(len(here.words)) if here.subject(i)] == [0, 1]


@pytest.mark.parametrize(
    ("text", "last", "phrase"),
    [
        ("새벌시 도시과 김도윤 과장은 웃었다", 3, "새벌시 도시과 김도윤 과장"),
        ("서울에서 일하는 강 모(23) 씨는 웃었다", 4, "강 모(23) 씨"),
        ("소식에 정통한 한 소식통은 웃었다", 3, "한 소식통"),
        ("3일 시장은 웃었다", 1, "시장"),
        ("그러나 시장은 웃었다", 1, "시장"),
        ("신문 《새벽》은 웃었다", 1, "신문 《새벽》"),
    ],
)
def test_a_noun_phrase_begins_behind_clauses_days_and_adverbs(text: str, last: int, phrase: str) -> None:
    span = line(text).noun(0, last, "topics").span
    assert text[span.start : span.end] == phrase


@pytest.mark.parametrize(
    ("words", "being"),
    [
        ("한 소식통", Being.ANONYMOUS),
        ("누리일보", Being.OUTLET),
        ("감사원 보고서", Being.DOCUMENT),
        ("김도윤 시장", Being.PERSON),
        ("그", Being.PERSON),
        ("전문가들", Being.GROUP),
        ("가람군청", Being.BODY),
    ],
)
def test_what_kind_of_source_it_is(words: str, being: Being) -> None:
    assert line(words).being(Span(0, len(words))) is being


def test_only_a_quotation_that_is_told_closes_a_content() -> None:
    assert line("“갔다”고 말했다").closes(0)
    assert line("“갔다”는 말을 남겼다").closes(0)
    assert not line("‘푸른물결’은 말했다").closes(0)
