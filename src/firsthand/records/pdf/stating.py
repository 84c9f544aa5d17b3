"""What a PDF says of itself: title, author, dates, language, programs."""

from __future__ import annotations

import re
from ctypes import c_ushort
from typing import Any

# D:20250201100000+02'00': all but the year may be missing (ISO 32000-1, 7.9.4).
DATE = re.compile(
    r"(?:D:)?(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(\d\d)?(\d\d)?)?)?)?\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?"
)
# What programs put before the name of the file that they printed.
PROGRAM = re.compile(
    r"^(?:Microsoft (?:Office )?(?:Word|PowerPoint|Excel)|untitled|about:blank$)\s*-?\s*", re.IGNORECASE
)
OTHERS = {"Subject": "subject", "Keywords": "keywords", "Creator": "creator", "Producer": "producer"}


def stated(pdf: Any) -> tuple[dict[str, str], dict[str, str]]:
    """By the names of a Document's fields, and the rest for its ``extra``."""
    said = {key: _plain(value) for key, value in pdf.get_metadata_dict(skip_empty=True).items()}
    made = date(said.get("CreationDate", ""))
    fields = {
        "title": PROGRAM.sub("", said.get("Title", "")),
        "byline": said.get("Author", ""),
        "language": _language(pdf),
    }
    extra = {name: said[key] for key, name in OTHERS.items() if said.get(key)}
    changed = date(said.get("ModDate", ""))
    # When a file was made is no date of publication: a form of years ago is filled in today.
    days = {"created": made, "modified": changed if changed != made else ""}
    return fields, extra | {name: day for name, day in days.items() if day}


def date(written: str) -> str:
    """A date of a PDF as ISO 8601; one that is none as it is written."""
    found = DATE.fullmatch(written.strip())
    if not found:
        return written.strip()
    year, month, day, hour, minute, second, utc, sign, off, rest = found.groups()
    if not hour:
        return "-".join(part for part in (year, month, day) if part)
    zone = "+00:00" if utc else f"{sign}{off}:{rest or '00'}" if sign else ""
    return f"{year}-{month}-{day}T{hour}:{minute or '00'}:{second or '00'}{zone}"


def _plain(value: str) -> str:
    """On one line, without what cannot be stored."""
    return " ".join(re.sub("[\0-\x1f\ud800-\udfff\ufffe\uffff]", " ", value).split())


def _language(pdf: Any) -> str:
    import pypdfium2.raw as pdfium

    length = pdfium.FPDFCatalog_GetLanguage(pdf.raw, None, 0)
    if not 2 < length <= 100:
        return ""
    buffer = (c_ushort * (length // 2))()
    pdfium.FPDFCatalog_GetLanguage(pdf.raw, buffer, length)
    said = bytes(buffer)[:-2].decode("utf-16-le", "ignore").strip("\0 ")
    return said if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*", said) else ""
