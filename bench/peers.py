"""What others find: textacy's direct quotations, and rules of ours over spaCy's dependency parse.

Runs in the peers' own environment (bench/peers.txt), without Firsthand. Each peer is a function from
a text to attributions in the layout of the PolNeAR scorer: source, cue and content as lists of
[start, end].
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Spans = list[list[int]]
Told = dict[str, Spans]
Peer = Callable[[str], list[Told]]

# The commonest verbs of saying; the parse decides what is said and by whom.
COMMON = """
accuse acknowledge add admit advise agree allege announce argue ask assert believe caution charge claim
comment complain concede conclude confirm contend declare deny describe disclose estimate explain hint
hope insist joke maintain mention note observe plead pledge point predict promise recall recommend
remark reply report respond reveal say state stress suggest suspect tell testify think tweet urge vow
warn wonder worry write
"""
VERBS = frozenset(COMMON.split())
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = frozenset({"ccomp", "parataxis"})
LOOSE = frozenset({"relcl", "appos", "acl"})  # what follows a name and is no part of it
MARKS = '"“”'


def textacy(model: Path) -> Peer:
    """textacy.extract.direct_quotations; it gives up on texts with an odd number of marks."""
    import spacy
    from textacy.extract import direct_quotations

    pipeline = spacy.load(model)

    def told(text: str) -> list[Told]:
        try:
            return [
                {
                    "source": [_around(each.speaker)],
                    "cue": [_around(each.cue)],
                    "content": [[each.content.start_char, each.content.end_char]],
                }
                for each in direct_quotations(pipeline(text))
            ]
        except ValueError:
            return []

    return told


def spacy_rules(model: Path) -> Peer:
    """A verb of saying with a subject and a clause under it, or one that it interrupts; "according to"."""
    import spacy

    pipeline = spacy.load(model, exclude=["ner"])

    def told(text: str) -> list[Told]:
        document = pipeline(text)
        return [*_said(document), *_according(document)]

    return told


def _said(document: Any) -> Iterator[Told]:
    for verb in document:
        if verb.lemma_.lower() not in VERBS or verb.pos_ not in ("VERB", "AUX"):
            continue
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        clauses = [child for child in verb.children if child.dep_ in CLAUSES]
        content = _trimmed(document, clauses[0].subtree) if clauses else _interrupted(document, verb)
        if content:
            source = [_phrase(subjects[0])] if subjects else []
            yield {"source": source, "cue": [[verb.idx, verb.idx + len(verb)]], "content": content}


def _interrupted(document: Any, verb: Any) -> Spans:
    """ "It is, she said, over": the clause that the verb stands in, without the verb's own words."""
    if verb.dep_ not in ("parataxis", "ccomp", "advcl") or verb.head.pos_ not in ("VERB", "AUX"):
        return []
    own = {token.i for token in verb.subtree}
    return _trimmed(document, (t for t in verb.head.subtree if t.i not in own))


def _according(document: Any) -> Iterator[Told]:
    for token in document[:-1]:
        if token.lower_ != "according" or document[token.i + 1].lower_ != "to":
            continue
        own = {each.i for each in token.subtree}
        to = document[token.i + 1]
        objects = [child for child in to.children if child.dep_ == "pobj"]
        content = _trimmed(document, (t for t in token.sent if t.i not in own))
        if objects and content:
            cue = [[token.idx, to.idx + len(to)]]
            yield {"source": [_phrase(objects[0])], "cue": cue, "content": content}


def _phrase(head: Any) -> list[int]:
    """The noun phrase of ``head`` without what is only hung onto it."""
    loose = {t.i for child in head.children if child.dep_ in LOOSE for t in child.subtree}
    tokens = [t for t in head.subtree if t.i not in loose and t.i <= max(head.right_edge.i, head.i)]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return _around(tokens or [head])


def _trimmed(document: Any, tokens: Any) -> Spans:
    """Runs of tokens as spans, without commas at their ends."""
    indexes = sorted(t.i for t in tokens)
    runs: list[list[int]] = []
    for index in indexes:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    found = []
    for run in runs:
        words = [document[i] for i in run]
        while words and words[-1].is_punct and words[-1].text not in MARKS:
            words.pop()
        while words and words[0].is_punct and words[0].text not in MARKS:
            words.pop(0)
        if any(word.is_alpha for word in words):
            found.append(_around(words))
    return found


def _around(tokens: Any) -> list[int]:
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return [first.idx, last.idx + len(last)]


PEERS: dict[str, Callable[[Path], Peer]] = {"textacy": textacy, "spaCy rules": spacy_rules}
