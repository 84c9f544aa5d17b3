"""PNG, JPEG, TIFF, WebP and HEIC images: pages and papers. Their size is read, and what the camera wrote.

An image is taken as it is shown: turned as its EXIF orientation says. A TIFF may have several pages.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from firsthand.errors import Unreadable
from firsthand.records.document import Document, Unread

if TYPE_CHECKING:
    from PIL.Image import Image

NAME = "image"
LIMIT = 256 * 1024 * 1024  # TIFFs of scans are not compressed

MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".heic", ".heif")
HEIC = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")
READ = ("PNG", "JPEG", "TIFF", "WEBP", "HEIF")
# An A3 page at 600 dots an inch has 70 million pixels; larger ones are measured but not decoded.
PIXELS = 80_000_000
# A0 at 600 dots an inch; beyond, a few bytes claim to be more than any scanner gives.
SCANNED = 300_000_000
MOST_PAGES = 2000
# Tags of EXIF 2.32: where its own directory is, and what is kept of it.
EXIF, ORIENTATION, MAKE, MODEL, TAKEN, ZONE = 0x8769, 0x0112, 0x010F, 0x0110, 0x9003, 0x9011
TAKEN_AT = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")
TURNED = (5, 6, 7, 8)  # orientations in which width and height change places


class _TooLarge(Exception):
    """An image that says it has more pixels than SCANNED."""


def claims(head: bytes, filename: str) -> float:
    """By its first bytes alone: a file name makes no image."""
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    heic = head[4:8] == b"ftyp" and head[8:12] in HEIC
    named = filename.lower().endswith(SUFFIXES)
    return 1.0 if webp or heic or head.startswith(MAGIC) else 0.3 * named


def read(data: bytes) -> tuple[Document | Unread, ...]:
    """One Document without text, its size in pixels in ``extra``. Raises Unreadable if damaged."""
    with _opened(data) as image:
        extra, notes = _measured(image)
    return (Document(extra=extra, notes=notes),)


def leaf(data: bytes, number: int) -> bytes:
    """Page ``number``, from 1, as it is shown, as PNG. Raises Unreadable."""
    from PIL import ImageOps

    with _opened(data) as image:
        if not 1 <= number <= _pages(image):
            raise Unreadable(f"has no page {number}: it has {_pages(image)}")
        image.seek(number - 1)
        if image.width * image.height > PIXELS:
            raise Unreadable(f"has a page {number} that is too large for a picture of it")
        shown, out = ImageOps.exif_transpose(image), BytesIO()
        plain = shown if shown.mode in ("1", "L", "RGB", "RGBA") else shown.convert("RGB")
        plain.save(out, "PNG", compress_level=1, exif=b"")
        return out.getvalue()


@contextmanager
def _opened(data: bytes) -> Iterator[Image]:
    import pillow_heif
    from PIL import Image

    pillow_heif.register_heif_opener(thumbnails=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large images; we have a limit of our own
            with Image.open(BytesIO(data), formats=READ) as image:
                if image.width * image.height > SCANNED:
                    raise _TooLarge
                yield image
    except Unreadable:
        raise
    except (Image.DecompressionBombError, _TooLarge) as error:
        raise Unreadable("is an image of more pixels than any scan has", do="Scale it down") from error
    except Exception as error:  # decoders of damaged images raise nearly anything
        raise Unreadable("is a damaged image, or none", do="Save the image again as PNG or JPEG") from error


def _pages(image: Image) -> int:
    """Pages are those of a TIFF; the frames of another format move."""
    return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def _measured(image: Image) -> tuple[dict[str, str], tuple[str, ...]]:
    exif = image.getexif()
    turn = exif.get(ORIENTATION, 1)
    width, height = image.size[::-1] if turn in TURNED else image.size
    extra = {"width": str(width), "height": str(height)} | _taken(exif)
    notes = tuple(_checked(image))
    if image.format == "HEIF":
        extra["type"] = "HEIC"
    if turn in range(2, 9):
        extra["orientation"] = str(turn)
        notes += ("is shown turned, as its EXIF orientation says: places on it are in pixels as it is shown",)
    pages = _pages(image)
    return extra | ({"pages": str(pages)} if pages > 1 else {}), notes


def _checked(image: Image) -> Iterator[str]:
    """Decodes every page, and says what was not."""
    pages = _pages(image)
    if pages > MOST_PAGES:
        yield f"an image of {pages} pages: only the first {MOST_PAGES} were checked for damage"
    for number in range(min(pages, MOST_PAGES)):
        image.seek(number)
        width, height = image.size
        if width * height > SCANNED:
            raise _TooLarge
        if width * height > PIXELS:
            yield f"an image of {width} × {height} pixels: measured, but not checked for damage"
        else:
            image.load()
    image.seek(0)


def _taken(exif: Any) -> dict[str, str]:
    """When and with what, as the camera wrote it."""
    inner = exif.get_ifd(EXIF)
    when = TAKEN_AT.fullmatch(_plain(inner.get(TAKEN)))
    camera = " ".join(dict.fromkeys(f"{_plain(exif.get(MAKE))} {_plain(exif.get(MODEL))}".split()))
    zone = _plain(inner.get(ZONE))
    date = f"{when[1]}-{when[2]}-{when[3]}T{when[4]}" if when else ""
    zoned = date + zone if re.fullmatch(r"[+-]\d\d:\d\d", zone) else date
    return {key: value for key, value in (("taken", zoned), ("camera", camera)) if value}


def _plain(value: object) -> str:
    """A text of EXIF without what ends it and what cannot be stored."""
    if not isinstance(value, str):
        return ""
    return " ".join(re.sub("[\0-\x1f\x7f\ud800-\udfff\ufffe\uffff]", " ", value).split())[:200]
