"""Who copied whom; origins; independence; drift.

Takes records, attributions, sources, statements and matches. Gives nodes, lines of descent with
their evidence, readings with their upstream, verdicts, drifts and loops of citation. Promises that
"cannot tell" is an allowed answer: unknown lineage never counts as independence.
"""

from firsthand.tracing.changes import changes, in_short
from firsthand.tracing.editions import editions, with_receipts
from firsthand.tracing.effects import doubtful
from firsthand.tracing.ruled import obeyed
from firsthand.tracing.since import Since
from firsthand.tracing.trace import TRACER, trace

__all__ = [
    "TRACER",
    "Since",
    "changes",
    "doubtful",
    "editions",
    "in_short",
    "obeyed",
    "trace",
    "with_receipts",
]
