"""What the letters of two names on papers tell: whether they can be spellings of one."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model import Sameness
from firsthand.names.comparing import compare
from firsthand.names.routes import Path, route_between, routes


@dataclass(frozen=True, slots=True)
class Likened:
    """An answer, and the sentence that tells it; ``score`` tells the best of several apart."""

    answer: Sameness
    sentence: str
    score: float


def liken(one: str, other: str) -> Likened:
    """Whether two names can be spellings of one: by rules of spelling where all their parts agree by one,
    else as names are compared."""
    path = route_between(one, other)
    if path and path.whole:
        return Likened(Sameness.SAME, f"Both can be spellings of one name ({_by(path)}).", 1.0)
    found = compare(one, other)
    told = {
        Sameness.SAME: f"Both can be spellings of one name ({found.route or 'as written'}).",
        Sameness.DIFFERENT: "By their letters they are not spellings of one name.",
        Sameness.CANNOT_TELL: "Whether they are spellings of one name cannot be told from their letters.",
    }
    return Likened(found.verdict, told[found.verdict], found.score)


def _by(path: Path) -> str:
    """The rule by which all parts agree, else those of each part."""
    ways = [part.one_routes or part.other_routes for part in path.agree]
    common = [way for way in ways[0] if all(way in each for each in ways)] if ways else []
    ids = common[:1] or list(dict.fromkeys(way[0] for way in ways if way))
    return "; ".join(routes()[each].name for each in ids) or "as written"
