"""Parts to attributions: every content to its cue, every cue to its source or to none.

The network says of each piece what it is tied to: a content (or hand) to the first piece of its cue,
a cue to the first piece of its source, or to itself where the text states none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from firsthand.model import Span
from firsthand.reading.tagging.decoding import Part, Scores
from firsthand.reading.tagging.encoding import Whole

FAR = 4.0  # what each sentence between two parts takes from their tie


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger ties together; every field in text order, ``source`` empty where none is stated."""

    cue: Span
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    channel: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    relay: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Held:
    """What one cue has gathered so far."""

    cue: Part
    parts: dict[str, list[Span]] = field(default_factory=dict)


def link(parts: Sequence[Part], ties: Scores, knots: Scores, sentence: Whole) -> list[Tagged]:
    """The attributions of one window. ``ties`` and ``knots``: pieces x numbers, as the network gives them;
    ``sentence``: the number of each piece's sentence."""
    cues = [_Held(part) for part in parts if part.name == "cue"]
    if not cues:
        return []
    sources = [part for part in parts if part.name == "source"]
    for held in cues:
        source = _source(held.cue, sources, ties, knots, sentence)
        if source is not None:
            held.parts["source"] = [source.span]
    heads = knots[[held.cue.first for held in cues]]
    told = [held.cue for held in cues]
    for part in parts:
        if part.name not in ("cue", "source"):
            pull = _pull(ties[part.first : part.last], heads) - FAR * _away(part, told, sentence)
            chosen = cues[int(pull.argmax())]
            chosen.parts.setdefault(part.name, []).append(part.span)
    return [_tagged(held) for held in cues]


def _source(cue: Part, sources: Sequence[Part], ties: Scores, knots: Scores, sentence: Whole) -> Part | None:
    """The source that a cue is tied to; None where it is tied to itself."""
    heads = knots[[cue.first, *(source.first for source in sources)]]
    pull = ties[cue.first] @ heads.T - FAR * _away(cue, [cue, *sources], sentence)
    chosen = int(pull.argmax())
    return sources[chosen - 1] if chosen else None


def _away(part: Part, others: Sequence[Part], sentence: Whole) -> Scores:
    """How many sentences lie between a part and each of the others, from edge to edge."""
    first, last = sentence[part.first], sentence[part.last - 1]
    starts = sentence[[other.first for other in others]]
    ends = sentence[[other.last - 1 for other in others]]
    found: Scores = np.maximum(0, np.maximum(starts - last, first - ends)).astype(np.float32)
    return found


def _pull(ties: Scores, heads: Scores) -> Scores:
    """How strongly the pieces of a part, together, are tied to each of the cues."""
    products = ties @ heads.T
    found: Scores = (products - np.logaddexp.reduce(products, axis=1, keepdims=True)).sum(0)
    return found


def _tagged(held: _Held) -> Tagged:
    found = {name: tuple(sorted(spans)) for name, spans in held.parts.items()}
    return Tagged(held.cue.span, found.pop("content", ()), **found)
