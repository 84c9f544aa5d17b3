"""The other export of Telegram Desktop: a chat as pages to read (``messages.html``, ``messages2.html``, …).

Each message with text is one Document, as of the JSON export. A message right after another of the same
sender is "joined" to it and names no sender again; nor does a forward of the same person. The pages tell
neither the numbers of accounts nor whether a message was edited.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple

from firsthand.errors import Unreadable
from firsthand.model import Link, Span
from firsthand.records.decoding import decode
from firsthand.records.document import Document
from firsthand.records.formats.telegram import UNNAMED, apart, without
from firsthand.records.markup.stating import web_address
from firsthand.records.markup.tree import Element, Piece, plain, tree, weave_in
from firsthand.records.offsets import Decoded, OffsetMap, Weave

NAME = "telegram-page"

CHAT = re.compile(rb"""<div[^>]{0,200}\bclass\s*=\s*["']?[^"'>]{0,100}\bchat_page\b""")
MESSAGES = re.compile(rb"""\bclass\s*=\s*["']?(?:history|message)\b""")
NUMBER = re.compile(r"\Amessage(\d{1,18})\Z")
ANSWERED = re.compile(r"#go_to_message(\d{1,18})\Z")
DATE = re.compile(r"\A(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)( UTC([+-]\d\d:\d\d)?)?\Z")
VIA = re.compile(r"\A(.*\S)\s+via @(\w+)\Z", re.DOTALL)
BLANKS = re.compile(r"\s++")
NOBODY = "Deleted Account"  # as the export names every account that is no more
FILES = frozenset(("media_photo", "media_video", "media_voice_message", "media_audio_file", "media_file"))
CUT = "the page ends in the middle: what followed is missing; export the chat again"


class _Sender(NamedTuple):
    """Whom a message is from; of a forward, from whom and when. A message joined to it may leave it out."""

    name: str = ""
    bot: str = ""
    forward: str = ""
    forwarded: str = ""


class _Message(NamedTuple):
    """One message: its number, and the elements that hold its date and what is said."""

    number: int
    body: Element
    inner: Element
    sender: _Sender


def claims(head: bytes, filename: str) -> float:
    """By the part of the page that holds a chat, whatever the name; such a page is read as nothing else."""
    return 1.0 if CHAT.search(head) and MESSAGES.search(head) else 0.0


def read(data: bytes) -> tuple[Document, ...]:
    """A Document for each message with text, part "message 7".

    Messages of the service (dates, pins, who joined) and such without text are passed over. Raises
    Unreadable where no message has text.
    """
    source = decode(data)
    root = tree(source.text, page=True)
    found = _documents(source, root)
    if not found:
        raise Unreadable(
            "is a page of a Telegram chat without a message that has text",
            do="Add all pages of the export, or export the chat again",
        )
    return tuple(found)


def _is(each: Element, *classes: str) -> bool:
    return set(classes) <= set(each.get("class").split())


def _own(of: Element, *classes: str) -> Element | None:
    """The first element right inside this one that is of all these classes."""
    return next((each for each in of.children() if _is(each, *classes)), None)


def _documents(source: Decoded, root: Element) -> list[Document]:
    chat = _chat(root)
    found: list[Document] = []
    times: Counter[str] = Counter()
    gone: list[int] = []
    for message in _messages(root):
        if _media(message.inner).startswith("("):
            gone.append(message.number)
        if made := _document(source, message, chat):
            found.append(replace(made, part=apart(made.part, times)))
    notes = source.notes if "</html>" in source.text[-1000:] else (*source.notes, CUT)
    return without([replace(one, notes=notes) for one in found[:1]] + found[1:], gone)


def _chat(root: Element) -> str:
    header = next((each for each in root.walk() if _is(each, "page_header")), Element(""))
    return next((_line(each) for each in header.walk() if _is(each, "text", "bold")), "")


def _messages(root: Element) -> Iterator[_Message]:
    """The messages of persons and channels; one of the service between two parts them."""
    sender = _Sender()
    every = (each for each in root.walk(lambda each: _is(each, "message")) if _is(each, "message"))
    for count, each in enumerate(every, 1):
        if _is(each, "service"):
            sender = _Sender()
            continue
        number = NUMBER.match(each.get("id"))
        body = _own(each, "body") or each
        inner = _own(body, "forwarded", "body") or body
        sender = _sender(body, inner, sender if _is(each, "joined") else _Sender())
        yield _Message(int(number[1]) if number else count, body, inner, sender)


def _sender(body: Element, inner: Element, before: _Sender) -> _Sender:
    if named := _own(body, "from_name"):
        before = _Sender(*_name(named))
    if inner is body:
        return before._replace(forward="", forwarded="")
    if origin := _own(inner, "from_name"):
        name, bot = _name(origin)
        return before._replace(bot=bot, forward=name, forwarded=_moment(_own(origin, "date")))
    return before


def _name(of: Element) -> tuple[str, str]:
    """A name as it stands, without the date inside it, and the bot by way of which it wrote."""
    words = " ".join(plain([each for each in of.content if isinstance(each, Piece)]).split())
    bot = VIA.match(words)
    return (bot[1], f"@{bot[2]}") if bot else (words, "")


def _document(source: Decoded, message: _Message, chat: str) -> Document | None:
    """The Document that a message is; None for one without text."""
    held = _own(message.inner, "text")
    text, offsets, links = _woven(source, held or Element(""))
    if not text:
        return None
    return Document(
        text=text,
        part=f"message {message.number}",
        outlet=chat,
        byline=_byline(message, chat),
        published=_moment(_own(message.body, "date")),
        dated_by="message",
        links=links,
        extra=_extra(message),
        offsets=offsets,
    )


def _byline(message: _Message, chat: str) -> str:
    """Who wrote it: the signature of a post, else the sender, where that is not the channel itself."""
    signed = _own(message.inner, "signature")
    name = _line(signed) if signed else message.sender.name
    return "" if name in (chat, NOBODY) else name


def _moment(dated: Element | None) -> str:
    """A date in universal time; in a zone not known where the page does not tell it; else as written."""
    written = dated.get("title") if dated else ""
    if not (found := DATE.match(written)):
        return written
    day, month, year, time, zone, hours = found.groups()
    try:
        moment = datetime.fromisoformat(f"{year}-{month}-{day}T{time}{hours or '+00:00' if zone else ''}")
        return (moment.astimezone(UTC) if zone else moment).isoformat()
    except (ValueError, OverflowError):
        return written


def _extra(message: _Message) -> dict[str, str]:
    sender, known = message.sender, message.sender.forward not in ("", NOBODY)
    found = {
        "forwarded_from": sender.forward if known else "",
        "forwarded": UNNAMED if message.inner is not message.body and not known else "",
        "forwarded_date": sender.forwarded,
        "via_bot": sender.bot,
        "reply_to": _answered(message.inner),
        "media": _media(message.inner),
    }
    return {name: value for name, value in found.items() if value}


def _answered(inner: Element) -> str:
    reply = _own(inner, "reply_to")
    links = reply.inside("a") if reply else ()
    numbers = (ANSWERED.search(each.get("href")) for each in links)
    other = "a message in another chat" if reply else ""
    return next((f"message {number[1]}" for number in numbers if number), other)


def _media(inner: Element) -> str:
    """The file that a message shows; in parentheses what the page says of one that is not there."""
    wrap = _own(inner, "media_wrap")
    for each in wrap.children() if wrap else ():
        named = each.get("href")
        if named and not web_address(named):
            return named
        if not named and not FILES.isdisjoint(each.get("class").split()):
            said = (_line(part) for part in each.walk() if _is(part, "title") or _is(part, "description"))
            return f"({': '.join(filter(None, said))})"
    return ""


def _line(of: Element) -> str:
    return " ".join(of.text().split())


def _woven(source: Decoded, of: Element) -> tuple[str, OffsetMap, tuple[Link, ...]]:
    """The text of a message as its sender broke it into lines, with its links."""
    flow = list(_flow(of))
    pieces = [piece for piece, _ in flow]
    text = plain(pieces)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    weave, links, at = Weave(), list[Link](), -start
    weave_in(weave, source, pieces, start, end)
    for url, group in groupby(flow, lambda each: each[1]):
        low, at = at, at + sum(len(piece.text) for piece, _ in group)
        span = Span(max(low, 0), min(at, weave.length))
        if url and span.start < span.end:
            links.append(Link(span, url))
    return *weave.finish(), tuple(links)


def _flow(of: Element) -> Iterator[tuple[Piece, str]]:
    """The pieces of a text in order, each with the address that it leads to."""
    for each in of.content:
        if isinstance(each, Piece):
            yield from ((piece, "") for piece in _unbroken(each))
        elif each.name == "br":
            yield Piece("\n"), ""
        else:
            url = web_address(each.get("href"))
            yield from ((piece, inner or url) for piece, inner in _flow(each))


def _unbroken(piece: Piece) -> Iterator[Piece]:
    """Blanks with a line break in them are one blank, as a browser shows them; such of a message are <br>."""
    if piece.end - piece.start != len(piece.text):  # a reference
        yield piece
        return
    at = 0
    for found in BLANKS.finditer(piece.text):
        if "\n" in found[0]:
            low, high = piece.start + found.start(), piece.start + found.end()
            yield Piece(piece.text[at : found.start()], piece.start + at, low)
            yield Piece(" ", low, high)
            at = found.end()
    yield Piece(piece.text[at:], piece.start + at, piece.end)
