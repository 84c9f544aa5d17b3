"""What a page says of itself."""

from __future__ import annotations

import json

import pytest

from firsthand.records.decoding import decode
from firsthand.records.markup.scanning import Page, scan
from firsthand.records.markup.stating import Stated, base, stated, web_address


def page(html: str) -> Page:
    return scan(decode(html.encode()))


def said(html: str) -> Stated:
    return stated(page(html))


def linked_data(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


ARTICLE = {
    "@type": ["Thing", "ReportageNewsArticle"],
    "headline": "The bridge",
    "datePublished": "2025-02-01T10:00:00Z",
    "author": [{"name": "Ann Lee"}, "Bo Ek", "https://social.example/ann"],
    "publisher": {"name": "Gazette"},
    "inLanguage": "en",
    "url": "https://gazette.example/a",
}


@pytest.mark.parametrize(
    "wrapped", [ARTICLE, [{"@type": "WebSite"}, ARTICLE], {"@graph": [{"x": {"y": ARTICLE}}]}]
)
def test_json_ld_is_found_wherever_it_is(wrapped: object) -> None:
    found = said(linked_data(wrapped) + "<meta property='og:title' content='Other'><p>x")
    assert (found.title, found.outlet, found.language) == ("The bridge", "Gazette", "en")
    assert found.byline.startswith("Ann Lee, Bo Ek")
    assert "http" not in found.byline
    assert (found.published, found.dated_by) == ("2025-02-01T10:00:00Z", "JSON-LD datePublished")
    assert found.url == "https://gazette.example/a"


@pytest.mark.parametrize(
    "value",
    [
        "[" * 5000,
        "{",
        {"@type": 7},
        {"@type": "NewsArticle", "author": 3, "headline": [], "publisher": [[[]]]},
    ],
)
def test_json_ld_of_any_kind_does_no_harm(value: object) -> None:
    data = value if isinstance(value, str) else json.dumps(value)
    found = said(f"<script type='application/ld+json'>{data}</script><title>Bridge</title><p>x")
    assert (found.title, found.byline) == ("Bridge", "")


@pytest.mark.parametrize(
    ("html", "published", "dated_by"),
    [
        (
            "<meta property='article:published_time' content='2025-02-01'>",
            "2025-02-01",
            "meta article:published_time",
        ),
        ("<meta itemprop=datePublished content='1 Feb 2025'>", "1 Feb 2025", "meta datepublished"),
        ("<meta name=date content='soon'><time datetime=2025-02-02>", "2025-02-02", "time element"),
        ("<time datetime=2025-01-01><time datetime=2025-02-02 pubdate>", "2025-02-02", "time element"),
        ("<link rel=canonical href='https://a.example/2025/2/3/x'>", "2025-02-03", "address of the page"),
        ("<link rel=canonical href='https://a.example/2025/22/33/x'>", "", ""),
        ("<p>1 February 2025</p>", "", ""),
    ],
)
def test_a_date_says_where_it_was_found(html: str, published: str, dated_by: str) -> None:
    assert (said(html).published, said(html).dated_by) == (published, dated_by)


def test_the_pages_own_marks_come_last() -> None:
    assert said("<title>Bridge | Gazette</title><h1>The <i>bridge</i></h1>").title == "The bridge"
    assert said("<title>Bridge | Gazette</title><p>x").title == "Bridge | Gazette"


def test_a_language_must_look_like_one() -> None:
    assert said("<html lang='uk-UA'>").language == "uk-UA"
    assert said("<html lang='{{locale}}'>").language == ""


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("/letter", "https://gazette.example/letter"),
        ("https://a.example/x", "https://a.example/x"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("http://[broken", ""),
    ],
)
def test_only_addresses_of_the_web_are_links(written: str, url: str) -> None:
    assert web_address(written, "https://gazette.example/a/b") == url


def test_the_base_of_the_page_counts() -> None:
    assert (
        base(page("<base href='/archive/'>"), "https://gazette.example/a")
        == "https://gazette.example/archive/"
    )
    assert base(page("<p>x"), "https://gazette.example/a") == "https://gazette.example/a"
