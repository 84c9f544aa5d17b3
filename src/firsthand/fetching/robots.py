"""What a robots.txt says (RFC 9309): the longest rule that matches holds; of two equal ones, Allow."""

from __future__ import annotations

import re
import zlib
from urllib.parse import unquote_to_bytes

READ = 500 * 1024  # what must be read of one at least, and is here
LINE = re.compile(r"([A-Za-z-]+)[ \t]*:[ \t]*([^#]*)")


def plain(body: bytes) -> bytes:
    """The words of a robots.txt, gzip undone as far as it can be."""
    if body.startswith(b"\x1f\x8b"):
        try:
            return zlib.decompressobj(31).decompress(body, READ)
        except zlib.error:
            return b""
    return body


def allows(robots: bytes, name: str, target: str) -> bool:
    """Whether a program called ``name`` may fetch ``target``, the path and query of an address."""
    groups = _groups(robots[:READ].decode("utf-8", "replace").lstrip("\ufeff"))
    rules = groups.get(name.lower(), groups.get("*", []))
    matching = [(len(pattern), allowed) for pattern, allowed in rules if _matches(pattern, target)]
    return max(matching, default=(0, True))[1]


def _groups(text: str) -> dict[str, list[tuple[str, bool]]]:
    """The rules by the lower-case names that they are for; groups of one name are one."""
    groups: dict[str, list[tuple[str, bool]]] = {}
    names: list[str] = []
    beginning = False
    for found in filter(None, map(LINE.match, map(str.strip, text.splitlines()))):
        key, value = found[1].lower(), found[2].strip()
        if key == "user-agent":
            names = [*names, value.lower()] if beginning else [value.lower()]
            groups.setdefault(value.lower(), [])
            beginning = True
        elif key in ("allow", "disallow"):
            beginning = False
            for name in names if value else ():
                groups[name].append((value, key == "allow"))
    return groups


def _matches(pattern: str, target: str) -> bool:
    """Whether a path begins as the pattern says: "*" is anything, "$" at the end the end."""
    exact = pattern.endswith("$")
    first, *rest = unquote_to_bytes(pattern.removesuffix("$")).split(b"*")
    path = unquote_to_bytes(target)
    if not path.startswith(first):
        return False
    at = len(first)
    for number, piece in enumerate(rest, 1):
        if exact and number == len(rest):
            return len(path) - at >= len(piece) and path.endswith(piece)
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return not exact or at == len(path)
