"""What the queue shows, as values."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.dossier.pieces import Sentence
from firsthand.model import Proposal
from firsthand.workbench.later import Recent


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Something that is looked at to decide: words of a report or of the record with those around them, or
    somebody who speaks. ``words`` has in the tone ADDED what the words beside it have otherwise; ``before``
    and ``after`` have in the tone STRONG who says it and by which word."""

    to: str  # anchor
    whose: str  # the outlet of a report, the title of a record, a name
    where: str = ""  # date, line, page
    language: str = ""
    direction: str = "ltr"
    before: Sentence = ()
    words: Sentence = ()
    after: Sentence = ()
    says: str = ""  # who says it, as it was read
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """Something that is open, what is looked at to decide it, and the judgements on it, that which confirms
    what is proposed first."""

    anchor: str
    proposal: Proposal
    choices: tuple[tuple[str, str], ...]
    exhibits: tuple[Exhibit, ...] = ()
    notes: tuple[Sentence, ...] = ()  # why it is proposed, further than in a sentence


@dataclass(frozen=True, slots=True)
class Queue:
    """A part of what is open, the gravest first; ``total`` is all of it, or all of one ``matter``; ``last``
    what whoever asks ruled last, since the case was laid ready."""

    open: tuple[Open, ...]
    total: int
    start: int
    matter: str
    matters: tuple[str, ...]
    made: int  # entries of the log, when it was laid ready
    last: tuple[Recent, ...] = ()
