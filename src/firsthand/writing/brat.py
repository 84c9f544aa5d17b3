"""brat standoff (.ann): Source, Cue and Content, tied together by an event for each attribution.

The layout is that of the PolNeAR corpus: the event is anchored on the cue, or on the first piece
of the content where there is no cue. A span that crosses a line break is written in pieces, as brat
wants it; offsets are code points of the .txt beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.model import Attribution, Kind, Record, Span, Speech, Stance

LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
ATTRIBUTES = {"Kind": Kind, "Stance": Stance, "Speech": Speech}
CONFIGURATION = "\n".join(
    [
        "[entities]",
        *("Source", "Cue", "Content"),
        "[relations]",
        "[events]",
        "Attribution Source?:Source, Cue?:Cue, Content:Content, Within?:Attribution",
        "[attributes]",
        *(f"{name}\tArg:Attribution, Value:{'|'.join(kind)}" for name, kind in ATTRIBUTES.items()),
        "Inferred\tArg:Attribution",
        "Unstated\tArg:Attribution",
        "",
    ]
)


def write(record: Record, attributions: Sequence[Attribution]) -> str:
    """The lines of one .ann file: spans (T), events (E), attributes (A) and full names as notes (#)."""
    numbers = {each.id: number for number, each in enumerate(attributions, 1)}
    sheet = _Sheet(record.text)
    for number, each in enumerate(attributions, 1):
        sheet.add(number, each, numbers.get(each.parent, 0))
    return "".join(f"{line}\n" for line in sheet.lines)


class _Sheet:
    """The lines so far, with the running numbers that brat wants."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self.spans: dict[tuple[str, str], str] = {}
        self.attributes = 0

    def add(self, number: int, each: Attribution, parent: int) -> None:
        """The lines of one attribution; ``parent`` is the number of the one around it, 0 for none."""
        arguments = [("Attribution", each.cue or each.content[:1])]
        arguments += [("Source", (each.source,))] if each.source else []
        arguments += [("Cue", each.cue)] if each.cue else []
        tied = [
            f"{role}:{self._span(role, spans)}" for role, spans in [*arguments, ("Content", each.content)]
        ]
        tied += [f"Within:E{parent}"] if parent else []
        self.lines.append(f"E{number}\t{' '.join(tied)}")
        for attribute in _attributes(each, f"E{number}"):
            self.attributes += 1
            self.lines.append(f"A{self.attributes}\t{attribute}")
        if each.name:
            self.lines.append(f"#{number}\tAnnotatorNotes E{number}\t{' '.join(each.name.split())}")

    def _span(self, role: str, spans: Sequence[Span]) -> str:
        """The name (T3) of these characters in this role; written when first asked for."""
        pieces = [piece for span in spans for piece in _by_line(self.text, span)]
        place = ";".join(f"{start} {end}" for start, end in pieces)
        if (role, place) not in self.spans:
            name = self.spans[role, place] = f"T{len(self.spans) + 1}"
            words = " ".join(self.text[start:end] for start, end in pieces)
            self.lines.append(f"{name}\t{role} {place}\t{words}")
        return self.spans[role, place]


def _by_line(text: str, span: Span) -> Iterator[Span]:
    for match in LINE.finditer(text, *span):
        yield Span(match.start(), match.end())


def _attributes(each: Attribution, event: str) -> Iterator[str]:
    yield f"Kind {event} {each.kind}"
    yield f"Stance {event} {each.stance}"
    yield f"Speech {event} {each.speech}"
    if each.inferred:
        yield f"Inferred {event}"
    if each.unstated:
        yield f"Unstated {event}"
