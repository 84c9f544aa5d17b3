"""Real news, three outlets an event: each event goes the whole way, from a file to a sealed dossier."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.data import DATA
from firsthand import Case

FILE = DATA / "same-event-news" / "basil.jsonl"


def figures() -> dict[str, float]:
    """Events there are, and of them the share (per cent) traced, published and verified without an error."""
    outcomes = [traced(lines) for lines in events()]
    return {"events": float(len(outcomes)), "traced without an error": 100 * sum(outcomes) / len(outcomes)}


def events() -> Iterator[list[str]]:
    """The lines of the file, event by event: each event is a JSON Lines file of its own."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in FILE.read_text("utf-8").splitlines():
        found[json.loads(line)["event"]].append(line)
    yield from found.values()


def traced(lines: list[str]) -> bool:
    """Whether these articles become a case with a statement, a verdict for each, and a dossier."""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        articles.write_text("\n".join(lines), "utf-8")
        with Case.create(Path(folder) / "case") as case:
            intake = case.add(articles)
            found = case.trace()
            written = case.publish()["html"].stat().st_size
            judged = {verdict.statement for verdict in found.verdicts}
            whole = intake.records == len(lines) and judged == {s.id for s in found.statements} != set()
            return whole and written > 0 and case.verify() == ()
