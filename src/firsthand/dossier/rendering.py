"""The templates of a dossier, for a file that holds everything and for pages that lead to one another."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.dossier.doubts import marked
from firsthand.dossier.index import home
from firsthand.dossier.literature import bibtex_of, csl_of
from firsthand.dossier.phrases import capital, count, direction, language_name, listed, moment, short
from firsthand.dossier.pieces import PageImage

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

FOLDER = Path(__file__).parent
STYLE = FOLDER / "style.css"
STANCES = {
    "alleges": "alleged",
    "denies": "denied by the source",
    "confirms": "confirmed by the source",
    "speculates": "a supposition",
    "promises": "a promise",
    "questions": "a question",
    "unverified-note": "the report could not verify it",
}
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$")  # the shape of a language tag (RFC 5646)


def environment(
    link: Callable[[str], str], picture: Callable[[PageImage], str], *folders: Path
) -> Environment:
    """Where templates are found, with the words they use; everything foreign passes through autoescaping.

    ``link`` is where an anchor is to be found ("#S3", "/S3"), ``picture`` what a page image is drawn from
    ("#img-M1-p1"; an address). ``folders`` of templates come before the dossier's own.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader([*folders, FOLDER / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words: dict[str, Any] = {
        "apart": apart,
        "bibtex": bibtex_of,
        "capital": capital,
        "count": count,
        "csl": lambda each: json.dumps([csl_of(each)], ensure_ascii=False),
        "dir": direction,
        "language": language_name,
        "link": link,
        "listed": listed,
        "marked": marked,
        "moment": moment,
        "pixels": lambda page: _pixels(page, picture(page)),
        "sheets": sheets,
        "short": short,
        "tongue": tongue,
        "total": lambda groups: sum(len(g.shown) + len(g.rest) for g in groups),
    }
    made.filters.update(words)
    made.globals["stances"] = STANCES
    made.globals["cites"] = {}  # citations by anchor, where nodes are to have them
    return made


def _pixels(page: PageImage, drawn_from: str) -> Markup:
    """A page image inside a drawing, in the pixels of the stored original."""
    from markupsafe import Markup

    element = "use" if drawn_from.startswith("#") else "image"
    return Markup('<{0} href="{1}" width="{2}" height="{3}"/>').format(
        Markup(element), drawn_from, page.width, page.height
    )


def sheets(anchors: tuple[str, ...]) -> tuple[str, ...]:
    """The first few whole sheets that ``anchors`` lead to; the first passage where none does."""
    return tuple(to for to in anchors if "-" not in to)[:4] or anchors[:1]


def apart(anchors: tuple[str, ...]) -> tuple[str, ...]:
    """The first passage of each report among ``anchors``."""
    return tuple({home(to): to for to in reversed(anchors)}.values())[::-1]


def tongue(language: str, turn: str = "auto") -> Markup:
    """The ``lang`` and ``dir`` attributes for foreign words; a language that is no BCP 47 tag is left out."""
    from markupsafe import Markup

    tag = f'lang="{language}" ' if TAG.match(language) else ""
    return Markup(f'{tag}dir="{turn if turn in ("ltr", "rtl") else "auto"}"')
