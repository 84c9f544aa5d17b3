"""What a report tells in its own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.languages import Language, load
from firsthand.model import Attribution, Kind, Span
from firsthand.reading import quotations
from firsthand.reading.propositions import clauses_of
from firsthand.reading.rules.found import READER
from firsthand.reading.sentences import Sentence, split
from firsthand.text import joined

# Of a sentence's characters; above that it is somebody's and not the report's own. At 0.3, "Three times he
# begged the captain to make for the port, and three times he was turned down" was told by nobody.
SHARE = 0.5
WORDS = 4  # fewer make a heading


def own_voice(
    text: str, language: str, record: str, attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The sentences of ``text`` that no attribution covers, as `Kind.OWN` with no source.

    Of a sentence that is somebody's, the whole clauses beside it are the report's own: "“We are
    late,” the mayor said, but the gate was never locked".

    An order or a request is a deed that the report tells of ("the captain ordered the ship to go
    on"): it covers nothing.
    """
    tongue = load(language)
    said = [each for each in attributions if not _asks(text, each, tongue)]
    covered = sorted(part for each in said for part in _touched(each))
    sentences = split(text, quotations.find(text), tongue)
    open_ones = [s for s in sentences if s.inside is None and _tells(s)]
    whole = list(_uncovered([s.span for s in open_ones], covered))
    kept = set(whole)
    clauses = [c for s in open_ones if s.span not in kept for c in clauses_of(s, tongue)]
    found = sorted((*whole, *_uncovered(clauses, covered)))
    return tuple(_own(span, record, READER) for span in found)


def _asks(text: str, each: Attribution, language: Language) -> bool:
    """Whether the cue is a verb that has somebody do something: "ordered", "has been asked", not "told"."""
    words = [word for span in each.cue for word in text[span.start : span.end].lower().split()]
    verbs = (language.verbs.get(word) for word in words)
    if any(verb is not None and verb.frame == "tell" and not verb.bare for verb in verbs):
        return True
    return any(word.startswith(stem) for word in words for stem in language.entries("orders"))


def _touched(each: Attribution) -> Iterator[Span]:
    yield from each.content
    yield from each.cue
    yield from (hop.who for hop in each.hands if hop.who)


def _tells(sentence: Sentence) -> bool:
    return sum(1 for token in sentence.tokens if token.word) >= WORDS


def _own(span: Span, record: str, reader: str) -> Attribution:
    key = Attribution.identify(record, Kind.OWN, (span,), None)
    return Attribution(id=key, record=record, kind=Kind.OWN, content=(span,), reader=reader)


def _uncovered(found: Sequence[Span], covered: Sequence[Span]) -> Iterator[Span]:
    at = 0
    merged = joined(covered)
    for span in found:
        while at < len(merged) and merged[at].end <= span.start:
            at += 1
        share = 0
        index = at
        while index < len(merged) and merged[index].start < span.end:
            share += min(merged[index].end, span.end) - max(merged[index].start, span.start)
            index += 1
        if share < SHARE * (span.end - span.start):
            yield span
