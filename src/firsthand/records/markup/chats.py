"""Where the messages of a Telegram export stand in its bytes, found in one pass that keeps none of them.

An export of 200 MB is some 200,000 messages; as values of Python they are ten times as large as in the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from firsthand.errors import Unreadable
from firsthand.records.formats.jsonl import BLANK

MARK = b"\xef\xbb\xbf"
LISTS = ("chats", "left_chats")
_READER = json.JSONDecoder()
Place = tuple[int, int]


@dataclass(slots=True)
class Chat:
    """A chat: the bytes of its fields but for the messages, and of each message."""

    fields: dict[str, Place] = field(default_factory=dict)
    messages: list[Place] | None = None
    chats: list[Chat] = field(default_factory=list)


def export(data: bytes) -> Chat:
    """The chat that an export is, or, without messages of its own, the account with its ``chats``.

    Raises Unreadable for what is no whole JSON.
    """
    # A character for each byte: what parts values from one another is ASCII, and places are those in bytes.
    scan = _Scan(data.decode("latin-1"), len(MARK) if data.startswith(MARK) else 0)
    if scan.next() != "{":
        raise broken("it does not begin as one")
    try:
        found = scan.chat(account=True)
        if scan.next():
            raise json.JSONDecodeError("Extra data", "", scan.at)
    except json.JSONDecodeError as error:
        raise broken(f"{error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise broken("it is nested too deeply") from error
    except ValueError as error:  # a number of more digits than Python takes
        raise broken(str(error)) from error
    return found


def broken(why: str) -> Unreadable:
    """What is said of an export that is not whole."""
    return Unreadable(f"is a Telegram export that is not whole: {why}", do="Export the chat again")


@dataclass(slots=True)
class _Scan:
    """Goes through JSON from value to value; ``at`` is where it stands."""

    text: str
    at: int

    def chat(self, account: bool = False) -> Chat:
        """The object that begins here."""
        found = Chat()
        for key in self._members():
            if key == "messages":
                found.messages = list(self._elements())
            elif account and key in LISTS and self.next() == "{":
                found.chats += self._listed()
            else:
                found.fields[key] = self._value()
        return found

    def next(self) -> str:
        """The next character that is no blank, "" at the end."""
        self.at = BLANK.match(self.text, self.at).end()  # type: ignore[union-attr]
        return self.text[self.at : self.at + 1]

    def _listed(self) -> Iterator[Chat]:
        """The chats in the list of an account, which is the object that begins here."""
        for key in self._members():
            if key != "list" or self.next() != "[":
                self._value()
                continue
            for _ in self._items("]"):
                if self.next() == "{":
                    yield self.chat()
                else:
                    self._value()

    def _elements(self) -> Iterator[Place]:
        """Where the objects in the list that begins here stand."""
        if self.next() != "[":
            self._value()
            return
        for _ in self._items("]"):
            is_object = self.next() == "{"
            place = self._value()
            if is_object:
                yield place

    def _members(self) -> Iterator[str]:
        """The keys of the object that begins here; the value of each is to be read before the next."""
        for _ in self._items("}"):
            key = self._read()
            if not isinstance(key, str):
                raise json.JSONDecodeError("Expecting property name enclosed in double quotes", "", self.at)
            if self.next() != ":":
                raise json.JSONDecodeError("Expecting ':' delimiter", "", self.at)
            self.at += 1
            yield key

    def _items(self, end: str) -> Iterator[None]:
        """Stands at each item of the list or object that begins here; each is to be read before the next."""
        self.at += 1
        if self.next() == end:
            self.at += 1
            return
        while True:
            yield
            mark = self.next()
            if mark not in (",", end):
                raise json.JSONDecodeError("Expecting ',' delimiter", "", self.at)
            self.at += 1
            if mark == end:
                return

    def _value(self) -> Place:
        self.next()
        start = self.at
        self._read()
        return start, self.at

    def _read(self) -> Any:
        self.next()
        try:
            value, self.at = _READER.raw_decode(self.text, self.at)
        except StopIteration as error:
            raise json.JSONDecodeError("Expecting value", "", self.at) from error
        return value
