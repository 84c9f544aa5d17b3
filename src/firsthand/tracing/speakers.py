"""Whether a step gave a statement to somebody else, to a vaguer source, or to nobody.

Sources are told apart by how much they say: nobody, a crowd ("officials", "a driver"), an outlet, a
paper (the record, or a document that frames a whole report), somebody. Two mentions that may be one
person are never told apart: a name and a role, a body and its spokesman, a name in another script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto

from firsthand.model import Attribution, Being, Drift, DriftKind, Kind, MatchKind, Role, Source
from firsthand.tracing.nodes import OURSELVES, anonymous, named
from firsthand.tracing.spelling import spelled
from firsthand.tracing.step import Step, around, at, bare, mentions, same_script
from firsthand.tracing.tables import row

DEFINITE = frozenset(row("the this that these those his her its their our my your he she they it we i who"))
PERSONAL = (Being.PERSON, Being.UNKNOWN)
# A sentence that begins so goes on with whoever was speaking.
GOES_ON = re.compile(r"\W*(?:he|she|they|він|вона|вони|он|она|они|el|ea|er|sie|그는|그녀는)\b", re.I)
AGENCIES = re.compile(r"\bagenc(?:y|ies)\b|\bwires?\b", re.I)


class Says(Enum):
    """How much a text says of where it has a statement from."""

    NOBODY = auto()
    CROWD = auto()
    OUTLET = auto()
    PAPER = auto()
    SOMEBODY = auto()


def says(said: Attribution, text: str) -> Says:
    """What ``text`` says of the source of ``said``."""
    first = said.hands[0] if said.hands else None
    if (
        said.kind is Kind.OWN
        or not said.name
        or "/" in said.name
        or said.name.lower().split(" ")[0] in OURSELVES
    ):
        return Says.NOBODY
    if first is not None and (first.being is Being.DOCUMENT or first.role is Role.AUTHOR):
        return Says.PAPER
    if first is not None and first.being is Being.OUTLET:
        return Says.OUTLET
    return Says.CROWD if anonymous(said) or _common_noun(said.name, text) else Says.SOMEBODY


def _common_noun(name: str, text: str) -> bool:
    """Whether a name is a plural that anybody may be meant by: "Firemen", "local media"; not "the mate".

    A capital at the head of a sentence says nothing: a name is met with one elsewhere too.
    """
    words = name.split()
    if not words or not name.isascii() or words[0].lower() in DEFINITE:
        return False
    if any(w[:1].isupper() for w in words[1:]):
        return False
    if words[0].islower():
        return True
    return words[0][-1:] in "sn" and re.search(rf"[\w,;] {re.escape(words[0])}\b", text) is None


def speakers(step: Step, sources: Mapping[str, Source]) -> Iterator[Drift]:
    """The statement is given to somebody else, to a vaguer source, or to nobody."""
    there, here = step.there, step.here
    if there is None or there.inferred or here.inferred or not there.content:
        return
    ours, theirs = sources.get(there.id), sources.get(here.id)
    if ours is not None and ours is theirs:
        return
    note = _passed(step, there, says(there, step.upstream), says(here, step.text))
    if note:
        yield step.drift(DriftKind.SPEAKER, note)


def _passed(step: Step, there: Attribution, before: Says, after: Says) -> str:
    """What became of the source, in a sentence; "" where nothing did."""
    here = step.here
    if after is Says.NOBODY:
        lost = before in (Says.SOMEBODY, Says.CROWD) and not step.framed and _told_alone(step, there, before)
        return f"{there.name} is gone: it is told without a source." if lost else ""
    if after is Says.CROWD:
        vague = before is not Says.CROWD and _vaguer(step, there, before)
        whose = there.name or "the report itself"
        return f"From {whose} it passes to a vaguer source: {here.name}." if vague else ""
    if before is not Says.SOMEBODY or step.translated or _named_here(step, there):
        return ""
    if after is Says.OUTLET:
        return f"{there.name} is gone: it is given to {here.name}."
    return f"From {there.name} it passes to somebody else: {here.name}." if _another(step, there) else ""


def _hands(attribution: Attribution) -> list[str]:
    return [n for n in (attribution.name, *(h.name for h in attribution.hands)) if n]


def _named_here(step: Step, there: Attribution) -> bool:
    """Whether the later text has a hand of the earlier one in view, or the other way round."""
    ours, theirs = _hands(there), _hands(step.here)
    near = " ".join((around(step.text, step.here.content), *theirs))
    far = " ".join((around(step.upstream, there.content), *ours))
    return any(mentions(near, name) for name in ours) or any(mentions(far, name) for name in theirs)


def _told_alone(step: Step, there: Attribution, before: Says) -> bool:
    """Whether nobody is left: no name beside it, no sentence that goes on with "she".

    What is signalled without a name ("reportedly") says no less than a crowd did.
    """
    here = step.here
    near = around(step.text, here.content)
    goes_on = GOES_ON.match(step.text, here.content[0].start)
    if here.parent or goes_on or any(mentions(near, name) for name in _hands(there)):
        return False
    return not (before is Says.CROWD and here.unstated)


def _vaguer(step: Step, there: Attribution, before: Says) -> bool:
    """Whether a crowd stands where more was said; "agencies" say as much as an agency's own report."""
    if before is Says.NOBODY:
        return AGENCIES.search(step.here.name) is None
    lost = set(named(there.name)) - {bare(w) for w in step.here.name.split()}
    return not step.translated and (bool(lost) or not mentions(step.here.name, there.name))


def _another(step: Step, there: Attribution) -> bool:
    """Whether two people are certainly not one."""
    here = step.here
    first, before = here.name.lower().split(" ")[0], there.name.lower().split(" ")[0]
    if not named(there.name) or not named(here.name) or not same_script(there.name, here.name):
        return False
    if first in DEFINITE or before in DEFINITE or step.reading.kind is MatchKind.PARAPHRASE:
        return False  # "the chief engineer of the Board" may be the one named; two may say much the same
    if _being(there) not in PERSONAL or _being(here) not in PERSONAL or _carried_over(step, there):
        return False
    return spelled(there.name, here.name, step.language) is None


def _being(attribution: Attribution) -> Being:
    return attribution.hands[0].being if attribution.hands else Being.UNKNOWN


def _carried_over(step: Step, there: Attribution) -> bool:
    """Whether a name was put to "he" or to nothing: then it counts only if the other text has it nowhere."""
    for said, text, other in ((step.here, step.text, step.upstream), (there, step.upstream, step.text)):
        stated = said.source is None or mentions(at(text, said.source), said.name)
        if not stated and mentions(other, said.name):
            return True
    return False
