"""The learned tagger: source, cue and content of every attribution, from weights that are installed apart.

| takes | gives | promise |
| --- | --- | --- |
| a text and where its quotations stand | `Tagged` parts, tied together | None where there are no weights |

Nothing of onnxruntime or numpy is imported before weights are found.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from firsthand.reading.quotations import Quotation
from firsthand.reading.tagging.weights import find

if TYPE_CHECKING:
    from firsthand.reading.tagging.linking import Tagged

__all__ = ["find", "tag"]


def tag(text: str, quotes: Sequence[Quotation], language: str) -> list[Tagged] | None:
    """What the learned tagger finds in ``text``; None where no weights for ``language`` are installed."""
    weights = find(language)
    if weights is None:
        return None
    from firsthand.reading.tagging.tagger import loaded

    return list(loaded(weights).tag(text, quotes))
