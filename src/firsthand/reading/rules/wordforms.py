"""Words with their particles, for languages that put both the particle and the verb last.

A word is what stands between two blanks; a quotation with all that is glued to it is one word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.languages import Language, Verb
from firsthand.reading.quotations import Quotation
from firsthand.reading.sentences import Token

SYLLABLES = "가", "힣"
FINALS = 28  # ways in which a syllable may end, with the open one
RIEUL = 8  # the one of a verb before what is still to come
LOOSE = ",;:.!?…—–-"


class Word(NamedTuple):
    """A word without the marks behind it; ``quote`` is the quotation that it begins with.

    ``tail`` is what is glued to that quotation ("라고"); ``comma``: a comma stands behind the word.
    """

    text: str
    start: int
    end: int
    quote: Quotation | None = None
    comma: bool = False

    @property
    def tail(self) -> str:
        """The letters behind the quotation; the whole word if it has none."""
        return self.text[self.quote.outer.end - self.start :] if self.quote else self.text


def words(text: str, tokens: Sequence[Token]) -> list[Word]:
    """The words of a sentence, its marks left out."""
    found: list[Word] = []
    run: list[Token] = []
    for token in tokens:
        if run and token.start > run[-1].end:
            found.extend(_word(text, run))
            run = []
        run.append(token)
    found.extend(_word(text, run))
    return found


def _word(text: str, run: list[Token]) -> Iterator[Word]:
    comma = bool(run) and run[-1].text == ","
    while run and run[-1].quote is None and run[-1].text in LOOSE:
        run = run[:-1]
    if run:
        start, end = run[0].start, run[-1].end
        yield Word(text[start:end], start, end, run[0].quote, comma)


def final(char: str) -> int:
    """The number of a syllable's final consonant; 0 for none and for what is no syllable."""
    return (ord(char) - ord(SYLLABLES[0])) % FINALS if SYLLABLES[0] <= char <= SYLLABLES[1] else 0


@dataclass(frozen=True, slots=True)
class Forms:
    """What a language's lists say about the ends of words; one for a whole text.

    ``seen`` keeps the endings found so far: each rule asks about the same words again.
    """

    language: Language
    seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def ending(self, word: str, name: str) -> str:
        """The longest entry of the list ``name`` that ``word`` ends with and that fits it; "" if none.

        Some particles stand only behind a consonant and some only behind a vowel.
        """
        if (word, name) not in self.seen:
            entries = self.language.entries(name)
            fits = [e for e in entries if len(e) < len(word) and word.endswith(e)]
            found = max((e for e in fits if self._fits(word[: -len(e)], e)), key=len, default="")
            self.seen[word, name] = found
        return self.seen[word, name]

    def _fits(self, stem: str, particle: str) -> bool:
        closed = final(stem[-1]) > 0 or not SYLLABLES[0] <= stem[-1] <= SYLLABLES[1]
        if self.language.among(particle, "after_consonant"):
            return closed
        if self.language.among(particle, "after_vowel"):
            return final(stem[-1]) == 0
        return True

    def bare(self, word: str, *names: str) -> str:
        """``word`` without the longest particle of the lists ``names``."""
        longest = max((self.ending(word, name) for name in names), key=len)
        return word[: len(word) - len(longest)]

    def ends(self, word: str, *names: str) -> bool:
        """Whether ``word`` is, or ends with, an entry of one of the lists."""
        return any(word.endswith(tuple(self.language.entries(name))) for name in names)

    def begins(self, word: str, name: str) -> bool:
        """Whether ``word`` begins with an entry of the list."""
        return word.startswith(tuple(self.language.entries(name)) or ("\0",))

    def verb(self, word: str) -> Verb | None:
        """The verb that ``word`` is a form of, by the longest of its stems; None if it is none."""
        for length in range(min(len(word), 8), 0, -1):
            stem = word[:length]
            known = self.language.verbs.get(stem) or self._light(stem)
            if known is not None:
                return known
        return None

    def _light(self, stem: str) -> Verb | None:
        """A noun with a form of "do": its verb is listed with the first of these forms."""
        if len(stem) < 2 or not self.language.among(stem[-1], "light"):
            return None
        listed = next(iter(self.language.entries("lightest")), "")
        return self.language.verbs.get(stem[:-1] + listed)

    def quotes(self, word: Word) -> bool:
        """Whether the word is a whole quotation, closed by an ending that says so ("“…”라고")."""
        return word.quote is not None and self.language.among(word.tail, "quoted")

    def closing(self, word: Word) -> int:
        """Where the content ends that this word closes; -1 if it closes none."""
        if self.quotes(word):
            assert word.quote is not None
            return word.quote.outer.end
        kept = self.ending(word.text, "quotative")
        if not kept and self.language.among(word.text, "quotative"):
            kept = word.text
        return word.end - len(kept) + 1 if kept else -1  # of "-다고" the first syllable is the content's
