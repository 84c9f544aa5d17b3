"""Names that come back in other letters, or with another first name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from firsthand.model import Drift, DriftKind, Op
from firsthand.tracing.script import script
from firsthand.tracing.step import Step, around, at, bare, capitals, same_script
from firsthand.tracing.tables import row

# Two spellings of one name: so much of their letters agree in order.
SPELLING = 0.7
# Another first letter makes another name ("Hill", "Mill") unless nearly all the rest agrees.
OTHER_HEAD = 0.8
SHORTEST = 4
# "Valdane" and "Valdaner" are two words, not two spellings of one name.
DERIVED = frozenset(row("n an ian er s es ish ese i ic"))
# In inflected languages so many letters at the end of a name change with its case.
ENDING = 3


def names(step: Step) -> Iterator[Drift]:
    """A name that comes back in other letters, or whose first name is another or was not known upstream."""
    found = _respelled(step) or _renamed(step)
    if found is not None:
        yield step.drift(DriftKind.NAME, f"“{found[0]}” becomes “{found[1]}”.")


def _respelled(step: Step) -> tuple[str, str] | None:
    pairs = [(at(step.upstream, e.a), at(step.text, e.b)) for e in step.reading.edits if e.op is Op.CHANGED]
    if step.there is not None:
        pairs.append((step.there.name, step.here.name))
    for before, after in pairs:
        other = spelled(before, after, step.language)
        if other is None or bare(other[0]) in _words_in(step.text):
            continue
        if not _known(step, other[1]):
            return other
    return None


def _renamed(step: Step) -> tuple[str, str] | None:
    """The same last name behind another first name, which the upstream text does not have."""
    if step.translated or script(step.text) != "latin":
        return None
    known = _full_names(step.upstream)
    here = _full_names(around(step.text, step.here.content) + "\n" + step.here.name)
    for last, given in sorted(here.items()):
        for new in sorted(given):
            old = next((g for g in sorted(known.get(last, ())) if _first_name(g, new)), None)
            if old and bare(old) not in _words_in(step.text) and not _known(step, new):
                return f"{old} {last}", f"{new} {last}"
    return None


def _known(step: Step, name: str) -> bool:
    """Whether a name stands upstream, or in another text that the report descends from."""
    return any(bare(name) in _words_in(text) for text in (step.upstream, *step.ancestry))


@lru_cache(maxsize=2_048)
def _full_names(text: str) -> dict[str, set[str]]:
    """For every capitalised word the capitalised words right before it."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in text.splitlines():
        words = [(word, capitals(word)) for word in line.split()]
        for (first, given), (_, name) in pairwise(words):
            if given and name and (first[-1].isalpha() or len(given[0]) == 1):
                found[name[0]].add(given[0])
    return found


def _first_name(old: str, new: str) -> bool:
    """Whether two first names can be meant for one: an initial and a name, or two spellings."""
    if min(len(old), len(new)) == 1:
        return len(new) > 1 and old[0] == new[0]
    a, b = bare(old), bare(new)
    return min(len(a), len(b)) >= SHORTEST and a != b and _alike(a, b)


@lru_cache(maxsize=2_048)
def _words_in(text: str) -> frozenset[str]:
    """The words of a whole text, looked up for many of its readings."""
    return frozenset(map(bare, text.split()))


def spelled(before: str, after: str, language: str) -> tuple[str, str] | None:
    """Two words that are one name in other letters. Hyphens, blanks, case and accents are none."""
    if not same_script(before, after):
        return None
    ours, theirs = capitals(before), capitals(after)
    joined = "".join(map(bare, ours)), "".join(map(bare, theirs))
    for new in theirs:
        for old in ours:
            a, b = bare(old), bare(new)
            if min(len(a), len(b)) < SHORTEST or a in joined[1] or b in joined[0]:
                continue
            if _alike(a, b) and not _inflected(a, b, language):
                return old, new
    return None


def _alike(a: str, b: str) -> bool:
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= (SPELLING if a[0] == b[0] else OTHER_HEAD)


def _inflected(a: str, b: str, language: str) -> bool:
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if language.startswith("en"):
        return (a[shared:] == "" and b[shared:] in DERIVED) or (b[shared:] == "" and a[shared:] in DERIVED)
    return shared >= max(len(a), len(b)) - ENDING
