"""The dossier as one HTML file: no script, no network, nothing but itself."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.dossier.doubts import marked
from firsthand.dossier.phrases import capital, count, direction, language_name, listed, short
from firsthand.dossier.sheets import Dossier
from firsthand.dossier.svg import drawing, least

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

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
FOLDER = Path(__file__).parent.parent


def html(dossier: Dossier) -> bytes:
    """The dossier as a self-contained page (UTF-8).

    Everything foreign passes through autoescaping; the two parts that do not (the style sheet, the drawing)
    are our own, and the drawing escapes what it is given.
    """
    page = _environment().get_template("dossier.html.j2")
    style = (FOLDER / "style.css").read_text(encoding="utf-8")
    sizes = {image.anchor: image for image in dossier.images}
    text = page.render(
        d=dossier,
        style=style,
        drawing=drawing(dossier.picture),
        needs=least(dossier.picture),
        sizes=sizes,
        stances=STANCES,
    )
    return text.encode("utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words: dict[str, Any] = {
        "capital": capital,
        "count": count,
        "dir": direction,
        "language": language_name,
        "listed": listed,
        "marked": marked,
        "sheets": sheets,
        "short": short,
        "tongue": tongue,
        "total": lambda groups: sum(len(g.shown) + len(g.rest) for g in groups),
        "apart": apart,
        "base64": lambda data: b64encode(data).decode("ascii"),
    }
    environment.filters.update(words)
    return environment


def sheets(anchors: tuple[str, ...]) -> tuple[str, ...]:
    """The first few whole sheets that ``anchors`` lead to; the first passage where none does."""
    return tuple(to for to in anchors if "-" not in to)[:4] or anchors[:1]


def apart(anchors: tuple[str, ...]) -> tuple[str, ...]:
    """The first passage of each report among ``anchors``."""
    return tuple({to.split("-")[0]: to for to in reversed(anchors)}.values())[::-1]


def tongue(language: str, turn: str = "auto") -> Markup:
    """The ``lang`` and ``dir`` attributes for foreign words; a language that is no BCP 47 tag is left out."""
    from markupsafe import Markup

    tag = f'lang="{language}" ' if TAG.match(language) else ""
    return Markup(f'{tag}dir="{turn if turn in ("ltr", "rtl") else "auto"}"')
