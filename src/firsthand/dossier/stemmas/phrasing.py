"""What a line of a stemma says of itself, in words."""

from __future__ import annotations

from firsthand.model import Certainty, Copying, Node, NodeKind, Stemma

SPEAKERS = (NodeKind.PERSON, NodeKind.BODY, NodeKind.DOCUMENT)


def doubt(line: Copying, counted: str) -> str:
    """How far to trust a line, "" where there is nothing to add: "in 41 of 100 trees", "direction open"."""
    said = [] if line.support is None else [f"in {line.support} of 100 {counted}"]
    if line.second:
        said.append("second model")
    if not line.directed:
        said.append("direction open")
    if line.support is None and line.certainty is Certainty.POSSIBLE and not line.second:
        said.append("possible")
    return ", ".join(said)


def certain(line: Copying) -> bool:
    """Whether a line is drawn without a break."""
    return line.certainty is not Certainty.POSSIBLE


def sentences(stemma: Stemma) -> list[str]:
    """Each line as one sentence without a full stop."""
    nodes = {node.id: node for node in stemma.nodes}
    return [_sentence(line, nodes[line.parent], nodes[line.child], stemma.counted) for line in stemma.lines]


def _sentence(line: Copying, parent: Node, child: Node, counted: str) -> str:
    joint = "goes with" if not line.directed else "was copied from"
    joint = "has something from" if parent.kind in SPEAKERS and not parent.record else joint
    unsaid = ", ".join(each for each in doubt(line, counted).split(", ") if each != line.certainty.value)
    more = "; ".join(each for each in (line.certainty.value, unsaid, line.note) if each)
    return f"{child.name} {joint} {parent.name}: {more}"
