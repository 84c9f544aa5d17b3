"""What a ruling against something that was found would change: which verdicts would be others.

Nothing is traced again. Of what hangs on it the readings are laid anew, and verdicts are given on these
by the same judge; the rest of the case stays as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from firsthand.model import (
    Certainty,
    Descent,
    Effect,
    Independence,
    Match,
    MatchKind,
    Outcome,
    Reading,
    Statement,
    Verdict,
)
from firsthand.tracing.common import inferred
from firsthand.tracing.origins import Origins
from firsthand.tracing.readings import Rows, ancestors, flat
from firsthand.tracing.tops import Tops
from firsthand.tracing.unsourced import Mass, explaining, unsourced

Parted = Callable[[Collection[str], frozenset[str]], Sequence[Statement]]
"""How attributions fall into statements where two of them are apart (matching's)."""
Judged = tuple[Independence, int]
"""A verdict, and how many origins it has."""

# What is more than this of one statement is not worked out: attributions that are put together anew for one
# match, each with all others, and origins, which are held against each other two by two.
MOST = 60
ALTERED = (MatchKind.ALTERED, MatchKind.FUSED)


def unparted(members: Collection[str], pair: frozenset[str]) -> Sequence[Statement]:
    """Where nobody tells how attributions fall into statements, they make none."""
    return ()


def doubtful(matches: Iterable[Match], statements: Iterable[Statement]) -> dict[str, Match]:
    """By attribution the match that alone puts it into its statement, in other words and not surely."""
    of = {a: each.id for each in statements for a in each.attributions}
    beside: defaultdict[str, list[Match]] = defaultdict(list)
    for match in matches:
        one, other = match.a_attribution, match.b_attribution
        if one in of and of[one] == of.get(other):
            beside[one].append(match)
            beside[other].append(match)
    best = {each: max(found, key=lambda m: (m.likelihood, m.id)) for each, found in beside.items()}
    return {each: m for each, m in best.items() if m.kind.in_other_words and not m.surely}


class Effects:
    """What rulings would change in a case that was judged by ``judge``: its ``statements``, and what was
    ``read`` as their readings, laid by ``rows``."""

    def __init__(
        self,
        rows: Rows,
        tops: Tops,
        judge: Origins,
        statements: Sequence[Statement],
        read: Sequence[Reading],
        matches: Sequence[Match],
        parted: Parted,
        mass: Mass,
    ) -> None:
        self._rows, self._tops, self._judge, self._parted = rows, tops, judge, parted
        self._statements, self._matches, self._mass = statements, matches, mass
        self._read = {each.attribution: each for each in read}
        self._of = {a: each for each in statements for a in each.attributions if a in self._read}
        self._was: dict[str, Judged] = {}
        self._known: dict[frozenset[str], set[frozenset[str]]] = {}  # what a part of the case makes by itself

    def all(
        self, judged: Iterable[Verdict], lines: Sequence[Descent], drifted: Collection[str]
    ) -> Iterator[Effect]:
        """The effects of ruling against what a person is asked about: doubtful matches, lines of descent that
        no text states, and attributions that alter a quotation, have ``drifted``, are given to who spoke last
        or bear one of several independent origins. Without those of statements that are too large."""
        self._was = {each.statement: (each.independence, len(each.origins)) for each in judged}
        yield from self._of_matches()
        yield from self._of_lines(lines)
        for each in sorted(self._asked(drifted)):
            whole = self._of[each]
            left = tuple(a for a in whole.attributions if a != each)
            made = [replace(whole, attributions=left)] if left else []
            yield from self._effect((each,), [whole], made)

    def _asked(self, drifted: Collection[str]) -> set[str]:
        said = self._rows.attributions
        altered = {a for a, r in self._read.items() if r.kind in ALTERED and said[a].quotes}
        carried = {a for a in self._read if said[a].inferred and said[a].name}
        shown = {s for s, (state, _) in self._was.items() if state is Independence.INDEPENDENT}
        tops = {a for a, r in self._read.items() if r.statement in shown and not r.upstream_attribution}
        return altered | carried | tops | {each for each in drifted if each in self._read}

    # ------------------------------------------------------------ two that do not say the same

    def _of_matches(self) -> Iterator[Effect]:
        matched: defaultdict[str, set[str]] = defaultdict(set)
        for match in self._matches:
            if match.b_attribution:
                matched[match.a_attribution].add(match.b_attribution)
                matched[match.b_attribution].add(match.a_attribution)
        held = {match.id: (each, match) for each, match in doubtful(self._matches, self._statements).items()}
        for each, match in held.values():
            if each in self._of:
                pair = frozenset((match.a_attribution, match.b_attribution))
                yield from self._effect(tuple(sorted(pair)), *self._apart(each, pair, matched))

    def _apart(
        self, held: str, pair: frozenset[str], matched: Mapping[str, Set[str]]
    ) -> tuple[list[Statement], list[Statement]]:
        """The statements that may be others where two of one do not say the same, and what these would be.

        Either may come into another statement, and what was beside it too. Where that cannot be worked out
        on a part of the case, ``held`` is alone.
        """
        whole = self._of[held]
        for ends in (whole.attributions, pair):
            near = frozenset((*whole.attributions, *(a for each in ends for a in matched.get(each, ()))))
            before = list({self._of[a].id: self._of[a] for a in sorted(near) if a in self._of}.values())
            members = near.union(*(each.attributions for each in before))
            if len(members) <= MOST and self._holds(members, before):
                return before, list(self._parted(members, pair))
        rest = tuple(a for a in whole.attributions if a != held)
        return [whole], [replace(whole, attributions=rest), replace(whole, attributions=(held,))]

    def _holds(self, members: frozenset[str], before: Sequence[Statement]) -> bool:
        """Whether these attributions by themselves make the statements that they make in the case."""
        if members not in self._known:
            made = self._parted(members, frozenset())
            self._known[members] = {frozenset(each.attributions) for each in made}
        return {frozenset(each.attributions) for each in before} <= self._known[members]

    # ------------------------------------------------------------ a line that is none

    def _of_lines(self, lines: Sequence[Descent]) -> Iterator[Effect]:
        records = self._rows.records
        below: defaultdict[str, list[str]] = defaultdict(list)
        for child, above in self._judge.parents.items():
            for parent in above:
                below[parent].append(child)
        taken: defaultdict[str, list[Reading]] = defaultdict(list)
        for each in self._read.values():
            if each.upstream is not None:
                taken[self._rows.attributions[each.attribution].record].append(each)
        for line in lines:
            if line.certainty is not Certainty.SHOWN and line.child in records and line.parent in records:
                yield from self._of_line(line, below, taken)

    def _of_line(
        self, line: Descent, below: Mapping[str, Sequence[str]], taken: Mapping[str, Sequence[Reading]]
    ) -> Iterator[Effect]:
        """What the child, and what was made from it, have from the parent, they have from elsewhere: from
        their other parents, from a source that both share, from who had it before, or each from its own."""
        # Those below are found as ancestors are above.
        family = [line.child, *(each for step in ancestors(line.child, below) for each in step)]
        left = [each for each in self._judge.parents.get(line.child, ()) if each != line.parent]
        parents = {**self._judge.parents, line.child: left}
        steps = {each: ancestors(each, parents) for each in family}
        again = {
            reading.attribution
            for record, kept in flat(steps).items()
            for reading in taken.get(record, ())
            if reading.upstream and reading.upstream.record not in kept
        }
        wholes = list({self._of[each].id: self._of[each] for each in sorted(again)}.values())
        cut = self._without(line, parents, steps, wholes) if again else None
        yield from self._effect((line.child, line.parent), wholes, wholes, cut, again)

    def _without(
        self,
        line: Descent,
        parents: Mapping[str, Collection[str]],
        steps: Mapping[str, Sequence[Sequence[str]]],
        wholes: Sequence[Statement],
    ) -> _Cut:
        """The case without a line: ``parents``, and ``steps`` above all who are below it, are without it."""
        ground = self._judge.ground
        line_of = {**self._judge.line, **flat(steps)}
        commons = (*self._judge.commons, *inferred(ground, parents, line_of, (line.child, line.parent)))
        explained = explaining(ground, self._rows.lines_said, line_of, commons)
        told = unsourced(ground, wholes, line_of, explained, self._mass, line.child)
        if before := [each.parent for each in told if each.parent != line.parent]:
            parents = {**parents, line.child: [*parents[line.child], *before]}
            steps = {each: ancestors(each, parents) for each in steps}
            line_of |= flat(steps)
        return _Cut(
            replace(self._rows, line={**self._rows.line, **steps}),
            self._tops.beside(commons),
            self._judge.beside(commons, parents, line_of),
        )

    # ------------------------------------------------------------ what it comes to

    def _effect(
        self,
        against: tuple[str, ...],
        before: Sequence[Statement],
        made: Sequence[Statement],
        cut: _Cut | None = None,
        again: Collection[str] = (),
    ) -> Iterator[Effect]:
        """The effect where the statements ``before`` would be those ``made``, some read ``again``."""
        if any(self._was[each.id][1] > MOST for each in before):
            return
        of = {a: each.id for each in before for a in each.attributions}
        then: dict[str, list[Judged]] = {each.id: [] for each in before}
        state: dict[str, Independence] = {}
        for each in sorted(made, key=lambda s: (-len(s.attributions), s.attributions)):
            judged = self._judged(each, cut, again)
            if whole := _mostly(each, of):
                then[whole].append(judged)
            state |= dict.fromkeys(each.attributions, judged[0])
        outcomes = (Outcome(id, *self._was[id], tuple(found)) for id, found in then.items())
        changed = tuple(each for each in outcomes if each.then != ((each.independence, each.origins),))
        others = sum(state.get(a) is not self._was[whole][0] for a, whole in of.items() if a in self._read)
        yield Effect(against, changed, others)

    def _judged(self, statement: Statement, cut: _Cut | None, again: Collection[str]) -> Judged:
        rows, tops, judge = (cut.rows, cut.tops, cut.judge) if cut else (self._rows, self._tops, self._judge)
        members = rows.members(statement)
        here = {each.id for each in members}
        read = []
        for each in members:
            known = None if each.id in again else self._read.get(each.id)
            if known is None or (known.upstream_attribution and known.upstream_attribution not in here):
                known = rows.row(statement, each, members)
            read.append(known)
        found = judge.verdict(statement, read, tops.of(read))
        return found.independence, len(found.origins)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A case in which a line of descent is cut."""

    rows: Rows
    tops: Tops
    judge: Origins


def _mostly(made: Statement, of: Mapping[str, str]) -> str:
    """The statement to which most of another one belonged; "" where nothing in it belonged to any."""
    counted = Counter(of[a] for a in made.attributions if a in of)
    return max(counted, key=lambda id: counted[id], default="")
