"""What the reading tests share: short ways to ask what was read."""

from __future__ import annotations

from firsthand.languages import load
from firsthand.model import Attribution, Span
from firsthand.reading import quotations, read
from firsthand.reading.rules.frames import Ground, ground
from firsthand.reading.sentences import Sentence, split


def words(text: str, span: Span | None) -> str | None:
    """The characters at a span; None for none."""
    return None if span is None else text[span.start : span.end]


def contents(text: str, language: str = "en") -> list[str]:
    """The content of every attribution, its parts joined by " … "."""
    found = read(text, language, "r")
    return [" … ".join(text[s.start : s.end] for s in each.content) for each in found]


def chain(text: str, each: Attribution) -> list[tuple[str, str | None]]:
    """The hands of an attribution as (role, words)."""
    return [(hop.role.value, words(text, hop.who)) for hop in each.hands]


def chains(text: str, language: str = "en") -> list[list[tuple[str, str | None]]]:
    """The hands of every attribution."""
    return [chain(text, each) for each in read(text, language, "r")]


def cut(text: str, language: str = "en") -> list[Sentence]:
    """The sentences of a text."""
    return split(text, quotations.find(text), load(language))


def grounds(text: str, language: str = "en") -> list[Ground]:
    """The sentences of a text, made ready for the rules."""
    return [ground(sentence, n, load(language)) for n, sentence in enumerate(cut(text, language))]
