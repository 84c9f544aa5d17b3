"""From bytes to text with places.

| takes | gives | promise |
|---|---|---|
| bytes, where from | Record, text, places, the way back | what cannot be read is a recorded refusal |

The original is never altered, and no bytes make it crash.
"""

from firsthand.records.aligning import align, made_from
from firsthand.records.describing import record
from firsthand.records.document import Document, OffsetMap
from firsthand.records.enclosing import absent
from firsthand.records.folder import Found, gather, printable
from firsthand.records.formats import leaf
from firsthand.records.formats.machine import Numbered
from firsthand.records.formats.machine import written as machine_made
from firsthand.records.intake import Read, read
from firsthand.records.joining import unasked
from firsthand.records.language import code_of
from firsthand.records.machine import Machine
from firsthand.records.manifest import Manifest, read_manifest
from firsthand.records.ocr.tesseract import check as check_ocr
from firsthand.records.photographs import digests, photographs
from firsthand.records.repeating import heads, repeats, under_its_name
from firsthand.records.resolving import resolve
from firsthand.records.unread import unread, unread_pictures

__all__ = [
    "Document",
    "Found",
    "Machine",
    "Manifest",
    "Numbered",
    "OffsetMap",
    "Read",
    "absent",
    "align",
    "check_ocr",
    "code_of",
    "digests",
    "gather",
    "heads",
    "leaf",
    "machine_made",
    "made_from",
    "photographs",
    "printable",
    "read",
    "read_manifest",
    "record",
    "repeats",
    "resolve",
    "unasked",
    "under_its_name",
    "unread",
    "unread_pictures",
]
