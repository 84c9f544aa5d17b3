"""What a report tells as its own knowledge, though another of the matter had told it before.

Where nothing else explains such a statement (no parent or release that has it, no line of the
record, no source in the text), the report that had it before, and whose particulars and numbers are
the nearest, is taken as the one it came from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import inf

from firsthand.model import (
    Attribution,
    Certainty,
    Descent,
    Evidence,
    EvidenceKind,
    Kind,
    Match,
    Place,
    Statement,
)
from firsthand.text import excerpt
from firsthand.tracing import clock
from firsthand.tracing.common import Common, drawing
from firsthand.tracing.figures import figures
from firsthand.tracing.ground import Ground
from firsthand.tracing.nodes import OURSELVES, called
from firsthand.tracing.redraw import again
from firsthand.tracing.wording import HOLDERS, shared_keys

# Rare words and figures (each at most 1) that two readings of a statement must share.
ENOUGH = 2.0

Mass = Callable[[Attribution, Attribution], float]
"""How telling the words are that two readings share."""
Explained = Callable[[Attribution, Statement], float]
"""How much of a reading the lines of descent found so far account for; all of it is infinite."""


def unsourced(
    ground: Ground,
    statements: Sequence[Statement],
    ancestors: Mapping[str, Sequence[str]],
    explained: Explained,
    mass: Mass,
    of: str = "",
) -> list[Descent]:
    """Likely lines from reports that give a statement without a source to those that had it before; all, or
    those ``of`` one report. ``mass`` weighs what two readings share (``massing``)."""
    found: dict[tuple[str, str], list[tuple[float, Attribution, Attribution]]] = defaultdict(list)
    for statement in statements:
        members = [a for a in map(ground.attribution, statement.attributions) if a is not None]
        first = _first_to_have(ground, members)
        for here in members:
            if (of and here.record != of) or not sourceless(ground, here):
                continue
            best = max(
                ((mass(here, there), there) for there in first if _before(ground, here, there, ancestors)),
                key=lambda x: (round(x[0], 3), _early(ground, x[1])),
                default=None,
            )
            if best is not None and best[0] > explained(here, statement):
                found[here.record, best[1].record].append((best[0], here, best[1]))
    return [
        _descent(ground, child, parent, shared)
        for (child, parent), shared in sorted(found.items())
        if sum(mass for mass, _, _ in shared) >= ENOUGH
    ]


def explaining(
    ground: Ground,
    lines_said: Mapping[str, Sequence[Match]],
    ancestors: Mapping[str, Sequence[str]],
    commons: Sequence[Common],
) -> Explained:
    """How much the lines of descent found so far account for a report's having a statement; ``lines_said``
    are the matches of attributions with lines of the record."""
    drawn = drawing(commons)

    def explained(here: Attribution, statement: Statement) -> float:
        holders = {a.record for a in map(ground.attribution, statement.attributions) if a is not None}
        drawn_on = any(holders & c.records - {here.record} for c in drawn.get(here.record, ()))
        if drawn_on or holders & set(ancestors.get(here.record, ())):
            return inf
        matched = lines_said.get(here.id)
        return shared_mass(ground, matched[-1].a, matched[-1].b) if matched else 0.0

    return explained


def _first_to_have(ground: Ground, members: Sequence[Attribution]) -> list[Attribution]:
    """Of those that say it in the same words only the earliest: of a thousand reprints ``HOLDERS``."""
    holders: Counter[str] = Counter()
    kept = []
    for each in sorted(members, key=lambda a: _early(ground, a), reverse=True):
        wording = excerpt(ground.records[each.record].text, each.content)
        holders[wording] += 1
        if holders[wording] <= HOLDERS:
            kept.append(each)
    return kept


def massing(ground: Ground) -> Mass:
    """``shared_mass`` of two attributions, reckoned once for two wordings."""
    known: dict[tuple[str, str], float] = {}

    def mass(here: Attribution, there: Attribution) -> float:
        texts = [excerpt(ground.records[a.record].text, a.content) for a in (here, there)]
        pair = texts[0], texts[1]
        if pair not in known:
            known[pair] = shared_mass(ground, _place(here), _place(there))
        return known[pair]

    return mass


def sourceless(ground: Ground, said: Attribution) -> bool:
    """Whether a report tells something in its own voice, or as what it "understands"; not as a rumour.

    A message that was forwarded has a source for all that it tells.
    """
    if ground.press.forwarded(said.record):
        return False
    if said.kind is Kind.OWN:
        return not ground.goes_on(said)
    if said.unstated and not said.name:
        return True
    own = ground.press.of.get(said.record)
    names = {w.lower() for w in (said.name or (said.hands[0].name if said.hands else "")).split()}
    return bool(names & OURSELVES) or (own is not None and set(own.name.lower().split()) <= names)


def _before(
    ground: Ground, here: Attribution, there: Attribution, ancestors: Mapping[str, Sequence[str]]
) -> bool:
    child, parent = ground.records[here.record], ground.records[there.record]
    return (
        child.id != parent.id
        and child.language == parent.language
        and clock.certainly_later(child, parent)
        and child.outlet != parent.outlet
        and ground.near_in_time(child.id, parent.id)
        and ground.same_matter(child.id, parent.id)
        and child.id not in ancestors.get(parent.id, ())
    )


def shared_mass(ground: Ground, a: Place, b: Place) -> float:
    """How telling the words are that two places have in common; a figure of one thing counts one more."""
    ours, theirs = ground.records[a.record], ground.records[b.record]
    counted = [
        {(f.value, f.unit) for f in figures(r.text, p.spans, r.language)} for r, p in ((ours, a), (theirs, b))
    ]
    keys = shared_keys(ours.text, a.spans, theirs.text, b.spans)
    return ground.wording.mass(keys) + len(counted[0] & counted[1])


def _early(ground: Ground, said: Attribution) -> float:
    known = clock.stretch(ground.records[said.record].published)
    return -known[0].timestamp() if known else float("-inf")


def _descent(
    ground: Ground, child: str, parent: str, shared: Sequence[tuple[float, Attribution, Attribution]]
) -> Descent:
    _, here, there = max(shared, key=lambda x: x[0])
    told = excerpt(ground.records[child].text, here.content)
    note = f"It tells “{told}” without a source; {called(ground.records[parent])} had it before."
    shown = Evidence(EvidenceKind.WORDING, note, _place(here), _place(there))
    masses = {f"{child} {said.content[0].start}": mass for mass, said, _ in shared}
    return Descent(child, parent, Certainty.LIKELY, (shown,), again(masses, ENOUGH))


def _place(said: Attribution) -> Place:
    return Place(said.record, said.content)
