"""JSON Lines: one attribution a line, the words beside their offsets."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from firsthand.model import Attribution, Hop, Record, Span


def write(record: Record, attributions: Sequence[Attribution]) -> str:
    """A line for each attribution. Offsets are code points of the text that was read, end exclusive."""
    head = {"file": record.name} | ({"part": record.part} if record.part else {})
    head |= {"language": record.language}
    rows = (head | _row(record.text, each) for each in attributions)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _row(text: str, each: Attribution) -> dict[str, Any]:
    return {
        "id": each.id,
        "parent": each.parent or None,
        "kind": each.kind,
        "stance": each.stance,
        "speech": each.speech,
        "source": _words(text, each.source),
        "name": each.name,
        "inferred": each.inferred,
        "unstated": each.unstated,
        "cue": [_words(text, span) for span in each.cue],
        "content": [_words(text, span) for span in each.content],
        "quotes": [_words(text, span) for span in each.quotes],
        "hedges": [_words(text, span) for span in each.hedges],
        "hands": [_hand(text, hop) for hop in each.hands],
        "reader": each.reader,
    }


def _words(text: str, span: Span | None) -> dict[str, Any] | None:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]} if span else None


def _hand(text: str, hop: Hop) -> dict[str, Any]:
    who, cue = _words(text, hop.who), _words(text, hop.cue)
    return {"role": hop.role, "who": who, "name": hop.name, "being": hop.being, "cue": cue}
