"""Who "he", "Mayor Kim" and "the mayor" are, in scripts without capitals: by titles and surnames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from firsthand.languages import Language
from firsthand.model import Being, Hop
from firsthand.reading.rules.frames import Found

SURNAME = 2  # syllables at most
PEOPLE = (Being.PERSON, Being.ANONYMOUS)


def named(found: Sequence[Found], text: str, language: Language) -> list[Found]:
    """``found``, in order, with a name for every hand that is somebody named before.

    A pronoun of one person is the last person; a surname with a title, or a title alone, is the last
    one whose full name has both. Other hands are left without a name.
    """
    people: list[str] = []
    result: list[Found] = []
    for each in found:
        hands = tuple(_named(hand, text, people, language) for hand in each.attribution.hands)
        for hand in hands:
            name = hand.name or _words(hand, text)
            if hand.being in PEOPLE and name not in language.pronouns:
                people.append(name)
        result.append(replace(each, attribution=replace(each.attribution, hands=hands)))
    return result


def _words(hand: Hop, text: str) -> str:
    return text[hand.who.start : hand.who.end] if hand.who else ""


def _named(hand: Hop, text: str, people: Sequence[str], language: Language) -> Hop:
    words = _words(hand, text)
    kind = language.pronouns.get(words)
    if kind in ("m", "f"):
        other = language.entries("male" if kind == "f" else "female")
        fitting: Iterable[str] = (p for p in reversed(people) if not p.endswith(tuple(other) or ("\0",)))
    else:
        fitting = (p for p in reversed(people) if _short_for(words, p))
    name = next(iter(fitting), "")
    return replace(hand, name=name) if name else hand


def _short_for(words: str, full: str) -> bool:
    """Whether ``words`` are a title that ``full`` ends with, or its surname with that title."""
    parts = words.split()
    if not parts or len(parts) > 2 or words == full or not full.endswith(parts[-1]):
        return False
    if len(parts) == 1:
        return " " in full
    return len(parts[0]) <= SURNAME and full.startswith(parts[0]) and not full.startswith(words)
