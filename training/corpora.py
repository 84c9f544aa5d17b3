"""The corpora beside PolNeAR as marked texts, and what is nested in them brought to the surface."""

from __future__ import annotations

import csv
import itertools
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from training import markup
from training.marked import Marked, Parts

ROLES = {"Cue": "cue", "Source": "source", "Message": "content", "Addr": "addressee", "Medium": "channel"}
TAGS = ("source", "cue", "content")
GLUED = re.compile(r"[,.;:!?)\]“”»…]|'s|’s")  # tokens with no blank before them
OPENING = frozenset("„(«[")
SENTENCES = 12  # of a speech in one text: enough for its context, little enough to shuffle


def speeches(folder: Path) -> Iterator[Marked]:
    """SpkAtt-2023 (GermEval 2023, task 1): speeches of the German parliament in parts of a few sentences."""
    for path in sorted(folder.glob("*.json")):
        speech = json.loads(path.read_text("utf-8"))
        for part in _parts(speech["Sentences"]):
            text, places = joined([(str(s["SentenceId"]), s["Tokens"]) for s in part])
            told = [_spoken(each, places, text) for each in speech["Annotations"]]
            found = tuple(each for each in told if each.get("cue"))
            yield from levels(Marked(path.stem, "de", text, found, tuple(ROLES.values())))


def _parts(sentences: Sequence[dict[str, object]]) -> Iterator[Sequence[dict[str, object]]]:
    for start in range(0, len(sentences), SENTENCES):
        yield sentences[start : start + SENTENCES]


def joined(sentences: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, dict[str, tuple[int, int]]]:
    """Tokens as running text, with the place of each by "sentence:token"."""
    text, places = "", {}
    for number, tokens in sentences:
        for index, token in enumerate(tokens):
            glued = not text or GLUED.fullmatch(token) or text[-1] in OPENING
            text += token if glued else " " + token
            places[f"{number}:{index}"] = (len(text) - len(token), len(text))
    return text, places


def _spoken(annotation: dict[str, list[str]], places: dict[str, tuple[int, int]], text: str) -> Parts:
    found = {}
    for name, part in ROLES.items():
        here = sorted(places[each] for each in annotation[name] if each in places)
        if here:
            found[part] = tuple(_runs(here, text))
    return found


def _runs(places: Sequence[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Neighbouring tokens as one place."""
    start, end = places[0]
    for first, last in places[1:]:
        if text[end:first].strip():
            yield start, end
            start = first
        end = last
    yield start, end


def tagged(folder: Path, language: str) -> Iterator[Marked]:
    """Czech or Russian sentences of adaq (2023), whose tags do not say which source belongs to which cue."""
    with (folder / f"{language}_tokens.tsv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    for name, group in itertools.groupby(rows, lambda row: row["sentence_num"]):
        tokens = list(group)
        text, places = joined([("0", [t["text"] for t in tokens])])
        by_tag = {
            tag: tuple(_runs(here, text))
            for tag in TAGS
            if (here := [places[f"0:{n}"] for n, t in enumerate(tokens) if t["tags"] == tag])
        }
        single = len(by_tag.get("cue", ())) == 1 and len(by_tag.get("source", ())) < 2
        parts = (by_tag,) if single else tuple({tag: places} for tag, places in by_tag.items())
        yield Marked(name, language, text, parts, TAGS)


def sentences(path: Path, chosen: slice = slice(None)) -> Iterator[Marked]:
    """Our own labelled passages of one language, or the ``chosen`` ones in the order of the file."""
    for number, passage in enumerate(markup.read_sentences(path)[chosen]):
        told = tuple(_marked(each) for each in passage.attributions)
        known = tuple(markup.ROLES.values())
        yield from levels(Marked(f"{path.stem}{number}", path.stem, passage.text, told, known))


def _marked(each: markup.Marked) -> Parts:
    return {part: places for part in markup.ROLES.values() if (places := getattr(each, part))}


def levels(whole: Marked) -> Iterator[Marked]:
    """The text with its outermost attributions, and each content that holds more as a text of its own.

    The labels are flat, so what is told inside a content is learnt, and later read, from the content alone.
    """
    found = whole.attributions
    outer = [a for a in found if not any(_within(a, b) for b in found if b is not a)]
    yield Marked(whole.name, whole.language, whole.text, tuple(outer), whole.known)
    for start, end in {place for each in outer for place in each.get("content", ())}:
        inner = [_moved(a, start, end) for a in found if a not in outer]
        held = tuple(a for a in inner if a.get("cue"))
        if held:
            yield from levels(Marked(whole.name, whole.language, whole.text[start:end], held, whole.known))


def _within(inner: Parts, outer: Parts) -> bool:
    places = [*inner.get("cue", ()), *inner.get("content", ())]
    held = outer.get("content", ())
    return any(any(a <= s and e <= b and (s, e) != (a, b) for a, b in held) for s, e in places)


def _moved(each: Parts, start: int, end: int) -> Parts:
    held = {part: [(a, b) for a, b in places if start <= a and b <= end] for part, places in each.items()}
    return {part: tuple((a - start, b - start) for a, b in places) for part, places in held.items() if places}
