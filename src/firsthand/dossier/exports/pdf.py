"""The dossier on paper: one PDF, tagged for screen readers, that asks nobody for anything.

WeasyPrint (the extra ``print``) lays out the templates of the page by a style sheet of their own.
"""

from __future__ import annotations

import logging
from hashlib import sha256
from types import ModuleType
from typing import TYPE_CHECKING, Any

from firsthand.dossier.citing import citations
from firsthand.dossier.exports.shortening import Short, has_texts, leads, shortened
from firsthand.dossier.rendering import FOLDER, environment
from firsthand.dossier.sheets import Dossier
from firsthand.dossier.svg import printed, small

if TYPE_CHECKING:
    from weasyprint import URLFetcher

STYLE = FOLDER / "print.css"
OURS = "firsthand:"  # before the anchor of a picture of the dossier
MOST = 1_500_000  # characters of markup: WeasyPrint lays out 20,000 in a second (45 pages in 16 s)
WIDE = 800  # pixels of a drawing that needs the long side of a page
HEAD = "Not in this PDF, which would be too long to print:"


def pdf(dossier: Dossier) -> bytes:
    """The dossier as PDF (PDF/UA-1), with the numbers of the page; the same dossier gives the same bytes.

    Raises ImportError without WeasyPrint and OSError without the libraries that it needs. Of a large case
    parts are left out, and a sentence at the head says which.
    """
    laid = engine().HTML(string=page(dossier), base_url=OURS, url_fetcher=_fetcher(dossier))
    made: bytes = laid.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=_identifier(dossier))
    return made


def engine() -> ModuleType:
    """WeasyPrint. Once imported it has Pillow open pictures that are cut short, for everybody: taken back."""
    from PIL import ImageFile

    strict = ImageFile.LOAD_TRUNCATED_IMAGES
    import weasyprint

    ImageFile.LOAD_TRUNCATED_IMAGES = strict
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    module: ModuleType = weasyprint
    return module


def print_out(dossier: Dossier, most: int = MOST) -> Short:
    """What of a dossier is printed."""
    return shortened(dossier, most)


def page(dossier: Dossier, most: int = MOST) -> str:
    """What is laid out, as HTML: as much of the dossier as about ``most`` characters hold, and at the head
    what is left out."""
    made = print_out(dossier, most)
    shown, drawn = made.shown, small(made.shown.picture)
    turned = ".drawn{page:wide}" if drawn.width > WIDE else ""
    return (
        environment(leads(made), lambda picture: f"{OURS}{picture.anchor}")
        .get_template("print.html.j2")
        .render(
            d=shown,
            style=STYLE.read_text(encoding="utf-8") + turned,
            drawing=printed(drawn),
            sizes={image.anchor: image for image in shown.images},
            cites=citations(shown),
            texts=has_texts(shown),
            left_out=f"{HEAD} {made.told}" if made.left else "",
        )
    )


def _identifier(dossier: Dossier) -> bytes:
    return sha256(f"{dossier.title}\n{dossier.made_at}".encode()).digest()[:16]


def _fetcher(dossier: Dossier) -> URLFetcher:
    """Gives the pictures of the dossier, and nothing else from anywhere."""
    urls = engine().urls
    pictures = {f"{OURS}{page.anchor}": page for page in dossier.images}

    class Pictures(urls.URLFetcher):  # type: ignore[misc, name-defined]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url not in pictures:
                raise urls.FatalURLFetchingError(f"{url} is no picture of this dossier")
            return urls.URLFetcherResponse(
                url, pictures[url].data, headers={"Content-Type": pictures[url].media_type}
            )

    return Pictures()
