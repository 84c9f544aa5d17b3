"""Which full names are one person's: one name in two scripts, or two spellings with the same words said.

A likeness of names alone is never enough, and two names that stand in one record are two people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from firsthand.model import Attribution, Being, Record, RecordKind
from firsthand.names.across import across
from firsthand.names.mentions import Mention
from firsthand.names.spelling import Name
from firsthand.text import excerpt, fold

# Two spellings of a name: so much of the letters agrees in order, and words have so many.
ALIKE, SHORTEST = 0.7, 4
# So many words in a row, with so many letters, are not said alike by chance ("nobody told us which").
RUN, LETTERS = 4, 16
# Words that more persons than this are quoted with tell nothing of who they are.
COMMON = 8


def same_persons(
    found: Sequence[Mention], records: Sequence[Record], attributions: Sequence[Attribution]
) -> list[Mention]:
    """``found`` with the spellings of one person under one name, and the reason why."""
    full = [m for m in found if m.being is Being.PERSON and m.name.full]
    times = Counter(m.name.key for m in full)
    where: dict[str, set[str]] = defaultdict(set)
    papers = {r.id for r in records if r.kind is RecordKind.PAPER}
    for m in full:
        if m.record not in papers:  # the two names on a paper are its holder's
            where[m.name.key].add(m.record)
    names = {m.name.key: m.name for m in full}
    told = _told(full, records, attributions)
    written = list(across(names.values()))
    pairs = [(each.of, each.spelled, each.reason) for each in written]
    pairs += [(a, b, f"{a.core} and {b.core} are given the same words") for a, b in _alike(names, told)]
    declined = {each.spelled.key for each in written if each.declined}
    best = {key: (key not in declined, times[key], key) for key in names}
    leader, reasons = _joined(pairs, where, best)

    def put(m: Mention) -> Mention:
        first = leader.get(m.name.key, m.name.key)
        if first == m.name.key or m.name.key not in names:
            return m
        return replace(m, name=names[first], being=Being.PERSON, reason=m.reason or reasons[m.name.key])

    return list(map(put, found))


def _told(
    full: Iterable[Mention], records: Sequence[Record], attributions: Sequence[Attribution]
) -> dict[str, set[str]]:
    """The runs of words that each name is quoted with."""
    texts = {r.id: r.text for r in records}
    said = {a.id: a for a in attributions if a.record in texts}
    found: dict[str, set[str]] = defaultdict(set)
    for m in full:
        if each := said.get(m.attribution):
            found[m.name.key] |= set(_runs(excerpt(texts[each.record], each.content)))
    return found


def _runs(text: str) -> Iterator[str]:
    words = ["".join(c for c in word if c.isalnum()) for word in fold(text).text.split()]
    for n in range(len(words) - RUN + 1):
        run = words[n : n + RUN]
        if sum(map(len, run)) >= LETTERS:
            yield " ".join(run)


def _alike(names: Mapping[str, Name], told: Mapping[str, set[str]]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names that resemble each other and are quoted with the same words."""
    quoted: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for run in sorted(told.get(name, ())):
            quoted[run].append(name)
    pairs = {
        (a, b) for group in quoted.values() if len(group) <= COMMON for a in group for b in group if a < b
    }
    yield from ((names[a], names[b]) for a, b in sorted(pairs) if spelled_alike(names[a], names[b]))


def spelled_alike(one: Name, other: Name) -> bool:
    """Whether two full names differ in one word only, and that one in spelling or by an initial."""
    a, b = one.words, other.words
    if len(a) != len(b) or len(a) < 2:
        return False
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(different) != 1:
        return False
    x, y = sorted(different[0], key=len)
    if x[0] != y[0] or (len(x) == 1 and (x, y) == (a[-1], b[-1])):
        return False
    return len(x) == 1 or (len(x) >= SHORTEST and Indel.normalized_similarity(x, y) >= ALIKE)


def _joined(
    pairs: Iterable[tuple[Name, Name, str]],
    where: Mapping[str, set[str]],
    best: Mapping[str, tuple[bool, int, str]],
) -> tuple[dict[str, str], dict[str, str]]:
    """For each name the ``best`` one that it is put under, and why; never two that one record names both."""
    groups: dict[str, list[str]] = {}
    beside: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one, other, reason in pairs:
        a, b = (groups.setdefault(n.key, [n.key]) for n in (one, other))
        if a is b or set().union(*(where[k] for k in a)) & set().union(*(where[k] for k in b)):
            continue
        a += b
        for k in b:
            groups[k] = a
        beside[one.key][other.key] = beside[other.key][one.key] = reason
    leader = {k: max(g, key=best.__getitem__) for k, g in groups.items()}
    return leader, dict(step for first in dict.fromkeys(leader.values()) for step in _steps(first, beside))


def _steps(first: str, beside: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Each name that hangs together with ``first``, with the reason that ties it to the one before."""
    reached, seen = [first], {first}
    for name in reached:
        for other, reason in beside.get(name, {}).items():
            if other not in seen:
                seen.add(other)
                reached.append(other)
                yield other, reason
