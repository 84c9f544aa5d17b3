"""The collation as JSON: names, words side by side, variations, transpositions, families."""

from __future__ import annotations

from typing import Any

from firsthand.model import Collation


def write(collation: Collation) -> str:
    """Texts are named, not numbered; offsets are Unicode code points of each text, end exclusive."""
    import msgspec

    names = collation.names
    value: dict[str, Any] = {
        "texts": dict(zip(names, collation.texts, strict=True)),
        "columns": collation.columns,
        "variations": [
            {
                "kind": v.kind,
                "start": v.start,
                "end": v.end,
                "variants": [{"words": w, "texts": [names[n] for n in texts]} for w, texts in v.variants],
            }
            for v in collation.variations
        ],
        "transpositions": [
            {"text": names[t.text], "here": t.here, "start": t.start, "end": t.end}
            for t in collation.transpositions
        ],
        "families": [[names[n] for n in family] for family in collation.families],
    }
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
