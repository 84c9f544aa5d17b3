"""The same statement elsewhere: every attribution against the other reports and the lines of the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from firsthand.boilerplate import without_boilerplate
from firsthand.matching.across.encoder import Encoder
from firsthand.matching.across.remembered import Remembered
from firsthand.matching.align import edits_of
from firsthand.matching.candidates import PairsSharingKey, Rarity, candidates, rarity, told
from firsthand.matching.judge import Judgement, judge, striking
from firsthand.matching.matters import Matter, apart, matters
from firsthand.matching.meaning import MOST, Nearness, meanings, nearness
from firsthand.matching.runs import Found, best_lines
from firsthand.matching.weigh import weigh
from firsthand.matching.wordings import Unit, Voice, Wording, earliest, lines_of, units_of, wordings_of
from firsthand.matching.words import Words, words_at
from firsthand.model import Attribution, Match, MatchKind, Place, Record, Span, identity
from firsthand.text import meet

# Places of two wordings laid each beside each (20 reprints of one sentence); beyond, beside the first only.
EACH = 400
# Of two places of one report, the one whose match weighs less than this share of the other's is left out.
NEAR = 0.8
# A line that stands this often in a record (a running head) is looked at where it stands first.
REPEATS = 20
# A line that only its meaning tells of is proposed from this likelihood on.
LIKELY = 0.5
NO_WEIGHTS = "Other words and other languages were not compared: firsthand-weights-vectors is not installed"


@dataclass(frozen=True, slots=True)
class Matching:
    """What says the same as what; ``skipped`` tells in sentences what was not compared, and why.

    ``matters`` are those that the records were found to be about.
    """

    matches: tuple[Match, ...]
    skipped: tuple[str, ...]
    matters: Mapping[str, Matter]


@dataclass(slots=True)
class _Work:
    """What one run of ``match`` knows and has found so far."""

    records: Mapping[str, Record]
    wordings: Sequence[Wording]
    rare: Rarity
    near: Mapping[tuple[int, int], Nearness]
    matter: Mapping[str, Matter]
    best: dict[tuple[str, str], _Pair] = field(default_factory=dict)
    crowds: dict[str, int] = field(default_factory=dict)

    def words_at(self, place: tuple[str, tuple[Span, ...]]) -> Words:
        """The words of a place."""
        return words_at(self.records[place[0]].text, place[1])


@dataclass(frozen=True, slots=True)
class _Pair:
    """The best match so far of two attributions, or of an attribution and a record."""

    a: Unit
    b: tuple[str, tuple[Span, ...]]
    lines: tuple[int, ...]
    judged: Judgement
    rank: tuple[float, bool, float, str]


def match(
    records: Sequence[Record],
    attributions: Sequence[Attribution],
    pairs: PairsSharingKey,
    encoder: Callable[[], Encoder] | None = None,
    one_in: int = 1,
    remembered: Remembered | None = None,
) -> Matching:
    """Find what says the same between reports, and between reports and the lines of the records.

    Takes all records of a case, the attributions read from them (the reports' own sentences too,
    as ``Kind.OWN``), an engine's ``pairs_sharing_key`` and, where its weights are installed, what
    loads the ``encoder`` that tells what lies near in meaning (called only where there are two texts
    to compare). Gives at most one match for two attributions and one for an attribution and a record,
    in an order that follows content alone. ``one_in`` says of how many wordings one gets a vector, where
    there is no time for all; who asks for fewer has to tell of it. Vectors that are ``remembered`` are not
    made again.
    Compared are wordings with rare words in common and, with an encoder, those that lie near in
    meaning, in whatever language; one word, a name or function words alone never match. Two
    attributions of one report are not compared. Each match is read from the
    earlier report to the later, or from the attribution to the record.
    """
    records, boilerplate = without_boilerplate(records)
    known = {each.id: each for each in records}
    wordings = wordings_of(known, units_of(known, attributions))
    rare = rarity(wordings)
    found, skipped = candidates(wordings, rare, pairs)
    several = len({unit.record for each in wordings for unit in each.units}) > 1
    most = MOST if one_in == 1 else len(wordings) // one_in
    near: Mapping[tuple[int, int], Nearness] = {}
    if encoder and several:
        near = nearness(meanings(known, wordings, encoder(), most, remembered), found)
    work = _Work(known, wordings, rare, near, matters(records))
    _between_reports(work, sorted(found.keys() | near.keys()))
    _with_records(work, found)
    _with_lines_near(work)
    _drop_outdone(work)
    matches = sorted(_matches(work), key=lambda m: m.id)
    unread = _unread(wordings, most, encoder is not None)
    passed_over = (*boilerplate, *told(skipped), *_crowded(work), *unread)
    return Matching(tuple(matches), passed_over, work.matter)


# ------------------------------------------------ between reports


def _between_reports(work: _Work, pairs: Sequence[tuple[int, int]]) -> None:
    for each in work.wordings:
        if each.voice is not Voice.LINE and len(each.units) > 1 and (same := judge(each, each, work.rare)):
            for u, v in _pairs_within(work, each):
                _propose(work, u, v, same)
    for i, j in pairs:
        a, b = work.wordings[i], work.wordings[j]
        if Voice.LINE not in (a.voice, b.voice):
            _compare(work, a, b, work.near.get((i, j)))


def _compare(work: _Work, a: Wording, b: Wording, near: Nearness | None) -> None:
    """Judge two wordings, once for each order in which they stand, and propose every two places that have
    them, the earlier place first."""
    places = [*_pairs_between(a, b)]
    other = all(apart(work.matter, u.record, v.record) for u, v in places)
    forth = [(u, v) for u, v in places if _order(work, u) <= _order(work, v)]
    back = [(v, u) for u, v in places if _order(work, u) > _order(work, v)]
    for one, two, ordered in ((a, b, forth), (b, a, back)):
        if ordered and (judged := weigh(one, two, work.rare, near, other)):
            for u, v in ordered:
                _propose(work, u, v, judged)


def _pairs_within(work: _Work, wording: Wording) -> Iterator[tuple[Unit, Unit]]:
    units = wording.units
    if len(units) ** 2 <= EACH:
        return combinations(units, 2)
    work.crowds[" ".join(wording.keys[:12])] = len(units)
    return ((units[0], other) for other in units[1:])


def _pairs_between(a: Wording, b: Wording) -> Iterator[tuple[Unit, Unit]]:
    if len(a.units) * len(b.units) <= EACH:
        return product(a.units, b.units)
    star = {(a.units[0], v): None for v in b.units} | {(u, b.units[0]): None for u in a.units}
    return iter(star)


def _order(work: _Work, unit: Unit) -> tuple[tuple[str, str], tuple[Span, ...], str]:
    return earliest(work.records[unit.record]), unit.spans, unit.attribution


def _propose(work: _Work, u: Unit, v: Unit, judged: Judgement) -> None:
    """Keep the match of u and v if it is the best yet between their two attributions."""
    if u.record == v.record:
        return
    rank = _rank(judged, u.part or v.part, f"{u.spans} {v.spans}")
    _keep(work, v.attribution, _Pair(u, (v.record, v.spans), (), judged, rank))


def _keep(work: _Work, other: str, pair: _Pair) -> None:
    """Hold a match of an attribution with the ``other`` attribution or record, if it is the best yet."""
    held = work.best.get((pair.a.attribution, other))
    if held is None or held.rank < pair.rank:
        work.best[pair.a.attribution, other] = pair


def _rank(judged: Judgement, part: bool, places: str) -> tuple[float, bool, float, str]:
    """What decides between several matches of one pair. A quotation found word for word counts double:
    the words around it are the report's own and may well differ."""
    exact = part and judged.kind in (MatchKind.VERBATIM, MatchKind.PARTIAL)
    return judged.score * (2 if exact else 1), not part, judged.comparison.likeness, places


