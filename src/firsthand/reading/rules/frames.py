"""A frame: what one cue ties together inside one sentence, before hands are put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.languages import Language
from firsthand.model import Attribution, Hop, Role, Span, Speech, Stance
from firsthand.reading.rules.phrases import Phrase
from firsthand.reading.sentences import Sentence, Token

_NONE: frozenset[str] = frozenset()


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
    sure: tuple[bool, ...]
    finite: tuple[int, ...]

    def low(self, index: int) -> str:
        """The word at ``index`` in small letters; empty beyond either end."""
        return self.tokens[index].low if 0 <= index < self.end else ""

    def among(self, index: int, *names: str) -> bool:
        """Whether the word at ``index`` is of one of the lists ``names``."""
        if not 0 <= index < self.end:
            return False
        return not self.language.lists.get(self.tokens[index].low, _NONE).isdisjoint(names)

    def quote(self, index: int) -> bool:
        """Whether the token at ``index`` is a quotation."""
        return 0 <= index < self.end and self.tokens[index].quote is not None

    def mark(self, index: int, marks: str) -> bool:
        """Whether the token at ``index`` is one of these marks."""
        return 0 <= index < self.end and self.tokens[index].text in marks

    def phrase_at(self, index: int, name: str) -> int:
        """Where a form of the list ``name`` that begins at ``index`` ends; ``index`` if none does."""
        for parts, kind in self.language.phrases.get(self.low(index), ()):
            if kind == name and all(self.low(index + n) == part for n, part in enumerate(parts)):
                return index + len(parts)
        return index + 1 if self.low(index) in self.language.entries(name) else index

    def has_finite(self, start: int, end: int) -> bool:
        """Whether the tokens hold a word that looks like a finite verb: the mark of a clause."""
        end = min(end, self.end)
        if start >= end:
            return False
        # The first word counts only if it is one of the lists: "closed roads" opens no clause.
        return self.sure[start] or self.finite[end] > self.finite[start + 1]


def _finite(
    tokens: Sequence[Token], end: int, language: Language
) -> tuple[tuple[bool, ...], tuple[int, ...]]:
    """Which tokens are surely finite verbs, and how many look like one before each place."""
    sure = [t.low in language.verbs or t.low == "'s" or language.among(t.low, "finite") for t in tokens[:end]]
    counts = [0]
    for index in range(end):
        counts.append(counts[-1] + (sure[index] or _looks_finite(tokens, index, language)))
    return tuple(sure), tuple(counts)


def _looks_finite(tokens: Sequence[Token], index: int, language: Language) -> bool:
    token = tokens[index]
    if index == 0 or not token.word or token.capital or not token.low.endswith(("ed", "s")):
        return False
    before = tokens[index - 1]
    participle = language.among(before.low, "determiners", "possessives", "prepositions")
    past = len(token.low) > 3 and token.low.endswith("ed") and not participle
    alone = before.low in language.pronouns and not language.among(before.low, "possessives")
    return past or before.capital or alone


def ground(sentence: Sentence, number: int, language: Language) -> Ground:
    """The sentence made ready for the rules; ``end`` leaves out its closing marks."""
    end = len(sentence.tokens)
    while end > 0 and sentence.tokens[end - 1].text in ".!?…。":
        end -= 1
    return Ground(sentence.tokens, language, number, end, *_finite(sentence.tokens, end, language))
