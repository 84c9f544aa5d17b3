"""XML with its places: every piece of text and every attribute knows the characters it was read from."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.errors import Unreadable
from firsthand.records.decoding import decode
from firsthand.records.markup.elements import ENTITY, entities
from firsthand.records.offsets import Decoded, Weave

DEEPEST = 250  # elements within elements; libxml2 stops at 256, and so does whoever walks them
OPENING = re.compile(
    r"<(?P<name>[^\s/>!?<]++)(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.DOTALL
)
CLOSING = re.compile(r"</([^\s>]++)[^>]*+>")
ATTRIBUTE = re.compile(r"([^\s=/\"'<>]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]++))")
REFERENCE = re.compile(r"&(?:#\d{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});")
# What stands between < and > without being an element: where it begins, and what ends it.
ASIDE = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


class Piece(NamedTuple):
    """Some text and the characters of the source it was read from: itself, or what stands for it.

    Without a place (``start`` is ``end``) it was made by the reader.
    """

    text: str
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Element:
    """An element: its name without a prefix, its attributes as written, what is in it in order."""

    name: str
    attributes: dict[str, tuple[Piece, ...]] = field(default_factory=dict)
    content: list[Element | Piece] = field(default_factory=list)

    def get(self, attribute: str) -> str:
        """The value of an attribute, "" where it has none such."""
        return plain(self.attributes.get(attribute, ()))

    def children(self, *names: str) -> Iterator[Element]:
        """The elements right inside this one, of these names or all."""
        return (e for e in self.content if isinstance(e, Element) and (not names or e.name in names))

    def first(self, *names: str) -> Element | None:
        """The first of ``inside`` of these names."""
        return next(self.inside(*names), None)

    def inside(self, *names: str) -> Iterator[Element]:
        """Every element in this one however deep, of these names or all, in order."""
        return (each for each in self.walk() if not names or each.name in names)

    def walk(self, ending: Callable[[Element], bool] = lambda each: False) -> Iterator[Element]:
        """Every element in this one, in order, but nothing inside one for which ``ending`` holds."""
        left = [self.children()]
        while left:
            each = next(left[-1], None)
            if each is None:
                left.pop()
                continue
            yield each
            if not ending(each):
                left.append(each.children())

    def words(self) -> tuple[Piece, ...]:
        """All text in this element."""
        found: list[Piece] = []
        for each in self.content:
            found += each.words() if isinstance(each, Element) else (each,)
        return tuple(found)

    def text(self) -> str:
        """All text in this element, blanks at its ends left out."""
        return plain(self.words()).strip()


def rooted(head: bytes, name: str) -> bool:
    """Whether a file begins with an element of that name, in any namespace."""
    begins = re.compile(rb"<(?:\w{1,20}:)?" + name.encode("ascii") + rb"[\s>]", re.IGNORECASE)
    return bool(begins.search(head.replace(b"\0", b"")))


def plain(pieces: Sequence[Piece]) -> str:
    """The text of pieces."""
    return "".join(piece.text for piece in pieces)


def weave_in(weave: Weave, source: Decoded, pieces: Sequence[Piece], start: int, end: int) -> None:
    """Append characters ``start`` to ``end`` of the text of ``pieces``, each with its place."""
    at = 0
    for text, low, high in pieces:
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last and low == high:
            weave.make(text[first:last])
        elif first < last and high - low == len(text) and source.text.startswith(text, low):
            weave.copy(source, low + first, low + last)
        elif first < last:
            weave.stand(text[first:last], source, low, high)
        at += len(text)


def xml(data: bytes) -> tuple[Decoded, Element]:
    """The characters of an XML file and its root. Unreadable: not well formed, or entities of its own."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        about = etree.fromstring(data, parser).getroottree().docinfo
    except (etree.XMLSyntaxError, ValueError) as error:
        if ENTITY.encode() in data.replace(b"\0", b""):
            raise entities() from error
        what = re.sub(r"\s+", " ", getattr(error, "msg", "") or str(error))[:120]
        raise Unreadable(
            f"is XML that is cut off or damaged ({what})",
            do="Export it again from the program it was made with",
        ) from error
    if about.internalDTD is not None and any(about.internalDTD.iterentities()):
        raise entities()
    source = decode(data, about.encoding or "")
    return source, tree(source.text)


def tree(text: str, page: bool = False) -> Element:
    """The root element of ``text``; ``page``: what holds all of HTML, whose elements need not be closed."""
    top = Element("")
    stack = [top]
    for token in _tokens(text):
        if isinstance(token, Piece):
            stack[-1].content.append(token)
        elif isinstance(token, str):
            _close(stack, token.lower() if page else token)
        else:
            _open(stack, text, token, page)
    root = top if page else next(top.children(), None)
    if root is None:
        raise Unreadable("is XML without any element")
    return root


def _open(stack: list[Element], text: str, token: re.Match[str], page: bool) -> None:
    name = _local(token["name"].lower() if page else token["name"])
    made = Element(name, _attributes(text, *token.span("attributes")))
    stack[-1].content.append(made)
    if not token["attributes"].endswith("/") and not (page and name in EMPTY):
        stack.append(made)
    if len(stack) > DEEPEST:
        raise Unreadable(f"is XML with more than {DEEPEST} elements one in the other")


def _close(stack: list[Element], name: str) -> None:
    local = _local(name)
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].name == local:
            del stack[depth:]
            return


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _attributes(text: str, start: int, end: int) -> dict[str, tuple[Piece, ...]]:
    found: dict[str, tuple[Piece, ...]] = {}
    for match in ATTRIBUTE.finditer(text, start, end):
        found.setdefault(match[1], tuple(_pieces(text, *match.span(match.lastindex or 2))))
    return found


def _tokens(text: str) -> Iterator[Piece | str | re.Match[str]]:
    """Text, names of elements that are closed, and openings of elements, in order."""
    at, absent = 0, set[str]()
    while at < len(text):
        end = text.find("<", at + 1) if text[at] != "<" else at
        if end != at:
            end = end if end > 0 else len(text)
            yield from _pieces(text, at, end)
            at = end
        elif opening := OPENING.match(text, at):
            yield opening
            at = opening.end()
        elif closing := CLOSING.match(text, at):
            yield closing[1]
            at = closing.end()
        else:
            at, piece = _aside(text, at, absent)
            if piece:
                yield piece


def _aside(text: str, at: int, absent: set[str]) -> tuple[int, Piece | None]:
    """Past a comment, a declaration or CDATA, whose text counts; an end once sought in vain is not again."""
    for begin, end in ASIDE:
        if text.startswith(begin, at) and begin not in absent:
            start, found = at + len(begin), text.find(end, at + len(begin))
            if found >= 0:
                cdata = begin == "<![CDATA[" and found > start
                return found + len(end), Piece(text[start:found], start, found) if cdata else None
            absent.add(begin)
    return at + 1, Piece("<", at, at + 1)


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for match in REFERENCE.finditer(text, start, end):
        if at < match.start():
            yield Piece(text[at : match.start()], at, match.start())
        yield Piece(html.unescape(match[0]), *match.span())
        at = match.end()
    if at < end:
        yield Piece(text[at:end], at, end)
