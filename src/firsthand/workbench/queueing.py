"""The queue: what is open, those first whose ruling would change most; ruled on one after another by keys."""

from __future__ import annotations

from firsthand.model import Judgement, Matter, Proposal
from firsthand.workbench.desk import Asked, Desk
from firsthand.workbench.evidence import evidence
from firsthand.workbench.later import Recent
from firsthand.workbench.proposals import Open, Queue

SHOWN = 20  # proposals of one page, each with what is looked at to decide it
_J = Judgement
# The judgement that confirms what is proposed, the one that denies it, and what each says.
CHOICES: dict[Matter, tuple[tuple[Judgement, str], ...]] = {
    Matter.ATTRIBUTION: ((_J.ACCEPT, "right as read"), (_J.REJECT, "nobody says it")),
    Matter.NAMES: ((_J.SAME, "the same"), (_J.DIFFERENT, "two")),
    Matter.SAYING: ((_J.SAME, "the same"), (_J.DIFFERENT, "not the same")),
    Matter.DESCENT: ((_J.FROM, "taken from it"), (_J.NOT_FROM, "not taken from it")),
    Matter.SUPPORT: (
        (_J.CONTRADICTS, "contradicts it"),
        (_J.SILENT, "is silent on it"),
        (_J.IMPLIES, "implies it"),
        (_J.STATES, "states it"),
    ),
}
OPEN = (_J.UNDECIDED, "cannot be told")


def queue(desk: Desk, asked: Asked) -> Queue:
    """What is open, the gravest first; without what was ruled on since the case was laid ready."""
    matter, decided = asked.words.get("matter", ""), desk.later().decided()
    start = asked.number("start")
    rows, total = desk.sheets.rows("proposal", start, SHOWN, {"state": matter}, decided)
    found = desk.sheets.some("proposal", [row.anchor for row in rows])
    waiting = (
        Open(row.anchor, each, _choices(each), *evidence(desk, each))
        for row, each in zip(rows, found, strict=True)
    )
    made, last = desk.front().entries, _last(desk, asked)
    return Queue(tuple(waiting), total, min(start, total), matter, tuple(CHOICES), made, last)


def _last(desk: Desk, asked: Asked) -> tuple[Recent, ...]:
    """What they ruled last who ask, if it stands, to be looked at once more and undone."""
    own = [each for each in desk.later().all() if each.by == asked.who.name]
    undone = {each.undoes for each in desk.later().all()}
    return tuple(each for each in own[-1:] if not each.undoes and each.number not in undone)


def _choices(each: Proposal) -> tuple[tuple[str, str], ...]:
    """The judgements that are open, that which confirms what is proposed first; none where people differ."""
    if each.to[:1] and each.to[0].startswith("J"):
        return ()  # where people differ it is settled, and not ruled on once more
    choices = CHOICES.get(each.matter, ())
    first = [choice for choice in choices if f"The record {choice[0]} " in each.proposed]
    ordered = dict.fromkeys((*first, *choices, OPEN))
    return tuple((str(judgement), says) for judgement, says in ordered)
