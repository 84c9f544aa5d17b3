"""The hands that stand beside content and source in a head-final clause, each shown by its particle."""

from __future__ import annotations

from typing import NamedTuple

from firsthand.model import Hop, Role, Span
from firsthand.reading.rules.wordline import Line

AHEAD = 6  # words that may stand before the particle of an adjunct


class Hands(NamedTuple):
    """Hands in their order: before the source (who is cited), carriers, hearers, those who passed it on."""

    cited: tuple[Hop, ...] = ()
    channels: tuple[Hop, ...] = ()
    hearers: tuple[Hop, ...] = ()
    relays: tuple[Hop, ...] = ()

    def __or__(self, other: Hands) -> Hands:
        """Both together."""
        return Hands(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def between(line: Line, start: int, end: int) -> Hands:
    """All the hands that the words ``start`` to ``end`` show."""
    found = Hands()
    for index in line.each(start, end):
        found |= _at(line, start, index)
    return found


def _at(line: Line, low: int, index: int) -> Hands:
    if index > low and line.object(index - 1):
        if line.has(index, "citing"):
            return Hands(cited=(_cited(line, low, index),))
        if line.has(index, "through"):
            return _through(line, low, index)
    if line.has(index, "citing") and index > low:
        return Hands(cited=(_cited(line, low, index),))
    if line.object(index) and _carries(line, index, "objects") and line.has(index + 1, "put_out"):
        return Hands(channels=(_channel(line, index, "objects"),))
    if line.forms.ending(line.words[index].text, "places") and _carries(line, index, "places"):
        return Hands(channels=(_channel(line, index, "places"),), hearers=_met(line, low, index))
    return Hands(hearers=_hearer(line, low, index))


def _carries(line: Line, index: int, *particles: str) -> bool:
    stem = line.stem(index, *particles)
    return line.forms.ends(stem, "carriers") and not line.forms.ends(stem, "outlets")


def _channel(line: Line, index: int, particles: str) -> Hop:
    noun = line.noun(index, index, particles)
    cue = Span(noun.span.end, line.words[index].end)
    return line.hop(Role.CHANNEL, noun.span, cue if cue.end > cue.start else None)


def _met(line: Line, low: int, index: int) -> tuple[Hop, ...]:
    """ "X와의 인터뷰에서": with whom the speaker talked."""
    if index <= low or not line.forms.ending(line.words[index - 1].text, "meeting"):
        return ()
    return _heard(line, low, index - 1, "meeting")


def _hearer(line: Line, low: int, index: int) -> tuple[Hop, ...]:
    return _heard(line, low, index, "hearing") if line.forms.ending(line.words[index].text, "hearing") else ()


def _heard(line: Line, low: int, index: int, particles: str) -> tuple[Hop, ...]:
    stem = line.stem(index, particles)
    hand = line.forms.ends(stem, "outlets", "private") or stem in line.forms.language.entries("own_paper")
    if line.forms.language.among(stem, "open") or not hand:
        return ()
    return (line.hop(Role.ADDRESSEE, line.noun(low, index, particles).span),)


def _through(line: Line, low: int, index: int) -> Hands:
    noun = line.noun(low, index - 1, "objects")
    if _carries(line, index - 1, "objects"):
        return Hands(channels=(_channel(line, index - 1, "objects"),))
    return Hands(relays=(line.hop(Role.RELAY, noun.span, line.place(index)),))


def _cited(line: Line, low: int, index: int) -> Hop:
    """ "X를 인용해", "X의 말을 빌려": whose words they are."""
    last = index - 1
    if last > low and line.forms.language.among(line.stem(last, "objects"), "cited"):
        last -= 1
    noun = line.noun(low, last, "objects", "owners")
    return line.hop(Role.SPEAKER, noun.span, line.place(index))


def adjuncts_end(line: Line, start: int, end: int) -> int:
    """Where the content begins behind a source: past times, carriers, hearers and what hangs on them."""
    at = start
    while at < end:
        after = _adjunct(line, at, end)
        if after == at:
            return at
        at = after
    return start


def _adjunct(line: Line, at: int, end: int) -> int:
    if line.has(at, "adverbs") or line.day(at):
        return at + 1
    for index in line.each(at, min(at + AHEAD, end)):
        if line.closes(index) or line.words[index].quote is not None:
            return at
        if _hangs(line, at, index):
            return index + 1
        if line.subject(index):
            return at
    return at


def _hangs(line: Line, at: int, index: int) -> bool:
    word = line.words[index].text
    if line.has(index, "through", "citing") or (line.object(index) and line.has(index + 1, "put_out")):
        return True
    if line.forms.ending(word, "places") and line.forms.ends(
        line.stem(index, "places"), "carriers", "venues"
    ):
        return True
    hearer = line.forms.ending(word, "hearing")
    stem = line.stem(index, "hearing")
    return bool(hearer) and line.forms.ends(stem, "private", "open", "outlets")
