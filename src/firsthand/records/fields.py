"""The names under which files state what they are: header keys and column names, as used in the wild."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict

# Our field → the names accepted for it, the first of which is the one to recommend.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "doc", "doc_id", "article_id", "uuid"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "article", "full_text", "paragraphs"),
    "published": (
        "published",
        "date",
        "published_at",
        "publication_date",
        "date_published",
        "datetime",
        "pubdate",
    ),
    "outlet": (
        "outlet",
        "publisher",
        "publication",
        "sitename",
        "site_name",
        "newspaper",
        "medium",
        "source",
    ),
    "byline": ("byline", "author", "authors"),
    "url": ("url", "link", "permalink"),
    "language": ("language", "lang"),
    "kind": ("kind",),
    "of": ("of", "translation_of", "transcription_of", "page_of"),
    "by": ("by", "translator", "translated_by", "transcriber", "transcribed_by"),
}
FIELD = {name: field for field, names in NAMES.items() for name in names}


def assign(stated: Iterable[tuple[str, str]]) -> tuple[dict[str, str], dict[str, str]]:
    """Names and values as stated → (our fields, everything else under its own name).

    Names are compared without case, blanks and hyphens ("Date published" is ``date_published``).
    The first non-empty value of a field holds; a second one stays under its own name.
    """
    fields: dict[str, str] = {}
    extra: dict[str, str] = {}
    for name, value in stated:
        field = FIELD.get(plain_name(name), "")
        if field and value and field not in fields:
            fields[field] = value
        elif value:
            extra[name] = value
    return fields, extra


class Told(TypedDict):
    """The fields of a Document that files state in words."""

    title: str
    outlet: str
    byline: str
    published: str
    language: str
    url: str
    kind: str
    of: str
    by: str


def told(fields: Mapping[str, str]) -> Told:
    """Those of ``fields`` that a Document has under the same name; "" for what is not stated."""
    return Told(
        title=fields.get("title", ""),
        outlet=fields.get("outlet", ""),
        byline=fields.get("byline", ""),
        published=fields.get("published", ""),
        language=fields.get("language", ""),
        url=fields.get("url", ""),
        kind=fields.get("kind", ""),
        of=fields.get("of", ""),
        by=fields.get("by", ""),
    )


def plain_name(name: str) -> str:
    """A name as it is compared: lower case, blanks and hyphens as underscores."""
    return "_".join(name.replace("-", " ").lower().split())
