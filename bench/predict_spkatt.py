"""Prints what the reader finds in a folder of speeches, in the layout of the SpkAtt-2023 gold.

    python bench/predict_spkatt.py FOLDER [--reader rules|learned] > predictions.jsonl
    python bench/predict_spkatt.py FOLDER --out OTHER      a JSON a speech, named as in FOLDER

FOLDER holds one JSON a speech: "Sentences", each with a SentenceId and Tokens. Printed is one JSON a
line: "File", and "Annotations" with Cue, Source, Message, Addr and Medium as lists of "sentence:token".
"""

from __future__ import annotations

import argparse
import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from firsthand.model import Attribution, Role, Span
from firsthand.reading import read, tagging

ROLES = ("Addr", "Evidence", "Medium", "Message", "Source", "Topic", "Cue", "PTC")
CLOSING = re.compile(r"[,.;:!?)\]”“»…]")  # no blank before these
OPENING = "„(«["


class Joined:
    """Tokens as running text, and the way back to their names."""

    def __init__(self, tokens: Iterable[tuple[str, str]]) -> None:
        self.text = ""
        self.names: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for name, token in tokens:
            glued = not self.text or CLOSING.fullmatch(token) or self.text[-1] in OPENING
            self.text += token if glued else f" {token}"
            self.names.append(name)
            self.starts.append(len(self.text) - len(token))
            self.ends.append(len(self.text))

    def within(self, spans: Iterable[Span]) -> list[str]:
        """The names of the tokens that ``spans`` touch, in order, marks of quotation at their ends too."""
        found: list[str] = []
        for start, end in spans:
            at = bisect_left(self.ends, start + 1)
            while at < len(self.names) and self.starts[at] < end:
                found.append(self.names[at])
                at += 1
        return list(dict.fromkeys(found))


def predictions(folder: Path, reader: str = "") -> Iterator[dict[str, Any]]:
    """One object a speech."""
    for path in sorted(folder.glob("*.json")):
        speech = Joined(tokens(json.loads(path.read_text("utf-8"))["Sentences"]))
        annotations = [
            {role: speech.within(parts.get(role, ())) for role in ROLES}
            for parts in _found(speech.text, reader)
        ]
        yield {"File": path.name, "Annotations": annotations}


def _found(text: str, reader: str) -> Iterator[dict[str, Sequence[Span]]]:
    """The parts of each annotation. Speeches are marked by cue, also where nothing is told by it.

    That is the layer which the tagger gives; `read` leaves out a cue without a content.
    """
    tagged = None if reader == "rules" else tagging.levels(text, "de")
    if tagged is None:
        yield from (_parts(each) for each in read(text, "de", reader=reader))
    for each in tagged or ():
        yield {"Cue": (each.cue,), "Source": each.source, "Message": each.content,
               "Addr": each.addressee, "Medium": each.channel}  # fmt: skip


def tokens(sentences: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Every token of a speech after its name, "sentence:token"."""
    for sentence in sentences:
        for number, token in enumerate(sentence["Tokens"]):
            yield f"{sentence['SentenceId']}:{number}", token


def _parts(each: Attribution) -> dict[str, Sequence[Span]]:
    return {
        "Cue": each.cue,
        "Source": (each.source,) if each.source else (),
        "Message": each.content,
        "Addr": _hands(each, Role.ADDRESSEE),
        "Medium": _hands(each, Role.CHANNEL),
    }


def _hands(each: Attribution, role: Role) -> tuple[Span, ...]:
    return tuple(hop.who for hop in each.hands if hop.role is role and hop.who)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reader", default="", choices=("rules", "learned"))
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    for row in predictions(asked.folder, asked.reader):
        if asked.out:
            asked.out.mkdir(parents=True, exist_ok=True)
            speech = json.loads((asked.folder / row["File"]).read_text("utf-8"))
            told = {"Sentences": speech["Sentences"], "Annotations": row["Annotations"]}
            (asked.out / row["File"]).write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        else:
            print(json.dumps(row, ensure_ascii=False))
