"""Rulings that others made, out of a file of FollowTheMoney: what ``Case.rule_from`` does.

A line is an entity (a person's name and aliases are one person's, says who made the file), a ruling of
another case (``dossier/exports/ftm.py``), or an edge as nomenklatura keeps them: two ids, positive, negative
or unsure, a score, who decided and when. What says nothing of names is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from firsthand import names
from firsthand.casefile import CaseFile, now
from firsthand.errors import Refused
from firsthand.model import Anchor, Judgement, Matter, Ruling
from firsthand.ruling import store

NAMED = frozenset({"Person", "Organization", "Company", "PublicBody", "LegalEntity"})
NAMES = ("name", "alias", "weakAlias", "previousName")
FACTS = ("birthDate", "birthPlace", "position", "nationality", "country")
EDGES = {"positive": Judgement.SAME, "negative": Judgement.DIFFERENT, "unsure": Judgement.UNDECIDED}
LONGEST = 200  # characters of a name, and names of an entity
DO = "Give a file of JSON lines, as firsthand export --format ftm and OpenAleph write them"


def take(file: CaseFile, data: bytes, by: str, source: str) -> tuple[Ruling, ...]:
    """Stores the rulings in ``data`` that the case has not got yet, and gives them.

    ``by`` is who answers for names that the file puts together without saying who did; ``source`` is what the
    file is called. Refused where it is no such file.
    """
    had = {_about(each) for each in file.rulings()}
    given: dict[tuple[object, ...], Ruling] = {}
    for each in rulings(data, by, source):
        given.setdefault(_about(each), each)
    return store(file, (each for about, each in given.items() if about not in had))


def rulings(data: bytes, by: str, source: str) -> Iterator[Ruling]:
    """The rulings that a file holds, in its order, without numbers."""
    lines = list(_lines(data))
    entities = {str(each["id"]): each for each in lines if isinstance(each, dict) and each.get("id")}
    if not entities and not any(isinstance(each, list) for each in lines):
        raise Refused("no entities of FollowTheMoney are in this file", where=source, do=DO)
    for each in lines:
        found = _of_edge(each, entities, source) if isinstance(each, list) else _of_entity(each, by, source)
        yield from (r for r in found if len({names.element(anchor) for anchor in r.on}) == 2)


def _lines(data: bytes) -> Iterator[Any]:
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError) as error:
                raise Refused(f"line {number} is not JSON", do=DO) from error


def _of_entity(line: Any, by: str, source: str) -> Iterator[Ruling]:
    if not isinstance(line, dict) or not isinstance(line.get("properties"), dict):
        return
    properties = {name: _texts(values) for name, values in line["properties"].items()}
    if line.get("schema") == "Note":
        yield from (r for text in properties.get("description", []) if (r := _of_note(text)))
    if line.get("schema") in NAMED:
        first, *others = _spellings(properties) or [""]
        because = f"{source}, {line.get('id', '')}{_facts(properties)}"
        for other in others:
            yield _made(Judgement.SAME, (Anchor(first), Anchor(other)), by, now(), because)


def _of_note(text: str) -> Ruling | None:
    """A ruling of another case; None where a note is none, or does not hold there any more."""
    try:
        told = json.loads(text)
        on = tuple(Anchor(str(each["words"]), str(each.get("record", ""))) for each in told["on"])
        if told["holds"] is not True:
            return None
        judgement = Judgement(told["judgement"])
        return _made(judgement, on, str(told["by"]), _time(told["at"]), str(told["because"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _of_edge(line: list[Any], entities: Mapping[str, Any], source: str) -> Iterator[Ruling]:
    if len(line) < 6 or not all(isinstance(each, str) for each in line[:3]) or line[2] not in EDGES:
        return
    ends = [_named(entities.get(id)) for id in line[:2]]
    if all(ends):
        on = (Anchor(ends[0]), Anchor(ends[1]))
        because = f"{source}, {line[0]} and {line[1]}"
        yield _made(EDGES[line[2]], on, str(line[4] or "nomenklatura"), _time(line[5]), because)


def _named(line: Any) -> str:
    properties = line.get("properties") if isinstance(line, dict) else None
    found = _spellings({n: _texts(v) for n, v in properties.items()}) if isinstance(properties, dict) else []
    return found[0] if found else ""


def _spellings(properties: Mapping[str, list[str]]) -> list[str]:
    told = (name.strip() for each in NAMES for name in properties.get(each, []))
    return list(dict.fromkeys(name for name in told if name and len(name) <= LONGEST))[:LONGEST]


def _facts(properties: Mapping[str, list[str]]) -> str:
    told = (f"{name}: {', '.join(properties[name])}" for name in FACTS if properties.get(name))
    facts = "; ".join(told)
    return f" ({facts})" if facts else ""


def _texts(values: Any) -> list[str]:
    given: Iterable[Any] = values if isinstance(values, list) else [values]
    return [each for each in given if isinstance(each, str)]


def _made(judgement: Judgement, on: tuple[Anchor, ...], by: str, at: str, because: str) -> Ruling:
    return Ruling(0, Matter.NAMES, judgement, on, by, at, because)


def _time(given: Any) -> str:
    """A time as it is told, or now where it is none."""
    try:
        return datetime.fromisoformat(str(given)).isoformat(timespec="seconds")
    except ValueError:
        return now()


def _about(ruling: Ruling) -> tuple[object, ...]:
    return ruling.judgement, frozenset(ruling.on), ruling.by, ruling.because
