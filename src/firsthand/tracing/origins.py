"""Per statement: where it enters the case from outside, and whether two such places are shown.

Outlets are never counted. A reading that descends from another rests on what that one rests on;
only the readings at the top count, by the source they name. Two of them are independent if both
sources are named, differ, and neither can be speaking for the other. An unnamed source, or none,
leaves the question open unless everything descends from that one reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from itertools import combinations, product

from firsthand.model import Independence, Loop, NodeKind, Origin, Reading, Span, Stance, Statement, Verdict
from firsthand.text import excerpt, fold_word, words
from firsthand.tracing.common import Common, drawing
from firsthand.tracing.figures import Figure, figures
from firsthand.tracing.force import reversal
from firsthand.tracing.ground import Ground
from firsthand.tracing.nodes import anonymous, called, named
from firsthand.tracing.sameness import Sameness, numbers_part
from firsthand.tracing.script import may_be_one
from firsthand.tracing.tables import row
from firsthand.tracing.tops import NAMED, Top
from firsthand.tracing.witness import Witnesses

# Words of a reading that can show independence; a phrase of fewer is said of many things.
ENOUGH = 5
DENSE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
MayBeOne = Callable[[str, str], bool]
TITLES = frozenset(row("dr mr mrs ms prof sir lady dame miss"))


class Origins:
    """Judges statements from their readings' tops, the witnesses of the case and inferred ancestors."""

    def __init__(
        self,
        ground: Ground,
        commons: Sequence[Common],
        parents: Mapping[str, Collection[str]],
        line: Mapping[str, Sequence[str]],
        witnesses: Witnesses,
        rings: Sequence[Loop],
        same: Sameness,
        alike: MayBeOne,
    ) -> None:
        self.ground, self.witnesses, self.parents, self.line = ground, witnesses, parents, line
        self.rings, self.same, self._alike = rings, same, alike
        self.records = ground.records
        self.commons, self._drew_on = commons, drawing(commons)
        self._folded: dict[str, str] = {}

    def beside(
        self,
        commons: Sequence[Common],
        parents: Mapping[str, Collection[str]],
        line: Mapping[str, Sequence[str]],
    ) -> Origins:
        """The same for a case in which reports share these sources, and have these parents and ancestors."""
        other = copy(self)
        other.commons, other._drew_on = commons, drawing(commons)
        other.parents, other.line = parents, line
        return other

    def verdict(self, statement: Statement, rows: Sequence[Reading], tops: Sequence[Top]) -> Verdict:
        """One of three states, with the origins and the reasons. ``tops`` are those of the ``rows``."""
        if (ring := self._ring(tops, rows)) is not None:
            return Verdict(statement.id, Independence.UNKNOWN, (), (ring.note,))
        groups = self._by_origin(tops)
        origins = tuple(
            Origin(g[0].node, g[0].name, g[0].kind, tuple(sorted({r for t in g for r in t.readings})))
            for g in groups
        )
        state, reasons = self._state(groups, self._counted(rows))
        return Verdict(statement.id, state, origins, tuple(reasons))

    def _counted(self, rows: Iterable[Reading]) -> int:
        """How many readings there are; those of several editions of one report are one."""
        found = (self.ground.attribution(r.attribution) for r in rows)
        said = [a for a in found if a is not None]
        edited = {r for each in self.ground.editions for r in each.records}
        return len({self.ground.report(a.record) if a.record in edited else a.id for a in said})

    def _ring(self, tops: Sequence[Top], rows: Sequence[Reading]) -> Loop | None:
        """The circle of citing that a statement has nothing outside of, if it is in one."""
        known = (self.ground.attribution(r.attribution) for r in rows)
        held = {a.record for a in known if a is not None}
        inside = {t.attribution.record for t in tops if not self._from_outside(t)}
        if len(inside) < len({t.attribution.record for t in tops}):
            return None
        return next((r for r in self.rings if inside <= set(r.nodes) and len(held & set(r.nodes)) > 1), None)

    def _from_outside(self, top: Top) -> bool:
        """Whether a top names somebody, and not just an outlet that is in the case itself."""
        cited = self.ground.press.credited(top.attribution.id, top.attribution.record)
        return top.stated and not (top.kind not in NAMED and any(o.records for o in cited))

    def _by_origin(self, tops: Iterable[Top]) -> list[list[Top]]:
        """Tops that rest on the same source, in order of the readings they carry."""
        groups: list[list[Top]] = []
        for top in sorted(tops, key=lambda t: (t.kind is NodeKind.UNKNOWN, -len(t.readings), t.key)):
            for group in groups:
                if any(_same(top, other) or self._means(top, other) for other in group):
                    group.append(top)
                    break
            else:
                groups.append([top])
        return groups

    def _means(self, top: Top, other: Top) -> bool:
        """Whether a reading without a name rests on the other's source after all.

        "She" or "the director" do in a report that names the other's source; the report's own voice
        does where it goes on from what that source said, or where the report drew on it elsewhere.
        """
        if not top.unnamed or other.unnamed or anonymous(top.witness):
            return False
        if not top.stated and self._drew_from(top.attribution.record, other):
            return True
        if other.kind not in (NodeKind.PERSON, NodeKind.BODY, NodeKind.UNKNOWN) or not _tokens(other.name):
            return False
        if top.stated:
            return self._mentions(top.attribution.record, other)
        said = self.ground.carried(top.attribution)
        return any(set(_tokens(v.name)) & set(_tokens(other.name)) for v in said)

    def _drew_from(self, report: str, other: Top) -> bool:
        """Whether a report is or has what the other's source gave: the record, a release, its own outlet."""
        own = self.ground.press.of.get(report)
        if own is not None and own.node.id == other.node:
            return True
        if other.kind is NodeKind.RECORD:
            above = (self.records[p] for p in self.parents.get(report, ()) if p in self.records)
            return any(other.node in (p.id, p.of) for p in above)
        names = set(_tokens(other.name))
        return any(
            c.node.id == other.node or names & set(_tokens(c.name)) for c in self._drew_on.get(report, ())
        )

    def _state(self, groups: Sequence[Sequence[Top]], count: int) -> tuple[Independence, list[str]]:
        denied = [g for g in groups if all(t.witness.stance is Stance.DENIES for t in g)]
        told = [g for g in groups if g not in denied] or list(groups)
        if len(groups) == 1:
            return self._alone(groups[0], count)
        pairs = [pair for one, two in combinations(told, 2) for pair in self._apart(one, two)]
        agreed = [pair for pair in pairs if not reversal(*map(self._said, pair))]
        apart = [pair for pair in agreed if not numbers_part(*map(self._figures, pair))]
        for a, b in apart:
            if not self.same.doubted(a.readings, b.readings):
                return Independence.INDEPENDENT, [
                    f"{called(self.records[a.attribution.record])} has it from {a.name};"
                    f" {called(self.records[b.attribution.record])} has it from {b.name},"
                    " and neither has these words from the other."
                ]
        if apart:
            names = " and ".join(top.name for top in apart[0])
            return Independence.UNKNOWN, [f"It is not sure that {names}, each in other words, say the same."]
        if agreed:
            names = " and ".join(top.name for top in agreed[0])
            return Independence.UNKNOWN, [f"{names} give other numbers, so that neither confirms the other."]
        if pairs:
            names = " and ".join(top.name for top in pairs[0])
            return Independence.UNKNOWN, [
                f"{names} seem to say the opposite of each other: neither confirms the other."
            ]
        return Independence.UNKNOWN, self._open(groups)

    def _said(self, top: Top) -> tuple[str, str]:
        record = self.records[top.attribution.record]
        return excerpt(record.text, top.attribution.content), record.language

    def _figures(self, top: Top) -> list[Figure]:
        record = self.records[top.attribution.record]
        return figures(record.text, top.attribution.content, record.language)

    def _alone(self, group: Sequence[Top], count: int) -> tuple[Independence, list[str]]:
        top = group[0]
        where = called(self.records[top.attribution.record])
        if len(group) == 1 and not top.stated and top.witness.unstated:
            return Independence.UNKNOWN, [f"Only {where} has it from outside, and does not say from whom."]
        if count > 1 and len(group) == 1 and not top.stated:
            return Independence.SHARED, [f"All {count} readings go back to {where}, which states no source."]
        if not top.stated:
            return Independence.UNKNOWN, [f"Only {where} has it, and states no source."]
        if count == 1 and top.kind is NodeKind.UNKNOWN and anonymous(top.witness):
            return Independence.UNKNOWN, [
                f"Only {where} has it, from a source without a name ({top.attribution.name})."
            ]
        if count == 1:
            return Independence.SHARED, [f"Only {where} has it, from {top.name}."]
        return Independence.SHARED, [f"All {count} readings go back to {top.name}."]

    def _apart(self, one: Sequence[Top], two: Sequence[Top]) -> Iterator[tuple[Top, Top]]:
        """The pairs of tops whose sources are named, differ, and cannot be speaking for each other."""
        for a, b in product(one, two):
            if a.kind in NAMED and b.kind in NAMED and self._tell(a, b) and self._differ(a, b):
                yield a, b

    def _tell(self, *tops: Top) -> bool:
        """Whether each says enough to be surely the same: two who say "rotten" may mean two things."""
        said = ((self.records[t.attribution.record].text, t.attribution.content) for t in tops)
        return all(
            sum(_counts(text, word) for s in spans for word in words(text, s)) >= ENOUGH
            for text, spans in said
        )

    def _differ(self, a: Top, b: Top) -> bool:
        here, there = a.attribution.record, b.attribution.record
        if self.ground.one_report(here, there) or self.records[here].outlet == self.records[there].outlet:
            return False
        for below, above in ((a, b), (b, a)):
            follows = above.attribution.record in self.line.get(below.attribution.record, ())
            # What is said of a record counts beside it only from somebody who speaks of what they know.
            if (follows or above.kind is NodeKind.RECORD) and not self.witnesses.knows(below.witness):
                return False
        if any(t.kind is NodeKind.DOCUMENT or not _identified(t) for t in (a, b)):
            return False
        if self._may_be_one(a, b):
            return False
        return not self._in_view(a, b) and not self._in_view(b, a)

    def _may_be_one(self, a: Top, b: Top) -> bool:
        """Whether one source may stand behind both, written in two scripts."""
        if NodeKind.RECORD in (a.kind, b.kind):
            return False
        return may_be_one(a.name, b.name) or self._alike(a.name, b.name)

    def _in_view(self, top: Top, other: Top) -> bool:
        """Whether one report has the other's source in view, so that the two may be one.

        It says nothing where the witness spoke to that very report.
        """
        return self._mentions(top.attribution.record, other) and not self.witnesses.told_here(top.witness)

    def _mentions(self, record: str, top: Top) -> bool:
        """Whether a report has the other's source in view: then the two may be one."""
        if top.kind is NodeKind.RECORD:
            return False
        if record not in self._folded:
            self._folded[record] = " " + " ".join(map(fold_word, self.records[record].text.split())) + " "
        return any(f" {w}" in self._folded[record] for w in _headwords(top.name))

    def _open(self, groups: Sequence[Sequence[Top]]) -> list[str]:
        unnamed = [g[0] for g in groups if g[0].kind not in NAMED]
        if unnamed:
            where = [called(self.records[t.attribution.record]) for t in unnamed[:2]]
            who = " and ".join(where)
            verb = "names" if len(where) == 1 else "name"
            return [f"{who} {verb} no source that could be told from the others."]
        one = next((p for p in combinations([g[0] for g in groups], 2) if self._may_be_one(*p)), None)
        if one:
            return [f"{one[0].name} and {one[1].name} may be one and the same."]
        names = " and ".join(g[0].name for g in groups[:2])
        return [f"{names} are both named, but nothing shows that they do not depend on each other."]


