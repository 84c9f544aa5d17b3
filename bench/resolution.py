"""Who is "he": how often a pronoun or a role is given the fullest name that the same text has for it.

    python -m bench.resolution [look]     with each one that went wrong

``resolution.jsonl`` holds places in PolNeAR only (no text): a source that is a pronoun or a role,
and the places of the fullest name that the text gives to whoever is meant; none where it cannot be
told, nobody is named, or several are meant. Lines marked "look" (of the train part) were looked at
while the rules were made and their weights set; those marked "report" (of the dev part) were not,
and the figures are theirs.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.data import DATA
from firsthand.languages import load
from firsthand.model import Span
from firsthand.reading import resolution

LABELS = Path(__file__).with_suffix(".jsonl")
WORD = re.compile(r"\w[\w.-]*\w|\w")
OUTCOMES = ("right", "wrong", "short", "missed", "invented")


def figures() -> dict[str, float]:
    """Accuracy in per cent on the part to report, over all and by form, and the shares of the errors."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for label, outcome, _ in judged("report"):
        counts["all"][outcome] += 1
        counts[label["form"]][outcome] += 1
    found = {f"{form}: right": _share(counted, "right") for form, counted in counts.items()}
    found["all: not the wrong one"] = 100 - _share(counts["all"], "wrong", "invented")
    return found


def judged(use: str) -> Iterator[tuple[dict[str, object], str, str]]:
    """Every label of one use, what became of it, and the name that was given.

    "right"; "wrong": somebody else; "short": a part of the name; "missed": nobody although the
    text names them; "invented": a name for somebody whom the text does not name.
    """
    by_text: dict[tuple[str, str], list[dict[str, object]]] = defaultdict(list)
    for label in map(json.loads, LABELS.read_text("utf-8").splitlines()):
        if label["use"] == use:
            by_text[label["split"], label["doc"]].append(label)
    for (split, doc), labels in by_text.items():
        text = (DATA / "polnear" / split / "text" / f"{doc}.txt").read_bytes().decode("utf-8")
        mentions = [Span(*label["mention"]) for label in labels]
        names = resolution.resolve(text, mentions, load("en"))
        for label, mention, name in zip(labels, mentions, names, strict=True):
            accepted = [text[start:end] for start, end in label["answers"]]
            yield label, outcome(name, text[mention.start : mention.end], accepted), name


def outcome(name: str, mention: str, accepted: list[str]) -> str:
    """One of `OUTCOMES` for a name given to a mention; the mention itself is no name."""
    given = frozenset() if name == mention else _words(name)
    answers = [_words(each) for each in accepted]
    if not given:
        return "missed" if answers else "right"
    if not answers:
        return "invented"
    if any(answer <= given and len(given) <= len(answer) + 2 for answer in answers):
        return "right"
    return "short" if any(given < answer for answer in answers) else "wrong"


def _words(name: str) -> frozenset[str]:
    """The words of a name without titles, articles, initials and possessive endings."""
    bare = re.sub(r"['’]s?\b", "", name).lower()
    words = [word.strip(".") for word in WORD.findall(bare)]
    dropped = load("en").entries("titles") | load("en").entries("determiners")
    kept = [word for word in words if len(word) > 1 and word not in dropped]
    return frozenset(kept or words)


def _share(counted: Counter[str], *outcomes: str) -> float:
    return 100 * sum(counted[each] for each in outcomes) / max(1, counted.total())


def _print(use: str) -> None:
    totals: Counter[str] = Counter()
    for label, became, name in judged(use):
        totals[became] += 1
        if became != "right":
            print(became, label["form"], label["doc"], label["mention"], "->", name)
    print(dict(totals), f"right: {_share(totals, 'right'):.1f} %")


if __name__ == "__main__":
    _print(sys.argv[1] if len(sys.argv) > 1 else "report")
