"""Sources beside a place, in languages that show by case alone what is subject and what is not.

Only a language with the list "within" (the prepositions of place) is read so.
"""

from __future__ import annotations

from firsthand.reading.rules.frames import Ground
from firsthand.reading.rules.phrases import Phrase, noun_left, noun_right

SPEAKERS = ("persons", "titles", "groups", "bodies", "outlets", "anonymous")
FAR = 3  # phrases with a preposition between a subject and its verb


def housed(ground: Ground, at: int) -> Phrase | None:
    """ "сообщили | в пресс-службе завода": the body that speaks from behind a preposition of place."""
    if not ground.among(at, "within"):
        return None
    phrase = noun_right(ground.tokens, at + 1, ground.language, titled=True)
    if phrase is None or not _speaks(ground, phrase):
        return None
    return Phrase(phrase.start, min(phrase.end, ground.end))


def past_place(ground: Ground, at: int) -> Phrase | None:
    """ "спросила | с места жительница": somebody behind a place that stands behind the verb."""
    if not (ground.language.entries("within") and ground.among(at, "prepositions")):
        return None
    for index in range(at + 2, min(at + 6, ground.end)):
        if not ground.tokens[index].word:
            return None
        if ground.among(index, "persons", "titles", "groups"):
            return noun_right(ground.tokens, index, ground.language, titled=True)
    return None


def before_place(ground: Ground, phrase: Phrase) -> Phrase:
    """ "Градова | под аплодисменты | добавила": back over places between a subject and its verb."""
    found = phrase
    for _ in range(FAR):
        start = found.start - 1
        if not ground.language.entries("within") or start < 1 or not ground.among(start, "prepositions"):
            return found
        back = noun_left(ground.tokens, start, ground.language)
        if back is None or back.end != start:
            return found
        found = back
    return found


def unheard(ground: Ground, phrase: Phrase) -> Phrase:
    """ "рассказал техник | газете «Зори»": a subject without the hearer that follows it."""
    for index in range(phrase.start + 1, phrase.end):
        if ground.language.entries("within") and ground.among(index, "hearing", "private"):
            return Phrase(phrase.start, index)
    return phrase


def placed(ground: Ground, phrase: Phrase) -> Phrase:
    """ "источник в порту": where an unnamed source is, which is all that is told of it."""
    unnamed = any(ground.among(i, "anonymous") for i in range(phrase.start, phrase.end))
    if not unnamed or not ground.among(phrase.end, "within"):
        return phrase
    place = noun_right(ground.tokens, phrase.end + 1, ground.language)
    if place is None or ground.among(place.start, "carriers", "time"):
        return phrase
    return Phrase(phrase.start, min(place.end, ground.end))


def _speaks(ground: Ground, phrase: Phrase) -> bool:
    carried = ground.among(phrase.start, "carriers", "time")
    spoken = any(ground.among(i, *SPEAKERS) for i in range(phrase.start, min(phrase.end, ground.end)))
    named = ground.quote(phrase.start)
    return not carried and (spoken or named)