def unlike(one: str, other: str) -> bool:
    """Nobody is somebody else: where nobody compares names."""
    return False


def _counts(text: str, word: Span) -> int:
    """One, or two for a word of a script that writes several in one."""
    return 2 if DENSE.search(text, word.start, word.end) else 1


def _identified(top: Top) -> bool:
    """Whether a name says who it was: two names, or a body by its kind and one ("the vet office in Tarn")."""
    if top.kind is NodeKind.RECORD or _one_full_name(top.name):
        return True
    return top.kind is NodeKind.BODY and bool(named(top.name)) and len(top.name.split()) > 2


def _one_full_name(name: str) -> bool:
    """Two words or more, and not several names at once: "Marit" alone could be anybody's."""
    return len(named(name)) > 1 and not {"and", "or"} & set(name.lower().split())


def _tokens(name: str) -> list[str]:
    return [w for w in named(name) if len(w) > 2 and w not in TITLES]


def _headwords(name: str) -> list[str]:
    """What a name is told by: its last word; of "the hospital in Port Alder" what stands before the place."""
    head = re.split(r"\s(?:in|at|of|near|from)\s", name)[0]
    common = [fold_word(w) for w in head.split() if len(w) > 3]
    return _tokens(head)[-1:] or (common if head != name else _tokens(name))[-1:]


def _same(a: Top, b: Top) -> bool:
    """One source: the same node, or a name that is part of the other ("Selwyn", "Dr Amara Selwyn")."""
    if a.key == b.key:
        return True
    if a.unnamed or b.unnamed or NodeKind.RECORD in (a.kind, b.kind):
        return False
    ours, theirs = set(_tokens(a.name)), set(_tokens(b.name))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)
