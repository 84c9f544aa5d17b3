"""Real news, three outlets an event: is a quotation that two outlets share found as one statement?

There is no gold here. The quotations of at least five words that stand word for word (folded) in two
outlets of one event are counted from the texts alone; asked is whether the readings of each of them
came out in one statement. Every event must go through without an error.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from bench.data import DATA
from firsthand.engines import Local
from firsthand.matching import group, installed, match
from firsthand.model import Attribution, Record, Span, Statement, identity
from firsthand.reading import own_voice, propositions, read
from firsthand.text import fold_word, words

FILE = DATA / "same-event-news" / "basil.jsonl"
MARKED = re.compile(r"[“\"]([^“”\"\n]+)[”\"]")
FEWEST = 5


def figures() -> dict[str, float]:
    """Counts, and of the shared quotations the share (per cent) read and found as one statement."""
    shared = read_ = one = events = 0
    for reports in _events():
        records = [_record(each) for each in reports]
        said, statements = _traced(records)
        events += 1
        for places in _shared(records):
            shared += 1
            held = [_holding(said, statements, *place) for place in places]
            read_ += all(held)
            one += bool(held[0].intersection(*held[1:]))
    return {
        "events read, matched and grouped": float(events),
        "quotations shared word for word by two outlets": float(shared),
        "of these read as attributions in all (per cent)": 100 * read_ / shared,
        "of these found as one statement (per cent)": 100 * one / shared,
    }


def _events() -> Iterator[list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in FILE.read_text("utf-8").splitlines():
        report = json.loads(line)
        found[report["event"]].append(report)
    yield from found.values()


def _record(report: Mapping[str, Any]) -> Record:
    text = "\n".join(" ".join(paragraph) for paragraph in report["paragraphs"])
    name = identity("basil", report["doc"])
    return Record(
        id=name,
        object=name,
        name=report["doc"],
        title=report["title"],
        outlet=report["publisher"],
        published=report["date"],
        language="en",
        text=text,
    )


def _traced(records: Sequence[Record]) -> tuple[dict[str, list[Attribution]], dict[str, set[str]]]:
    """For every record its attributions, and for every attribution the statements that hold it."""
    said: dict[str, list[Attribution]] = {}
    for each in records:
        found = read(each.text, each.language, each.id)
        own = own_voice(each.text, each.language, each.id, found)
        said[each.id] = list(propositions(each.text, each.language, (*found, *own)))
    every = list(chain(*said.values()))
    statements = group(records, every, match(records, every, Local().pairs_sharing_key, installed()).matches)
    return said, _by_attribution(statements)


def _by_attribution(statements: Sequence[Statement]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        for each in statement.attributions:
            found[each].add(statement.id)
    return found


def _shared(records: Sequence[Record]) -> list[list[tuple[str, Span]]]:
    """The places of every quotation that two outlets have word for word, one place an outlet."""
    found: dict[tuple[str, ...], dict[str, Span]] = defaultdict(dict)
    for each in records:
        for mark in MARKED.finditer(each.text):
            span = Span(*mark.span(1))
            said = tuple(fold_word(each.text[w.start : w.end]) for w in words(each.text, span))
            if len(said) >= FEWEST:
                found[said].setdefault(each.id, span)
    return [list(places.items()) for places in found.values() if len(places) > 1]


def _holding(
    said: Mapping[str, Sequence[Attribution]], statements: Mapping[str, set[str]], record: str, span: Span
) -> set[str]:
    """Statements of the attributions whose content covers most of ``span``."""
    held: set[str] = set()
    for each in said[record]:
        covered = sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in each.content)
        if 2 * covered > span.end - span.start:
            held |= statements.get(each.id, set())
    return held


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:<52} {value:6.1f}")
