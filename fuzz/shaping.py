"""Mutations that leave a tree a tree: XML stays well formed and JSON valid, so that readers get to see it.

Bytes changed at random nearly always end at the parser.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from lxml import etree

# What stands where something else was expected.
ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    10**30,
    "",
    "\ud800",
    "a\0b",
    [],
    {},
    [[]],
    {"": ""},
    "x" * 999,
)
WORDS = ("", " ", "0", "-1", "1e9", "nan", "\ufeff", "é가😀", "99999999999999999999", "a:b", "x" * 999)
CHANGES = 3


def reshaped(data: bytes, dice: random.Random) -> bytes | None:
    """Another tree not unlike the XML or JSON that ``data`` is; None where it is neither."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    try:
        if start == b"<":
            return _xml(data, dice)
        return _json(data, dice) if start in (b"{", b"[") and start else None
    except (ValueError, RecursionError, etree.LxmlError):
        return None


def _json(data: bytes, dice: random.Random) -> bytes:
    tree = json.loads(data)
    for _ in range(dice.randint(1, CHANGES)):
        if nodes := list(_holders(tree)):
            dice.choice(VALUES)(*dice.choice(nodes), dice)
    return json.dumps(tree, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")


def _holders(tree: Any) -> Any:
    """Every list and object with each of its keys."""
    waiting = [tree]
    while waiting:
        each = waiting.pop()
        inner = each.items() if isinstance(each, dict) else enumerate(each) if isinstance(each, list) else ()
        for key, value in list(inner):
            yield each, key
            waiting.append(value)


def _other_value(holder: Any, key: Any, dice: random.Random) -> None:
    holder[key] = json.loads(json.dumps(dice.choice(ODD)))


def _lost_value(holder: Any, key: Any, dice: random.Random) -> None:
    del holder[key]


def _inner_value(holder: Any, key: Any, dice: random.Random) -> None:
    holder[key] = [holder[key]] if dice.random() < 0.5 else {"text": holder[key]}


def _other_key(holder: Any, key: Any, dice: random.Random) -> None:
    if isinstance(holder, dict):
        name = dice.choice(list(holder))
        holder[name] = holder.pop(key)
    else:
        holder.append(json.loads(json.dumps(holder[key])))


VALUES: tuple[Callable[[Any, Any, random.Random], None], ...] = (
    _other_value,
    _lost_value,
    _inner_value,
    _other_key,
)


def _xml(data: bytes, dice: random.Random) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    tree = etree.fromstring(data, parser).getroottree()
    for _ in range(dice.randint(1, CHANGES)):
        elements = [each for each in tree.iter("*") if each.getparent() is not None]
        if elements:
            dice.choice(ELEMENTS)(dice.choice(elements), dice.choice(elements), dice)
    return bytes(etree.tostring(tree, encoding=dice.choice(("utf-8", "utf-16", "us-ascii"))))


def _other_attribute(each: Any, other: Any, dice: random.Random) -> None:
    names = list(each.attrib) or list(other.attrib)
    if names:
        each.set(dice.choice(names), dice.choice(WORDS + tuple(other.attrib.values())))


def _lost_attribute(each: Any, other: Any, dice: random.Random) -> None:
    for name in list(each.attrib)[:1]:
        del each.attrib[name]


def _other_text(each: Any, other: Any, dice: random.Random) -> None:
    each.text, each.tail = other.text, dice.choice(WORDS)


def _other_name(each: Any, other: Any, dice: random.Random) -> None:
    each.tag = other.tag


def _lost_element(each: Any, other: Any, dice: random.Random) -> None:
    each.getparent().remove(each)


def _copied(each: Any, other: Any, dice: random.Random) -> None:
    other.append(etree.fromstring(etree.tostring(each, with_tail=False)))


def _wrapped(each: Any, other: Any, dice: random.Random) -> None:
    above, place = each.getparent(), each.getparent().index(each)
    outer = etree.Element(other.tag, dict(other.attrib))
    above.insert(place, outer)
    outer.append(each)


ELEMENTS: tuple[Callable[[Any, Any, random.Random], None], ...] = (
    _other_attribute,
    _other_attribute,
    _lost_attribute,
    _other_text,
    _other_name,
    _lost_element,
    _copied,
    _wrapped,
)