def _drop_outdone(work: _Work) -> None:
    """Leave out other words that say less the same than another place of the same report does.

    One sentence of a rewrite answers to one sentence of its source; what it shares with the rest of
    that report is the subject. Places that overlap (one attribution inside another) are no rivals.
    """
    best: dict[tuple[str, str], _Pair] = {}
    for (one, other), pair in work.best.items():
        for side in ((one, pair.b[0]), (other, pair.a.record)):
            if not pair.lines and (side not in best or best[side].rank < pair.rank):
                best[side] = pair
    outdone = [
        (one, other)
        for (one, other), pair in work.best.items()
        if pair.judged.kind.in_other_words
        and not pair.lines
        and any(_outdoes(best[side], pair) for side in ((one, pair.b[0]), (other, pair.a.record)))
    ]
    for each in outdone:
        del work.best[each]


def _outdoes(best: _Pair, pair: _Pair) -> bool:
    """Whether ``best`` is much the better match, of other places than those of ``pair``."""
    if pair.rank[0] >= NEAR * best.rank[0]:
        return False
    return not (meet(best.a.spans, pair.a.spans) and meet(best.b[1], pair.b[1]))


# ------------------------------------------------ with the records


def _with_records(work: _Work, found: Mapping[tuple[int, int], int]) -> None:
    for (i, record), lines in sorted(_hits(work, found).items()):
        wording = work.wordings[i]
        best = best_lines(wording, work.records[record], lines, work.rare)
        if best is not None:
            alike = striking(best.judgement, wording.keys)
            for unit in wording.units:
                if alike or not apart(work.matter, unit.record, record):
                    _propose_lines(work, unit, record, best)


