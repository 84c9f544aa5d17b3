"""The dossier as one HTML file: no script, no network, nothing but itself."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from firsthand.dossier.citing import citations
from firsthand.dossier.exports.shortening import Short, has_texts, leads, shortened
from firsthand.dossier.rendering import STYLE, environment
from firsthand.dossier.sheets import Dossier
from firsthand.dossier.svg import drawing, room, small

if TYPE_CHECKING:
    from jinja2 import Environment


MOST = 30_000_000  # characters
HEAD = "Not in this file, which would be too large for a browser:"


def one_file(dossier: Dossier) -> Short:
    """What of a dossier is in the file."""
    return shortened(dossier, MOST)


def html(dossier: Dossier) -> bytes:
    """The dossier as a self-contained page (UTF-8), or as much of it as a browser opens well; at the head it
    says what is left out.

    Everything foreign passes through autoescaping; the two parts that do not (the style sheet, the drawing)
    are our own, and the drawing escapes what it is given.
    """
    made = one_file(dossier)
    shown, drawn = made.shown, small(made.shown.picture)
    text = (
        _environment(leads(made))
        .get_template("dossier.html.j2")
        .render(
            d=shown,
            whole=dossier,
            style=STYLE.read_text(encoding="utf-8") + room(drawn),
            drawing=drawing(drawn),
            sizes={image.anchor: image for image in shown.images},
            cites=citations(shown),
            texts=has_texts(shown) or not made.left,
            left_out=f"{HEAD} {made.told}" if made.left else "",
        )
    )
    return text.encode("utf-8")


@lru_cache(maxsize=1)  # of whole dossiers it is one and the same
def _environment(link: Callable[[str], str]) -> Environment:
    made = environment(link, lambda page: f"#img-{page.anchor}")
    made.filters["base64"] = lambda data: b64encode(data).decode("ascii")
    return made
