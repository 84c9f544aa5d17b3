"""The JSON export of Telegram Desktop (``result.json``): one chat, or all of an account.

Each message with text is one Document. A forward keeps the name that the export shows: it is a hop
whose identity nobody can look up, since neither the channel nor the post behind the name is given.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from firsthand.errors import Unreadable
from firsthand.model import Link, Span
from firsthand.records.decoding import decode
from firsthand.records.document import Document
from firsthand.records.formats.jsonl import BLANK, elements, error, members, storable, string
from firsthand.records.offsets import Decoded, Weave

NAME = "telegram"

CHAT = re.compile(
    rb'"type"\s*:\s*"(?:(?:public|private)_(?:channel|group|supergroup)'
    rb'|personal_chat|bot_chat|saved_messages|replies|verify_codes)"'
)
MESSAGES = re.compile(rb'"messages"\s*:\s*\[')
ACCOUNT = re.compile(rb'\s*\{\s*"about"\s*:\s*"[^"]*Telegram|"chats"\s*:\s*\{[^{}\[\]]*"list"\s*:\s*\[')
NAMED = 5  # messages named one by one in a note
KEPT = ("from_id", "forwarded_from", "forwarded_from_id", "saved_from", "via_bot")  # as they are
Value = Mapping[str, Any]


class _Message(NamedTuple):
    """One message as its values, and where the values stand in the file."""

    values: Value
    places: Mapping[str, tuple[int, int]]


class _Chat(NamedTuple):
    """A chat of the export: ``prefix`` stands before its messages where the export has several."""

    name: str
    prefix: str
    messages: tuple[_Message, ...]


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
    decoded = decode(data)
    if wrong := error(decoded.text):
        raise Unreadable(f"is a Telegram export that is not whole: {wrong}", do="Export the chat again")
    chats = _chats(decoded.text)
    found = [each for chat in chats for each in _documents(decoded, chat)]
    if not found:
        raise Unreadable("is a Telegram export without a message that has text")
    return tuple(found)


def _chats(text: str) -> list[_Chat]:
    at = BLANK.match(text).end()  # type: ignore[union-attr]
    top = members(text, at) if text[at : at + 1] == "{" else {}
    if "messages" in top:
        return [_chat(text, top, "")]
    lists = [
        inside["list"]
        for key in ("chats", "left_chats")
        if key in top and text[top[key][0]] == "{" and "list" in (inside := members(text, top[key][0]))
    ]
    found = [place for start, _ in lists if text[start] == "[" for place in elements(text, start)]
    objects = [members(text, start) for start, _ in found if text[start] == "{"]
    return [_chat(text, each, f"chat {number} ") for number, each in enumerate(objects, 1)]


def _chat(text: str, places: Mapping[str, tuple[int, int]], prefix: str) -> _Chat:
    name = _value(text, places, "name")
    number = _value(text, places, "id")
    start = places.get("messages", (0, 0))[0]
    listed = elements(text, start) if text[start] == "[" else []
    messages = tuple(_message(text, at) for at, _ in listed if text[at] == "{")
    known = f"chat {number} " if prefix and isinstance(number, int) else prefix
    return _Chat(_words(name), known, messages)


def _message(text: str, at: int) -> _Message:
    places = members(text, at)
    return _Message({key: json.loads(text[a:b]) for key, (a, b) in places.items()}, places)


def _value(text: str, places: Mapping[str, tuple[int, int]], key: str) -> Any:
    start, end = places.get(key, (0, 0))
    return json.loads(text[start:end]) if end else None


def _words(value: object) -> str:
    return storable(value).strip() if isinstance(value, str) else ""


def _documents(decoded: Decoded, chat: _Chat) -> Iterator[Document]:
    sent = [each for each in chat.messages if each.values.get("type") == "message"]
    once = _missing(sent)
    times: Counter[str] = Counter()
    for number, each in enumerate(sent, 1):
        weave, links = Weave(), list[Link]()
        lost = sum(_woven(weave, links, decoded, piece) for piece in _pieces(decoded.text, each))
        text, offsets = weave.finish()
        if not text.strip():
            continue
        part = f"{chat.prefix}message {_number(each.values, number)}"
        times[part] += 1
        odd = (f"characters that no text can hold, shown as \ufffd: {lost}",) if lost else ()
        yield Document(
            text=text,
            part=part if times[part] == 1 else f"{part} ({times[part]})",
            outlet=chat.name,
            byline=_byline(each.values, chat.name),
            published=_moment(each.values, "date"),
            dated_by="message",
            links=tuple(links),
            extra=_extra(each.values),
            notes=(*decoded.notes, *once, *odd),
            offsets=offsets,
        )
        once = ()


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
        found["forwarded"] = "from an account that the export does not name"
    if isinstance(values.get("reply_to_message_id"), int):
        found["reply_to"] = f"message {values['reply_to_message_id']}"
    if "edited" in values or "edited_unixtime" in values:
        found["modified"] = _moment(values, "edited")
    found["media"] = _media(values)
    return {name: value for name, value in found.items() if value}


def _media(values: Value) -> str:
    return _words(values.get("photo")) or _words(values.get("file"))


def _missing(sent: list[_Message]) -> tuple[str, ...]:
    """A note on photos and files that the export itself says it does not hold."""
    gone = [_number(m.values, n) for n, m in enumerate(sent, 1) if _media(m.values).startswith("(")]
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


def _pieces(text: str, message: _Message) -> Iterator[_Piece]:
    """The strings of a text that is one, or a list of strings and of objects that hold one."""
    name = "text" if "text" in message.places else "text_entities"
    start, end = message.places.get(name, (0, 0))
    if text[start] == '"':
        yield _Piece(start + 1, end - 1)
    for low, high in elements(text, start) if text[start] == "[" else ():
        if text[low] == '"':
            yield _Piece(low + 1, high - 1)
        elif text[low] == "{" and text[(place := members(text, low).get("text", (0, 0)))[0]] == '"':
            yield _Piece(place[0] + 1, place[1] - 1, _href(json.loads(text[low:high])))


def _href(entity: Value) -> str:
    kind = entity.get("type")
    url = (
        _words(entity.get("href"))
        if kind == "text_link"
        else _words(entity["text"])
        if kind == "link"
        else ""
    )
    return url if not url or "//" in url else f"https://{url}"


def _woven(weave: Weave, links: list[Link], decoded: Decoded, piece: _Piece) -> int:
    start = weave.length
    lost = string(weave, decoded, piece.start, piece.end)
    if piece.href and weave.length > start:
        links.append(Link(Span(start, weave.length), piece.href))
    return lost
