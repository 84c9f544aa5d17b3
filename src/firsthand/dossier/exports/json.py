"""The dossier as JSON: everything that the page shows. ``schema()`` is its JSON Schema."""

from __future__ import annotations

from typing import Any

from firsthand.dossier.sheets import Dossier


def json(dossier: Dossier) -> bytes:
    """The dossier as indented JSON (UTF-8); page images are base64."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(dossier), indent=1) + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``json``."""
    import msgspec

    found = msgspec.json.schema(Dossier)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Firsthand dossier", **found}
