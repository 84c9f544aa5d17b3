"""Who is in focus at a place of a text: the recently mentioned, weighed.

The weights were set by hand on labelled sources (bench/resolution.jsonl, the lines to look at).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

RECENT = 14  # mentioned ones that are weighed; older ones are out of focus
FAR = 6  # sentences; the distance beyond counts no more
WEIGHTS = {
    "sentence": -1.3,  # each sentence back, up to FAR
    "paragraph": -0.35,  # each paragraph back, up to FAR
    "subject": 1.2,  # the last mention was a subject
    "speaks": 0.9,  # of a verb of saying
    "quoted": -2.0,  # the last mention stood in a quotation, the pronoun does not
    "owned": -0.8,  # it was a possessive: "Lee's", and not the first word: "Lee's fate is"
    "governed": -0.7,  # a preposition stood before it
    "pronoun": -0.1,  # it was a pronoun itself
    "known": 1.2,  # the gender is known to fit
    "count": 0.12,  # each mention so far, up to 8
    "same": 1.2,  # subject of the same sentence, before
    "leads": 0.8,  # the first subject of the same sentence
    "asked": 3.0,  # was asked or pressed: who speaks next is likely to answer
    "led": 0.8,  # the first subject of the sentence before
    "again": -2.0,  # subject of the same sentence, before, and now a role: "Lee left, but the baker said"
    "object": -2.5,  # subject of the same clause, and the pronoun is no subject and no possessive
}


class Trace(NamedTuple):
    """The last mention of somebody."""

    sentence: int
    paragraph: int
    at: int
    subject: bool = False
    speaks: bool = False
    quoted: bool = False
    owned: bool = False
    governed: bool = False
    pronoun: bool = False
    asked: bool = False


class Place(NamedTuple):
    """Where somebody is asked for."""

    sentence: int
    paragraph: int
    at: int
    quoted: bool = False
    subject: bool = False
    possessive: bool = False
    role: bool = False


@dataclass
class Focus:
    """The mentioned, the last one last, by their places in the cast."""

    traces: dict[int, Trace] = field(default_factory=dict)
    counts: Counter[int] = field(default_factory=Counter)
    lead: tuple[int, int] = (-1, -1)  # the last sentence with a subject that is somebody, and who it is
    led: tuple[int, int] = (-1, -1)  # the one before

    def mention(self, who: int, trace: Trace) -> None:
        """Puts somebody last; the oldest one drops out."""
        before = self.traces.pop(who, None)
        if before and before.sentence == trace.sentence and before.subject and not trace.subject:
            trace = trace._replace(subject=True, speaks=before.speaks, owned=False, governed=False)
        if trace.subject and not trace.quoted and self.lead[0] != trace.sentence:
            self.led, self.lead = self.lead, (trace.sentence, who)
        self.traces[who] = trace
        self.counts[who] += 1
        if len(self.traces) > RECENT:
            del self.traces[next(iter(self.traces))]

    def best(self, place: Place, fits: Callable[[int], float | None]) -> int:
        """Whoever weighs most at ``place``; -1 for nobody. ``fits`` is None for those out of question."""
        return self.heaviest(place, fits)[1]

    def heaviest(self, place: Place, fits: Callable[[int], float | None]) -> tuple[float, int]:
        """`best` with its weight."""
        weighed = [
            (weight, number, who)
            for number, who in enumerate(self.traces)
            if (weight := self._weigh(who, place, fits)) is not None
        ]
        weight, _, who = max(weighed, default=(float("-inf"), -1, -1))
        return weight, who

    def latest(self) -> Iterator[int]:
        """The mentioned, the last one first."""
        return reversed(self.traces)

    def _weigh(self, who: int, place: Place, fits: Callable[[int], float | None]) -> float | None:
        fit = fits(who)
        if fit is None:
            return None
        trace = self.traces[who]
        found = [
            name
            for name in ("subject", "speaks", "owned", "governed", "pronoun", "asked")
            if getattr(trace, name)
        ]
        if trace.quoted and not place.quoted:
            found.append("quoted")
        if (place.sentence, who) == self.lead and not place.role:
            found.append("leads")
        if (place.sentence - 1, who) in (self.lead, self.led):
            found.append("led")
        if trace.sentence == place.sentence and trace.subject:
            found.append("again" if place.role else "same")
            if not place.subject and not place.possessive and place.at - trace.at < FAR:
                found.append("object")
        back = min(FAR, place.sentence - trace.sentence)
        above = min(FAR, place.paragraph - trace.paragraph)
        return (
            sum(WEIGHTS[name] for name in found)
            + WEIGHTS["sentence"] * back
            + WEIGHTS["paragraph"] * above
            + WEIGHTS["known"] * fit
            + WEIGHTS["count"] * min(8, self.counts[who])
        )
