"""The reasons for a line of descent, as sentences a reporter can check."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Evidence, EvidenceKind, Place, Record
from firsthand.tracing import clock
from firsthand.tracing.citing import Citation
from firsthand.tracing.nodes import called
from firsthand.tracing.wording import Echo, longest_run


def cited(citation: Citation) -> Evidence:
    """The child points at the parent's outlet itself."""
    name = citation.outlet.name
    if citation.kind is EvidenceKind.LINK:
        note = f"It links to {name}: {citation.url}."
    elif citation.vague:
        note = f"It credits agencies without a name (“{citation.words}”); {name} is one."
    elif citation.kind is EvidenceKind.CREDIT:
        note = f"It carries a credit line for {name} (“{citation.words}”)."
    else:
        note = f"It names {name} as a source (“{citation.words}”)."
    return Evidence(citation.kind, note, citation.place)


def worded(child: Record, parent: Record, echoes: Sequence[Echo]) -> Evidence | None:
    """The sentences that both share, with the longest run of equal words shown."""
    strong = sorted((e for e in echoes if e.share > 0), key=lambda e: (-e.run, -e.share, e.unit.span))
    if not strong:
        return None
    best = strong[0]
    count = "One sentence shares its" if len(strong) == 1 else f"{len(strong)} sentences share their"
    note = f"{count} wording or particulars with {called(parent)}"
    size, start = longest_run(best.unit.words, best.other.words)
    if size >= 4:
        note += f"; {size} words run the same: “{' '.join(best.unit.words[start : start + size])}”"
    shown = strong[:3]
    return Evidence(
        EvidenceKind.WORDING,
        note + ".",
        Place(child.id, tuple(sorted(e.unit.span for e in shown))),
        Place(parent.id, tuple(sorted({e.other.span for e in shown}))),
    )


def edition(child: Record, parent: Record, by: str) -> Evidence:
    """The child is a later edition of the parent; ``by`` says what shows that they are one report."""
    day = parent.published[:16].replace("T", " ") or "no date"
    where = f" ({child.url})" if child.url else ""
    return Evidence(EvidenceKind.LINK, f"Both have {by}{where}; this edition is later than that of {day}.")


def received(child: Record, parent: Record) -> Evidence:
    """The child has the same words as the parent, and is the same report."""
    return Evidence(EvidenceKind.LINK, f"It is the same report as {called(parent)}, received once more.")


def timed(child: Record, parent: Record) -> Evidence | None:
    """How long after the parent the child appeared; None where the day of one is not known."""
    days = clock.days_between(parent, child)
    if days is None or days < 0 or min(len(child.published), len(parent.published)) < clock.DAY:
        return None
    if clock.by_the_day(child, parent) and days < 2:
        gap = "on the day after" if days else "on the same day as"
    elif days >= 2:
        gap = f"{days:.0f} days after"
    elif not days:
        gap = "at the same moment as"
    else:
        gap = f"{days * 24:.0f} hours after" if days * 24 >= 1.5 else f"{days * 1440:.0f} minutes after"
    order = "; no hour tells which was first" if clock.by_the_day(child, parent) and not days else ""
    return Evidence(EvidenceKind.TIME, f"Published {gap} {called(parent)}{order}.")


def mutual(parent: Record, child: Record) -> Evidence:
    """The parent names the child in turn, and their dates do not tell which was first."""
    note = f"{called(parent)} names {child.outlet} in turn, and their dates do not tell which was first."
    return Evidence(EvidenceKind.TIME, note)


def dated_later(child: Record, parent: Record) -> Evidence:
    """What the child has from the parent is dated after it."""
    note = (
        f"{called(parent)} is dated after it ({child.published[:10]}): one of the two dates is wrong,"
        " or it was made from a text that is not here."
    )
    return Evidence(EvidenceKind.TIME, note)
