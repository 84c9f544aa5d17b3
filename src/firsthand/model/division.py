"""How the reports of a large case fall into strands."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model.places import Span


@dataclass(frozen=True, slots=True)
class Division:
    """Which reports hang together by their words, addresses and links: what was found of the records of which
    ``of`` is the hash. ``blanks`` are the places of boilerplate by report, ``boilerplate`` tells of it."""

    of: str
    groups: tuple[tuple[str, ...], ...]
    blanks: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    boilerplate: tuple[str, ...] = ()
