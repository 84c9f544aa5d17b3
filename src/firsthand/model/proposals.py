"""What the machine proposes and nobody has ruled on."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model.rulings import Anchor, Matter


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that a person may rule on: what it is ``on``, what is ``proposed``, and what a ruling would
    change, in a sentence each.

    ``to`` are the labels of what it is on, as the dossier has them. The more would change, the greater
    the ``weight``.
    """

    matter: Matter
    on: tuple[Anchor, ...]
    to: tuple[str, ...]
    proposed: str
    changes: str
    weight: int
