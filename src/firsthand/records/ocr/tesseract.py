"""The system's ``tesseract``: which version and languages there are, and the words of one picture."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from firsthand.errors import Refused, Unreadable
from firsthand.records.ocr.straight import leaning, straightened

# Languages that are tried for a script, where nobody said which a page is in.
SCRIPTS = {"Latin": ("eng", "ron"), "Cyrillic": ("ukr", "rus"), "Hangul": ("kor",), "Korean": ("kor",)}
NAMES = re.compile(r"[A-Za-z0-9_]{2,32}(?:\+[A-Za-z0-9_]{2,32}){0,9}")
# Of the letters: two lines of Korean alone on a page were taken for columns, at 0.80, and read as rubbish;
# pages of print are read at 0.93 and more.
DOUBTFUL = 0.87
PATIENCE = 90  # seconds for a page; a full one takes three


class Word(NamedTuple):
    """A word as Tesseract read it: its paragraph and line, its pixels, how sure it is (0 to 1)."""

    paragraph: tuple[int, int]
    line: int
    text: str
    box: tuple[int, int, int, int]  # left, top, width, height
    confidence: float


@lru_cache(maxsize=1)
def version() -> str:
    """ "Tesseract 5.3.0"; "" where there is none."""
    if not shutil.which("tesseract"):
        return ""
    found = re.search(r"tesseract v?([0-9][\w.-]*)", _run(["--version"]).decode("utf-8", "replace"))
    return f"Tesseract {found[1]}" if found else ""


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that are installed, by Tesseract's names."""
    shown = _run(["--list-langs"]).decode("utf-8", "replace").splitlines() if version() else []
    return tuple(sorted(name for name in shown[1:] if name != "osd"))


def check(wanted: str) -> None:
    """Raises Refused where a page cannot be read in these languages ("eng+kor")."""
    if not version():
        raise Refused("Tesseract is not installed here", do="Install it: apt-get install tesseract-ocr")
    missing = [name for name in wanted.split("+") if name not in languages()]
    if not NAMES.fullmatch(wanted) or missing:
        there = ", ".join(languages())
        raise Refused(
            f"Tesseract has no language {' or '.join(missing) or wanted} here: it has {there}",
            do=f"Install it: apt-get install tesseract-ocr-{(missing or ['eng'])[0]}",
        )


def guessed(picture: bytes) -> str:
    """Languages for the script of a page: those installed that are written in it, "" without any."""
    shown = _run(["stdin", "stdout", "--psm", "0"], picture, heed=False).decode("utf-8", "replace")
    found = re.search(r"^Script: (\w+)", shown, re.MULTILINE)
    fitting = [name for name in SCRIPTS.get(found[1] if found else "Latin", ()) if name in languages()]
    return "+".join(fitting or languages()[:1])


def words(picture: bytes, wanted: str) -> list[Word]:
    """The words of a page in the order in which they are read, their pixels those of the picture as given.

    A page that leans is straightened first. Raises Unreadable where Tesseract fails.
    """
    from PIL import Image

    with Image.open(BytesIO(picture), formats=("PNG",)) as page:
        how = leaning(page)
        if how.angle:
            out = BytesIO()
            straightened(page, how).save(out, "PNG", compress_level=1)
            picture = out.getvalue()
    found = _laid_out(picture, wanted, "3")
    if _sure(found) < DOUBTFUL * _letters(found):
        found = max(found, _laid_out(picture, wanted, "6"), key=_sure)
    return [word._replace(box=how.back(*word.box)) for word in found]


def _laid_out(picture: bytes, wanted: str, mode: str) -> list[Word]:
    """The words, the page taken for columns and pictures (mode 3) or for one block of lines (6)."""
    shown = _run(["stdin", "stdout", "-l", wanted, "--psm", mode, "tsv"], picture)
    return list(_listed(shown.decode("utf-8", "replace").splitlines()))


def _sure(found: Sequence[Word]) -> float:
    return sum(len(word.text) * word.confidence for word in found)


def _letters(found: Sequence[Word]) -> int:
    return sum(len(word.text) for word in found)


def _listed(rows: Sequence[str]) -> Iterator[Word]:
    for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") == "5" and text:
            place = int(row["block_num"]), int(row["par_num"])
            box = int(row["left"]), int(row["top"]), int(row["width"]), int(row["height"])
            yield Word(place, int(row["line_num"]), text, box, max(float(row["conf"]), 0) / 100)


def _run(arguments: list[str], data: bytes = b"", heed: bool = True) -> bytes:
    """What Tesseract writes. One thread, for reading is spread over files."""
    try:
        done = subprocess.run(
            ["tesseract", *arguments],
            input=data,
            capture_output=True,
            timeout=PATIENCE,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unreadable("could not be read by Tesseract") from error
    if heed and done.returncode:
        raise Unreadable("could not be read by Tesseract")
    return done.stdout
