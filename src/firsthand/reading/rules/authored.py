"""Who stands behind something written: "an e-mail from X to Y", "the ministry's website"."""

from __future__ import annotations

from typing import NamedTuple

from firsthand.model import Being, Hop, Role
from firsthand.reading.rules.beings import being
from firsthand.reading.rules.frames import Ground
from firsthand.reading.rules.hands import carrier, hop, unrelayed
from firsthand.reading.rules.phrases import Phrase, noun_right

NOBODY = (Being.UNKNOWN, Being.MEDIUM, Being.DOCUMENT)


class Authored(NamedTuple):
    """Something written, who wrote it, whom it went to, and where the words for that end."""

    author: Phrase
    carrier: Phrase
    reader: Phrase | None
    end: int

    def hops(self, ground: Ground) -> tuple[Hop, ...]:
        """Author, carrier and reader, in this order."""
        heard = (hop(ground, Role.ADDRESSEE, self.reader),) if self.reader else ()
        return (hop(ground, Role.AUTHOR, self.author), hop(ground, Role.CHANNEL, self.carrier), *heard)


def authored(ground: Ground, source: Phrase) -> Authored | None:
    """What a source that is something written says of its author; None where it says nothing."""
    return _owned(ground, source) or _coming(ground, source)


def _owned(ground: Ground, source: Phrase) -> Authored | None:
    """ "the special counsel's | statement": the owner of a carrier that is named short."""
    mark = next((i for i in range(source.start + 1, source.end) if ground.low(i) == "'s"), None)
    if mark is None:
        return None
    head = carrier(ground, Phrase(mark, source.end), "documents")
    owner = Phrase(source.start, mark)
    elsewhere = any(ground.quote(i) or _placing(ground, i) for i in range(*source))
    if head is None or elsewhere or not _somebody(ground, owner):
        return None
    return Authored(owner, Phrase(mark + 1, head.end), None, source.end)


def _placing(ground: Ground, index: int) -> bool:
    """A preposition that shows where, as in "a page on the ministry's website"."""
    return ground.among(index, "prepositions") and not ground.among(index, "inner")


def _coming(ground: Ground, source: Phrase) -> Authored | None:
    """ "a letter (to Y) from X", "a poll by X", "a memo, written by X"."""
    head = carrier(ground, source, "documents")
    if head is None:
        return None
    reader, at = None, head.end
    named = at + ground.mark(at, ",")
    written = ground.phrase_at(named, "authoring")
    if written > named:
        author, end = _party(ground, written)
        return Authored(author, head, None, end) if author else None
    giver, given = _party(ground, at)
    if giver and ground.among(given, "giving"):  # "an account she gave (to Y)"
        to = given + 1 + ground.among(given + 1, "to")
        reader, end = _party(ground, to)
        return Authored(giver, head, reader, end if reader else given + 1)
    if ground.among(at, "to"):
        reader, at = _party(ground, at + 1)
    author, end = _party(ground, at + 1) if ground.among(at, "coming") else (None, at)
    if author is None:
        return None
    if reader is None and ground.among(end, "to"):
        reader, end = _party(ground, end + 1)
    return Authored(author, head, reader, end)


def _party(ground: Ground, at: int) -> tuple[Phrase | None, int]:
    phrase = noun_right(ground.tokens, at, ground.language)
    if phrase is None or phrase.start >= ground.end:
        return None, at
    phrase = unrelayed(ground, Phrase(phrase.start, min(phrase.end, ground.end)))
    return (phrase, phrase.end) if _somebody(ground, phrase) else (None, at)


def _somebody(ground: Ground, phrase: Phrase) -> bool:
    """Whether a phrase names who could write: no day, no place, no thing."""
    named = " ".join(ground.low(i) for i in range(*phrase))
    if ground.among(phrase.end - 1, "time") or named in ground.language.entries("places"):
        return False
    return being(ground, phrase) not in NOBODY
