"""Per statement: where it enters the case from outside, and whether two such places are shown.

Outlets are never counted. A reading that descends from another rests on what that one rests on;
only the readings at the top count, by the source they name. Two of them are independent if both
sources are named, differ, and neither can be speaking for the other. An unnamed source, or none,
leaves the question open unless everything descends from that one reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from firsthand.model import (
    Attribution,
    Being,
    Certainty,
    Descent,
    Evidence,
    EvidenceKind,
    Independence,
    Node,
    NodeKind,
    Origin,
    Place,
    Reading,
    Record,
    RecordKind,
    Source,
    Span,
    Speech,
    Statement,
    Verdict,
)
from firsthand.text import fold_word
from firsthand.tracing.citing import Outlet
from firsthand.tracing.common import Common
from firsthand.tracing.ground import Voice
from firsthand.tracing.nodes import GHOSTS, anonymous, called, ghost, named
from firsthand.tracing.tables import row

TITLES = frozenset(row("dr mr mrs ms prof sir lady dame miss"))
NOBODY = (Being.ANONYMOUS, Being.GROUP, Being.MEDIUM)
NAMED = (NodeKind.PERSON, NodeKind.BODY, NodeKind.RECORD, NodeKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Top:
    """A reading with nothing above it in the case, and what it says that it rests on.

    ``node`` is where it enters: a record, a ghost, an inferred ancestor, or the report itself where
    no name is given. ``key`` is equal for tops that rest on the same.
    """

    attribution: Attribution
    node: str
    key: str
    name: str
    kind: NodeKind
    stated: bool
    readings: tuple[str, ...]

    @property
    def unnamed(self) -> bool:
        """Whether no source is named: the reading then rests on nothing but itself."""
        return self.key == self.attribution.id


class Origins:
    """Judges statements from their readings, the sources behind these, and inferred ancestors."""

    def __init__(
        self,
        records: Mapping[str, Record],
        attributions: Mapping[str, Attribution],
        sources: Iterable[Source],
        commons: Sequence[Common],
        line: Mapping[str, Sequence[str]],
        carried: Callable[[Attribution], Sequence[Voice]],
        knows: Callable[[Attribution], bool],
        elsewhere: Callable[[Attribution], Outlet | None],
    ) -> None:
        self.carried, self.knows, self.elsewhere = carried, knows, elsewhere
        self.records, self.attributions, self.commons, self.line = records, attributions, commons, line
        self._source: dict[str, Source] = {}
        for source in sources:
            for each in source.attributions:
                if self._speaks(source, attributions.get(each)):
                    self._source.setdefault(each, source)
        self._folded: dict[str, str] = {}

    @staticmethod
    def _speaks(source: Source, attribution: Attribution | None) -> bool:
        if attribution is None or source.being not in (Being.PERSON, Being.BODY, Being.DOCUMENT):
            return False
        names = {n for n in (attribution.name, *(h.name for h in attribution.hands[:1])) if n}
        return bool(names & set(source.spellings)) or not names

    def verdict(self, statement: Statement, rows: Sequence[Reading], tops: Sequence[Top]) -> Verdict:
        """One of three states, with the origins and the reasons. ``tops`` are those of the ``rows``."""
        groups = self._by_origin(tops)
        origins = tuple(
            Origin(g[0].node, g[0].name, g[0].kind, tuple(sorted({r for t in g for r in t.readings})))
            for g in groups
        )
        state, reasons = self._state(groups, len(rows))
        return Verdict(statement.id, state, origins, tuple(reasons))

    def tops(self, rows: Sequence[Reading]) -> list[Top]:
        """The readings of a statement that none in the case stands above."""
        by_id = {r.attribution: r for r in rows}
        below: dict[str, list[str]] = defaultdict(list)
        for each in rows:
            top, seen = each, set()
            while top.upstream_attribution in by_id and top.attribution not in seen:
                seen.add(top.attribution)
                top = by_id[top.upstream_attribution]
            below[top.attribution].append(each.attribution)
        return _one_a_place([self._top(by_id[top], tuple(ids)) for top, ids in below.items()])

    def _top(self, row: Reading, below: tuple[str, ...]) -> Top:
        said = self.attributions[row.attribution]
        if row.upstream is not None:
            there = self.records[row.upstream.record]
            home = self.records.get(there.of, there)
            return Top(said, home.id, home.id, called(home), NodeKind.RECORD, True, below)
        source = self._source.get(said.id)
        if source is not None and source.being is Being.DOCUMENT and (home_record := self._only_primary()):
            return Top(
                said, home_record.id, home_record.id, called(home_record), NodeKind.RECORD, True, below
            )
        if (outlet := self.elsewhere(said)) is not None:
            node = ghost(outlet.name, NodeKind.OUTLET)
            return Top(said, node.id, node.id, node.name, node.kind, True, below)
        if source is not None and (named(source.name) or source.being is Being.DOCUMENT):
            node = ghost(source.name, GHOSTS[source.being])
            return Top(said, node.id, source.id, node.name, node.kind, True, below)
        for each in self.commons:
            if each.name and each.holds(said):
                return Top(said, each.node.id, each.node.id, each.name, NodeKind.UNKNOWN, True, below)
        being = said.hands[0].being if said.hands else Being.UNKNOWN
        if named(said.name) and being not in NOBODY:
            node = ghost(said.name, GHOSTS.get(being, NodeKind.PERSON))
            return Top(said, node.id, node.id, node.name, node.kind, True, below)
        report = self.records[said.record]
        name = (
            f"{said.name}, not named, in {called(report)}"
            if said.name
            else f"no source stated in {called(report)}"
        )
        return Top(said, report.id, said.id, name, NodeKind.UNKNOWN, bool(said.name), below)

    def _only_primary(self) -> Record | None:
        primary = [r for r in self.records.values() if r.kind is RecordKind.PRIMARY]
        return primary[0] if len(primary) == 1 else None

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
        does where it goes on from what that source said.
        """
        if other.kind not in (NodeKind.PERSON, NodeKind.BODY, NodeKind.UNKNOWN):
            return False
        if not top.unnamed or other.unnamed or not _tokens(other.name) or anonymous(top.attribution):
            return False
        if top.stated:
            return self._mentions(top.attribution.record, other)
        return any(set(_tokens(v.name)) & set(_tokens(other.name)) for v in self.carried(top.attribution))

    def _state(self, groups: Sequence[Sequence[Top]], count: int) -> tuple[Independence, list[str]]:
        if len(groups) == 1:
            return self._alone(groups[0], count)
        for one, two in combinations(groups, 2):
            if (pair := self._apart(one, two)) is not None:
                return Independence.INDEPENDENT, [
                    f"{called(self.records[pair[0].attribution.record])} has it from {pair[0].name};"
                    f" {called(self.records[pair[1].attribution.record])} has it from {pair[1].name},"
                    " and neither has these words from the other."
                ]
        return Independence.UNKNOWN, self._open(groups)

    def _alone(self, group: Sequence[Top], count: int) -> tuple[Independence, list[str]]:
        top = group[0]
        where = called(self.records[top.attribution.record])
        if len(group) == 1 and not top.stated and top.attribution.unstated:
            return Independence.UNKNOWN, [f"Only {where} has it from outside, and does not say from whom."]
        if count > 1 and len(group) == 1 and not top.stated:
            return Independence.SHARED, [f"All {count} readings go back to {where}, which states no source."]
        if not top.stated:
            return Independence.UNKNOWN, [f"Only {where} has it, and states no source."]
        if count == 1 and top.kind is NodeKind.UNKNOWN and anonymous(top.attribution):
            return Independence.UNKNOWN, [
                f"Only {where} has it, from a source without a name ({top.attribution.name})."
            ]
        if count == 1:
            return Independence.SHARED, [f"Only {where} has it, from {top.name}."]
        return Independence.SHARED, [f"All {count} readings go back to {top.name}."]

    def _apart(self, one: Sequence[Top], two: Sequence[Top]) -> tuple[Top, Top] | None:
        """Two tops that show independence, if any do."""
        for a in one:
            for b in two:
                if a.kind in NAMED and b.kind in NAMED and self._differ(a, b):
                    return a, b
        return None

    def _differ(self, a: Top, b: Top) -> bool:
        here, there = a.attribution.record, b.attribution.record
        if here == there or self.records[here].outlet == self.records[there].outlet:
            return False
        for below, above in ((a, b), (b, a)):
            follows = above.attribution.record in self.line.get(below.attribution.record, ())
            # What is said of a record counts beside it only from somebody who speaks of what they know.
            if (follows or above.kind is NodeKind.RECORD) and not self.knows(below.attribution):
                return False
        if any(
            t.kind is NodeKind.DOCUMENT or (t.kind is not NodeKind.RECORD and not _one_full_name(t.name))
            for t in (a, b)
        ):
            return False
        return not self._mentions(here, b) and not self._mentions(there, a)

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
        names = " and ".join(g[0].name for g in groups[:2])
        return [f"{names} are both named, but nothing shows that they do not depend on each other."]