def _hits(work: _Work, found: Mapping[tuple[int, int], int]) -> dict[tuple[int, str], dict[int, int]]:
    """Which lines of which record share keys with a wording, and how many."""
    hits: defaultdict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    for (i, j), shared in found.items():
        a, b = work.wordings[i], work.wordings[j]
        if Voice.LINE in (a.voice, b.voice):
            said, line = (j, a) if a.voice is Voice.LINE else (i, b)
            for unit in line.units[:REPEATS]:
                hits[said, unit.record][unit.line] = shared
    return hits


def _propose_lines(work: _Work, unit: Unit, record: str, best: Found) -> None:
    if unit.record == record:
        return
    judged = best.judgement
    rank = _rank(judged, unit.part, f"{unit.spans}")
    _keep(work, record, _Pair(unit, (record, best.lines.spans), best.lines.numbers, judged, rank))


def _with_lines_near(work: _Work) -> None:
    """Single lines that say in other words, or in another language, what is said nowhere else in a record."""
    for (i, j), near in sorted(work.near.items()):
        a, b = work.wordings[i], work.wordings[j]
        if a.voice is Voice.LINE:
            a, b = b, a
        if b.voice is not Voice.LINE or a.voice is Voice.LINE:
            continue
        judged = weigh(a, b, work.rare, near)
        if judged and judged.kind.in_other_words and judged.likelihood >= LIKELY:
            for unit, line in product(a.units, b.units[:REPEATS]):
                _propose_line(work, unit, line, judged)


def _propose_line(work: _Work, unit: Unit, line: Unit, judged: Judgement) -> None:
    if unit.record == line.record:
        return
    rank = (judged.likelihood, not unit.part, judged.comparison.likeness, f"{unit.spans}")
    number = lines_of(work.records[line.record])[line.line].number
    _keep(work, line.record, _Pair(unit, (line.record, line.spans), (number,), judged, rank))


# ------------------------------------------------ what comes out


def _matches(work: _Work) -> Iterator[Match]:
    for (one, other), pair in work.best.items():
        a, b = (pair.a.record, pair.a.spans), pair.b
        to_record = bool(pair.lines)
        yield Match(
            id=identified(one, Place(*a), other, Place(*b)),
            a=Place(*a),
            b=Place(*b, pair.lines),
            a_attribution=one,
            b_attribution="" if to_record else other,
            kind=pair.judged.kind,
            edits=edits_of(work.words_at(a), work.words_at(b), pair.judged.comparison.blocks),
            likeness=pair.judged.comparison.likeness,
            reasons=pair.judged.reasons,
            likelihood=pair.judged.likelihood,
        )


def identified(one: str, a: Place, other: str, b: Place) -> str:
    """The id of the match of an attribution ``one`` at ``a`` with ``other``, "" for a record, at ``b``."""
    return identity("match", one, other, *(f"{each.record} {_text(each.spans)}" for each in (a, b)))


def _text(spans: tuple[Span, ...]) -> str:
    return " ".join(f"{s.start}-{s.end}" for s in spans)


def _unread(wordings: Sequence[Wording], most: int, weights: bool) -> Iterator[str]:
    """What was not compared by meaning."""
    if not weights and wordings:
        yield NO_WEIGHTS
    elif len(wordings) > most == MOST:
        yield f"{len(wordings) - MOST:,} of {len(wordings):,} wordings were compared by their words alone"


def _crowded(work: _Work) -> Iterator[str]:
    ranked = sorted(work.crowds.items(), key=lambda item: (-item[1], item[0]))
    for words, n in ranked[:5]:
        yield f"“{words}” stands in {n:,} places: each was laid beside the earliest, not beside every other"
    if len(ranked) > 5:
        yield f"{len(ranked) - 5:,} more wordings were laid beside the earliest place only"
