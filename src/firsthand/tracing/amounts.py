"""Whether a step changed a number: another one, a rounder one, a rough one made exact, a date made coarser.

Numbers are compared as values, with what is counted and how rough they are: "06:40" and "6.40am" are
one, "3.4 metres" and "almost four metres" are two. A number that is only left out is no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from firsthand.model import Drift, DriftKind, Span
from firsthand.text import fold_word
from firsthand.tracing.figures import Figure, figures, tongue, vague_date
from firsthand.tracing.step import Step, at

# Two numbers of different things are one that was changed only if neither is so many times the other;
# fewer where it is not said of both what is counted.
FAR = 20.0
FAR_AT_ALL = 3.0
# "between 80,000 and 90,000": so few characters part the ends of a range.
RANGE = 5


def amounts(step: Step, coarser: bool = True) -> Iterator[Drift]:
    """At most one change of a number for a step; without ``coarser`` a rounder date is none."""
    before = figures(step.upstream, step.places, step.upstream_language)
    after = figures(step.text, step.here.content, step.language)
    changed = (
        _changed(step, before, after)
        or (_coarser(step, before, after) if coarser else None)
        or _half(step, before, after)
    )
    if changed:
        yield step.drift(DriftKind.NUMBER, "“{}” becomes “{}”.".format(*changed))


def _changed(step: Step, before: Sequence[Figure], after: Sequence[Figure]) -> tuple[str, str] | None:
    """The first number that is another one here, or rough here and exact there."""
    left, new = _unmatched(before, after), _unmatched(after, before)
    pairs = [(a, b) for a in left for b in new if _comparable(a, b)]
    sure = [(a, b) for a, b in pairs if a.kind != "count" or (a.unit and a.unit == b.unit)]
    for one, two in sure or (pairs if len(pairs) == 1 else []):
        if one.value != two.value or not (_added_in_quotes(step, one, two) or _trimmed(one, two)):
            return _before(step, one), _here(step, two)
    return None


def _unmatched(ours: Sequence[Figure], theirs: Sequence[Figure]) -> list[Figure]:
    """Those of ``ours`` that the other side does not have in the same way."""
    same = {(f.kind, f.value, f.rough) for f in theirs}
    return [f for f in ours if (f.kind, f.value, f.rough) not in same]


def _comparable(one: Figure, two: Figure) -> bool:
    """Whether two numbers can stand for one another: of one unit, or both counts and not far apart."""
    if one.kind != two.kind or (one.unit and two.unit and one.measure is not two.measure):
        return False
    small, large = sorted((one.value, two.value))
    far = FAR if one.unit and two.unit else FAR_AT_ALL
    return one.unit == two.unit or one.kind != "count" or small == large or 0 < large <= far * small


def _trimmed(one: Figure, two: Figure) -> bool:
    """Whether all that went is the "about" of a measure: "about four miles", "four miles"."""
    return one.measure and one.rough == "about" and not two.rough


def _added_in_quotes(step: Step, one: Figure, two: Figure) -> bool:
    """A word put into a quotation ("more than") is an addition, and the number is the same."""
    quoted = any(q.start <= two.span.start and two.span.end <= q.end for q in step.here.quotes)
    return quoted and not one.rough


def _coarser(step: Step, before: Sequence[Figure], after: Sequence[Figure]) -> tuple[str, str] | None:
    """A day that became a month, or "last month"."""
    days = [f for f in before if f.kind == "date"]
    vague = vague_date(step.text, step.here.content, step.language)
    if days and vague and not any(f.kind == "date" for f in after):
        return _before(step, days[0]), vague
    return None


def _half(step: Step, before: Sequence[Figure], after: Sequence[Figure]) -> tuple[str, str] | None:
    """A range of which one end is left."""
    values = {f.value for f in after}
    for low, high in pairwise(before):
        apart = high.span.start - low.span.end
        if apart <= RANGE and low.kind == high.kind == "count" and low.value < high.value:
            kept = [f for f in (low, high) if f.value in values]
            if len(kept) == 1:
                return at(step.upstream, Span(low.span.start, high.span.end)), _before(step, kept[0])
    return None


def _before(step: Step, figure: Figure) -> str:
    return _told(step.upstream, figure, step.upstream_language)


def _here(step: Step, figure: Figure) -> str:
    return _told(step.text, figure, step.language)


def _told(text: str, figure: Figure, language: str) -> str:
    """The number as it stands, with the words that make it rough."""
    before = text[max(0, figure.span.start - 24) : figure.span.start].rsplit("\n", 1)[-1].split()[-2:]
    while before and (not figure.rough or fold_word(before[0]) not in tongue(language).rough):
        before.pop(0)
    return " ".join([*before, *_dated(text, figure, language)])


def _dated(text: str, figure: Figure, language: str) -> Iterator[str]:
    """The number, with the month beside it where it is a date."""
    months = tongue(language).months if figure.kind == "date" else {}
    line = text[max(0, figure.span.start - 24) : figure.span.start].rsplit("\n", 1)[-1].split()[-1:]
    after = text[figure.span.end : figure.span.end + 24].split("\n", 1)[0].split()[:1]
    yield from (w for w in line if fold_word(w) in months)
    yield at(text, figure.span)
    yield from (w.rstrip(".,;:”»") for w in after if fold_word(w.rstrip(".,;:”»")) in months)
