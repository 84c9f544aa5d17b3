"""What does reading a PDF cost beside PDFium alone, and a picture of a page beside the ``tesseract`` command?

    python -m bench.pages

PDFs of invented articles: prints of a browser in two columns with links (where Chromium is), and bare pages
written by hand. Beside ours pypdfium2 alone, in the same process, pair by pair: the text of every page, the
text and a box around every stretch of it (what PDFium itself calls a line), the text and a box around every
character. Pictures of pages are drawn in the languages that Tesseract has here; beside ours the command, with
the same language and output, one thread each. Figures are medians of pairs, in per cent: 100 is as fast.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import textwrap
import time
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.articles import prose, sentence
from bench.data import ONE_THREAD

ROUNDS = 9
LEAVES = 24  # of a PDF by hand; a print has as many articles
TESSERACT = {"en": "eng", "ro": "ron", "uk": "ukr", "ru": "rus", "ko": "kor"}
PICTURES = 2  # in each language
STYLE = (
    "body{font:11pt/1.35 'DejaVu Serif',serif}section{columns:2;column-gap:8mm;break-after:page}"
    "h1{column-span:all;font-size:20pt}footer{font-size:8pt}"
)


def figures() -> dict[str, float]:
    """How fast ours is in per cent of the other, by kind of page."""
    found = {f"PDF, {name}": value for name, value in _pdfs().items()}
    with TemporaryDirectory(prefix="pages-") as made:
        return found | _pictures(Path(made))


def _pdfs() -> dict[str, float]:
    found: dict[str, float] = {}
    for kind, data in (("bare", bare()), ("print", printed())):
        if data:
            found |= {f"{kind}: of {what}": share for what, share in _beside(data).items()}
    return found


def _beside(data: bytes) -> dict[str, float]:
    from firsthand.records.formats import pdf

    def ours() -> None:
        pdf.read(data)

    others = {"text alone": _text, "text and boxes of lines": _lines, "text and boxes of characters": _chars}
    return {name: _share(ours, lambda other=other: _alone(data, other)) for name, other in others.items()}


def _share(ours: Callable[[], Any], other: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """The median of pairs: what the other needs in per cent of what ours needs, in processor time."""
    ours(), other()
    return median(100 * _cost(other)[1] / _cost(ours)[1] for _ in range(rounds))


def _cost(work: Callable[[], Any]) -> tuple[float, float]:
    """Seconds by the clock and of processors, those of processes that it ran included."""
    begun, before = time.perf_counter(), _spent()
    work()
    return time.perf_counter() - begun, _spent() - before


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _alone(data: bytes, look: Callable[[Any], None]) -> None:
    """Every page as pypdfium2 gives it."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        sheet = page.get_textpage()
        look(sheet)
        sheet.close()
        page.close()
    pdf.close()


def _text(sheet: Any) -> None:
    sheet.get_text_range()


def _lines(sheet: Any) -> None:
    sheet.get_text_range()
    for number in range(sheet.count_rects()):
        sheet.get_rect(number)


def _chars(sheet: Any) -> None:
    sheet.get_text_range()
    for number in range(sheet.count_chars()):
        sheet.get_charbox(number)


def bare() -> bytes:
    """Pages of two columns, written object by object, in three scripts."""
    from tests.records.pdf.making import Column, pdf

    chance = Random(3)
    return pdf(
        [
            [
                Column(_wrapped(chance, language, 62, 48), left, 760, 9)
                for language, left in (("en", 50), ("uk", 310))
            ]
            for _ in range(LEAVES)
        ]
    )


def _wrapped(chance: Random, language: str, count: int, width: int) -> list[str]:
    """Lines of prose, no longer than ``width``."""
    lines: list[str] = []
    while len(lines) < count:
        lines += textwrap.wrap(prose(chance, language, 4), width)
    return lines[:count]


def printed() -> bytes:
    """Articles printed by a browser; nothing where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        print("  no Chromium here: no prints")
        return b""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(f"<style>{STYLE}</style>" + "".join(_articles()))
        data = page.pdf(format="A4")
        browser.close()
    return bytes(data)


def _articles() -> Iterator[str]:
    chance = Random(4)
    for number in range(LEAVES):
        language = ("en", "de", "uk", "ru", "fr", "ro")[number % 6]
        body = "".join(
            f'<p>{prose(chance, language, 4)} <a href="https://paper.example/{number}/{n}">{n}. '
            f"{prose(chance, language, 1)}</a></p>"
            for n in range(9)
        )
        yield f"<section><h1>{sentence(chance, language)}</h1>{body}<footer>{number}</footer></section>"


def _pictures(folder: Path) -> dict[str, float]:
    """Ours beside the command, by language: by the clock and of processors."""
    os.environ |= ONE_THREAD | {"OMP_THREAD_LIMIT": "1"}
    from firsthand.records.ocr import tesseract

    pairs = []
    for language, name in TESSERACT.items():
        if name not in tesseract.languages():
            print(f"  no {name} for Tesseract here")
            continue
        for number in range(PICTURES):
            file = folder / f"{name}-{number}.png"
            file.write_bytes(picture(language, number))
            pairs.append((_cost(partial(_command, file, name)), _cost(partial(_read, file, name))))
            print(f"  {file.name}: " + ", ".join(f"{wall:.2f} s ({cpu:.2f} CPU)" for wall, cpu in pairs[-1]))
    if not pairs:
        return {}
    return {
        f"Tesseract, {what}": median(100 * command[n] / ours[n] for command, ours in pairs)
        for n, what in enumerate(("by the clock", "processor time"))
    }


def _command(file: Path, language: str) -> None:
    subprocess.run(["tesseract", file, "stdout", "-l", language, "tsv"], check=True, capture_output=True)


def _read(file: Path, language: str) -> None:
    from firsthand import records

    found = records.read(file, file.name, ocr=language)
    assert len(found.documents) == 2, found


def picture(language: str, number: int) -> bytes:
    """A page of print at 150 dots an inch, as PNG."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(_font(language), 24)
    page = Image.new("L", (1240, 1754), 250)
    lines = _wrapped(Random(number), language, 40, 38 if language == "ko" else 80)
    for n, line in enumerate(lines):
        ImageDraw.Draw(page).text((100, 110 + 38 * n), line, fill=20, font=font)
    out = BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def _font(language: str) -> str:
    """The file of a font with the letters of a language."""
    asked = ["fc-match", "-f", "%{file}", f"serif:lang={language}"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"  {name:<52} {value:8.1f}")
