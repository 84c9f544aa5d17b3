"""A stemma in the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.dossier.stemmas.phrasing import certain, doubt
from firsthand.model import Copying, Node, Stemma


def write(stemma: Stemma) -> str:
    """A digraph: lost copies dashed, doubtful lines dashed, open directions without an arrow."""
    parts = ["digraph descent {", "  rankdir=LR;", '  node [shape=box, style="rounded"];']
    parts += [f"  {quoted(n.id)} [{_joined(_node(n))}];" for n in stemma.nodes]
    parts += [
        f"  {quoted(e.parent)} -> {quoted(e.child)} [{_joined(_line(e, stemma.counted))}];"
        for e in stemma.lines
    ]
    return "\n".join([*parts, "}"]) + "\n"


def quoted(text: str) -> str:
    """``text`` as a quoted identifier; a backslash or a quotation mark in it is no end of it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + " ".join(escaped.split()) + '"'


def _node(node: Node) -> Iterable[str]:
    yield f"label={quoted(node.name)}"
    if not node.record:
        yield 'style="rounded,dashed"'


def _line(line: Copying, counted: str) -> Iterable[str]:
    yield f"label={quoted(doubt(line, counted))}"
    if line.note:
        yield f"tooltip={quoted(line.note)}"
    if not certain(line):
        yield "style=dashed"
    if not line.directed:
        yield "dir=none"


def _joined(attributes: Iterable[str]) -> str:
    return ", ".join(attributes)
