"""What a dossier can be written as: one file an export, one row of the table each."""

from __future__ import annotations

from collections.abc import Callable

from firsthand.dossier.exports.annotations import web_annotations
from firsthand.dossier.exports.citations import bibtex, csl
from firsthand.dossier.exports.csv import csv
from firsthand.dossier.exports.docx import docx, report
from firsthand.dossier.exports.folder import pages
from firsthand.dossier.exports.ftm import ftm
from firsthand.dossier.exports.html import html, one_file
from firsthand.dossier.exports.json import json, schema
from firsthand.dossier.exports.pdf import pdf, print_out
from firsthand.dossier.exports.shortening import Short
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
# What of a large dossier is in the forms that are one piece.
SHORTENED: dict[str, Callable[[Dossier], Short]] = {"html": one_file, "pdf": print_out, "docx": report}


def lacking(dossier: Dossier, form: str) -> str:
    """What of a large dossier one piece of this ``form`` has no room for, in a sentence; "" for nothing."""
    told = SHORTENED[form](dossier).told if form in SHORTENED else ""
    return f"dossier.{form} is without {told}" if told else ""


__all__ = ["EXPORTS", "PRINTED", "SHORTENED", "lacking", "pages", "schema"]