def entries(tops: Iterable[Top]) -> list[tuple[Descent, Node]]:
    """Lines of descent from reports to the persons, bodies and documents that they have something from."""
    found: dict[tuple[str, str], tuple[Descent, Node]] = {}
    for top in tops:
        if top.kind in (NodeKind.PERSON, NodeKind.BODY, NodeKind.DOCUMENT):
            spans = (top.attribution.source,) if top.attribution.source else top.attribution.content
            note = f"It gives {top.name} as its source."
            line = _named_line(top.attribution, top.node, spans, note)
            found.setdefault((line.child, top.node), (line, Node(top.node, top.name, top.kind)))
    return list(found.values())


def hands(
    attributions: Mapping[str, Attribution], sources: Iterable[Source], settled: Container[str]
) -> list[Descent]:
    """Lines from reports to the bodies and documents through whose hands they say that something came.

    Reports in ``settled`` have a parent in the case, which stands between.
    """
    found: dict[tuple[str, str], Descent] = {}
    for source in sources:
        if source.being not in (Being.BODY, Being.DOCUMENT) or source.records or not source.name.strip():
            continue
        node = ghost(source.name, GHOSTS[source.being]).id
        for said in (attributions[a] for a in source.attributions if a in attributions):
            if said.record not in settled:
                spans = (
                    tuple(h.who for h in said.hands if h.who and h.name in source.spellings) or said.content
                )
                line = _named_line(said, node, spans, f"It names {source.name} among the hands.")
                found.setdefault((said.record, node), line)
    return list(found.values())


