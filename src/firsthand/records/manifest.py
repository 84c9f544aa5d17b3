"""``case.toml``: what the person who collected the files knows about them.

    title = "The notebook"
    ignore = ["notes.txt"]
    ocr = "eng+kor"          # languages in which a machine reads pictures of pages
    # [[withhold]] and [record.handling]: see records/handling.py; [[outlet]]: see records/outlets.py

    [[record]]
    file = "record/transcription.txt"
    kind = "primary"

    [[record]]
    files = ["record/page-1.xml", "record/page-2.xml"]   # one record, its lines numbered through
    kind = "primary"

    [[record]]
    file = "pages/1.png"
    kind = "page"
    of = "record/transcription.txt"
    number = 1
    lines = [{ line = 1, region = [120, 80, 900, 60] }]   # x, y, width, height in pixels

    [[record]]
    file = "record/english.txt"
    kind = "translation"
    lines = "3-4 = 3; 5 = 4, 5"   # lines here = lines of the record that they render

A mistake costs its own entry or key and becomes a note; everything else still holds.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from firsthand.model import Handling, Outlet, PrivateWords, RecordKind
from firsthand.records.handling import handling, private_words
from firsthand.records.machine import Machine, machine
from firsthand.records.outlets import outlets
from firsthand.records.pairing import line_pairs

WORDS = ("of", "by", "made", "manner", "title", "outlet", "byline", "published", "language", "url")
KEYS = ("file", "files", "kind", "number", "lines", "handling", *WORDS)
TOP = ("title", "ignore", "ocr", "machine", "record", "withhold", "outlet")


@dataclass(frozen=True, slots=True)
class LineRegion:
    """Where a numbered line stands on a page: pixels of the stored image."""

    line: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Listed:
    """What is said of one file. ``words`` are corrections of its metadata, by field name.

    ``files`` are those that make up one record with it, itself among them; () where nothing is said of that.
    """

    file: str
    kind: RecordKind | None = None
    number: int | None = None
    words: dict[str, str] = field(default_factory=dict)
    lines: tuple[LineRegion, ...] = ()
    handling: Handling | None = None
    pairs: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that a ``case.toml`` says, and what is wrong with it, one sentence each."""

    title: str = ""
    records: tuple[Listed, ...] = ()
    ignore: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    ocr: str = ""
    machine: Machine = field(default_factory=Machine)
    private: tuple[PrivateWords, ...] = ()
    outlets: tuple[Outlet, ...] = ()

    def listed(self, name: str) -> Listed | None:
        """What is said of the file ``name`` (its name as gathered)."""
        return next((each for each in self.records if each.file == name), None)

    def ignores(self, name: str) -> bool:
        """Whether the file, or a folder that it lies in, is to be left out."""
        return any(name == each or name.startswith(each.rstrip("/") + "/") for each in self.ignore)

    def missing(self, names: Iterable[str]) -> tuple[str, ...]:
        """A sentence for each file that is listed but not among ``names``, with the likeliest one meant."""
        there = list(names)
        known = set(there)
        return tuple(_missing(each.file, there) for each in self.records if each.file not in known)


