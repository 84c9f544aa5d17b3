"""PDF, as PDFium reads it: text in its order, each line with its place on the page, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from firsthand.errors import Unreadable
from firsthand.records.document import Document, Member, Part
from firsthand.records.pdf.laying import Laid, encoded, laid, whole
from firsthand.records.pdf.reading import SCALE, Written, text_of, written
from firsthand.records.pdf.running import without_running
from firsthand.records.pdf.stating import stated

NAME = "pdf"
LIMIT = 256 * 1024 * 1024  # scans of a book
INSIDE = "text of the pages, as PDFium counts it (UTF-16)"
MAGIC = b"%PDF-"
PIXELS = 80_000_000  # of one page's picture: A0 has 32 million
MOST_ATTACHED = 1000
FINER = 2  # 288 dots an inch: Tesseract was taught on 300
FINE_ENOUGH = 2400  # pixels: a page that is so large at 144 dots has large letters
PASSWORD, SECURITY = 4, 5  # PDFium's numbers for what it cannot open


def claims(head: bytes, filename: str) -> float:
    """By its mark, which may come after some rubbish (ISO 32000-1, Annex H.3); less by its name."""
    if head.startswith(MAGIC):
        return 1.0
    return 0.9 if MAGIC in head[:1024] else 0.5 * filename.lower().endswith(".pdf")


def read(data: bytes) -> tuple[Part, ...]:
    """One Document and the files attached to it. Raises Unreadable for what PDFium cannot open."""
    with _open(data) as pdf:
        pages, notes = _pages(pdf)
        fields, extra = stated(pdf)
        scanned, notes = _scanned(pages, notes)
        running = without_running([page for page, _ in pages])
        text = laid(running.pages)
        extra |= {"pages": str(len(pages))} | ({"scanned": scanned} if scanned else {})
        extra |= {"running lines": " · ".join(running.lines)} if running.lines else {}
        notes += _doubts(data, text)
        return (
            Document(
                text=text.text,
                lines=text.lines,
                links=text.links,
                extra=extra,
                notes=notes,
                offsets=text.offsets,
                inside=INSIDE if text.text else "",
                url=running.url,
                **fields,
            ),
            *_attached(pdf),
        )


def opened(data: bytes, inside: str) -> bytes:
    """The text of all pages one after the other, each ended by a form feed, in UTF-16."""
    if inside != INSIDE:
        raise Unreadable(f"has no part {inside!r} that this release can open")
    with _open(data) as pdf:
        return encoded(whole([_text(pdf, number) for number in range(len(pdf))]))


def leaf(data: bytes, number: int) -> bytes:
    """The picture of page ``number``, from 1, at 144 dots an inch, as PNG."""
    return _drawn(data, number, 1)[0]


def scan(data: bytes, number: int) -> tuple[bytes, int]:
    """The same, as fine as a machine needs it to read, and how many times finer that is."""
    return _drawn(data, number, FINER)


def _drawn(data: bytes, number: int, finer: int) -> tuple[bytes, int]:
    with _open(data) as pdf:
        if not 1 <= number <= len(pdf):
            raise Unreadable(f"has no page {number}: it has {len(pdf)}")
        width, height = (side * SCALE for side in pdf.get_page_size(number - 1))
        if not 0 < width * height <= PIXELS:
            raise Unreadable(f"has a page {number} that is too large for a picture of it")
        finer = finer if max(width, height) < FINE_ENOUGH else 1
        out = BytesIO()
        pdf[number - 1].render(scale=SCALE * finer).to_pil().save(out, "PNG", compress_level=1)
        return out.getvalue(), finer


@contextmanager
def _open(data: bytes) -> Iterator[Any]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(data, getattr(error, "err_code", 0)) from error
    try:
        if not len(pdf):
            raise Unreadable("is a PDF without a single page that can be opened", do=AGAIN)
        yield pdf
    except pypdfium2.PdfiumError as error:
        raise Unreadable("is a damaged PDF", do=AGAIN) from error
    finally:
        pdf.close()


AGAIN = "Get the file again, or open it in a viewer and print it to a new PDF"


def _refusal(data: bytes, code: int) -> Unreadable:
    if code == PASSWORD:
        return Unreadable(
            "is a PDF locked with a password", do="Open it, save it without one, and add that too"
        )
    if code == SECURITY:
        return Unreadable(
            "is a PDF locked in a way that this release cannot open", do="Print it to a new PDF, add that too"
        )
    if MAGIC not in data[:1024]:
        return Unreadable("is named as a PDF and is none")
    return Unreadable("is a damaged PDF: its pages cannot be found", do=AGAIN)


def _pages(pdf: Any) -> tuple[list[tuple[Written, bool]], tuple[str, ...]]:
    """Every page with whether something is drawn on it; what could not be opened."""
    import pypdfium2

    found: list[tuple[Written, bool]] = []
    lost: list[int] = []
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pypdfium2.PdfiumError:
            lost.append(number + 1)
            found.append((Written("", ()), False))
            continue
        try:
            found.append((written(page), bool(pypdfium2.raw.FPDFPage_CountObjects(page.raw))))
        finally:
            page.close()
    if len(lost) == len(pdf):
        raise Unreadable("is a damaged PDF: none of its pages can be opened", do=AGAIN)
    return found, (f"{told(lost)} of {len(pdf)} could not be opened",) if lost else ()


def _text(pdf: Any, number: int) -> str:
    import pypdfium2

    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        return ""
    try:
        return text_of(page)
    finally:
        page.close()


def _scanned(pages: Sequence[tuple[Written, bool]], notes: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The numbers of the pages that are pictures without text, and what is said of them."""
    numbers = [n for n, (page, drawn) in enumerate(pages, 1) if drawn and not page.rows]
    if not numbers:
        return "", notes
    hold = "holds no text, only a picture" if len(numbers) == 1 else "hold no text, only pictures"
    note = f"{told(numbers)} of {len(pages)} {hold}: nothing was read from it"
    return ",".join(map(str, numbers)), (
        *notes,
        note if len(numbers) == 1 else note.replace("it", "them", -1),
    )


def _doubts(data: bytes, text: Laid) -> tuple[str, ...]:
    notes: tuple[str, ...] = ()
    if b"%%EOF" not in data[-2048:]:
        notes += ("the file breaks off before its end: pages or words may be missing",)
    lost = text.text.count("\ufffd")
    if lost * 20 > len(text.text):
        notes += (f"the PDF does not say which letters it shows: {lost} of {len(text.text)} are lost",)
    return notes


def told(numbers: Sequence[int]) -> str:
    """Pages by their numbers: "page 4", "pages 1-3 and 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    shown = ["-".join(map(str, run)) for run in runs[:8]] + (["others"] if len(runs) > 8 else [])
    words = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"page {words}" if len(numbers) == 1 else f"pages {words}"


def _attached(pdf: Any) -> Iterator[Member]:
    import pypdfium2

    for number in range(min(pdf.count_attachments(), MOST_ATTACHED)):
        try:
            attached = pdf.get_attachment(number)
            name, data = attached.get_name(), bytes(attached.get_data())
        except pypdfium2.PdfiumError:
            continue
        yield Member(f"attachment {number + 1}", re.sub("[\0\ud800-\udfff]", "", name), data)
