"""What a page says of itself: JSON-LD first, then meta elements, then the page's own marks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from firsthand.dates import iso
from firsthand.records.markup.scanning import Page

DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "publish_date", "publish-date", "publishdate", "published_time", "pubdate", "parsely-pub-date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "sailthru.date", "date",
)  # fmt: skip
BYLINES = (
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
)
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")
# Objects of JSON-LD that are looked at: enough for any page, no matter how it is nested.
OBJECTS = 2_000


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page says of itself; "" where it is silent. ``dated_by`` names the mark that gave the date."""

    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    dated_by: str = ""
    modified: str = ""
    language: str = ""
    url: str = ""


def stated(page: Page) -> Stated:
    """Everything that the page declares about its article."""
    article, meta = _article(page), _meta(page)
    url = _url(page, meta, article)
    published, dated_by = _date(page, meta, article, url)
    return Stated(
        title=_first(_text(article.get("headline")), meta.get("og:title"), _heading(page), page.title),
        outlet=_first(_name(article.get("publisher")), *(meta.get(name) for name in OUTLETS)),
        byline=_first(_name(article.get("author")), *(_no_address(meta.get(name)) for name in BYLINES)),
        published=published,
        dated_by=dated_by,
        modified=_first(_text(article.get("dateModified")), meta.get("article:modified_time")),
        language=_language(page, meta, article),
        url=url,
    )


def _first(*values: str | None) -> str:
    found = next((value for value in values if value and value.strip()), "")
    return " ".join(found.split())[:1000]


def _article(page: Page) -> dict[str, Any]:
    for data in page.data:
        for each in _objects(data):
            kinds = each.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.endswith(("Article", "Posting")) for name in names):
                return each
    return {}


def _objects(data: str) -> Iterator[dict[str, Any]]:
    """The objects of one block of JSON-LD, outer before inner; nothing if it is no JSON."""
    try:
        waiting: list[Any] = [json.loads(data.strip().removeprefix("<!--").removesuffix("-->"))]
    except (ValueError, RecursionError):
        return
    for _ in range(OBJECTS):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, dict):
            yield each
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _name(value: object) -> str:
    """A name out of what schema.org allows for a person or body: text, an object, a list of either."""
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for each in value[:20] if not isinstance(each, list) and (name := _name(each)))
    return _no_address(_text(value))


def _no_address(value: str | None) -> str:
    return "" if not value or value.startswith(("http:", "https:", "@")) else value


def _meta(page: Page) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag, given in page.declared:
        if tag == "meta" and given.get("content"):
            for key in ("property", "name", "itemprop", "http-equiv"):
                if name := given.get(key, "").lower():
                    found.setdefault(name, given["content"])
    return found


def _heading(page: Page) -> str:
    spans = [block.span for block in page.blocks if block.tag == "h1" and not block.around]
    return page.seen.text[spans[0].start : spans[0].end] if spans else ""


def _date(page: Page, meta: dict[str, str], article: dict[str, Any], url: str) -> tuple[str, str]:
    """The date as it stands there, and where: only one that can be placed in time counts."""
    for value, where in _dates(page, meta, article):
        if value and iso(value):
            return value, where
    if found := ADDRESS_DATE.search(urlsplit(url).path if url else ""):
        value = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
        if iso(value):
            return value, "address of the page"
    return "", ""


def _dates(page: Page, meta: dict[str, str], article: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield _text(article.get("datePublished")), "JSON-LD datePublished"
    for name in DATES:
        yield meta.get(name, ""), f"meta {name}"
    times = [given for tag, given in page.declared if tag == "time"]
    marked = [
        given for given in times if "pubdate" in given or "published" in given.get("itemprop", "").lower()
    ]
    for given in [*marked, *times]:
        yield given.get("datetime", ""), "time element"


def _language(page: Page, meta: dict[str, str], article: dict[str, Any]) -> str:
    roots = [given.get("lang") or given.get("xml:lang", "") for tag, given in page.declared if tag == "html"]
    other = (_text(article.get("inLanguage")), meta.get("content-language"), meta.get("og:locale"))
    found = _first(*roots, *other)
    return found if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", found) else ""


def _url(page: Page, meta: dict[str, str], article: dict[str, Any]) -> str:
    canonical = [
        given.get("href", "")
        for tag, given in page.declared
        if tag == "link" and "canonical" in given.get("rel", "").lower().split()
    ]
    found = (web_address(each) for each in (*canonical, meta.get("og:url", ""), _text(article.get("url"))))
    return next((each for each in found if each), "")


def base(page: Page, url: str) -> str:
    """The address that relative links of the page start from."""
    bases = [given.get("href", "") for tag, given in page.declared if tag == "base"]
    return web_address(bases[0], url) if bases and bases[0] else url


def web_address(written: str, start: str = "") -> str:
    """An absolute http(s) address, seen from ``start``; "" for anything else (mailto:, javascript:, …)."""
    try:
        full = urljoin(start, written.strip())
        return full if urlsplit(full).scheme in ("http", "https") and urlsplit(full).hostname else ""
    except ValueError:
        return ""
