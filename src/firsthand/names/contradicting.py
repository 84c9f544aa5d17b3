"""Rulings on names that cannot all hold: which, and in what words to say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from firsthand import contradicting
from firsthand.model import Anchor, Ruling
from firsthand.names.ruled import on_names, pair

WORDS = contradicting.Words("{one} is {other}", "{one} is not {other}")


def contradictions(
    rulings: Iterable[Ruling], called: Callable[[Anchor], str] = lambda anchor: f"“{anchor.words}”"
) -> tuple[str, ...]:
    """A sentence or two for each ruling that cannot hold beside others; ``called`` says what is ruled on."""
    found = [(each, pair(each)) for each in on_names(rulings)]
    direct = contradicting.direct(found, called, WORDS)
    return (*direct, *contradicting.by_others(found, called, WORDS))