def _missing(file: str, there: list[str]) -> str:
    near = get_close_matches(file, there[:2000], 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return f"case.toml: the file {file} is listed, but it is not in the folder.{hint}"


def read_manifest(data: bytes, name: str = "case.toml") -> Manifest:
    """What the bytes of a ``case.toml`` say. Never raises: mistakes are in ``notes``.

    Files are named as seen from the folder that it lies in; ``name`` is its own name as gathered.
    """
    notes: list[str] = []
    given = _parsed(data, name, notes)
    for key in given:
        if key not in TOP:
            notes.append(f"{name}: {_unknown(key, TOP)}")
    entries = given.get("record", [])
    if not isinstance(entries, list):
        notes.append(f"{name}: record must be written [[record]], with two brackets")
        entries = [entries]
    read = [
        each for n, entry in enumerate(entries, 1) for each in _entry(entry, f"{name}: record {n}", notes)
    ]
    above = name[: name.rfind("/") + 1]
    listed = [
        replace(each, file=above + each.file, files=tuple(above + file for file in each.files))
        for each in read
    ]
    return Manifest(
        title=_text(given, "title", name, notes),
        records=_once(listed, name, notes),
        ignore=tuple(above + each for each in _names(given.get("ignore", []), name, notes)),
        ocr=_text(given, "ocr", name, notes),
        machine=machine(given.get("machine", {}), name, notes),
        private=private_words(given.get("withhold", []), name, notes),
        outlets=outlets(given.get("outlet", []), name, notes),
        notes=tuple(notes),
    )


def _parsed(data: bytes, name: str, notes: list[str]) -> Mapping[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        notes.append(f"{name}: is not UTF-8 text; nothing of it was used")
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        where = re.search(r"\(at (.*)\)$", str(error))
        what = re.sub(r"\s*\(at .*\)$", "", str(error))
        place = f"{where[1]}: " if where else ""
        notes.append(f"{name}: {place}not valid TOML ({what}); nothing of it was used")
    return {}


def _unknown(key: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(key, known, 1)
    return f"unknown key {key!r}" + (
        f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(known)}"
    )


def _entry(entry: object, where: str, notes: list[str]) -> list[Listed]:
    """What an entry says of its file, or of each of its files."""
    if not isinstance(entry, dict) or not (names := _files(entry)):
        notes.append(f'{where}: has no file = "…" (or files = ["…", "…"]); it was left out')
        return []
    listed = _listed(entry, f"{where} ({names[0]})", notes)
    files = tuple(names) if "files" in entry else ()
    first = replace(listed, file=names[0], files=files)
    return [first, *(replace(_numberless(first), file=name) for name in names[1:])]


def _numberless(listed: Listed) -> Listed:
    """What is said of a later file of several: its numbers of lines are said with the first."""
    return replace(listed, handling=listed.handling and replace(listed.handling, withhold=()))


def _files(entry: Mapping[str, Any]) -> list[str]:
    given = entry["files"] if isinstance(entry.get("files"), list) else [entry.get("file")]
    names = [each.strip().removeprefix("./").replace("\\", "/") for each in given if isinstance(each, str)]
    return list(dict.fromkeys(names)) if all(names) and len(names) == len(given) else []


def _listed(entry: Mapping[str, Any], where: str, notes: list[str]) -> Listed:
    notes += [f"{where}: {_unknown(key, KEYS)}" for key in entry if key not in KEYS]
    words = {key: _text(entry, key, where, notes) for key in WORDS if key in entry}
    return Listed(
        file="",
        kind=_kind(entry, where, notes),
        number=_number(entry.get("number"), where, notes),
        words={key: value for key, value in words.items() if value},
        lines=_lines(entry.get("lines", []), where, notes),
        handling=handling(entry.get("handling"), where, notes),
        pairs=line_pairs(entry.get("lines"), where, notes),
    )


def _once(read: list[Listed], name: str, notes: list[str]) -> tuple[Listed, ...]:
    first: dict[str, Listed] = {}
    for each in read:
        if first.setdefault(each.file, each) is not each:
            notes.append(f"{name}: the file {each.file} is listed twice; the first entry holds")
    return tuple(first.values())


def _text(given: Mapping[str, Any], key: str, where: str, notes: list[str]) -> str:
    value = given.get(key, "")
    if isinstance(value, str):
        return value.strip()
    if key == "published" and hasattr(value, "isoformat"):
        return str(value.isoformat())  # TOML has dates of its own
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    notes.append(f"{where}: {key} must be text in quotation marks")
    return ""


def _kind(entry: Mapping[str, Any], where: str, notes: list[str]) -> RecordKind | None:
    value = entry.get("kind")
    if value is None:
        return None
    try:
        return RecordKind(value)
    except ValueError:
        known = ", ".join(RecordKind)
        notes.append(f"{where}: kind is {value!r}; it must be one of {known}")
        return None


def _names(value: object, name: str, notes: list[str]) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(each.removeprefix("./") for each in value if each.strip("./"))
    notes.append(f'{name}: ignore must be a list of file names, as in ignore = ["notes.txt"]')
    return ()


def _number(value: object, where: str, notes: list[str]) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    notes.append(f"{where}: number must be a whole number")
    return None


def _lines(value: object, where: str, notes: list[str]) -> tuple[LineRegion, ...]:
    if isinstance(value, str):
        return ()
    if not isinstance(value, list):
        notes.append(
            f"{where}: lines must be a list of {{ line = 1, region = [x, y, width, height] }},"
            ' or text such as "3-4 = 3"'
        )
        return ()
    read = (_line(each, f"{where}, line entry {n}", notes) for n, each in enumerate(value, 1))
    return tuple(each for each in read if each)


def _line(value: object, where: str, notes: list[str]) -> LineRegion | None:
    entry = value if isinstance(value, dict) else {}
    region = entry.get("region")
    numbers = [entry.get("line"), *(region if isinstance(region, list) else [])]
    if len(numbers) != 5 or not all(type(number) is int for number in numbers):
        notes.append(f"{where}: needs line = a number and region = [x, y, width, height], four whole numbers")
        return None
    if min(numbers) < 0 or 0 in numbers[3:]:
        notes.append(f"{where}: the region {region} lies outside the page or is empty")
        return None
    return LineRegion(*numbers)
