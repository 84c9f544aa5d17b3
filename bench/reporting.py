"""ECB+: speech acts that several reports tell of. Are "said" here and "announced" there the same one?

Gold: the chains of mentions of class ACTION_REPORTING, in the sentences that were checked. A case is a
topic: two similar events, told by many outlets. Three answers, pairwise over mentions, in per cent:

* same lemma: the baseline of the field; two mentions of a topic are one where the lemma is the same;
* statements: what a case says. A mention is the cue of an attribution, and two are one where their
  attributions are readings of one statement;
* statements, sources, events: of two reports on one event, mentions are one also where the same source is
  named or the lemma is the same. Reports are put together by rare words in common, here and in no case:
  the likeness at which (`EVENT`) is the one that did best on the train part (73.0), not on dev.

    python -m bench.reporting
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt
from typing import Any

from bench.data import DATA
from firsthand.engines import Local
from firsthand.languages import load
from firsthand.matching import group, installed, match
from firsthand.matching.words import features, words_of
from firsthand.model import Attribution, Record, Span, identity
from firsthand.reading import own_voice, propositions, read

FOLDER = DATA / "ecbplus"
CLOSE = frozenset(".,;:!?)]}%'’”") | {"'s", "n't", "’s", "'re", "'ve"}
OPEN = frozenset("([{$“‘")
EVENT = 0.12  # mean likeness of the reports of two groups from which they tell of one event

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or two that tell of a speech act: where they stand, the lemma, and the gold chain."""

    id: str
    doc: str
    span: Span
    lemma: str
    chain: str


def figures(part: str = "dev") -> dict[str, float]:
    """Pairwise precision, recall and F1 of the three answers."""
    gold: set[Pair] = set()
    told: defaultdict[str, set[Pair]] = defaultdict(set)
    for documents in _topics(part):
        records, mentions = _laid_out(documents)
        gold |= _pairs(mentions, {m.id: (m.chain,) for m in mentions})
        for name, pairs in _answers(records, mentions).items():
            told[name] |= pairs
    return {f"{name}: {m}": v for name, pairs in told.items() for m, v in _rates(gold, pairs).items()}


def table(part: str = "dev") -> dict[str, dict[str, float]]:
    """The three answers side by side."""
    found: dict[str, dict[str, float]] = {}
    for name, value in figures(part).items():
        answer, measure = name.rsplit(": ", 1)
        found.setdefault(answer, {})[measure] = value
    return found


def _answers(records: Sequence[Record], mentions: Sequence[Mention]) -> dict[str, set[Pair]]:
    said, held = _said(records)
    cued = {m.id: [a for a in said[m.doc] if _is_cue(a, m.span)] for m in mentions}
    event = _events(records)
    lemma = _pairs(mentions, {m.id: (m.lemma,) for m in mentions})
    statement = _pairs(
        mentions, {m.id: [s for a in cued[m.id] for s in held.get(a.id, ())] for m in mentions}
    )
    source = _pairs(
        mentions, {m.id: {w for a in cued[m.id] for w in a.name.casefold().split()} for m in mentions}
    )
    one = _pairs(mentions, {m.id: (str(event[m.doc]),) for m in mentions})
    every = (lemma | statement | source) & one
    return {"same lemma": lemma, "statements": statement, "statements, sources, events": every}


def _rates(gold: set[Pair], told: set[Pair]) -> dict[str, float]:
    precision, recall = len(gold & told) / (len(told) or 1), len(gold & told) / (len(gold) or 1)
    both = precision + recall
    return {"P": 100 * precision, "R": 100 * recall, "F1": 200 * precision * recall / both if both else 0.0}


# ---------------------------------------------------------------- the data


