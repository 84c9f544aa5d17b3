"""The dossier on paper: one PDF, tagged for screen readers, that asks nobody for anything.

WeasyPrint (the extra ``print``) lays out the templates of the page by a style sheet of their own.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from hashlib import sha256
from types import ModuleType
from typing import TYPE_CHECKING, Any

from firsthand.dossier.citing import citations
from firsthand.dossier.index import sheet_of
from firsthand.dossier.phrases import listed
from firsthand.dossier.rendering import FOLDER, environment
from firsthand.dossier.sheets import Dossier
from firsthand.dossier.svg import printed

if TYPE_CHECKING:
    from jinja2 import Environment
    from weasyprint import URLFetcher

STYLE = FOLDER / "print.css"
OURS = "firsthand:"  # before the anchor of a picture of the dossier
MOST = 1_500_000  # characters of markup: WeasyPrint lays out 20,000 in a second (45 pages in 16 s)
WIDE = 800  # pixels of a drawing that needs the long side of a page
FEW, ROWS, MANY = 200, 5, 500
HEAD = "Not in this PDF, which would be too long to print: {}. They are in the other forms of this dossier."


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


def page(dossier: Dossier, most: int = MOST) -> str:
    """What is laid out, as HTML: as much of the dossier as ``most`` characters hold, and at the head what is
    left out."""
    left: list[str] = []
    made = _rendered(dossier, "")
    for what, less in LESS:
        if len(made) > most:
            dossier = less(dossier)
            left.append(what)
            made = _rendered(dossier, HEAD.format(listed(left, len(left))))
    return made


def _textless(dossier: Dossier) -> Dossier:
    reports = (replace(each, text="", paragraphs=(), tags=()) for each in dossier.reports)
    return replace(dossier, reports=tuple(reports))


def _without_own(dossier: Dossier) -> Dossier:
    return replace(dossier, statements=tuple(each for each in dossier.statements if not each.compact))


def _undrawn(dossier: Dossier) -> Dossier:
    """Without who had it from whom: of 500 reports a drawing eleven thousand pixels high."""
    return replace(dossier, picture=replace(dossier.picture, boxes=(), lines=(), tellings=()))


def _of_several(dossier: Dossier) -> Dossier:
    return replace(dossier, statements=tuple(each for each in dossier.statements if each.reports > 1))


def _fewest(dossier: Dossier) -> Dossier:
    """The first of everything."""
    statements = (
        replace(each, families=tuple(replace(f, rows=f.rows[:ROWS]) for f in each.families[:ROWS]))
        for each in dossier.statements[:FEW]
    )
    return replace(
        dossier,
        statements=tuple(statements),
        sources=dossier.sources[:FEW],
        reports=dossier.reports[:MANY],
        findings=tuple(replace(group, rest=()) for group in dossier.findings),
        records=tuple(replace(each, lines=each.lines[:MANY]) for each in dossier.records),
    )


# What is left out one after another until the rest can be printed.
LESS: tuple[tuple[str, Callable[[Dossier], Dossier]], ...] = (
    ("the texts of the reports", _textless),
    ("statements told once, in a report’s own voice", _without_own),
    ("the picture of who had it from whom, with its evidence", _undrawn),
    ("statements of one report alone", _of_several),
    (
        f"all but the first {FEW} statements, with {ROWS} readings of each wording, the first {FEW} sources,"
        f" {MANY} reports and {MANY} lines of each record",
        _fewest,
    ),
)


def _rendered(dossier: Dossier, left_out: str) -> str:
    texts = any(each.paragraphs for each in dossier.reports)
    turned = ".drawn{page:wide}" if dossier.picture.width > WIDE else ""
    return (
        _environment(texts)
        .get_template("print.html.j2")
        .render(
            d=dossier,
            style=STYLE.read_text(encoding="utf-8") + turned,
            drawing=printed(dossier.picture),
            sizes={image.anchor: image for image in dossier.images},
            cites=citations(dossier),
            texts=texts,
            left_out=left_out,
        )
    )


@cache
def _environment(texts: bool) -> Environment:
    """Passages are led to where there are ``texts``; else their reports."""
    to = str if texts else sheet_of
    return environment(lambda anchor: f"#{to(anchor)}", lambda page: f"{OURS}{page.anchor}")


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
