"""The dossier as one HTML file: no script, no network, nothing but itself."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING

from firsthand.dossier.citing import citations
from firsthand.dossier.rendering import STYLE, environment
from firsthand.dossier.sheets import Dossier
from firsthand.dossier.svg import drawing, room

if TYPE_CHECKING:
    from jinja2 import Environment


def html(dossier: Dossier) -> bytes:
    """The dossier as a self-contained page (UTF-8).

    Everything foreign passes through autoescaping; the two parts that do not (the style sheet, the drawing)
    are our own, and the drawing escapes what it is given.
    """
    text = (
        _environment()
        .get_template("dossier.html.j2")
        .render(
            d=dossier,
            style=STYLE.read_text(encoding="utf-8") + room(dossier.picture),
            drawing=drawing(dossier.picture),
            sizes={image.anchor: image for image in dossier.images},
            cites=citations(dossier),
        )
    )
    return text.encode("utf-8")


@cache
def _environment() -> Environment:
    made = environment(lambda anchor: f"#{anchor}", lambda page: f"#img-{page.anchor}")
    made.filters["base64"] = lambda data: b64encode(data).decode("ascii")
    return made
