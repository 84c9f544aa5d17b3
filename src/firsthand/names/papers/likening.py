"""What the letters of two names on papers tell: whether they can be spellings of one."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model import Sameness
from firsthand.names.comparing import compare
from firsthand.names.routes import route_between, told


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
        return Likened(Sameness.SAME, f"Both can be spellings of one name ({told(path, one, other)}).", 1.0)
    found = compare(one, other)
    answers = {
        Sameness.SAME: f"Both can be spellings of one name ({found.route or 'as written'}).",
        Sameness.DIFFERENT: "By their letters they are not spellings of one name.",
        Sameness.CANNOT_TELL: "Whether they are spellings of one name cannot be told from their letters.",
    }
    return Likened(found.verdict, answers[found.verdict], found.score)
