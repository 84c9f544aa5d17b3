"""XML: its elements and characters in order, each with its place in the file.

lxml decides what is well formed, without entities, DTDs or network; our own pass over the same
characters says where everything stands, which no tree of lxml does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from firsthand.errors import Unreadable
from firsthand.records.decoding import decode
from firsthand.records.offsets import Decoded, Weave

DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})")
TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<!DOCTYPE[^>\[]*+(?:\[.*?\]\s*)?>"
    r"|<(?P<close>/?)(?P<name>[^\s/>!?]++)(?P<rest>(?:[^>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+)(?P<empty>/?)>"
    r"|(?P<text>[^<]++)",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"([^\s=\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
ENTITY = "<!ENTITY"
REFERENCE = re.compile(r"&(?:#\d{1,8}|#x[0-9a-fA-F]{1,8}|lt|gt|amp|quot|apos);")


@dataclass(frozen=True, slots=True)
class Element:
    """An element begins (``closes`` false) or ends; ``start`` to ``end`` are the characters of its tag.

    ``name`` and the names of ``attributes`` have the prefixes that the caller gave to namespaces, none
    for names in no namespace, "?" for those in a namespace that the caller did not name.
    """

    name: str
    start: int
    end: int
    closes: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """Characters between two tags. ``literal``: no references are in them (CDATA)."""

    start: int
    end: int
    literal: bool = False


Event = Element | Words


def source(data: bytes, base: int = 0) -> Decoded:
    """The characters of well-formed XML; ``base`` is added to their places in the bytes.

    Raises Unreadable for all other bytes, and for XML that defines entities.
    """
    declared = DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    decoded = decode(data, declared[1].decode("ascii") if declared else "")
    if ENTITY in decoded.text:
        raise entities()
    _parse(data, _Nothing())
    return replace(decoded, offsets=decoded.offsets.moved(base))


def entities() -> Unreadable:
    """The refusal of XML that defines entities: a few bytes of it may mean more than fits into memory."""
    return Unreadable(
        "is XML that defines entities of its own, which are not resolved", do="Save it without its DOCTYPE"
    )


def values(data: bytes) -> dict[str, str]:
    """The words of each element of a small file, by its name without namespace; the first holds."""
    found: dict[str, str] = {}
    for element in _parse(data).iter("*"):
        words = " ".join((element.text or "").split())
        if words:
            found.setdefault(element.tag.rpartition("}")[2], words)
    return found


def events(source: Decoded, prefixes: Mapping[str, str]) -> Iterator[Event]:
    """Everything in the file in order; ``prefixes`` are the caller's own, by namespace."""
    scopes: list[dict[str, str]] = [{"xml": "xml:"}]
    for match in TOKEN.finditer(source.text):
        if match["name"] is not None:
            yield from _tag(match, scopes, prefixes)
        elif match["text"] is not None:
            yield Words(*match.span())
        elif match["cdata"] is not None:
            yield Words(*match.span("cdata"), literal=True)


def _tag(
    match: re.Match[str], scopes: list[dict[str, str]], prefixes: Mapping[str, str]
) -> Iterator[Element]:
    start, end = match.span()
    if match["close"]:
        if len(scopes) == 1:  # after a prefix that is not declared lxml passes over what follows the root
            raise _damaged()
        yield Element(_named(match["name"], scopes[-1]), start, end, closes=True)
        scopes.pop()
        return
    written = {m[1]: _plain(m[2] if m[2] is not None else m[3]) for m in ATTRIBUTE.finditer(match["rest"])}
    scope = scopes[-1]
    if "xmlns" in match["rest"]:
        declared = {n.removeprefix("xmlns").lstrip(":"): u for n, u in written.items() if _declares(n)}
        scope = scope | {prefix: _prefix(uri, prefixes) for prefix, uri in declared.items()}
    attributes = {
        _named(n, scope) if ":" in n else n: value for n, value in written.items() if not _declares(n)
    }
    name = _named(match["name"], scope)
    yield Element(name, start, end, attributes=attributes)
    if match["empty"]:
        yield Element(name, start, end, closes=True)
    else:
        scopes.append(scope)


def _declares(name: str) -> bool:
    return name == "xmlns" or name.startswith("xmlns:")


def _prefix(uri: str, prefixes: Mapping[str, str]) -> str:
    return "" if not uri else f"{prefixes[uri]}:" if uri in prefixes else "?:"


def _named(written: str, scope: Mapping[str, str]) -> str:
    prefix, _, local = written.rpartition(":")
    return f"{scope.get(prefix, '')}{local}"


def _plain(written: str) -> str:
    return REFERENCE.sub(lambda found: unescape(found[0]), written)


def weave_words(weave: Weave, source: Decoded, words: Words) -> None:
    """Add characters as a reader sees them: a reference stands for its character."""
    at = words.start
    for found in () if words.literal else REFERENCE.finditer(source.text, words.start, words.end):
        weave.copy(source, at, found.start())
        weave.stand(unescape(found[0]), source, *found.span())
        at = found.end()
    weave.copy(source, at, words.end)


class _Nothing:
    """What lxml tells its events to where only their being well formed matters."""

    def close(self) -> None:
        """Nothing was kept."""


def _parse(data: bytes, target: object = None) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        target=target, resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise _damaged() from error


def _damaged() -> Unreadable:
    return Unreadable("is damaged: the XML in it is not well formed", do="Save it again and add that")
