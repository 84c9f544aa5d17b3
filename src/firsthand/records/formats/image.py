"""PNG, JPEG, TIFF and WebP images: pages and papers. Nothing is read from them but their size."""

from __future__ import annotations

import warnings
from io import BytesIO

from firsthand.errors import Unreadable
from firsthand.records.document import Document, Unread

NAME = "image"

MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
READ = ("PNG", "JPEG", "TIFF", "WEBP")
# An A3 page at 600 dots an inch has 70 million pixels; larger ones are measured but not decoded.
PIXELS = 80_000_000
# A0 at 600 dots an inch; beyond, a few bytes claim to be more than any scanner gives.
SCANNED = 300_000_000


class _TooLarge(Exception):
    """An image that says it has more pixels than SCANNED."""


def claims(head: bytes, filename: str) -> float:
    """By its first bytes alone: a file name makes no image."""
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    named = filename.lower().endswith((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"))
    return 1.0 if webp or head.startswith(MAGIC) else 0.3 * named


def read(data: bytes) -> tuple[Document | Unread, ...]:
    """One Document without text, its size in pixels in ``extra``. Raises Unreadable if damaged."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large images; we have a limit of our own
            size, note = _measure(data)
    except (Image.DecompressionBombError, _TooLarge) as error:
        raise Unreadable("is an image of more pixels than any scan has", do="Scale it down") from error
    except Exception as error:  # decoders of damaged images raise nearly anything
        raise Unreadable("is a damaged image, or none", do="Save the image again as PNG or JPEG") from error
    extra = {"width": str(size[0]), "height": str(size[1])}
    return (Document(extra=extra, notes=(note,) if note else ()),)


def _measure(data: bytes) -> tuple[tuple[int, int], str]:
    from PIL import Image

    with Image.open(BytesIO(data), formats=READ) as image:
        size = image.size
        if size[0] * size[1] > SCANNED:
            raise _TooLarge
        if size[0] * size[1] > PIXELS:
            return size, f"an image of {size[0]} × {size[1]} pixels: measured, but not checked for damage"
        image.load()
    return size, ""
