"""Which reports are about another matter: those that share no name with the rest, not even by way of others.

Two accidents of one kind are told in much the same words ("nobody told us which way to go"). What
tells them apart is the people and places named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from firsthand.joining import joined
from firsthand.matching.vocabulary import CALENDAR
from firsthand.matching.wordings import SOURCES
from firsthand.matching.words import names_in, words_of
from firsthand.model import Record, RecordKind, Span

# Names a report must have before their absence elsewhere says anything.
FEWEST = 2
# Reports of one language that names link; with fewer there is no matter that others could differ from.
ESTABLISHED = 2


Matter = tuple[str, int]


def matters(records: Iterable[Record]) -> dict[str, Matter]:
    """For every record with enough names, its language and the number of its matter.

    Reports of one language that are linked by names share a number. A primary record or its
    translation is what the case is about: it belongs to the matter of most reports in its language,
    whatever names it holds. Languages without ``ESTABLISHED`` reports on one matter are left out.
    """
    found: dict[str, Matter] = {}
    by_language: defaultdict[str, list[Record]] = defaultdict(list)
    for each in records:
        by_language[each.language].append(each)
    for language, given in by_language.items():
        numbers = _linked(_names([each for each in given if each.kind is RecordKind.REPORT]))
        main = Counter(numbers.values()).most_common(1)
        if main and main[0][1] >= ESTABLISHED:
            found |= {record: (language, n) for record, n in numbers.items()}
            found |= {each.id: (language, main[0][0]) for each in given if each.kind in SOURCES}
    return found


def apart(numbers: Mapping[str, Matter], one: str, other: str) -> bool:
    """Whether two records are known to be about different matters."""
    if one not in numbers or other not in numbers:
        return False
    (language, first), (tongue, second) = numbers[one], numbers[other]
    return language == tongue and first != second


def _linked(names: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Reports with enough names, numbered alike where names link them, directly or by way of others."""
    holder: dict[str, str] = {}
    pairs = ((record, holder.setdefault(name, record)) for record, held in names.items() for name in held)
    top = joined(pairs)
    numbers: dict[str, int] = {}
    enough = sorted(record for record, held in names.items() if len(held) >= FEWEST)
    return {record: numbers.setdefault(top[record], len(numbers)) for record in enough}


def _names(reports: Iterable[Record]) -> dict[str, frozenset[str]]:
    """The names in each report, without words that more reports write small ("water", "upper")."""
    read = cache(_written)  # reprints are read once
    found: dict[str, frozenset[str]] = {}
    small: Counter[str] = Counter()
    for each in reports:
        found[each.id], ordinary = read(each.text)
        small.update(ordinary)
    named = Counter(name for held in found.values() for name in held)
    no_names = {name for name, n in named.items() if small[name] > n} | CALENDAR
    return {record: held - no_names for record, held in found.items()}


def _written(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text that look like names, and those that it writes small."""
    words = words_of(text, [Span(0, len(text))])
    pairs = zip(words.keys, words.spans, strict=True)
    return names_in(text, words), frozenset(key for key, span in pairs if text[span.start].islower())
