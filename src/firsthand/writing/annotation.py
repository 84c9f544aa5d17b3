"""W3C Web Annotations (JSON-LD): quote and position, both, always.

An annotation for each part of an attribution, its content, cue and source, linked to the
attribution that they make.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from firsthand.model import Attribution, Record, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of context on either side (W3C Web Annotation Data Model, TextQuoteSelector)
HEAD = f'{{\n"@context": "{CONTEXT}",\n"type": "AnnotationPage",\n"items": [\n'
BETWEEN = ",\n"
TAIL = "\n]\n}\n"


def write(record: Record, attributions: Sequence[Attribution]) -> str:
    """The annotations of one text as items of a page, a line each; HEAD and TAIL make the page."""
    items = (item for each in attributions for item in _items(record, each))
    return BETWEEN.join(json.dumps(item, ensure_ascii=False) for item in items)


def target(record: str, sha256: str, text: str, span: Span) -> dict[str, Any]:
    """Characters of a record's text as the target of an annotation; ``sha256`` is of the bytes received, ""
    where that is not told."""
    start, end = span
    state = {"state": {"type": "State", "cached": f"urn:sha256:{sha256}"}} if sha256 else {}
    return {
        "source": f"urn:firsthand:record:{record}",
        **state,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def _items(record: Record, each: Attribution) -> Iterator[dict[str, Any]]:
    source = (each.source,) if each.source else ()
    for role, spans in (("content", each.content), ("cue", each.cue), ("source", source)):
        if spans:
            yield {
                "id": f"urn:firsthand:attribution:{each.id}#{role}",
                "type": "Annotation",
                "motivation": "tagging",
                "body": _body(each, role),
                "target": [target(record.id, record.object, record.text, span) for span in spans],
            }


def _body(each: Attribution, role: str) -> list[dict[str, Any]]:
    whole = f"urn:firsthand:attribution:{each.id}"
    link = {"type": "SpecificResource", "purpose": "linking", "source": whole}
    told = {"content": (each.kind, each.stance), "source": (each.name,) if each.name else ()}
    labels = [("tagging", role), *(("describing", value) for value in told.get(role, ()))]
    return [
        link,
        *(
            {"type": "TextualBody", "purpose": p, "value": value, "format": "text/plain"}
            for p, value in labels
        ),
    ]
