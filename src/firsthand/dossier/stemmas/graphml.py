"""A stemma as GraphML, which graph programs (Gephi, yEd, NetworkX) open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from firsthand.model import Stemma

NODE = {"name": "string", "kind": "string", "lost": "boolean"}
LINE = {"certainty": "string", "support": "int", "second": "boolean", "note": "string"}
# XML 1.0 has no place for these, escaped or not.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(stemma: Stemma) -> str:
    """Nodes and edges with their fields; an edge whose direction is open is undirected."""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(_key(name, "node", kind) for name, kind in NODE.items()),
        *(_key(name, "edge", kind) for name, kind in LINE.items()),
        '<graph id="descent" edgedefault="directed">',
    ]
    for node in stemma.nodes:
        held = {"name": node.name, "kind": node.kind.value, "lost": _flag(not node.record)}
        parts.append(f'<node id="{_safe(node.id)}">{_data(held)}</node>')
    for line in stemma.lines:
        held = {"certainty": line.certainty.value, "second": _flag(line.second), "note": line.note}
        if line.support is not None:
            held["support"] = str(line.support)
        ends = f'source="{_safe(line.parent)}" target="{_safe(line.child)}" directed="{_flag(line.directed)}"'
        parts.append(f"<edge {ends}>{_data(held)}</edge>")
    return "\n".join([*parts, "</graph>", "</graphml>"]) + "\n"


def _key(name: str, domain: str, kind: str) -> str:
    return f'<key id="{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>'


def _data(held: Mapping[str, str]) -> str:
    return "".join(f'<data key="{name}">{_safe(value)}</data>' for name, value in held.items())


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _safe(text: str) -> str:
    return escape(FORBIDDEN.sub("\ufffd", text))
