"""What a dossier can be written as: one file an export, one row of the table each."""

from __future__ import annotations

from collections.abc import Callable

from firsthand.dossier.exports.annotations import web_annotations
from firsthand.dossier.exports.citations import bibtex, csl
from firsthand.dossier.exports.csv import csv
from firsthand.dossier.exports.docx import docx
from firsthand.dossier.exports.folder import pages
from firsthand.dossier.exports.ftm import ftm
from firsthand.dossier.exports.html import html
from firsthand.dossier.exports.json import json, schema
from firsthand.dossier.exports.pdf import pdf
from firsthand.dossier.sheets import Dossier

EXPORTS: dict[str, Callable[[Dossier], bytes]] = {
    "html": html,
    "json": json,
    "csv": csv,
    "annotations": web_annotations,
    "ftm": ftm,
    "bibtex": bibtex,
    "csl": csl,
}
# On paper and to be edited: with the extra ``print``; ImportError or OSError where that is missing.
PRINTED: dict[str, Callable[[Dossier], bytes]] = {"pdf": pdf, "docx": docx}

__all__ = ["EXPORTS", "PRINTED", "pages", "schema"]
