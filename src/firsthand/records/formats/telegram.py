"""The JSON export of Telegram Desktop (``result.json``): one chat, or all of an account.

Each message with text is one Document. A forward keeps the name that the export shows: it is a hop
whose identity nobody can look up, since neither the channel nor the post behind the name is given.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

from firsthand.errors import Unreadable
from firsthand.model import Link, Span
from firsthand.records.decoding import decode, utf8
from firsthand.records.document import Document
from firsthand.records.formats.jsonl import elements, members, storable, string
from firsthand.records.markup.chats import Chat, broken, export
from firsthand.records.offsets import Decoded, Weave

NAME = "telegram"

# A message of an export takes 1 KB of it, and 3 KB of memory while it is read.
LIMIT = 256 * 1024 * 1024
SAMPLE = 1 << 18  # bytes by which the encoding is told

CHAT = re.compile(
    rb'"type"\s*:\s*"(?:(?:public|private)_(?:channel|group|supergroup)'
    rb'|personal_chat|bot_chat|saved_messages|replies|verify_codes)"'
)
MESSAGES = re.compile(rb'"messages"\s*:\s*\[')
ACCOUNT = re.compile(rb'\s*\{\s*"about"\s*:\s*"[^"]*Telegram|"chats"\s*:\s*\{[^{}\[\]]*"list"\s*:\s*\[')
UNNAMED = "from an account that the export does not name"
NAMED = 5  # messages named one by one in a note
KEPT = ("from_id", "forwarded_from", "forwarded_from_id", "saved_from", "via_bot")  # as they are
Value = Mapping[str, Any]


class _Message(NamedTuple):
    """One message: its values, and where they stand in ``text``, a character for each byte of it; ``base`` is
    where it begins in the file."""

    values: Value
    places: Mapping[str, tuple[int, int]]
    text: str
    base: int
    encoding: str

    def plain(self, start: int, end: int) -> bytes:
        """These bytes of it."""
        return self.text[start:end].encode("latin-1")


def claims(head: bytes, filename: str) -> float:
    """By the first fields of a chat or of an account; such a file is read as nothing else."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        return 0.0
    return 1.0 if (CHAT.search(start) and MESSAGES.search(start)) or ACCOUNT.search(start) else 0.0


def read(data: bytes) -> tuple[Document, ...]:
    """A Document for each message with text, part "message 7"; of several chats "chat 12 message 7".

    Messages of the service ("joined the channel") and such without text are passed over. Raises
    Unreadable where the file is no whole export or has no message with text.
    """
    found: list[Document] = []
    encoding = decode(data[:SAMPLE]).encoding
    whole = export(data)
    try:
        for prefix, chat in _chats(data, whole):
            found += _documents(data, chat, prefix, encoding)
    except ValueError as error:  # bytes that are whole as such, and not in their encoding
        raise broken(f"it is not in {encoding}") from error
    if not found:
        raise Unreadable("is a Telegram export without a message that has text")
    return tuple(found)


def _chats(data: bytes, whole: Chat) -> Iterator[tuple[str, Chat]]:
    """The chats, and what stands before their messages where the export has several."""
    if whole.messages is not None:
        yield "", whole
        return
    for number, chat in enumerate(whole.chats, 1):
        known = _value(data, chat, "id")
        yield f"chat {known if isinstance(known, int) else number} ", chat


def _value(data: bytes, chat: Chat, key: str) -> Any:
    start, end = chat.fields.get(key, (0, 0))
    return json.loads(data[start:end].decode("utf-8", "replace")) if end else None


def _words(value: object) -> str:
    return storable(value).strip() if isinstance(value, str) else ""


def _message(data: bytes, place: tuple[int, int], encoding: str) -> _Message:
    written = data[slice(*place)]
    text, values = written.decode("latin-1"), json.loads(written.decode(encoding, "replace"))
    return _Message(values, members(text, 0), text, place[0], encoding)


def _documents(data: bytes, chat: Chat, prefix: str, encoding: str) -> list[Document]:
    name = _words(_value(data, chat, "name"))
    found: list[Document] = []
    times: Counter[str] = Counter()
    gone: list[int] = []
    number = 0
    for place in chat.messages or ():
        each = _message(data, place, encoding)
        if each.values.get("type") != "message":
            continue
        number += 1
        known = _number(each.values, number)
        gone += [known] if _media(each.values).startswith("(") else []
        if made := _document(each, name, f"{prefix}message {known}"):
            found.append(replace(made, part=apart(made.part, times)))
    return without(found, gone)


def apart(part: str, times: Counter[str]) -> str:
    """``part``, told from those of the same name that ``times`` has counted: "message 7 (2)"."""
    times[part] += 1
    return part if times[part] == 1 else f"{part} ({times[part]})"


