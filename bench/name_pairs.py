"""Pairs of names out of a file, whatever its layout: the sets of shared/data/names, or two columns."""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from firsthand.model import Being

# Heads of columns that hold the two names, and what bears them unless the row says so.
COLUMNS = {
    ("name1", "name2"): Being.UNKNOWN,
    ("en", "ko"): Being.PERSON,
    ("en", "ru"): Being.PERSON,
    ("one", "other"): Being.UNKNOWN,
}
SCHEMAS = {"Person": Being.PERSON, "Company": Being.BODY, "Organization": Being.BODY}
SCRIPTS = ("ko", "cyrl", "latn")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of line ``line``, or what is wrong with it (``fault``)."""

    line: int
    one: str
    other: str
    being: Being = Being.UNKNOWN
    fault: str = ""


def pairs(file: Path) -> Iterator[Pair]:
    """The pairs of a file, in its order; a line that holds none is told as such."""
    lines = re.split("\r\n?|\n", _text(file.read_bytes()))
    if next((line for line in lines if line.strip()), "").lstrip().startswith("{"):
        for number, line in enumerate(lines, 1):
            yield from _of_object(number, line) if line.strip() else ()
        return
    rows = list(_rows(lines))
    head = next((row for _, row in rows), [])
    known = next((names for names in COLUMNS if set(names) <= set(head)), None)
    for number, row in rows[1:] if known else rows:
        yield _of_row(number, row, head if known else [], known)


def _text(told: bytes) -> str:
    """UTF-8, or UTF-16 if its mark stands first, as office programs write it; what is neither is marked."""
    wide = told.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return told.decode("utf-16" if wide else "utf-8", errors="replace").lstrip("\ufeff")


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows with the numbers of their lines; tabs part columns if the first line has one, else commas."""
    tabs = "\t" in next((line for line in lines if line.strip()), "")
    if tabs:
        yield from ((n, line.split("\t")) for n, line in enumerate(lines, 1) if line.strip())
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, next(csv.reader([line], strict=True))
            except csv.Error:
                yield number, [line]


def _of_row(number: int, row: list[str], head: list[str], known: tuple[str, str] | None) -> Pair:
    told = dict(zip(head, row, strict=False))
    at = known or ("0", "1")
    told |= {} if known else {str(i): cell for i, cell in enumerate(row)}
    if not all(name in told for name in at):
        return Pair(number, row[0] if row else "", "", fault="no pair of names stands in this line")
    being = SCHEMAS.get(told.get("schema", ""), COLUMNS[known] if known else Being.UNKNOWN)
    being = {str(each): each for each in Being}.get(told.get("being", ""), being)
    return Pair(number, told[at[0]], told[at[1]], being)


def _of_object(number: int, line: str) -> Iterator[Pair]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        told = None
    found = list(_of_told(number, told)) if isinstance(told, dict) else []
    none = isinstance(told, dict) and isinstance(told.get("name"), str) and told.get("aliases") == []
    yield from found or ([] if none else [Pair(number, line[:60], "", fault="no names stand in this line")])


def _of_told(number: int, told: dict[str, Any]) -> Iterator[Pair]:
    if isinstance(told.get("name"), str):
        yield from (Pair(number, told["name"], alias, Being.PERSON) for alias in _texts(told.get("aliases")))
        return
    variants = dict.fromkeys(text for script in SCRIPTS for text in _texts(told.get(script)))
    yield from (Pair(number, one, other, Being.PERSON) for one, other in combinations(variants, 2))


def _texts(found: Any) -> list[str]:
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
