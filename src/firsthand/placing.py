"""Where lines stand on the pictures of their pages, as people ruled: put on the records before they are laid
out. Nothing that is found in a case depends on it, so that no trace is made anew for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.anchoring import Ground, orphan
from firsthand.model import Matter, Record, Region, Ruling, Span, holding


def placed(records: Sequence[Record], rulings: Sequence[Ruling]) -> tuple[Record, ...]:
    """The same records, each line where those of the ``rulings`` say that hold and have their place."""
    case = Ground({each.id: each for each in records}, {})
    held = (each for each in holding(rulings, Matter.REGION) if orphan(each, case) is None)
    drawn: dict[str, dict[Span, Region]] = {}
    for each in held:
        line, region = each.on[0], each.region
        if region:
            drawn.setdefault(line.record, {})[line.spans[0]] = region
    return tuple(_placed(each, drawn[each.id]) if each.id in drawn else each for each in records)


def _placed(record: Record, drawn: Mapping[Span, Region]) -> Record:
    lines = (replace(line, region=drawn.get(line.span, line.region)) for line in record.lines)
    return replace(record, lines=tuple(lines))
