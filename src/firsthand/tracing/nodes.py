"""What can stand at the end of a line of descent: the records of the case, and hands named but not here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from unicodedata import bidirectional

from firsthand.languages import pronouns
from firsthand.model import (
    Attribution,
    Being,
    Descent,
    Independence,
    Node,
    NodeKind,
    Record,
    RecordKind,
    Source,
    Verdict,
    identity,
)
from firsthand.text import fold_word
from firsthand.tracing.tables import row

GHOSTS = {
    Being.OUTLET: NodeKind.OUTLET,
    Being.BODY: NodeKind.BODY,
    Being.PERSON: NodeKind.PERSON,
    Being.DOCUMENT: NodeKind.DOCUMENT,
}
# Capitalised at the head of a sentence and yet no name.
NO_NAMES = pronouns().union(
    row(
        "a an the this that these those some many several most all both another other no in on at for from",
        "whoever somebody someone anybody nobody nothing everybody who to and but or as if when while after",
        "by of before according",
    )
)
INDEFINITE = frozenset(row("a an one some several somebody someone"))
# How a report speaks of itself.
OURSELVES = frozenset(row("we us our i me my нам нас ми мы я 우리 본지 noi wir uns ich nous je nosotros"))
LONGEST_NAME = 8  # words; a longer "name" is a sentence that was not cut up
PEOPLE = (NodeKind.PERSON, NodeKind.BODY, NodeKind.DOCUMENT)
TRACED = (RecordKind.REPORT, RecordKind.PRIMARY, RecordKind.TRANSLATION)


def record_node(record: Record) -> Node:
    """The node of a record of the case; its id is the record's."""
    kind = NodeKind.REPORT if record.kind is RecordKind.REPORT else NodeKind.RECORD
    return Node(record.id, called(record), kind, record.id)


def called(record: Record) -> str:
    """What a reader calls a record: its outlet and day, else its title, else its file."""
    if record.kind is RecordKind.REPORT and record.outlet:
        day = record.published[:10]
        return f"{_closed(record.outlet)}, {day or 'undated'}"
    return record.title or record.name


def _closed(name: str) -> str:
    """A name after which a date reads on from left to right; one written from right to left needs a mark."""
    return f"{name}\u200e" if bidirectional(name[-1]) in ("R", "AL") else name


def named(name: str) -> list[str]:
    """The words of ``name`` that make it a name, folded; none for "the firm", "Whoever" or "she".

    In a script without capitals every word counts.
    """
    parts = [w.strip(".,;:’'\"“”«»()") for w in name.split()]
    if len(parts) > LONGEST_NAME:
        return []
    return [
        fold_word(w)
        for w in parts
        if w and not w[0].islower() and w.lower() not in NO_NAMES and w[0].isalpha()
    ]


def anonymous(attribution: Attribution) -> bool:
    """Whether the source could be anybody: "a man", "sources", "residents"; "the mate" could not."""
    first = attribution.name.lower().split(" ")[0]
    being = attribution.hands[0].being if attribution.hands else Being.UNKNOWN
    return being in (Being.ANONYMOUS, Being.GROUP) or first in INDEFINITE


def ghost(name: str, kind: NodeKind) -> Node:
    """A hand that is named but not in the case. The same name and kind give the same id."""
    return Node(identity("node", kind, " ".join(fold_word(w) for w in name.split())), name, kind)


def ghosts(sources: Iterable[Source]) -> dict[str, Node]:
    """A ghost for every source that no record of the case is; keyed by the source's id.

    Groups ("residents"), unnamed people and media ("by telephone") are no nodes: nothing can be
    looked up there.
    """
    return {
        s.id: ghost(s.name, GHOSTS[s.being])
        for s in sources
        if s.being in GHOSTS and not s.records and s.name.strip()
    }


def drawn(
    nodes: Iterable[Node],
    descents: Iterable[Descent],
    verdicts: Iterable[Verdict],
    ruled: Container[str] = (),
) -> tuple[Node, ...]:
    """The nodes that say something about several reports, in their order.

    Texts and outlets always; a person, body or document only where two reports have something from
    it, two readings rest on it, or it stands beside another origin. Of one article of ten speakers nothing is
    shown by ten nodes: they are sources, listed with what they said.
    """
    reports: dict[str, set[str]] = defaultdict(set)
    for each in descents:
        reports[each.parent].add(each.child)
    shared = {
        o.node
        for v in verdicts
        for o in v.origins
        if v.independence is Independence.INDEPENDENT or len(o.readings) > 1
    }
    return tuple(
        n
        for n in nodes
        if n.record or n.kind not in PEOPLE or len(reports[n.id]) > 1 or n.id in shared or n.id in ruled
    )
