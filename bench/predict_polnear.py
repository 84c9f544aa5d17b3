"""Prints what the reader finds in a PolNeAR folder, as JSON Lines for that set's scorer.

python bench/predict_polnear.py FOLDER [rules|learned] > predictions.jsonl     (FOLDER holds text/*.txt)
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from firsthand.model import Attribution, Span
from firsthand.reading import outermost, read

Spans = tuple[Span, ...]
THAT = re.compile(r"\bthat,?\s+[\"“'‘]*$", re.IGNORECASE)


def predictions(folder: Path, reader: str = "") -> Iterator[dict[str, object]]:
    """One object a text."""
    for path in sorted(folder.glob("text/*.txt")):
        text = path.read_bytes().decode("utf-8")
        yield {"doc": path.stem, "attributions": [_scored(text, *each) for each in _found(text, reader)]}


def _found(text: str, reader: str) -> Iterator[tuple[Span | None, Spans, Spans]]:
    """Source, cue and content of each attribution as PolNeAR marks them: flat, the outermost alone.

    That is the layer which the tagger gives; `read` goes on from it to the innermost statement, its
    chain of hands and short sources, and is scored as a whole by relay.py and relay_news.py.
    """
    told = None if reader == "rules" else outermost(text, "en")
    if told is not None:
        yield from ((each.source, each.cue, each.content) for each in told)
    else:
        yield from ((each.source, each.cue, each.content) for each in _marked(read(text, "en", "", reader)))


def _marked(found: Sequence[Attribution]) -> list[Attribution]:
    """As PolNeAR marks: the outermost alone, each with what goes on without an attribution of its own."""
    marked: list[Attribution] = []
    for each in found:
        if each.inferred and marked and not marked[-1].inferred and marked[-1].name == each.name:
            content = tuple(sorted({*marked[-1].content, *each.content}))
            marked[-1] = replace(marked[-1], content=content)
        elif each.cue and not each.parent:
            marked.append(each)
    return marked


def _scored(text: str, source: Span | None, cue: Spans, content: Spans) -> dict[str, object]:
    who = [list(source)] if source else []
    return {"source": who, "cue": _lists(cue), "content": _lists(_with_that(text, content))}


def _with_that(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """PolNeAR counts a "that" before the content as part of it (99 of 100 in its train part); we do not."""
    first, *others = content
    before = THAT.search(text, max(0, first.start - 12), first.start)
    return (Span(before.start(), first.end), *others) if before else content


def _lists(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


if __name__ == "__main__":
    for row in predictions(Path(sys.argv[1]), *sys.argv[2:3]):
        print(json.dumps(row))
