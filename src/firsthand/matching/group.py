"""Attributions that say the same, put together as statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.matching.linkage import agglomerate
from firsthand.matching.matters import Matter, apart, matters
from firsthand.matching.ruled import Sayings
from firsthand.matching.vocabulary import stem, weight
from firsthand.matching.wordings import SOURCES, earliest, lines_of
from firsthand.matching.words import Words, features, words_at, words_of
from firsthand.model import (
    Attribution,
    Kind,
    Match,
    MatchKind,
    Op,
    Place,
    Record,
    RecordKind,
    Span,
    Statement,
    answered,
    answers,
    identity,
)
from firsthand.text import cover, excerpt

# How likely the wordings of two groups must say the same, in the mean of all pairs, to be one statement.
LINKED = 0.15
# A paraphrase of more lines than this tells of the matter; it does not stand in them.
FEW_LINES = 2
# Nor does one with less in common with its lines: "the weir was safe and inspected" is not "Subject: weir,
# inspection".
STANDS = 0.25
# Stems in common that show which part of a wording another says in other words.
ENOUGH = 4


class _Lined(NamedTuple):
    """The lines of a primary record that an attribution matches best, in whatever translation."""

    record: str
    numbers: tuple[int, ...]
    kind: MatchKind

    @property
    def span(self) -> Span:
        """From the first of the lines to the last."""
        return Span(min(self.numbers), max(self.numbers) + 1)


@dataclass(slots=True)
class _Group:
    """Attributions found to say the same so far.

    ``cores`` keeps, for an attribution, the characters that all its matches within the group have
    in common: two partial quotations of different parts of one long sentence do not say the same.
    ``lines`` keeps the same for the lines of a primary record.
    """

    members: list[str]
    cores: dict[str, Span] = field(default_factory=dict)
    lines: dict[str, Span] = field(default_factory=dict)
    matters: frozenset[Matter] = frozenset()


@dataclass(slots=True)
class _Grouping:
    record: Mapping[str, str]  # attribution → its record
    matter: Mapping[str, Matter]
    texts: Mapping[str, str]  # attribution → folded wording
    beside: Mapping[str, Sequence[Match]]  # attribution → its matches with other attributions
    records: Mapping[str, Record]
    of: dict[str, _Group] = field(default_factory=dict)
    apart: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # as people ruled


def group(
    records: Sequence[Record],
    attributions: Sequence[Attribution],
    matches: Sequence[Match],
    about: Mapping[str, Matter] | None = None,
    said_so: Sayings | None = None,
) -> tuple[Statement, ...]:
    """Statements: groups of attributions that say the same, labelled S1, S2, … by first appearance.

    Attributions without a match are statements of one; a report's own sentence (``Kind.OWN``)
    becomes part of a statement only where another report or a record has it too. An attribution
    belongs to one statement. Lines of a translation say the same as those of the record that they
    answer to, so readings of them in several languages are one statement. Does not depend on the order
    of what is given. ``about`` are the matters that matching found; without them they are looked for here.
    What people ruled to say the same is one statement and what they ruled to be apart is two (``said_so``);
    where that cannot all hold, it is kept apart.
    """
    known = {each.id: each for each in records}
    said = {each.id: each for each in attributions if each.record in known}
    between = [m for m in matches if m.b_attribution and m.a_attribution in said and m.b_attribution in said]
    with_record = [
        m for m in matches if not m.b_attribution and m.a_attribution in said and m.b.record in known
    ]
    lined = _best_lines((m for m in with_record if m.surely), known)
    where = {each.id: each.record for each in said.values()}
    about = matters(known.values()) if about is None else about
    state = _Grouping(where, about, _wordings(known, said), _beside(between), known)
    telling = _best_lines((m for m in with_record if _tells(m)), known)
    for each in said.values():
        state.of[each.id] = _alone(state, each, telling.get(each.id))
    if said_so:
        _obey(state, said_so)
    _join_lines(state, telling)
    _join_likeliest(state, between)
    return _statements(known, said, state, lined)


# ------------------------------------------------ what is known beforehand


def _alone(state: _Grouping, each: Attribution, lined: _Lined | None) -> _Group:
    matter = state.matter.get(each.record)
    lines = {lined.record: lined.span} if lined else {}
    return _Group([each.id], {}, lines, frozenset({matter} if matter else ()))


def _wordings(records: Mapping[str, Record], said: Mapping[str, Attribution]) -> dict[str, str]:
    return {a.id: " ".join(words_of(records[a.record].text, a.content).keys) for a in said.values()}


def _beside(between: Iterable[Match]) -> dict[str, list[Match]]:
    found: defaultdict[str, list[Match]] = defaultdict(list)
    for m in between:
        found[m.a_attribution].append(m)
        found[m.b_attribution].append(m)
    return found


def _best_lines(matches: Iterable[Match], records: Mapping[str, Record]) -> dict[str, _Lined]:
    best: dict[str, Match] = {}
    for m in sorted(matches, key=_strength):
        if m.kind is not MatchKind.PARAPHRASE or (len(m.b.lines) <= FEW_LINES and m.likeness >= STANDS):
            best.setdefault(m.a_attribution, m)
    known = answered(records.values())
    return {each: _Lined(*_in_the_original(records, m.b, known), m.kind) for each, m in best.items()}


def _in_the_original(
    records: Mapping[str, Record], place: Place, known: Mapping[tuple[str, int], tuple[int, ...]]
) -> tuple[str, tuple[int, ...]]:
    """The record and its lines that the lines of ``place`` answer to; those that answer to none are kept."""
    numbers = {of for n in place.lines for of in known.get((place.record, n), (n,))}
    if not numbers:
        return place.record, tuple(sorted(place.lines))
    return _primary(records, place.record), tuple(sorted(numbers))


def _tells(m: Match) -> bool:
    """Whether lines say what was matched with them so surely that they join and part statements."""
    if m.kind is MatchKind.TRANSLATION:
        return m.surely
    return m.kind is not MatchKind.PARAPHRASE


def _primary(records: Mapping[str, Record], record: str) -> str:
    """The record that ``record`` is a translation of, or itself."""
    return records[record].of or record


_RANK = {
    MatchKind.VERBATIM: 0,
    MatchKind.PARTIAL: 1,
    MatchKind.ALTERED: 1,
    MatchKind.FUSED: 2,
    MatchKind.PARAPHRASE: 3,
    MatchKind.TRANSLATION: 3,
}


def _strength(m: Match) -> tuple[int, float, str]:
    return _RANK[m.kind], -m.likeness, m.id


# ------------------------------------------------ joining


def _obey(state: _Grouping, said_so: Sayings) -> None:
    """What people ruled, in the order of their rulings: apart first, so that it holds over any chain."""
    for pair in said_so.apart:
        for each in pair:
            state.apart[each] |= pair - {each}
    for one, other in map(sorted, said_so.same):
        a, b = state.of[one], state.of[other]
        if a is not b and not _kept_apart(state, a, b):
            _merge(state, a, b, b.cores | a.cores, b.lines | a.lines)


def _kept_apart(state: _Grouping, a: _Group, b: _Group) -> bool:
    """Whether people ruled that a member of the one does not say what one of the other does."""
    return any(not state.apart[each].isdisjoint(b.members) for each in a.members if each in state.apart)


def _join_lines(state: _Grouping, lined: Mapping[str, _Lined]) -> None:
    """Attributions that match one line, in whatever language; those with fewest lines first."""
    first: dict[tuple[str, int], str] = {}
    ranked = sorted(lined.items(), key=lambda item: (len(item[1].numbers), item[1], item[0]))
    for each, found in ranked:
        for number in found.numbers:
            _join(state, first.setdefault((found.record, number), each), each)


def _join_likeliest(state: _Grouping, between: Sequence[Match]) -> None:
    """Groups joined two by two, those first whose wordings are likeliest to say the same in the mean.

    One likely pair does not join groups of which nothing else goes together: two statements of one
    matter always have some pair that looks alike.
    """
    for m in between:
        if state.texts[m.a_attribution] == state.texts[m.b_attribution]:
            _join(state, m.a_attribution, m.b_attribution)
    groups = list({id(g): g for g in state.of.values()}.values())
    first = [g.members[0] for g in groups]
    sizes = [len({state.texts[x] for x in g.members}) for g in groups]
    agglomerate(_likely(state, groups, between), sizes, LINKED, lambda a, b: _join(state, first[a], first[b]))


def _likely(
    state: _Grouping, groups: Sequence[_Group], between: Iterable[Match]
) -> dict[tuple[int, int], float]:
    """For two groups by number, the sum of the likelihoods of the pairs of their wordings."""
    numbers = {id(g): n for n, g in enumerate(groups)}
    pairs: defaultdict[tuple[int, int], dict[frozenset[str], float]] = defaultdict(dict)
    for m in between:
        one, other = m.a_attribution, m.b_attribution
        a, b = sorted((numbers[id(state.of[one])], numbers[id(state.of[other])]))
        words = frozenset((state.texts[one], state.texts[other]))
        if a != b:
            pairs[a, b][words] = max(m.likelihood, pairs[a, b].get(words, 0.0))
    return {pair: sum(likely.values()) for pair, likely in pairs.items()}


def _join(state: _Grouping, one: str, other: str) -> bool:
    """Put the groups of two attributions together, unless that would join different statements."""
    a, b = state.of[one], state.of[other]
    if a is b:
        return True
    if len(a.members) < len(b.members):
        a, b = b, a
    cross = _cross(state, a, b)
    lines = _shared(a.lines, b.lines.items())
    cores = _shared(a.cores, [*b.cores.items(), *_regions(state, cross)])
    if lines is None or cores is None or _apart(state, a, b, cross) or _kept_apart(state, a, b):
        return False
    _merge(state, a, b, cores, lines)
    return True


def _merge(
    state: _Grouping, a: _Group, b: _Group, cores: Mapping[str, Span], lines: Mapping[str, Span]
) -> None:
    """Makes b a part of a, which keeps what all have in common."""
    a.members += b.members
    a.cores |= cores
    a.lines |= lines
    a.matters |= b.matters
    for each in b.members:
        state.of[each] = a


def _cross(state: _Grouping, a: _Group, b: _Group) -> list[Match]:
    """Matches between members of two groups."""
    return [
        m
        for each in b.members
        for m in state.beside.get(each, ())
        if state.of[m.a_attribution if m.b_attribution == each else m.b_attribution] is a
    ]


def _regions(state: _Grouping, matches: Iterable[Match]) -> Iterator[tuple[str, Span]]:
    """For either side of a match, the characters from the first content word that agrees to the last.

    A function word that agrees by chance at one end would make it reach over everything; of other words
    some agree by chance as well, so that fewer than ``ENOUGH`` in common say the whole.
    """
    for m in matches:
        found = _agreed(state, m) if m.kind is not MatchKind.TRANSLATION else None
        if found:
            yield m.a_attribution, cover(found[0] or m.a.spans)
            yield m.b_attribution, cover(found[1] or m.b.spans)


def _agreed(state: _Grouping, m: Match) -> tuple[list[Span], list[Span]] | None:
    """The content words of either side that agree: in order, or in any where other words say the same."""
    a, b = (words_at(state.records[place.record].text, place.spans) for place in (m.a, m.b))
    if m.kind is MatchKind.PARAPHRASE:
        both = set(features(a.keys)) & set(features(b.keys))
        return (_having(a, both), _having(b, both)) if len(both) >= ENOUGH else None
    equal = [e for e in m.edits if e.op is Op.EQUAL]
    return _inside(a, [e.a for e in equal]), _inside(b, [e.b for e in equal])


def _having(words: Words, stems: set[str]) -> list[Span]:
    return [span for key, span in zip(words.keys, words.spans, strict=True) if stem(key) in stems]


def _inside(words: Words, pieces: Sequence[Span]) -> list[Span]:
    """The content words that lie in ``pieces``; both are in order."""
    found, at = [], 0
    for key, span in zip(words.keys, words.spans, strict=True):
        while at < len(pieces) and pieces[at].end <= span.start:
            at += 1
        if at < len(pieces) and pieces[at].start <= span.start and weight(key):
            found.append(span)
    return found


def _shared(held: Mapping[str, Span], more: Iterable[tuple[str, Span]]) -> dict[str, Span] | None:
    """What the spans of each name have in common with ``held``; None where two have nothing in common."""
    found: dict[str, Span] = {}
    for name, span in more:
        had = found.get(name) or held.get(name, span)
        found[name] = Span(max(had.start, span.start), min(had.end, span.end))
        if found[name].start >= found[name].end:
            return None
    return found


def _apart(state: _Grouping, a: _Group, b: _Group, cross: Iterable[Match]) -> bool:
    """Whether two groups are of different matters, and no match across the two says otherwise."""
    numbers = dict(a.matters)
    if all(numbers.get(language, n) == n for language, n in b.matters):
        return False
    ends = ((state.record[m.a_attribution], state.record[m.b_attribution]) for m in cross)
    return not any(apart(state.matter, one, other) for one, other in ends)


# ------------------------------------------------ statements


def _statements(
    records: Mapping[str, Record],
    said: Mapping[str, Attribution],
    state: _Grouping,
    lined: Mapping[str, _Lined],
) -> tuple[Statement, ...]:
    groups = {id(g): g for g in state.of.values()}.values()
    kept = [sorted((said[x] for x in g.members), key=lambda a: _when(records, a)) for g in groups]
    kept = [g for g in kept if len(g) > 1 or g[0].kind is not Kind.OWN or g[0].id in lined]
    kept.sort(key=lambda g: _when(records, g[0]))
    return tuple(_statement(records, f"S{n}", g, lined) for n, g in enumerate(kept, 1))


def _when(records: Mapping[str, Record], a: Attribution) -> tuple[tuple[str, str], tuple[Span, ...], str]:
    return earliest(records[a.record]), a.content, a.id


def _statement(
    records: Mapping[str, Record],
    label: str,
    members: Sequence[Attribution],
    lined: Mapping[str, _Lined],
) -> Statement:
    fullest = max(members, key=lambda a: _worth(a, lined.get(a.id)))
    text = records[fullest.record].text
    return Statement(
        id=identity("statement", members[0].id),
        label=label,
        content=excerpt(text, fullest.content),
        at=Place(fullest.record, fullest.content),
        attributions=tuple(a.id for a in members),
        places=_places(records, [lined[a.id] for a in members if a.id in lined]),
    )


def _worth(a: Attribution, lined: _Lined | None) -> tuple[bool, bool, int, int]:
    """How fit a wording is to stand for its statement: no report's own, quoted, true to the record, full."""
    size = sum(s.end - s.start for s in a.content)
    return a.kind is not Kind.OWN, a.kind is Kind.DIRECT, -_RANK[lined.kind] if lined else 0, size


def _places(records: Mapping[str, Record], lined: Sequence[_Lined]) -> tuple[Place, ...]:
    """The lines in the primary record and in every translation of it, the primary record first."""
    numbers = {(each.record, n) for each in lined for n in each.numbers}
    found = []
    for primary in sorted({record for record, _ in numbers}):
        wanted = {n for record, n in numbers if record == primary}
        for each in _family(records, primary):
            lines = [line for line in lines_of(each) if wanted.intersection(answers(line))]
            if lines:
                spans = tuple(line.span for line in lines)
                found.append(Place(each.id, spans, tuple(line.number for line in lines)))
    return tuple(found)


def _family(records: Mapping[str, Record], primary: str) -> list[Record]:
    kin = [r for r in records.values() if r.kind in SOURCES and primary in (r.id, _primary(records, r.id))]
    return sorted(kin, key=lambda r: (r.kind is not RecordKind.PRIMARY, earliest(r)))
