"""A frame: what one cue ties together inside one sentence, before hands are put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.languages import Language
from firsthand.model import Attribution, Hop, Role, Span, Speech, Stance
from firsthand.reading.phrases import Phrase
from firsthand.reading.sentences import Sentence, Token


@dataclass(frozen=True, slots=True)
class Frame:
    """One cue with its source, its content and the hands that the same clause names.

    ``content`` and ``region`` are token ranges of the sentence; the region holds the source, the
    cue and what hangs on them, and is cut out of the content of other frames. ``before`` are
    hands nearer to the origin than the source ("citing Z"), ``after`` those further from it.
    ``framing``: only passes on what the clause around it tells ("according to", "as reported by").
    """

    sentence: int
    cue: Phrase
    region: Phrase
    content: tuple[Phrase, ...]
    source: Phrase | None = None
    role: Role = Role.SPEAKER
    before: tuple[Hop, ...] = ()
    after: tuple[Hop, ...] = ()
    stance: Stance = Stance.ASSERTS
    speech: Speech = Speech.ACTUAL
    hedges: tuple[Span, ...] = ()
    leftward: bool = False
    framing: bool = False
    unstated: bool = False
    reach: tuple[Phrase, ...] = ()  # the content before other frames were cut out of it
    gap: bool = False  # the chain has a hand that the text leaves unnamed


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in the making, with the number of the sentence it was found in."""

    sentence: int
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Ground:
    """What every rule looks at: the sentence's tokens, where its last stop is, and the language."""

    tokens: Sequence[Token]
    language: Language
    number: int
    end: int

    def low(self, index: int) -> str:
        """The word at ``index`` in small letters; empty beyond either end."""
        return self.tokens[index].low if 0 <= index < self.end else ""

    def among(self, index: int, *names: str) -> bool:
        """Whether the word at ``index`` is of one of the lists ``names``."""
        low = self.low(index)
        return bool(low) and any(low in self.language.entries(name) for name in names)

    def quote(self, index: int) -> bool:
        """Whether the token at ``index`` is a quotation."""
        return 0 <= index < self.end and self.tokens[index].quote is not None

    def mark(self, index: int, marks: str) -> bool:
        """Whether the token at ``index`` is one of these marks."""
        return 0 <= index < self.end and self.tokens[index].text in set(marks)

    def phrase_at(self, index: int, name: str) -> int:
        """Where a form of the list ``name`` that begins at ``index`` ends; ``index`` if none does."""
        for parts, kind in self.language.phrases.get(self.low(index), ()):
            if kind == name and all(self.low(index + n) == part for n, part in enumerate(parts)):
                return index + len(parts)
        return index + 1 if self.low(index) in self.language.entries(name) else index

    def has_finite(self, start: int, end: int) -> bool:
        """Whether the tokens hold a word that looks like a finite verb: the mark of a clause."""
        for index in range(start, min(end, self.end)):
            token = self.tokens[index]
            if self.among(index, "finite") or token.low in self.language.verbs or token.text == "'s":
                return True
            if index == start or not token.word or token.capital or not token.low.endswith(("ed", "s")):
                continue
            past = len(token.low) > 3 and token.low.endswith("ed") and not self._participle(index)
            if past or self._after_noun(index):
                return True
        return False

    def _participle(self, index: int) -> bool:
        return self.among(index - 1, "determiners", "possessives", "prepositions")

    def _after_noun(self, index: int) -> bool:
        before = self.tokens[index - 1]
        return before.capital or before.low in self.language.pronouns


def ground(sentence: Sentence, number: int, language: Language) -> Ground:
    """The sentence made ready for the rules; ``end`` leaves out its closing marks."""
    end = len(sentence.tokens)
    while end > 0 and sentence.tokens[end - 1].text in ".!?…。":
        end -= 1
    return Ground(sentence.tokens, language, number, end)
