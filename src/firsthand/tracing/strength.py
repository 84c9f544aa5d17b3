"""Words of one kind in order of force, and words that turn a sentence round. English, small on purpose."""

from __future__ import annotations

from firsthand.tracing.tables import row

NEGATIONS = frozenset(row("not no never nobody none nothing neither nor cannot without"))


def _ladder(*rungs: str) -> dict[str, int]:
    return {word: number for number, rung in enumerate(rungs) for word in rung.split()}


# Each ladder runs from the weakest to the strongest; only words of one ladder are compared.
STEPS = (
    _ladder(
        "suggest suggested suggests ask asked asks",
        "recommend recommended recommends urge urged urges",
        "demand demanded demands insist insisted insists beg begged begs order ordered orders",
    ),
    _ladder("may might could", "would should", "will must"),
    _ladder("some several", "many", "most", "all every"),
    _ladder("possible possibly perhaps", "likely probably", "certain certainly sure"),
    _ladder("worry worried concern concerned", "fear feared warn warned", "alarm alarmed"),
    _ladder("hurt injured", "dead killed died"),
    _ladder("refuse refused decline declined", "reject rejected", "forbid forbade forbidden ban banned"),
)
