"""Facts about the letters on a paper: of the signature, of its language, and ones that look like others."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from firsthand.model import PaperFinding, PaperFindingKind, Place, Span
from firsthand.names.papers.held import PRINTED, SIGNED, Held, capital
from firsthand.names.papers.likening import liken
from firsthand.names.papers.reading import table
from firsthand.names.papers.seeking import zone_spans
from firsthand.names.routes import foreign_letters, scripts
from firsthand.names.routes.letters import in_words

WORD = re.compile(r"[^\W\d_]+")
TOKEN = re.compile(r"[^\W_]+")
ORIGIN = ("nationality", "people", "place of birth")
SHOWN = 5  # words that are quoted of all
MOST = 50  # words of a paper that are told one by one, and places of one fact


def letter_facts(held: Held) -> Iterator[PaperFinding]:
    """What can be said of the letters of a paper."""
    yield from _signature(held)
    yield from _mixed(held)
    yield from _figures(held)
    yield from _foreign(held)


def _signature(held: Held) -> Iterator[PaperFinding]:
    """A signature in another script than any in which the name is printed."""
    field = next((each for each in held.paper.fields if each.name == SIGNED), None)
    if field is None or not held.printed:
        return
    own, printed = scripts(field.value), {script for name in held.printed for script in scripts(name)}
    if not own or own[0] in printed:
        return
    name = held.said(PRINTED)
    likely = max((liken(field.value, each) for each in held.printed), key=lambda each: each.score)
    note = (
        f"On {held.label} the signature reads {field.value}, in {_in(own)}; the printed name is {name}, in "
        f"{_in(scripts(name))}. {likely.sentence}{_origin(held)}"
    )
    places = tuple(each.place for each in (field, *held.naming) if each.place)
    yield PaperFinding(PaperFindingKind.SIGNATURE, (held.record.id,), note, places)


def _in(found: tuple[str, ...]) -> str:
    return " and ".join(map(in_words, found)) or "no letters"


def _origin(held: Held) -> str:
    told = [f"{held.said(name)} as {name}" for name in ORIGIN if held.said(name)]
    return f" The paper gives {', '.join(told)}." if told else ""


def _mixed(held: Held) -> Iterator[PaperFinding]:
    """Words in which letters of one script stand among those of another that has some that look the same."""
    found: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for span, word in _words(held):
        if not word.isascii() and foreign_letters(word):
            found[word].append((span, word))
    for word, places in islice(found.items(), MOST):
        yield PaperFinding(
            PaperFindingKind.LOOK_ALIKES, (held.record.id,), _odd(held, word), _places(held, places)
        )


def _odd(held: Held, word: str) -> str:
    found = foreign_letters(word)
    odd = "; ".join(f"the letter {each.at + 1}, {each.letter}, is {_called(each.letter)}" for each in found)
    return f"In “{word}” on {held.label} {odd}; the others are {in_words(found[0].among)}."


def _called(letter: str) -> str:
    """The name of a letter: "Latin capital letter O"."""
    return (
        unicodedata.name(letter, "a letter without a name").capitalize()[:-1]
        + unicodedata.name(letter, " ")[-1]
    )


def _words(held: Held) -> Iterator[tuple[Span, str]]:
    """The words of a paper, those of its zone left out."""
    zone = zone_spans(held.record.text)
    for found in WORD.finditer(held.record.text):
        if not any(start <= found.start() < end for start, end in zone):
            yield Span(*found.span()), found[0]


def _figures(held: Held) -> Iterator[PaperFinding]:
    """A figure among the letters of a name."""
    for field in held.naming:
        for found in TOKEN.finditer(field.value):
            figures = ", ".join(dict.fromkeys(c for c in found[0] if c.isdecimal()))
            if not figures or not any(map(str.isalpha, found[0])):
                continue
            note = f"In “{found[0]}”, a part of the name on {held.label}, {figures} stands among letters."
            places = (field.place,) if field.place else ()
            yield PaperFinding(PaperFindingKind.LOOK_ALIKES, (held.record.id,), note, places)


def _foreign(held: Held) -> Iterator[PaperFinding]:
    """Letters that the language in which a paper is stated to be has not, of its script."""
    language = table("letters").get(held.record.language)
    if not language or held.record.language_by != "stated":
        return
    found: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for span, word in _words(held):
        for letter in dict.fromkeys(unicodedata.normalize("NFC", word.lower())):
            if scripts(letter) == (language["script"],) and letter not in language["letters"]:
                found[letter].append((span, word))
    for letter, words in sorted(found.items()):
        quoted = ", ".join(f"“{word}”" for word in list(dict.fromkeys(word for _, word in words))[:SHOWN])
        note = (
            f"{capital(held.label)} is stated to be in {language['name']}; {letter}, a letter that "
            f"{language['name']} has not, stands in {quoted}."
        )
        yield PaperFinding(PaperFindingKind.LETTERS, (held.record.id,), note, _places(held, words))


def _places(held: Held, words: Iterable[tuple[Span, str]]) -> tuple[Place, ...]:
    return tuple(held.place(span) for span, _ in islice(words, MOST))
