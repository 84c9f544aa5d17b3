"""Where things are to be found on the workbench: the address of an anchor, and the anchor of an address."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from firsthand.dossier.pieces import PageImage

PASSAGE = re.compile(r"(R[0-9]{1,9})-a[0-9]{1,9}\Z")
# Sections of a dossier that are pages, or parts of pages, of the workbench.
SECTIONS = {
    "answer": "/",
    "before": "/findings",
    "picture": "/descent",
    "statements": "/statements",
    "reports": "/reports",
    "people": "/people",
    "records": "/record",
    "papers": "/record",
    "rulings": "/rulings",
    "unread": "/method#unread",
    "method": "/method",
}


def link(anchor: str) -> str:
    """The address of an anchor of the dossier: "/S3", "/R2#R2-a5", "/L7" (which leads on to its record)."""
    if anchor in SECTIONS:
        return SECTIONS[anchor]
    if passage := PASSAGE.match(anchor):
        return f"/{passage[1]}#{anchor}"
    return f"/{quote(anchor, safe='')}"


def picture(page: PageImage) -> str:
    """The address of the picture of a page."""
    return f"/pages/{quote(page.anchor, safe='')}.jpg"


def unplaced(folder: Path, words: str) -> str:
    """Words in which the folder of the case stands by its name alone: where it lies on the disk is nothing
    for those who read over a network."""
    for path in sorted({str(folder), str(folder.absolute()), str(folder.resolve())}, key=len, reverse=True):
        words = words.replace(path, folder.resolve().name)
    return words
