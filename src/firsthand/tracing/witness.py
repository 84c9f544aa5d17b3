"""Who spoke of what they know themselves, and not of what they had read.

A named person who speaks to a report is an origin of its own, also where the words resemble the
record or an earlier report. Not so somebody who speaks for a body, or who is anywhere in the case
heard on the record itself: what such a person says may be what it says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from firsthand.model import Attribution, Being, MatchKind, Reading, Role
from firsthand.tracing.ground import Ground
from firsthand.tracing.nodes import named
from firsthand.tracing.step import around, bare, telling
from firsthand.tracing.tables import row

# Nouns for records; what a record's own header calls its kind is added ("notebook, handwritten").
PAPERS = frozenset(
    row(
        "notebook diary journal logbook letter letters memo memorandum document documents page pages record",
        "records translation transcript papers manuscript wrote written writer author",
    )
)
SPOKESMAN = re.compile(
    r"\bspokes(?:man|woman|person|people)\b|\bspeaks? for\b|речни|purt[ăa]tor|пресс-секр|대변인", re.I
)


class Witnesses:
    """The people of a case who can be origins of their own."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        papers = ground.papers
        self._papers = PAPERS | {w for r in papers for w in telling(r.extra.get("kind", ""))}
        self._hidden = [f"{r.by} {r.text}" for r in papers]
        self._outlets = {form for outlet in ground.press.of.values() for form in outlet.aliases}
        self._told: set[tuple[str, str]] = set()
        near: dict[str, set[str]] = defaultdict(set)
        for said in (a for listed in ground.attributions.values() for a in listed):
            if who := _who(ground, said):
                text = ground.records[said.record].text if said.record in ground.records else ""
                beside = around(text, said.content)
                near[who] |= telling(beside) | ({"spokesman"} if SPOKESMAN.search(beside) else set())
                if ground.voice(said).told_to_us:
                    self._told.add((said.record, who))
        self._readers = {who for who, seen in near.items() if seen & (self._papers | {"spokesman"})}

    def knows(self, said: Attribution) -> bool:
        """Whether an attribution can be somebody's own knowledge: one full name, spoken, not passed on."""
        if not said.hands or said.inferred or said.hands[0].role is not Role.SPEAKER:
            return False
        if said.hands[0].being is not Being.PERSON or len(named(said.name)) < 2 or self._outlet(said):
            return False
        who = _who(self.ground, said)
        passed_on = any(h.role in (Role.RELAY, Role.AUTHOR) for h in said.hands[1:])
        elsewhere = any(h.role is Role.ADDRESSEE for h in said.hands[1:]) and not self.told_here(said)
        return bool(who) and who not in self._readers and not passed_on and not elsewhere

    def _outlet(self, said: Attribution) -> bool:
        """Whether the name is that of an outlet of the case, whatever the reader took it for."""
        return tuple(named(said.name)) in self._outlets

    def told_here(self, said: Attribution) -> bool:
        """Whether the report says that this person spoke to it, here or elsewhere in its text."""
        return (said.record, _who(self.ground, said)) in self._told

    def own(
        self, reading: Reading, said: Attribution, above: Iterable[str], there: Attribution | None
    ) -> bool:
        """Whether a reading that was laid beside an upstream text is the speaker's own word after all.

        ``above`` are the ancestors of the report, ``there`` the upstream attribution if there is one.
        """
        if reading.kind is None or not reading.kind.in_other_words or not self.knows(said):
            return False
        if not self.told_here(said) and (reading.kind is MatchKind.TRANSLATION or _spoken(there)):
            return False
        texts = [self.ground.records[r].text for r in above if r in self.ground.records]
        return not _named_in([*texts, *self._hidden], named(said.name))


def _spoken(there: Attribution | None) -> bool:
    """Whether the upstream text gives a speaker: then another name for it is a change and no new witness."""
    return there is not None and bool(there.name) and any(h.role is Role.SPEAKER for h in there.hands)


def _named_in(texts: Sequence[str], name: Sequence[str]) -> bool:
    last = bare(name[-1])
    return any(last in {bare(w) for w in text.split()} for text in texts)


def _who(ground: Ground, said: Attribution) -> str:
    source = ground.source_of.get(said.id)
    return source.id if source is not None else " ".join(named(said.name))
