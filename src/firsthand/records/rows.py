"""One article of a table or of JSON Lines → a Document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from firsthand.errors import Unreadable
from firsthand.records.document import Document, Unread
from firsthand.records.fields import FIELD, NAMES, assign, plain_name, told
from firsthand.records.offsets import OffsetMap

PAPER = re.compile(r"\b(?:identity|passport|paper)\b", re.IGNORECASE)
HEADED = frozenset(
    {"kind", "title", "language", "of", "url"}
)  # what a paper described by fields has as header


def text_column(names: Iterable[str]) -> str:
    """The name under which the text stands, the most explicit one if several could be meant; "" if none."""
    there = {plain_name(name): name for name in reversed(list(names))}
    return next((there[name] for name in NAMES["text"] if name in there), "")


def names_paper(stated: Iterable[tuple[str, str]]) -> bool:
    """Whether fields say that they are those of an identity paper ("kind": "identity paper")."""
    return any(name.strip().lower() == "kind" and PAPER.search(value) for name, value in stated)


def of_the_paper(name: str) -> bool:
    """Whether a field of such a row stands on the paper, and not in its header."""
    return name.strip().lower() not in HEADED


def known(names: Iterable[str]) -> int:
    """How many of ``names`` are names of our fields."""
    return sum(1 for name in names if plain_name(name) in FIELD)


def article(
    part: str, stated: Iterable[tuple[str, str]], text: str, offsets: OffsetMap, notes: tuple[str, ...]
) -> Document | Unread:
    """The Document of one row, or why there is none. ``stated`` is every field but the text."""
    if not text.strip():
        return Unread(part, "holds no text")
    fields, extra = assign(stated)
    extra |= {name: fields[name] for name in ("id", "text") if name in fields}
    return Document(
        text=text,
        part=part,
        dated_by="row" if "published" in fields else "",
        extra=extra,
        notes=notes,
        offsets=offsets,
        **told(fields),
    )


def rows(parts: Iterable[Document | Unread], nothing: str) -> tuple[Document | Unread, ...]:
    """The rows of a file. Raises Unreadable with the reason of the first where none could be read, and with
    ``nothing`` where there are none: a file of another kind is told in one sentence, not line by line."""
    found = tuple(parts)
    if not found:
        raise Unreadable(nothing)
    first = found[0]
    if isinstance(first, Unread) and not any(isinstance(each, Document) for each in found):
        raise Unreadable(f"holds no article that can be read: {first.part} {first.what}", do=first.do)
    return found
