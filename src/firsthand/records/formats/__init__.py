"""The formats that can be read, one file each.

| takes | gives | promise |
|---|---|---|
| bytes | Documents: text, what the file says of itself, the way back | Unreadable is the only refusal |
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from firsthand.records.document import Document, Unread
from firsthand.records.formats import html, image, jsonl, plain, table


@dataclass(frozen=True, slots=True)
class Format:
    """An input format. ``claims`` looks at the first bytes and the file name and says how sure it is
    that the file is its own, from 0, "certainly not", to 1, "certainly". ``read`` may raise only
    Unreadable.
    """

    name: str
    claims: Callable[[bytes, str], float]
    read: Callable[[bytes], tuple[Document | Unread, ...]]


FORMATS: tuple[Format, ...] = tuple(
    Format(each.NAME, each.claims, each.read) for each in (plain, html, jsonl, table, image)
)
