"""The entities and edges of a file, each value with the line that it stands in.

Four forms: an entity a line (``{"id": …, "schema": …, "properties": {…}}``, or a list of such), a statement
a line, statements as a CSV table, and edges of nomenklatura (``["a", "b", "positive", 0.9, "ann", "2025"]``).
What several lines say of one id is one entity. An entity inside another (as OpenAleph's API gives them) is
one of its own.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

NAMED = frozenset({"Person", "Organization", "Company", "PublicBody", "LegalEntity"})
NAMES = ("name", "alias", "weakAlias", "previousName")
PARTS = ("firstName", "middleName", "lastName")
LONGEST = 200  # characters of a name, and names of an entity
DEEPEST = 4  # entities in one another
SHOWN = 8  # lines that are told one by one
SURROGATE = re.compile(r"\\u[dD][89abcdefABCDEF]")
_JSON = json.JSONDecoder()


class Odd(NamedTuple):
    """Something in a line that was not understood, or not taken."""

    line: int
    what: str


class Value(NamedTuple):
    """A value of a property, and the line that it stands in."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Entity:
    """What a file says of one thing: its schema, and the values of its properties; ``line`` is the first."""

    id: str
    schema: str
    line: int
    properties: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    def values(self, *names: str) -> list[Value]:
        """The values of these properties, in their order."""
        return [value for name in names for value in self.properties.get(name, ())]

    @property
    def names(self) -> list[str]:
        """Its spellings, the first of which stands for all; made of its parts where no name is whole."""
        told = [value.text.strip() for value in self.values(*NAMES)]
        parts = " ".join(values[0].text.strip() for name in PARTS if (values := self.values(name)))
        told = [name for name in told if name] or [parts]
        return list(dict.fromkeys(name for name in told if 0 < len(name) <= LONGEST))[:LONGEST]


@dataclass(frozen=True, slots=True)
class Edge:
    """A judgement of nomenklatura on two ids, by whom and when."""

    one: str
    other: str
    judgement: str
    by: str
    at: str
    line: int


@dataclass(frozen=True, slots=True)
class File:
    """All that was understood of a file, and what was not."""

    entities: Mapping[str, Entity]
    edges: tuple[Edge, ...]
    odd: tuple[Odd, ...]


@lru_cache(maxsize=8)  # the strands of a case ask for the same few
def read(text: str) -> File:
    """What stands in the text of a file."""
    gathered = _Gathered()
    rows = _table(text)
    for line, value in _values(text) if rows is None else rows:
        gathered.take(line, value)
    return File(gathered.entities(), tuple(gathered.edges), tuple(gathered.odd))


def sentences(odd: Iterable[Odd]) -> list[str]:
    """What was not understood, in a sentence for each thing, with the lines where it stands."""
    lines: dict[str, list[int]] = {}
    for each in odd:
        lines.setdefault(each.what, []).append(each.line)
    return [f"{_numbered(list(dict.fromkeys(at)))}: {what}" for what, at in lines.items()]


def _numbered(lines: list[int]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]}"
    if len(lines) > SHOWN:
        return f"lines {', '.join(map(str, lines[:SHOWN]))} and {len(lines) - SHOWN:,} more"
    return f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"


# ------------------------------------------------------------ the lines of a file


def _values(text: str) -> Iterator[tuple[int, Any]]:
    """The values of JSON with their lines: one a line, or those of one list over all lines."""
    lines = text.split("\n")
    first = next((line.strip() for line in lines if line.strip()), "")
    if first[:1] in ("[", "{") and _parsed(first) is _broken and (whole := _whole(text)):
        yield from whole
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _parsed(line)


_broken = object()


def _parsed(line: str) -> Any:
    try:
        return _storable(json.loads(line), line)
    except (ValueError, RecursionError):
        return _broken


def _storable(value: Any, written: str) -> Any:
    """A value without lone surrogates, which no text file can hold."""
    if not SURROGATE.search(written):
        return value
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def _whole(text: str) -> list[tuple[int, Any]]:
    """The values of one list, or one value, over several lines; none where it is not JSON."""
    try:
        value = _storable(_JSON.raw_decode(text.strip())[0], text)
    except (ValueError, RecursionError):
        return []
    start = len(text) - len(text.lstrip())
    line = text.count("\n", 0, start) + 1
    if not isinstance(value, list):
        return [(line, value)]
    found, at = [], start + 1
    for each in value:
        while text[at].isspace() or text[at] == ",":
            line += text[at] == "\n"
            at += 1
        _, end = _JSON.raw_decode(text, at)
        found.append((line, each))
        line += text.count("\n", at, end)
        at = end
    return found


