"""Invented web pages of newspapers, as large and as cluttered as real ones; no two the same.

Twelve outlets, each with a layout, a language and the furniture of its own: styles, scripts, navigation,
what others read, comments, a footer. The article is a tenth of the page.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from html import escape
from pathlib import Path
from random import Random

BEGUN = datetime(2024, 1, 1, 6, tzinfo=UTC)
LANGUAGES = ("en", "de", "en", "ru", "uk", "fr", "en", "ro", "ko", "en", "uk", "ru")
LANGUAGE, AUTHOR, SITE = 8, 7, 10  # so many of the twelve outlets declare it; of the others it must be found
LAYOUTS = (
    ("<main><article>", "</article></main>"),
    ('<div id="content"><div class="story-body" itemprop="articleBody">', "</div></div>"),
    ('<div class="wrap"><section class="post"><div class="entry-content">', "</div></section></div>"),
)
PROPERTIES = ("margin", "padding", "width", "max-height", "border-radius", "font-size", "line-height", "top")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper: what is the same on each of its pages."""

    name: str
    host: str
    language: str
    number: int
    layout: tuple[str, str]
    head: str
    navigation: str
    footer: str


def written(folder: Path, count: int, seed: int = 1) -> int:
    """Writes so many pages into ``folder``, a thousand to a subfolder; how many bytes these are."""
    size = 0
    for number, page in enumerate(pages(count, seed)):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        size += (place / f"{number:06}.html").write_bytes(page)
    return size


def pages(count: int, seed: int = 1) -> Iterator[bytes]:
    """So many pages, each from an outlet drawn by chance."""
    chance = Random(seed)
    outlets = [_outlet(chance, number) for number in range(len(LANGUAGES))]
    for number in range(count):
        yield page(chance, chance.choice(outlets), number).encode()


def prose(chance: Random, language: str, sentences: int) -> str:
    """A paragraph."""
    return " ".join(sentence(chance, language) for _ in range(sentences))


def sentence(chance: Random, language: str) -> str:
    """One sentence, its blanks filled."""
    words = _words()[language]
    blanks = {key: chance.choice(words[key]) for key in ("who", "post", "where", "what", "day")}
    return chance.choice(words["said"]).format(n=chance.randint(2, 980), m=chance.randint(2, 59), **blanks)


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("articles.toml").read_text("utf-8"))


def _outlet(chance: Random, number: int) -> Outlet:
    language = LANGUAGES[number]
    host = f"www.paper-{number}.example"
    return Outlet(
        name=f"{chance.choice(_words()[language]['nav'])} {number}",
        host=host,
        language=language,
        number=number,
        layout=LAYOUTS[number % len(LAYOUTS)],
        head=_styles(chance, chance.randint(30, 90)) + _scripts(chance, 2),
        navigation=_navigation(chance, language, chance.randint(30, 90)),
        footer=_footer(chance, language, chance.randint(20, 50)) + _scripts(chance, 3),
    )


def page(chance: Random, outlet: Outlet, number: int) -> str:
    """One page of an outlet."""
    title = sentence(chance, outlet.language).rstrip(".。")
    author = chance.choice(_words()[outlet.language]["who"])
    when = (BEGUN + timedelta(minutes=47 * number)).isoformat()
    url = f"https://{outlet.host}/{when[:10].replace('-', '/')}/story-{number}"
    before, after = outlet.layout
    lang = f' lang="{outlet.language}"' if outlet.number < LANGUAGE else ""
    return "\n".join(
        [
            f"<!DOCTYPE html>\n<html{lang}><head>",
            _declared(outlet, title, author, when, url),
            outlet.head,
            f"</head><body class='story page-{number}'>",
            outlet.navigation,
            before,
            _top(chance, title, author, when),
            *_body(chance, outlet),
            after,
            _beside(chance, outlet, chance.randint(6, 16)),
            _comments(chance, outlet.language, chance.choice((0, 0, 4, 12, 25))),
            outlet.footer,
            _state(chance, number),
            "</body></html>",
        ]
    )


def _declared(outlet: Outlet, title: str, author: str, when: str, url: str) -> str:
    said = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "datePublished": when,
        "mainEntityOfPage": url,
    }  # fmt: skip
    named = {"og:title": title, "og:url": url, "article:published_time": when, "twitter:title": title}
    if outlet.number >= len(LANGUAGES) - AUTHOR:
        said["author"], named["author"] = {"@type": "Person", "name": author}, author
    if outlet.number < SITE:
        said["publisher"], named["og:site_name"] = {"@type": "Organization", "name": outlet.name}, outlet.name
    metas = "\n".join(f'<meta property="{key}" content="{escape(value)}">' for key, value in named.items())
    linked = "\n".join(f'<link rel="preload" as="script" href="/static/{n}.js">' for n in range(8))
    data = f'<script type="application/ld+json">{json.dumps(said, ensure_ascii=False)}</script>'
    plain = outlet.layout is LAYOUTS[2]  # the blogs: no data of schema.org
    return (
        f'<meta charset="utf-8"><title>{escape(title)} | {escape(outlet.name)}</title>\n'
        f'<link rel="canonical" href="{url}">\n{metas}\n{linked}\n{"" if plain else data}'
    )


