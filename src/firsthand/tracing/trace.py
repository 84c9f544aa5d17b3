"""The stage as one function: from matches, times and citations to descents, readings and verdicts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.model import (
    Alignment,
    Attribution,
    Descent,
    Drift,
    Loop,
    Match,
    Node,
    Reading,
    Record,
    Source,
    Span,
    Statement,
    Verdict,
)
from firsthand.tracing.descent import descents
from firsthand.tracing.ground import Ground

# Part of the key under which results are kept: change it when the rules give other results.
TRACER = "rules 1"

Align = Callable[[str, Sequence[Span], str, Sequence[Span]], Alignment]
"""How two wordings are laid side by side: text and spans of the upstream, text and spans here."""


@dataclass(frozen=True, slots=True)
class Tracing:
    """What tracing found; each field has the same name and meaning in ``model.Trace``."""

    nodes: tuple[Node, ...] = ()
    descents: tuple[Descent, ...] = ()
    readings: tuple[Reading, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    drifts: tuple[Drift, ...] = ()
    loops: tuple[Loop, ...] = ()
    notes: tuple[str, ...] = ()


def trace(
    records: Sequence[Record],
    attributions: Sequence[Attribution],
    sources: Sequence[Source],
    statements: Sequence[Statement],
    matches: Sequence[Match],
    align: Align,
) -> Tracing:
    """Who copied whom, what stands behind each statement, and what each step did to the wording.

    ``align(upstream_text, upstream_spans, text, spans)`` compares two wordings (matching's). Gives
    the same answer for the same values in any order of input; refuses nothing.
    """
    ground = Ground(records, attributions, sources, matches)
    found, _ = descents(ground)
    return Tracing(descents=tuple(found))
