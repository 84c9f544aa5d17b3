"""Whether a step gave a statement to somebody else, or spelled a name otherwise.

Two mentions that may be one person are never told apart here: a name and a role, a body and its
spokesman, a document and its writer, a name in another script. Nor is it a change when the later
text names a hand that the earlier one names as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from firsthand.model import Attribution, Being, Drift, DriftKind, Kind, MatchKind, Op, Role, Source
from firsthand.text import excerpt
from firsthand.tracing.nodes import anonymous, named
from firsthand.tracing.step import (
    Step,
    around,
    at,
    bare,
    capitals,
    mentions,
    same_script,
    share_missing,
    telling,
)
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
# A paraphrase that nobody is named for must have kept so many of the telling words.
KEPT = 0.6
DEFINITE = frozenset(row("the this that these those his her its their our my your he she they it we i who"))
PERSONAL = (Being.PERSON, Being.UNKNOWN)


def speakers(step: Step, sources: Mapping[str, Source]) -> Iterator[Drift]:
    """The statement is given to somebody else, to a vaguer source, or to nobody."""
    there, here = step.there, step.here
    if there is None or not there.name or there.kind is Kind.OWN or there.inferred or here.inferred:
        return
    if step.reading.kind is MatchKind.TRANSLATION or not there.content:
        return
    ours, theirs = sources.get(there.id), sources.get(here.id)
    if (ours is not None and ours is theirs) or _named_here(step, there):
        return
    if not any(_hands(here)):
        if _told_alone(step, there):
            yield step.drift(DriftKind.SPEAKER, f"{there.name} is gone: it is told without a source.")
    elif (how := _other(step, there)) is not None:
        yield step.drift(DriftKind.SPEAKER, f"From {there.name} it passes to {how}: {here.name}.")


def _hands(attribution: Attribution) -> list[str]:
    return [n for n in (attribution.name, *(h.name for h in attribution.hands)) if n]


def _named_here(step: Step, there: Attribution) -> bool:
    """Whether the later text has a hand of the earlier one in view, or the other way round."""
    ours, theirs = _hands(there), _hands(step.here)
    near = " ".join((around(step.text, step.here.content), *theirs))
    far = " ".join((around(step.upstream, there.content), *ours))
    return any(mentions(near, name) for name in ours) or any(mentions(far, name) for name in theirs)


def _told_alone(step: Step, there: Attribution) -> bool:
    """Whether nobody is left, in words near enough to the earlier ones to be compared.

    A diary or letter that is quoted throughout need not be named at every line.
    """
    author = bool(there.hands) and there.hands[0].role is Role.AUTHOR
    words_kept = 1 - share_missing(telling(excerpt(step.upstream, there.content)), telling(step.text))
    alike = step.reading.kind is not MatchKind.PARAPHRASE or step.here.unstated or words_kept >= KEPT
    return alike and not author and not step.here.parent


def _other(step: Step, there: Attribution) -> str | None:
    """How the source differs: "somebody else" or "a vaguer source"; None where it may be the same."""
    here = step.here
    first = here.name.lower().split(" ")[0] if here.name else ""
    before = there.name.lower().split(" ")[0]  # "the chief engineer of the Board" may be the one named here
    if not named(there.name) or not here.name or not same_script(there.name, here.name):
        return None
    if first in DEFINITE or before in DEFINITE:
        return None
    if not named(here.name):
        plain = step.language.startswith("en") and not any(c.isupper() for c in here.name)
        return "a vaguer source" if plain or anonymous(here) else None
    if _being(there) not in PERSONAL or _being(here) not in PERSONAL or _carried_over(step, there):
        return None
    if step.reading.kind is MatchKind.PARAPHRASE:  # two people may have said much the same
        return None
    return None if _spelled(there.name, here.name, step.language) else "somebody else"


def _being(attribution: Attribution) -> Being:
    return attribution.hands[0].being if attribution.hands else Being.UNKNOWN


def _carried_over(step: Step, there: Attribution) -> bool:
    """Whether a name was put to "he" or to nothing: then it counts only if the other text has it nowhere."""
    for said, text, other in ((step.here, step.text, step.upstream), (there, step.upstream, step.text)):
        stated = said.source is None or mentions(at(text, said.source), said.name)
        if not stated and mentions(other, said.name):
            return True
    return False


def names(step: Step) -> Iterator[Drift]:
    """A name that comes back in other letters."""
    pairs = [(at(step.upstream, e.a), at(step.text, e.b)) for e in step.reading.edits if e.op is Op.CHANGED]
    if step.there is not None:
        pairs.append((step.there.name, step.here.name))
    for before, after in pairs:
        other = _spelled(before, after, step.language)
        if other is None or bare(other[0]) in _words_in(step.text):
            continue
        if bare(other[1]) not in _words_in(step.upstream):
            yield step.drift(DriftKind.NAME, f"“{other[0]}” becomes “{other[1]}”.")
            return


@lru_cache(maxsize=64)
def _words_in(text: str) -> frozenset[str]:
    """The words of a whole text, looked up for many of its readings."""
    return frozenset(map(bare, text.split()))


def _spelled(before: str, after: str, language: str) -> tuple[str, str] | None:
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
