"""What a line of a stemma says of itself, in words."""

from __future__ import annotations

from firsthand.model import Certainty, Copying


def doubt(line: Copying) -> str:
    """How far to trust a line, "" where there is nothing to add: "in 41 of 100 trees", "direction open"."""
    said = [] if line.support is None else [f"in {line.support} of 100 trees"]
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


def sentence(line: Copying, parent: str, child: str) -> str:
    """A line as one sentence without a full stop."""
    joint = "was copied from" if line.directed else "goes with"
    more = "; ".join(each for each in (line.certainty.value, doubt(line), line.note) if each)
    return f"{child} {joint} {parent}: {more}"