def _topics(part: str) -> Iterator[list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (FOLDER / f"{part}.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        found[document["topic"]].append(document)
    yield from found.values()


def _checked() -> set[tuple[str, str, int]]:
    with (FOLDER / "coreference_sentences.csv").open(encoding="utf-8") as file:
        return {(r["Topic"], r["File"], int(r["Sentence Number"])) for r in csv.DictReader(file)}


def _laid_out(documents: Sequence[Mapping[str, Any]]) -> tuple[list[Record], list[Mention]]:
    checked = _checked()
    records, mentions = [], []
    for document in documents:
        text, places = _text(document["sentences"])
        name = identity("ecb", document["doc"])
        records.append(Record(id=name, object=name, name=document["doc"], language="en", text=text))
        topic, file = document["doc"].split("_", 1)
        for m in document["mentions"]:
            if m["class"] == "ACTION_REPORTING" and (topic, file, m["sent"]) in checked and m["chain"]:
                mentions.append(_mention(document["doc"], name, m, places))
    return records, mentions


def _mention(doc: str, record: str, m: Mapping[str, Any], places: Mapping[tuple[int, int], Span]) -> Mention:
    spans = [places[m["sent"], token] for token in m["tokens"]]
    return Mention(
        f"{doc}#{m['id']}", record, Span(spans[0].start, spans[-1].end), _lemma(m["text"]), m["chain"]
    )


def _lemma(words: str) -> str:
    """The first form of the verb of saying, or the word without its ending."""
    verbs = load("en").verbs
    low = words.lower().split()[0]
    return verbs[low].forms[0] if low in verbs and len(verbs[low].forms) < 6 else _bare(low)


def _bare(word: str) -> str:
    for ending in ("ements", "ement", "ings", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return {"said": "say", "told": "tell"}.get(word, word)


def _text(sentences: Iterable[Mapping[str, Any]]) -> tuple[str, dict[tuple[int, int], Span]]:
    """The tokens of a document as prose, a sentence a line, and where each token stands in it."""
    text, places = "", {}
    for sentence in sentences:
        text += "\n" if text else ""
        glued = True
        for number, token in enumerate(sentence["tokens"]):
            text += "" if glued or token in CLOSE else " "
            places[sentence["n"], number] = Span(len(text), len(text) + len(token))
            text += token
            glued = token in OPEN
    return text, places


# ---------------------------------------------------------------- who says the same


def _said(records: Sequence[Record]) -> tuple[dict[str, list[Attribution]], dict[str, list[str]]]:
    """The attributions of every record, and the statements of every attribution."""
    said: dict[str, list[Attribution]] = {}
    for each in records:
        found = read(each.text, each.language, each.id)
        own = own_voice(each.text, each.language, each.id, found)
        said[each.id] = list(propositions(each.text, each.language, (*found, *own)))
    every = [a for found in said.values() for a in found]
    held: dict[str, list[str]] = defaultdict(list)
    for statement in group(
        records, every, match(records, every, Local(1).pairs_sharing_key, installed()).matches
    ):
        for member in statement.attributions:
            held[member].append(statement.id)
    return said, held


def _events(records: Sequence[Record]) -> dict[str, int]:
    """Reports put together while the two likest groups are alike enough: which group each is in."""
    alike = _likeness([set(features(words_of(r.text, [Span(0, len(r.text))]).keys)) for r in records])
    groups = [[n] for n in range(len(records))]
    while len(groups) > 1:
        best = max(
            combinations(range(len(groups)), 2), key=lambda p: _mean(alike, groups[p[0]], groups[p[1]])
        )
        if _mean(alike, groups[best[0]], groups[best[1]]) < EVENT:
            break
        groups[best[0]] += groups.pop(best[1])
    return {records[n].id: number for number, own in enumerate(groups) for n in own}


def _likeness(stems: Sequence[set[str]]) -> list[list[float]]:
    """The cosine of every two sets of stems, each stem weighed by its rarity."""
    holders = Counter(stem for each in stems for stem in each)
    weights = {stem: log((len(stems) + 1) / n) if n > 1 else 0.0 for stem, n in holders.items()}
    lengths = [sqrt(sum(weights[s] ** 2 for s in each)) or 1.0 for each in stems]
    return [
        [sum(weights[s] ** 2 for s in a & b) / (lengths[i] * lengths[j]) for j, b in enumerate(stems)]
        for i, a in enumerate(stems)
    ]


def _mean(alike: Sequence[Sequence[float]], one: Sequence[int], other: Sequence[int]) -> float:
    return sum(alike[i][j] for i in one for j in other) / (len(one) * len(other))


def _is_cue(each: Attribution, span: Span) -> bool:
    return any(c.start < span.end and span.start < c.end for c in each.cue)


def _pairs(mentions: Sequence[Mention], kept: Mapping[str, Iterable[str]]) -> set[Pair]:
    """Pairs of mentions in two documents that have something in common, directly or by way of others."""
    holders: dict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        for key in kept[mention.id]:
            holders[key].append(mention.id)
    return {
        frozenset(pair)
        for ids in holders.values()
        for pair in combinations(ids, 2)
        if pair[0].rsplit("#", 1)[0] != pair[1].rsplit("#", 1)[0]
    }


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:<52} {value:6.1f}")