def _named_line(said: Attribution, node: str, spans: tuple[Span, ...], note: str) -> Descent:
    place = Place(said.record, spans)
    return Descent(said.record, node, Certainty.SHOWN, (Evidence(EvidenceKind.NAMED, note, place),))


def _one_a_place(tops: Sequence[Top]) -> list[Top]:
    """Of attributions of one report that overlap the best sourced, the innermost.

    Of one nested in another the inner: in "one of them, she said, swears that C" she has it from hearsay.
    """
    around = {t.attribution.parent for t in tops if t.stated and t.attribution.speech is not Speech.NEGATED}
    kept: list[Top] = []
    for top in sorted(tops, key=lambda t: (t.attribution.id in around, *_order(t))):
        for number, other in enumerate(kept):
            if _overlap(top.attribution, other.attribution):
                kept[number] = replace(other, readings=tuple(dict.fromkeys((*other.readings, *top.readings))))
                break
        else:
            kept.append(top)
    return kept


def _order(top: Top) -> tuple[int, int, str]:
    return -_sourced(top), _length(top.attribution), top.attribution.id


def _sourced(top: Top) -> int:
    return 2 if top.kind in NAMED else 1 if top.stated else 0


def _length(attribution: Attribution) -> int:
    return sum(s.end - s.start for s in attribution.content)


def _overlap(a: Attribution, b: Attribution) -> bool:
    return a.record == b.record and any(
        s.start < t.end and t.start < s.end for s in a.content for t in b.content
    )


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
