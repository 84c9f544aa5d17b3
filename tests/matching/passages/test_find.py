"""Passages that two texts share, in invented news."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.passages import shared

OTHERS = [
    "The council of Varn met on Tuesday to talk about the new tram line, which is to open in spring.",
    "Rain is expected along the coast. Fishermen in Meren were told to keep their boats in the harbour.",
    "A bakery in the old town has won a prize for its rye bread, and its owner, Ilse Tamm, is delighted.",
    "Two schools will share one hall from autumn on. Parents have doubts about the way there.",
]
SOURCE = "The ferry left at dawn with nobody aboard but the cook and a crate of hens, Ole Brandt said."


def passages(copy: str, source: str = SOURCE) -> list[tuple[str, str]]:
    texts = [f"{OTHERS[0]}\n{source}\n{OTHERS[1]}", *OTHERS, f"{OTHERS[3]}\n{copy}\n{OTHERS[2]}"]
    first, last = texts[0], texts[-1]
    return [
        (first[p.a_span.start : p.a_span.end], last[p.b_span.start : p.b_span.end])
        for p in shared(texts).passages
        if (p.a, p.b) == (0, len(texts) - 1)
    ]


@pytest.mark.parametrize(
    "copy",
    [
        "The ferry left at dawn with nobody aboard but the cook and a crate of hens.",
        "“THE FERRY LEFT AT DAWN WITH NOBODY ABOARD — BUT THE COOK AND A CRATE OF HENS”",
        "The ferry left at noon with nobody aboard but the cook and two crates of hens.",
        "The ferry left at dawn, as a clerk in the harbour recalled, with nobody aboard but the cook.",
        "The fery left at dwan with nobody abord but the cook and a crate of hens.",
    ],
    ids=["verbatim", "surface", "words", "clause", "letters"],
)
def test_a_passage_is_found_whatever_was_done_to_it(copy: str) -> None:
    ((source, found),) = passages(copy)
    assert source.startswith("The ferry left at dawn")
    assert found.casefold().startswith("the fer")
    assert len(found) > 0.6 * len(copy)


def test_a_passage_at_the_very_beginning_of_a_text_is_found() -> None:
    quoted = "Nobody in this harbour has seen a winter like it since the great flood."
    texts = [quoted, *OTHERS, f"{quoted} So it was told."]
    (found,) = (p for p in shared(texts).passages if (p.a, p.b) == (0, len(texts) - 1))
    assert found.a_span == (0, len(quoted) - 1)


def score(shared_words: str) -> float:
    texts = [f"{OTHERS[0]} {shared_words} in spring.", *OTHERS, f"{OTHERS[2]} It was {shared_words} again."]
    return max(p.score for p in shared(texts, 0.0).passages if (p.a, p.b) == (0, len(texts) - 1))


def test_a_name_with_its_office_says_less_than_other_words() -> None:
    assert score("Port Warden Ilse Magda Tamm") < score("nobody waved when boats")


def test_a_thousand_reprints_are_all_connected() -> None:
    texts = [f"{SOURCE} {OTHERS[n % 4]} {n}" for n in range(1000)]
    joined = {
        p.b
        for p in shared(texts).passages
        if texts[p.b][p.b_span.start : p.b_span.end].startswith("The ferry")
    }
    assert joined == set(range(1, 1000))


def test_korean_is_found_by_its_characters() -> None:
    line = "배는 새벽에 아무도 태우지 않고 항구를 떠났다"
    texts = [f"어제 마을에서 빵집이 상을 받았다. {line}. 비가 온다.", *OTHERS, f"선장은 말했다. {line}. 끝."]
    (found,) = (p for p in shared(texts).passages if (p.a, p.b) == (0, len(texts) - 1))
    assert line in texts[0][found.a_span.start : found.a_span.end + 1]


@given(st.lists(st.text(alphabet="ab ‘.\n배", max_size=60), max_size=5))
def test_any_texts_give_places_within_them(texts: list[str]) -> None:
    for each in shared(texts, 0.0).passages:
        assert each.a < each.b
        assert 0 <= each.a_span.start < each.a_span.end <= len(texts[each.a])
        assert 0 <= each.b_span.start < each.b_span.end <= len(texts[each.b])
        assert 0 <= each.score <= 1


def test_what_is_too_common_is_told() -> None:
    told = shared([f"{SOURCE} {OTHERS[n % 4]} {n}" for n in range(100)]).skipped
    assert any("stands in 100 places" in line for line in told)
    assert shared([SOURCE, *OTHERS]).skipped == ()


@pytest.mark.parametrize(
    "texts",
    [
        [f"{n} {SOURCE}" for n in range(1000)],
        [f"Page {n}. {OTHERS[0]} {n * 7} boats. {OTHERS[0]} {n}" for n in range(1000)],
        ["啊" * 300_000, "啊" * 200_000],
        ["ferry " * 200_000, "the ferry " * 100_000],
        [
            "".join(chr(0x4E00 + n * n % 9973) for n in range(200_000)),
            "".join(chr(0x4E00 + n * n % 9973) for n in range(7, 90_000)),
        ],
        ["x" * 5_000_000, "x" * 5_000_000],
    ],
    ids=[
        "a thousand reprints",
        "a paragraph on every page",
        "one character",
        "one word",
        "no blanks",
        "one long word",
    ],
)
def test_no_input_blows_up(texts: list[str]) -> None:
    count = sum(1 for _ in shared(texts, 0.0).passages)
    assert count < 20 * len(texts)