def without(found: list[Document], gone: list[int]) -> list[Document]:
    """The messages, the first with a note on photos and files that the export says it does not hold, by the
    numbers of their messages."""
    return [replace(one, notes=(*one.notes, *_missing(gone))) for one in found[:1]] + found[1:]


def _document(message: _Message, chat: str, part: str) -> Document | None:
    """The Document that a message is; None for one without text."""
    weave, links = Weave(), list[Link]()
    sources = [_source(message, piece) for piece in _pieces(message)]
    lost = sum(_woven(weave, links, source, href) for source, href in sources)
    text, offsets = weave.finish()
    if not text.strip():
        return None
    odd = (f"characters that no text can hold, shown as \ufffd: {lost}",) if lost else ()
    return Document(
        text=text,
        part=part,
        outlet=chat,
        byline=_byline(message.values, chat),
        published=_moment(message.values, "date"),
        dated_by="message",
        links=tuple(links),
        extra=_extra(message.values),
        notes=(*dict.fromkeys(note for source, _ in sources for note in source.notes), *odd),
        offsets=offsets,
    )


def _number(values: Value, otherwise: int) -> int:
    number = values.get("id")
    return number if isinstance(number, int) else otherwise


def _byline(values: Value, chat: str) -> str:
    """Who wrote it: the signature of a post, else the sender, where that is not the channel itself."""
    name = _words(values.get("author")) or _words(values.get("from"))
    return "" if name == chat else name


def _moment(values: Value, key: str) -> str:
    """A date of a message in universal time, from its seconds; else as written, in a zone not known."""
    try:
        return datetime.fromtimestamp(int(values[f"{key}_unixtime"]), UTC).isoformat()
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return _words(values.get(key))


def _extra(values: Value) -> dict[str, str]:
    found = {key: _words(values.get(key)) for key in KEPT}
    if "forwarded_from" in values and not found["forwarded_from"]:
        found["forwarded"] = UNNAMED
    if isinstance(values.get("reply_to_message_id"), int):
        found["reply_to"] = f"message {values['reply_to_message_id']}"
    if "edited" in values or "edited_unixtime" in values:
        found["modified"] = _moment(values, "edited")
    found["media"] = _media(values)
    return {name: value for name, value in found.items() if value}


def _media(values: Value) -> str:
    return _words(values.get("photo")) or _words(values.get("file"))


def _missing(gone: list[int]) -> tuple[str, ...]:
    if not gone:
        return ()
    some = ", ".join(map(str, gone[:NAMED])) + (" …" if len(gone) > NAMED else "")
    things = "1 photo or file was" if len(gone) == 1 else f"{len(gone)} photos and files were"
    return (f"{things} left out of the export: message{'s' if len(gone) > 1 else ''} {some}",)


class _Piece(NamedTuple):
    """A string of a message's text: where it stands in the file, and the address that it leads to."""

    start: int
    end: int
    href: str = ""


def _pieces(message: _Message) -> Iterator[_Piece]:
    """The strings of a text that is one, or a list of strings and of objects that hold one."""
    text = message.text
    name = "text" if "text" in message.places else "text_entities"
    start, end = message.places.get(name, (0, 0))
    if text[start] == '"':
        yield _Piece(start + 1, end - 1)
    for low, high in elements(text, start) if text[start] == "[" else ():
        if text[low] == '"':
            yield _Piece(low + 1, high - 1)
        elif text[low] == "{" and text[(place := members(text, low).get("text", (0, 0)))[0]] == '"':
            yield _Piece(place[0] + 1, place[1] - 1, _href(message, low, high))


def _href(message: _Message, start: int, end: int) -> str:
    entity: Value = json.loads(message.plain(start, end).decode(message.encoding, "replace"))
    kind = entity.get("type")
    url = (
        _words(entity.get("href"))
        if kind == "text_link"
        else _words(entity["text"])
        if kind == "link"
        else ""
    )
    return url if not url or "//" in url else f"https://{url}"


def _source(message: _Message, piece: _Piece) -> tuple[Decoded, str]:
    """The characters of a string with their places in the file, and the address that it leads to."""
    written = message.plain(piece.start, piece.end)
    source = utf8(written) if message.encoding == "utf-8" else decode(written, message.encoding)
    return replace(source, offsets=source.offsets.moved(message.base + piece.start)), piece.href


def _woven(weave: Weave, links: list[Link], source: Decoded, href: str) -> int:
    start = weave.length
    lost = string(weave, source, 0, len(source.text))
    if href and weave.length > start:
        links.append(Link(Span(start, weave.length), href))
    return lost
