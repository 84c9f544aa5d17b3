"""A sentence of a head-final language as a line of words: subjects, noun phrases, ends of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.languages import Verb
from firsthand.model import Being, Hop, Role, Span
from firsthand.reading.rules.wordforms import Forms, Word, words
from firsthand.reading.sentences import Sentence

LONGEST = 7  # words of a source; beyond that it is a clause
DATED = re.compile(r"\d+[^\W\d_]")
KINDS = (
    ("anonymous", Being.ANONYMOUS),
    ("outlets", Being.OUTLET),
    ("documents", Being.DOCUMENT),
    ("persons", Being.PERSON),
    ("groups", Being.GROUP),
    ("bodies", Being.BODY),
)


class Noun(NamedTuple):
    """A noun phrase: words ``start`` to ``end`` (exclusive) and its characters without the particle."""

    start: int
    end: int
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one sentence and what their endings say."""

    text: str
    words: tuple[Word, ...]
    forms: Forms

    @staticmethod
    def of(text: str, sentence: Sentence, forms: Forms) -> Line:
        """The line of a sentence."""
        return Line(text, tuple(words(text, sentence.tokens)), forms)

    def has(self, index: int, *names: str) -> bool:
        """Whether the word at ``index`` is, as it stands, in one of the lists."""
        return 0 <= index < len(self.words) and self.forms.language.among(self.words[index].text, *names)

    def verb(self, index: int) -> Verb | None:
        """The verb that the word is a form of; a quotation is none, nor is a word with a topic particle."""
        word = self.words[index]
        return None if word.quote or self.topic(index) else self.forms.verb(word.text)

    def closing(self, index: int) -> int:
        """Where the content ends that the word closes; -1 if it closes none."""
        word = self.words[index]
        return word.quote.outer.end if word.quote and self.quotes(index) else self.forms.closing(word)

    def closes(self, index: int) -> bool:
        """Whether the word ends what somebody says."""
        return self.closing(index) >= 0

    def quotes(self, index: int) -> bool:
        """Whether the word is a quotation told by somebody: "“…”라고", "“…”는 말"."""
        word = self.words[index]
        if word.quote is None or self.forms.quotes(word):
            return word.quote is not None
        noun = self.words[index + 1].text if index + 1 < len(self.words) else ""
        stems = {noun, self.forms.bare(noun, "subjects", "objects", "places")}
        told = bool(stems & self.forms.language.entries("told_nouns"))
        return told and self.forms.language.among(word.tail, "quoted_before_nouns")

    def topic(self, index: int) -> bool:
        """Whether the word is marked as what the sentence is about."""
        word = self.words[index]
        if self.quotes(index):
            return False
        if self._trap(index):
            return self._place_of_writing(word.text)
        return bool(self._particle(word, "topics"))

    def _trap(self, index: int) -> bool:
        word = self.words[index]
        return self.has(index, "topic_traps") or bool(self.forms.ending(word.text, "topic_trap_endings"))

    def _place_of_writing(self, word: str) -> bool:
        stem = self.forms.bare(word, "places")
        return stem != word and self.forms.ends(stem, "documents") and self.forms.ends(word, "written_in")

    def subject(self, index: int) -> bool:
        """Whether the word is marked as a subject or topic."""
        word = self.words[index]
        if self.quotes(index) or self.has(index, "subject_traps"):
            return False
        return self.topic(index) or (not self._trap(index) and bool(self._particle(word, "subjects")))

    def _particle(self, word: Word, name: str) -> str:
        if word.quote:
            return word.tail if self.forms.language.among(word.tail, name) else ""
        return self.forms.ending(word.text, name)

    def noun(self, low: int, last: int, *particles: str) -> Noun:
        """The noun phrase that ends with the word ``last``, from the word ``low`` on at the earliest."""
        start = last
        while start > low and last - start < LONGEST and self._modifies(start - 1):
            start -= 1
        word = self.words[last]
        return Noun(start, last + 1, Span(self.words[start].start, word.end - self._cut(word, particles)))

    def _cut(self, word: Word, particles: tuple[str, ...]) -> int:
        if word.quote:
            return len(word.tail) if any(self.forms.language.among(word.tail, p) for p in particles) else 0
        return len(word.text) - len(self.forms.bare(word.text, *particles)) if particles else 0

    def _modifies(self, index: int) -> bool:
        """Whether the word belongs to the noun behind it: no particle, no comma, no adverb, no clause."""
        word = self.words[index]
        if word.comma or self.closes(index) or self.has(index, "adverbs") or self.subject(index):
            return False
        if word.quote:
            return True
        adnominal = self.has(index, "adnominals") or self.forms.ends(word.text, "adnominal_endings")
        if adnominal or self.dated(index):
            return False
        return not self.forms.ending(word.text, "cases")

    def dated(self, index: int) -> bool:
        """Whether the word tells a time: "3일", "오전"."""
        word = self.words[index].text
        if self.has(index, "time"):
            return True
        return bool(DATED.match(word)) and self.forms.ends(self.forms.bare(word, "places"), "time")

    def day(self, index: int) -> bool:
        """Whether the word is the day of a report: "3일", "이날"."""
        word = self.words[index].text
        return bool(DATED.fullmatch(word)) and self.forms.ends(word, "days")

    def object(self, index: int) -> bool:
        """Whether the word is marked as an object."""
        return bool(self._particle(self.words[index], "objects"))

    def stem(self, index: int, *particles: str) -> str:
        """The word without its particle."""
        word = self.words[index]
        return self.forms.bare(word.text, *particles) if particles else word.text

    def being(self, span: Span) -> Being:
        """What kind of source the words are, by their last one."""
        said = self.text[span.start : span.end]
        if said in self.forms.language.pronouns:
            return Being.PERSON
        last = said.split()[-1].split("(")[0]
        for name, kind in KINDS:
            if self.forms.ends(last, name):
                return kind
        return Being.ANONYMOUS if self.forms.begins(said, "anonymous") else Being.PERSON

    def hop(self, role: Role, span: Span, cue: Span | None = None) -> Hop:
        """A hand over these characters; a carrier is a medium."""
        kind = Being.MEDIUM if role is Role.CHANNEL else self.being(span)
        return Hop(role, span, being=kind, cue=cue)

    def place(self, index: int) -> Span:
        """The characters of a word."""
        word = self.words[index]
        return Span(word.start, word.end)

    def each(self, start: int, end: int) -> Iterator[int]:
        """The places of words from ``start`` to ``end``, within the line."""
        return iter(range(max(0, start), min(end, len(self.words))))
