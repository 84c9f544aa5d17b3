"""Sources that several reports share without copying one another: a release, a press conference.

Where reports share wording that no line of descent explains, and one source could have given it to
all of them, an ancestor that is not in the case is inferred. It needs at least two children.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass

from firsthand.model import (
    Attribution,
    Certainty,
    Descent,
    Evidence,
    EvidenceKind,
    Node,
    NodeKind,
    Place,
    identity,
)
from firsthand.text import excerpt
from firsthand.tracing.copying import likeness
from firsthand.tracing.ground import Ground
from firsthand.tracing.wording import Echo, Unit

# Rare words, or words on end, that two reports must share before a common source is inferred.
ENOUGH = 1.2
RUN = 7


@dataclass(frozen=True, slots=True)
class Common:
    """An inferred ancestor, and the sentences of each child that come from it."""

    node: Node
    children: tuple[tuple[str, tuple[Unit, ...]], ...]
    name: str

    @property
    def records(self) -> frozenset[str]:
        """The reports that have something from it."""
        return frozenset(record for record, _ in self.children)

    def holds(self, attribution: Attribution) -> bool:
        """Whether an attribution's content lies in a sentence that comes from this ancestor."""
        return any(
            s.start < u.span.end and u.span.start < s.end
            for record, found in self.children
            if record == attribution.record
            for u in found
            for s in attribution.content
        )


def drawing(commons: Iterable[Common]) -> Mapping[str, list[Common]]:
    """By report, the inferred ancestors that it has something from, in their order."""
    found: dict[str, list[Common]] = defaultdict(list)
    for each in commons:
        for record in each.records:
            found[record].append(each)
    return found


class _Sets:
    """Which sentences hang together (union and find)."""

    def __init__(self) -> None:
        self.up: dict[Unit, Unit] = {}

    def top(self, unit: Unit) -> Unit:
        while self.up.setdefault(unit, unit) is not unit:
            unit = self.up[unit]
        return unit

    def join(self, a: Unit, b: Unit) -> None:
        self.up[self.top(a)] = self.top(b)


def inferred(
    ground: Ground,
    parents: Mapping[str, Collection[str]],
    ancestors: Mapping[str, Container[str]],
    among: Collection[str] = (),
) -> list[Common]:
    """Ancestors that must have been there, of all reports or of those ``among`` which they are looked for.
    ``parents`` and ``ancestors`` are those known so far."""
    sets = _Sets()
    voiced: dict[tuple[str, str], Unit] = {}
    for child in sorted(among or (r.id for r in ground.reports)):
        for other, echoes in ground.echoes(child).items():
            if among and other not in among:
                continue
            if child < other and _strangers(ground, child, other, ancestors):
                for each in _free(ground, parents, child, other, echoes):
                    sets.join(each.unit, each.other)
                    for unit in (each.unit, each.other):
                        for voice in ground.voices(unit):
                            if voice.who:
                                sets.join(unit, voiced.setdefault((unit.record, voice.who), unit))
    groups: dict[Unit, set[Unit]] = defaultdict(set)
    for unit in list(sets.up):
        groups[sets.top(unit)].add(unit)
    return [_common(ground, g) for g in _merged(ground, groups.values()) if len({u.record for u in g}) > 1]


def _strangers(ground: Ground, a: str, b: str, ancestors: Mapping[str, Container[str]]) -> bool:
    if ground.records[a].kind is not ground.records[b].kind or not ground.same_matter(a, b):
        return False
    theirs = ground.press.forwarded(b)
    if theirs and ground.press.forwarded(a) == theirs:
        return False  # they say themselves what they have in common
    return a not in ancestors.get(b, ()) and b not in ancestors.get(a, ())


def _free(
    ground: Ground, parents: Mapping[str, Collection[str]], a: str, b: str, echoes: list[Echo]
) -> list[Echo]:
    """The shared sentences that neither side has from a parent, if they are enough together."""
    taken = _taken(ground, parents, a) | _taken(ground, parents, b)
    free = [
        e for e in echoes if e.unit not in taken and e.other not in taken and (e.run >= 5 or e.share >= 0.6)
    ]
    # Where one says that it has the words from an outlet which is not here, the other need not.
    free = [e for e in free if ground.credited_elsewhere(e.unit) == ground.credited_elsewhere(e.other)]
    found = likeness(ground, free)
    if len(found.voices) == 1 and found.run >= RUN:
        return free
    return []


def _taken(ground: Ground, parents: Mapping[str, Collection[str]], record: str) -> set[Unit]:
    echoes = ground.echoes(record)
    return {e.unit for p in parents.get(record, ()) for e in echoes.get(p, ())}


def _merged(ground: Ground, groups: Iterable[set[Unit]]) -> list[set[Unit]]:
    """Groups that share a report are one source, unless they name different ones."""
    merged: list[tuple[set[Unit], set[str]]] = []
    for group in sorted(groups, key=lambda g: (-len(g), min((u.record, u.span) for u in g))):
        voices = {v.who for u in group for v in ground.voices(u) if v.who}
        records = {u.record for u in group}
        for known, said in merged:
            if records & {u.record for u in known} and (voices & said or not voices or not said):
                known |= group
                said |= voices
                break
        else:
            merged.append((set(group), voices))
    return [group for group, _ in merged]


def _common(ground: Ground, group: set[Unit]) -> Common:
    names = Counter(v.name for u in group for v in ground.voices(u) if v.who)
    name = names.most_common(1)[0][0] if names else ""
    by_record: dict[str, list[Unit]] = defaultdict(list)
    for unit in sorted(group, key=lambda u: (u.record, u.span)):
        by_record[unit.record].append(unit)
    label = f"words of {name}, source not in the case" if name else "a common source, not in the case"
    node = Node(identity("node", NodeKind.UNKNOWN, *sorted(by_record)), label, NodeKind.UNKNOWN)
    return Common(node, tuple((r, tuple(us)) for r, us in by_record.items()), name)


def descents_from(ground: Ground, common: Common) -> list[Descent]:
    """One line of descent for each child of an inferred ancestor."""
    found = []
    for child, units in common.children:
        text = ground.records[child].text
        others = len(common.children) - 1
        said = f"words of {common.name}" if common.name else "wording"
        note = (
            f"It shares {said} with {others} other report{'s' if others > 1 else ''},"
            f" and none of them names another: “{excerpt(text, [units[0].span])}”"
        )
        place = Place(child, tuple(u.span for u in units))
        found.append(
            Descent(child, common.node.id, Certainty.LIKELY, (Evidence(EvidenceKind.WORDING, note, place),))
        )
    return found
