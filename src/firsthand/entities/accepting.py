"""What FollowTheMoney itself accepts, asked of its package where that is installed (extra ``ftm``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from firsthand.entities.facts import facts
from firsthand.entities.reading import Entity, File, Odd, sentences

PACKAGE = "pip install 'firsthand[ftm]'"


@cache
def _model() -> Any:
    """The schema of the package; None where it is not installed, or lacks the ICU that it is built on."""
    try:
        from followthemoney import model
    except ImportError:
        return None
    return model


def installed() -> bool:
    """Whether lines can be held against the schema here."""
    return _model() is not None


def odd(file: File, more: Iterable[Odd] = ()) -> list[str]:
    """What of a file was not understood, not taken or not accepted, and ``more``: in sentences, by line."""
    untaken = (each for each in facts(file) if isinstance(each, Odd))
    return sentences(sorted((*file.odd, *untaken, *unaccepted(file), *more)))


def unaccepted(file: File) -> Iterator[Odd]:
    """What the schema has not, or does not accept, by line: schemata, properties, values (dates, countries,
    topics), and properties that are missing. Nothing where the package is not installed."""
    model = _model()
    for entity in file.entities.values() if model else ():
        schema = model.get(entity.schema)
        if schema is None:
            yield Odd(entity.line, f"FollowTheMoney has no schema {entity.schema}")
        else:
            yield from _against(schema, entity)


def _against(schema: Any, entity: Entity) -> Iterator[Odd]:
    for name, values in entity.properties.items():
        known = schema.get(name)
        if known is None or known.stub:
            yield Odd(values[0].line, f"FollowTheMoney has no property {name} of a {entity.schema}")
            continue
        for value in values:
            if known.type.clean(value.text) is None:
                what = f"FollowTheMoney does not take “{value.text[:60]}” as {name} ({known.type.name})"
                yield Odd(value.line, what)
    for name in schema.required:
        if name not in entity.properties:
            yield Odd(entity.line, f"{entity.schema} without {name}, which FollowTheMoney wants")