def _table(text: str) -> Iterator[tuple[int, Any]] | None:
    """The rows of a CSV table of statements or edges as objects; None where it is no such table."""
    head = {name.strip().strip('"') for name in text.lstrip("\n").split("\n", 1)[0].split(",")}
    if not ({"entity_id", "prop", "value"} <= head or {"source", "target", "judgement"} <= head):
        return None
    return _rows(text)


def _rows(text: str) -> Iterator[tuple[int, Any]]:
    reader = csv.DictReader(text.split("\n"))
    at = reader.line_num + 1
    try:
        for row in reader:
            yield at + 1, row
            at = reader.line_num
    except csv.Error:
        yield at + 1, _broken


# ------------------------------------------------------------ what the lines say


class _Gathered:
    """What the lines of a file say, put together by id."""

    def __init__(self) -> None:
        self._schemas: dict[str, tuple[str, int]] = {}
        self._values: dict[str, dict[str, dict[Value, None]]] = {}
        self.edges: list[Edge] = []
        self.odd: list[Odd] = []

    def entities(self) -> dict[str, Entity]:
        return {
            id: Entity(id, schema, line, {n: tuple(v) for n, v in self._values[id].items()})
            for id, (schema, line) in self._schemas.items()
        }

    def take(self, line: int, value: Any) -> None:
        """One value of the file, whatever it is."""
        if value is _broken:
            self._odd(line, "it is not JSON")
        elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
            for each in value:
                self.take(line, each)
        elif isinstance(value, list):
            self._edge(line, value)
        elif not isinstance(value, dict):
            self._odd(line, "it is no entity")
        elif {"source", "target", "judgement"} <= value.keys():
            ends = (value["target"], value["source"], value["judgement"], None)
            self._edge(line, [*ends, value.get("user"), value.get("created_at"), value.get("deleted_at")])
        elif {"entity_id", "prop"} <= value.keys():
            self._statement(line, value)
        else:
            self._entity(line, value)

    def _odd(self, line: int, what: str) -> None:
        self.odd.append(Odd(line, what))

    def _edge(self, line: int, row: list[Any]) -> None:
        if len(row) < 3 or not all(isinstance(each, str) and each for each in row[:3]):
            self._odd(line, "it is no edge: two ids and a judgement are wanted")
            return
        by, at, gone = (str(each or "") for each in [*row[4:7], None, None, None][:3])
        if gone:
            self._odd(line, "the edge was withdrawn, and is no ruling")
        else:
            self.edges.append(Edge(row[0], row[1], row[2], by, at, line))

    def _statement(self, line: int, row: Mapping[str, Any]) -> None:
        id = str(row.get("canonical_id") or row["entity_id"] or "")
        prefix, _, name = str(row["prop"] or "").rpartition(":")
        schema, value = str(row.get("schema") or prefix), row.get("value")
        if not id or not schema or not name or not isinstance(value, str):
            self._odd(line, "it is no statement: an entity, its schema, a property and a value are wanted")
        elif name != "id":
            self._begin(id, schema, line)
            self._add(id, name, value, line)

    def _entity(self, line: int, given: Mapping[str, Any], depth: int = 0) -> str:
        """The id of an entity that was taken; "" of what is none."""
        id, schema, properties = given.get("id"), given.get("schema"), given.get("properties")
        if not isinstance(id, str | int) or not str(id) or not isinstance(schema, str) or not schema:
            self._odd(line, "it is no entity: an id and a schema are wanted")
            return ""
        if not isinstance(properties, dict):
            self._odd(line, "the entity has no properties")
            return ""
        self._begin(str(id), schema, line)
        for name, values in properties.items():
            for value in values if isinstance(values, list) else [values]:
                self._value(str(id), name, value, line, depth)
        return str(id)

    def _value(self, id: str, name: str, value: Any, line: int, depth: int) -> None:
        if isinstance(value, dict) and depth < DEEPEST:
            value = self._entity(line, value, depth + 1) if "schema" in value else value.get("id")
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self._odd(line, f"a value of {name} is no text")
        elif str(value):
            self._add(id, name, str(value), line)

    def _begin(self, id: str, schema: str, line: int) -> None:
        """An entity, or more of one; the narrower of two schemata that lines give it holds."""
        known = self._schemas.get(id)
        if known is None or (known[0] == "LegalEntity" and schema in NAMED):
            self._schemas[id] = (schema, known[1] if known else line)
            self._values.setdefault(id, {})
        elif schema != known[0] and schema != "LegalEntity":
            self._odd(line, f"{id} is a {schema} here, and a {known[0]} in line {known[1]}")

    def _add(self, id: str, name: str, value: str, line: int) -> None:
        self._values[id].setdefault(name, {})[Value(value, line)] = None
        if name in NAMES and len(value.strip()) > LONGEST:
            self._odd(line, f"a name of more than {LONGEST} characters is not taken")
