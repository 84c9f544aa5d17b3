"""Which of the visible text is the article."""

from __future__ import annotations

import pytest

from firsthand.model import Span
from firsthand.records.decoding import decode
from firsthand.records.markup.choosing import Chosen, choose
from firsthand.records.markup.scanning import scan

SENTENCES = [
    f"The engineer inspected pier number {n} and found that it was in good order." for n in range(1, 6)
]


def chosen(html: str) -> tuple[list[str], Chosen]:
    page = scan(decode(html.encode()))
    found = choose(page, html)
    words = [p if isinstance(p, str) else page.seen.text[p.start : p.end] for p in found.paragraphs]
    return words, found


def test_an_article_is_chosen_in_order_and_placed() -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    words, found = chosen(f"<html><body><nav>Home News</nav><article>{body}</article></body></html>")
    assert words == SENTENCES
    assert all(isinstance(paragraph, Span) for paragraph in found.paragraphs)
    assert found.notes == ()


def test_a_sentence_that_stands_there_twice_is_placed_twice() -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in [SENTENCES[0], *SENTENCES[1:], SENTENCES[0]])
    _, found = chosen(f"<html><body><article>{body}</article></body></html>")
    assert len(set(found.paragraphs)) == len(found.paragraphs)


def test_an_earlier_page_changes_nothing() -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    html = f"<html><body><article>{body}</article></body></html>"
    assert len({tuple(chosen(html)[0]) for _ in range(5)}) == 1


def test_words_that_extraction_composed_are_found_in_the_page() -> None:
    body = "".join(f"<p>{sentence} Cafe\u0301 co\u200bde.</p>" for sentence in SENTENCES)
    words, found = chosen(f"<html><body><article>{body}</article></body></html>")
    assert all(isinstance(paragraph, Span) for paragraph in found.paragraphs)
    assert words[0].endswith("Cafe\u0301 code.")


def test_a_page_too_deep_is_taken_as_it_is_seen() -> None:
    words, found = chosen("<nav>Home</nav>" + "<div>" * 300 + "<p>The bridge is safe.</p>")
    assert words == ["The bridge is safe."]
    assert found.notes == ("the page is too large or too deep: its visible text was taken",)


def test_a_page_with_nothing_but_navigation_is_taken_whole() -> None:
    assert chosen("<div>" * 300 + "<nav>Home</nav>")[0] == ["Home"]


def test_words_from_outside_the_visible_page_have_no_place() -> None:
    story = " ".join(SENTENCES * 3)
    data = f'{{"@type": "NewsArticle", "articleBody": "{story}"}}'
    words, found = chosen(
        f"<html><head><script type='application/ld+json'>{data}</script></head>"
        "<body><p>Menu</p></body></html>"
    )
    assert story in " ".join(words)
    assert any(isinstance(paragraph, str) for paragraph in found.paragraphs)
    assert found.notes[0].startswith("paragraphs that are not in the visible page")


def test_a_page_that_says_what_it_is_has_the_same_article() -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    author = "<meta name='author' content='Ann Lee'>"
    html = f"<html><head>{author}</head><body><article>{body}</article></body></html>"
    page = scan(decode(html.encode()))
    found, asked = choose(page, html, ()), choose(page, html)
    assert (found.paragraphs, found.byline, asked.byline) == (asked.paragraphs, "", "Ann Lee")


@pytest.mark.parametrize(
    "where",
    [
        "<span class='byline'>By Ann  Lee &amp; Kim Roe</span>",
        "<a rel='author'>Ann Lee</a>",
        "<p class='lead'>nobody</p>",
    ],
)
def test_a_byline_is_the_same_whether_it_alone_is_sought_or_everything(where: str) -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    html = f"<html><head></head><body>{where}<article>{body}</article></body></html>"
    page = scan(decode(html.encode()))
    alone, everything = choose(page, html, ["byline"]), choose(page, html)
    assert (alone.paragraphs, alone.byline) == (everything.paragraphs, everything.byline)
    assert alone.published == ""
    assert bool(alone.byline) == ("nobody" not in where)
