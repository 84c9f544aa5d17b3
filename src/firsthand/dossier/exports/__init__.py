"""What a dossier can be written as: one file an export, one row of the table each."""

from __future__ import annotations

from collections.abc import Callable

from firsthand.dossier.exports.annotations import web_annotations
from firsthand.dossier.exports.csv import csv
from firsthand.dossier.exports.ftm import ftm
from firsthand.dossier.exports.html import html
from firsthand.dossier.exports.json import json, schema
from firsthand.dossier.sheets import Dossier

EXPORTS: dict[str, Callable[[Dossier], bytes]] = {
    "html": html,
    "json": json,
    "csv": csv,
    "annotations": web_annotations,
    "ftm": ftm,
}

__all__ = ["EXPORTS", "schema"]
