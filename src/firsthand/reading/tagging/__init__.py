"""The learned tagger: source, cue and content of every attribution, from weights that are installed apart.

| takes | gives | promise |
| --- | --- | --- |
| a text and where its quotations stand | `Tagged` parts, tied together | None where there are no weights |

Nothing of onnxruntime or numpy is imported before weights are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from firsthand.model import Span
from firsthand.reading import quotations
from firsthand.reading.quotations import Quotation
from firsthand.reading.tagging.weights import find

if TYPE_CHECKING:
    from firsthand.reading.tagging.linking import Tagged

__all__ = ["find", "levels", "tag"]


def tag(text: str, quotes: Sequence[Quotation], language: str) -> list[Tagged] | None:
    """What the learned tagger finds in ``text``; None where no weights for ``language`` are installed."""
    weights = find(language)
    if weights is None:
        return None
    from firsthand.reading.tagging.tagger import loaded

    return list(loaded(weights).tag(text, quotes))


def levels(text: str, language: str) -> list[Tagged] | None:
    """What `tag` finds, and then what is told within each content of that, down to the innermost.

    For weights that learnt from texts marked so (SpkAtt-2023 and our own): in each content what it
    holds was shown to them as in a text by itself.
    """
    return None if find(language) is None else list(_levels(text, Span(0, len(text)), language))


def _levels(text: str, within: Span, language: str) -> Iterator[Tagged]:
    part = text[within.start : within.end]
    for each in tag(part, quotations.find(part), language) or ():
        moved = _moved(each, within.start)
        yield moved
        for content in moved.content:
            if content.end - content.start < within.end - within.start:
                yield from _levels(text, content, language)


def _moved(each: Tagged, by: int) -> Tagged:
    """With all its places ``by`` characters further on."""
    cue = Span(each.cue.start + by, each.cue.end + by)
    parts = {f.name: getattr(each, f.name) for f in fields(each) if f.name != "cue"}
    moved = {name: tuple(Span(s + by, e + by) for s, e in spans) for name, spans in parts.items()}
    return type(each)(cue, **moved)
