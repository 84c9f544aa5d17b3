"""Who copied whom, as a graph: texts, lost copies, and the lines between them."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model.tracing import Certainty, Node


@dataclass(frozen=True, slots=True)
class Copying:
    """A line of a stemma: ``child`` was copied from ``parent``, perhaps over lost copies.

    ``support``: of a hundred trees that explain the variants, how many have this line (the same
    texts on either side), or in a case of a hundred redraws of the shared sentences; None where a line
    rests on other evidence. ``directed`` is False where the
    texts do not tell which of the two came first. ``second``: a further model of a text that was made
    from two. ``note`` says in a sentence what the line rests on.
    """

    parent: str
    child: str
    certainty: Certainty
    support: int | None = None
    directed: bool = True
    second: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stemma:
    """Who copied whom. A node without a record and of unknown kind is a copy that must have existed.

    ``notes`` are sentences on what was compared and what could not be decided; ``counted`` is what
    the support of a line is counted in.
    """

    nodes: tuple[Node, ...]
    lines: tuple[Copying, ...]
    notes: tuple[str, ...] = ()
    counted: str = "trees"
