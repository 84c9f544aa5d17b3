"""How a public edition is laid out: as the whole one, so that a footnote names the same in both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.dossier.sheets import Withheld
from firsthand.model import Region


@dataclass(frozen=True, slots=True)
class Public:
    """``order`` has the ids of the records as the whole edition orders them; of the pictures of pages (a
    record and the number of a page, 0 for its only one) those ``unshown`` are left out, others are ``black``
    in parts; ``withheld`` stands at the head."""

    order: tuple[str, ...] = ()
    unshown: frozenset[tuple[str, int]] = frozenset()
    black: Mapping[tuple[str, int], Sequence[Region]] = field(default_factory=dict)
    withheld: Withheld | None = None
