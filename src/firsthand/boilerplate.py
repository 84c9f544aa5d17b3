"""Paragraphs that stand on page after page whatever it tells: a call to subscribe, a notice of rights.

Such a paragraph is told by two things: it stands word for word in several reports that are otherwise
unlike, and it has hardly a word of what they tell. So a paragraph of background that went from
paper to paper is none: it names what the reports are about. Nor is an article that papers reprint
with a paragraph of their own: what they have in common is most of the text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from firsthand.model import Record, RecordKind, Span
from firsthand.text import WORD, fold_word, paragraphs

Paragraph = tuple[str, ...]
"""The folded words of a paragraph."""
Body = frozenset[Paragraph]

# Reports unlike one another that must have it.
UNLIKE = 3
# Otherwise different reports that are looked at for each paragraph.
LOOKED_AT = 30
# A paragraph of fewer words is a heading or a credit line, and too short to show copying by itself.
WORDS = 6
# So much of its longer words may stand in the rest of a report by chance.
TOLD = 0.25
# Words of fewer letters are in every text; of longer ones the first letters are compared.
LETTERS, STEM = 4, 6
QUOTED = 12


def without_boilerplate(records: Iterable[Record]) -> tuple[list[Record], list[str]]:
    """The records with blanks, as many characters, for their boilerplate; and what that was, in sentences."""
    given = list(records)
    places, told = boilerplate(given)
    return blanked(given, places), told


def boilerplate(records: Iterable[Record]) -> tuple[dict[str, tuple[Span, ...]], list[str]]:
    """The places of boilerplate by record, and what it is, in sentences.

    Only reports have any. Time is linear in the texts.
    """
    reports = [record for record in records if record.kind is RecordKind.REPORT]
    bodies = Counter(_body(r.text) for r in reports)
    having: defaultdict[Paragraph, list[Body]] = defaultdict(list)
    for body in bodies:
        for each in body:
            having[each].append(body)
    found = {
        each for each, in_ in having.items() if len(in_) >= UNLIKE and _boilerplate(each, frozenset(in_))
    }
    places = {r.id: _places(r.text, found) for r in reports if not found.isdisjoint(_body(r.text))}
    return places, [_told(each, sum(bodies[body] for body in having[each])) for each in sorted(found)]


def blanked(records: Iterable[Record], places: Mapping[str, Iterable[Span]]) -> list[Record]:
    """The records with blanks, as many characters, at these places."""
    return [_blanked(record, places.get(record.id, ())) for record in records]


@lru_cache(maxsize=20_000)  # a case that gets one report more: the others are not read again
def _read(text: str) -> dict[Paragraph, list[Span]]:
    held: defaultdict[Paragraph, list[Span]] = defaultdict(list)
    for span in paragraphs(text):
        held[tuple(map(fold_word, WORD.findall(text, *span)))].append(span)
    return held


@lru_cache(maxsize=20_000)
def _body(text: str) -> Body:
    return frozenset(_read(text))


@lru_cache(maxsize=20_000)
def _boilerplate(paragraph: Paragraph, bodies: frozenset[Body]) -> bool:
    """Whether it stands in enough bodies that have nothing else in common, and nothing of it in the rest."""
    if len(paragraph) < WORDS:
        return False
    looked_at = sorted(bodies, key=sorted)[:LOOKED_AT]
    holders = Counter(chain.from_iterable(looked_at))
    taken: set[Paragraph] = set()
    unlike = 0
    for body in looked_at:
        rest = {p for p in body if 2 * holders[p] < len(looked_at)}
        mostly_own = sum(map(len, body)) <= 2 * sum(map(len, rest))
        if mostly_own and taken.isdisjoint(rest) and _tells_nothing_of(paragraph, rest):
            unlike += 1
            taken |= rest
    return unlike >= UNLIKE


def _tells_nothing_of(paragraph: Paragraph, rest: Iterable[Paragraph]) -> bool:
    ours = _telling(paragraph)
    return len(ours & _telling(chain.from_iterable(rest))) <= TOLD * len(ours)


def _telling(given: Iterable[str]) -> set[str]:
    return {word[:STEM] for word in given if len(word) >= LETTERS or not word.isascii()}


def _places(text: str, found: Set[Paragraph]) -> tuple[Span, ...]:
    return tuple(chain.from_iterable(spans for each, spans in _read(text).items() if each in found))


def _blanked(record: Record, places: Iterable[Span]) -> Record:
    text = record.text
    for span in places:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return replace(record, text=text) if places else record


def _told(paragraph: Paragraph, reports: int) -> str:
    words_ = " ".join(paragraph[:QUOTED])
    return (
        f"“{words_}” stands in {reports:,} reports that are otherwise unlike and tells nothing of what they"
        " tell: it was not compared, and shows nothing about who copied whom"
    )
