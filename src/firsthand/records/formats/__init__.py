"""The formats that can be read, one file each.

| takes | gives | promise |
|---|---|---|
| bytes | Documents: text, what the file says of itself, the way back | Unreadable is the only refusal |
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from types import ModuleType

from firsthand.errors import Unreadable
from firsthand.records.document import Part
from firsthand.records.formats import (
    alto,
    docx,
    eml,
    hocr,
    html,
    iiif,
    image,
    jsonl,
    linetable,
    machine,
    mbox,
    mhtml,
    msg,
    odt,
    pagexml,
    pdf,
    plain,
    register,
    rtf,
    subtitles,
    table,
    tei,
    telegram,
    telegrampage,
    tnef,
    wacz,
    warc,
    xlsx,
    zip,
)

# A novel is 1 MB and the text of ten thousand articles 40 MB; beyond 64 MB it is media or a mistake.
LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Format:
    """An input format. ``claims`` looks at the first bytes and the file name and says how sure it is
    that the file is its own, from 0, "certainly not", to 1, "certainly". ``read`` may raise only
    Unreadable; it is given files of at most ``limit`` bytes, and, if ``encoded``, the encoding that whoever
    sent the file stated (``charset``). ``opened`` gives the bytes of the part of a
    file that a Document names as ``inside``; ``leaf`` the picture, a PNG, of one of its pages, from 1;
    ``scan`` a finer one for a machine to read, and how many times finer.
    """

    name: str
    claims: Callable[[bytes, str], float]
    read: Callable[..., tuple[Part, ...]]
    limit: int = LIMIT
    opened: Callable[[bytes, str], bytes] | None = None
    leaf: Callable[[bytes, int], bytes] | None = None
    scan: Callable[[bytes, int], tuple[bytes, int]] | None = None
    encoded: bool = False


def _format(each: ModuleType) -> Format:
    return Format(
        each.NAME,
        each.claims,
        each.read,
        getattr(each, "LIMIT", LIMIT),
        getattr(each, "opened", None),
        getattr(each, "leaf", None),
        getattr(each, "scan", None),
        "charset" in signature(each.read).parameters,
    )


FORMATS: tuple[Format, ...] = tuple(
    map(
        _format,
        (
            plain,
            html,
            jsonl,
            table,
            register,
            image,
            pdf,
            wacz,
            warc,
            pagexml,
            alto,
            hocr,
            linetable,
            tei,
            iiif,
            docx,
            xlsx,
            telegram,
            eml,
            odt,
            subtitles,
            zip,
            rtf,
            msg,
            machine,
            tnef,
            mbox,
            mhtml,
            telegrampage,
        ),
    )
)


def opened(format: str, data: bytes, inside: str) -> bytes:
    """The bytes that the offsets of a record count in. Raises Unreadable where they cannot be had."""
    form = next((each for each in FORMATS if each.name == format), None)
    if not inside:
        return data
    if form is None or form.opened is None:
        raise Unreadable(f"has no part {inside!r} that this release can open")
    return form.opened(data, inside)


def leaf(format: str, data: bytes, number: int) -> bytes:
    """The picture of page ``number`` of a file, as PNG. Raises Unreadable where there is none."""
    form = next((each for each in FORMATS if each.name == format), None)
    if form is None or form.leaf is None:
        raise Unreadable("has no pages that this release can show")
    return form.leaf(data, number)