def _top(chance: Random, title: str, author: str, when: str) -> str:
    shares = "".join(
        f'<a class="share share-{name}" href="https://{name}.example/share?u={chance.getrandbits(40)}">'
        f'<svg viewBox="0 0 24 24"><path d="M{chance.getrandbits(64)}z"/></svg></a>'
        for name in ("birds", "faces", "mail", "chat")
    )
    return (
        f'<h1 class="headline">{escape(title)}</h1><div class="meta"><span class="byline">{author}</span>'
        f'<time datetime="{when}">{when[:16].replace("T", " ")}</time>'
        f'<div class="shares">{shares}</div></div>{_picture(chance)}'
    )


def _picture(chance: Random) -> str:
    name = chance.getrandbits(48)
    sizes = ", ".join(f"/img/{name}-{width}.jpg {width}w" for width in (320, 640, 960, 1280, 1920))
    return f'<figure><img src="/img/{name}.jpg" srcset="{sizes}" alt="" loading="lazy"></figure>'


def _body(chance: Random, outlet: Outlet) -> Iterator[str]:
    """The paragraphs of the article, with what stands between them."""
    count = chance.randint(6, 28)
    for number in range(count):
        if number and chance.random() < 0.12:
            yield f"<h2>{escape(sentence(chance, outlet.language)[:60])}</h2>"
        if chance.random() < 0.08:
            yield f"<blockquote><p>{escape(sentence(chance, outlet.language))}</p></blockquote>"
        yield f"<p>{_marked(chance, escape(prose(chance, outlet.language, chance.randint(1, 5))))}</p>"
        if number % 5 == 4:
            yield f'<div class="ad-slot" id="ad-{chance.getrandbits(32)}" data-sizes="[[300,250]]"></div>'
            yield _picture(chance)


def _marked(chance: Random, words: str) -> str:
    """With a link or an emphasis around a few words, as a third of all paragraphs have."""
    parts = words.split(" ")
    if len(parts) < 12 or chance.random() > 0.4:
        return words
    at = chance.randint(2, len(parts) - 6)
    tag, close = chance.choice(
        ((f'<a href="/topic/{chance.getrandbits(24)}">', "</a>"), ("<b>", "</b>"), ("<em>", "</em>"))
    )
    return " ".join([*parts[:at], tag + " ".join(parts[at : at + 3]) + close, *parts[at + 3 :]])


def _navigation(chance: Random, language: str, count: int) -> str:
    items = "".join(
        f'<li class="nav-item nav-{n}"><a class="nav-link" href="/{n}/{chance.getrandbits(20)}">'
        f"<span>{chance.choice(_words()[language]['nav'])}</span></a></li>"
        for n in range(count)
    )
    return f'<header class="site-header"><nav role="navigation"><ul class="nav">{items}</ul></nav></header>'


def _beside(chance: Random, outlet: Outlet, count: int) -> str:
    items = "".join(
        f'<li><div class="card"><a href="/story-{chance.getrandbits(24)}">{_picture(chance)}'
        f"<h3>{escape(sentence(chance, outlet.language)[:90])}</h3></a>"
        f'<span class="ago">{chance.randint(1, 23)} h</span></div></li>'
        for _ in range(count)
    )
    return f'<aside class="most-read"><ul>{items}</ul></aside>'


def _comments(chance: Random, language: str, count: int) -> str:
    said = "".join(
        f'<li class="comment" id="comment-{chance.getrandbits(32)}"><cite>reader{n}</cite>'
        f"<p>{escape(sentence(chance, language))}</p></li>"
        for n in range(count)
    )
    return f'<section id="comments" class="comments"><ol>{said}</ol></section>' if said else ""


def _footer(chance: Random, language: str, count: int) -> str:
    links = "".join(
        f'<li><a href="/about/{n}">{chance.choice(_words()[language]["nav"])}</a></li>' for n in range(count)
    )
    return f'<footer class="site-footer"><ul>{links}</ul><p>© 2024</p></footer>'


def _styles(chance: Random, rules: int) -> str:
    lines = (
        f".c{chance.getrandbits(24):x}:hover,.b{n}>.a{n}{{"
        + ";".join(f"{each}:{chance.randint(0, 99)}px" for each in chance.sample(PROPERTIES, 4))
        + "}"
        for n in range(rules)
    )
    return f"<style>{''.join(lines)}</style>"


def _scripts(chance: Random, count: int) -> str:
    return "\n".join(f"<script>{_code(chance, chance.randint(10, 60))}</script>" for _ in range(count))


def _code(chance: Random, lines: int) -> str:
    return "".join(
        f"function f{chance.getrandbits(20):x}(a,b){{if(a<{chance.getrandbits(12)}&&b){{return a+'{n}'}}"
        f'return"</div>".length*{chance.random():.9f}}}'
        for n in range(lines)
    )


def _state(chance: Random, number: int) -> str:
    """What a page keeps for its own scripts, as long as the rest of it on many sites."""
    state = {
        "page": number,
        "ids": [chance.getrandbits(48) for _ in range(chance.choice((50, 200, 800, 1600)))],
    }
    return f"<script>window.__STATE__={json.dumps(state)}</script>"
