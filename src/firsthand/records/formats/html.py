"""html."""

from __future__ import annotations

from firsthand.records.document import Document, Unread

NAME = "html"


def claims(head: bytes, filename: str) -> float:
    return 0.0


def read(data: bytes) -> tuple[Document | Unread, ...]:
    return ()
