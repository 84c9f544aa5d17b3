"""A text cut into sentences of tokens, each quotation standing as one token.

What is said inside the marks is not part of the grammar around them: "The levy is “a tax on
rain,” Ann said" has four words before the quotation, the quotation, and three after it. So a
sentence is cut on the text with its quotations closed up, and read again inside each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.languages import Language
from firsthand.model import Span
from firsthand.reading.quotations import Quotation

MARKS = "\u0300-\u036f\u0080-\u009f¡-©¬-¾"  # accents apart from their letters, and letters decoded wrongly
TOKEN = re.compile(rf"\w+(?:(?:[-'’ʼ.,:&/]|[{MARKS}]+)\w+)*(?:['’](?=\s))?|[^\w\s]", re.UNICODE)
STOPS = frozenset(".!?…。")
CLOSING = frozenset(")]”\"'’»")
OPENING = ("determiners", "possessives", "nominative", "subordinators", "conjunctions", "impersonal")
LONGEST = 120  # tokens; a "sentence" beyond this is a table or a list, and is read in pieces


class Token(NamedTuple):
    """A word, a mark of punctuation, or a whole quotation (``quote``).

    ``word``: it is a word (no mark, no quotation); ``capital``: one that begins with a capital.
    """

    text: str
    low: str
    start: int
    end: int
    quote: Quotation | None = None
    word: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence; ``paragraph`` counts, ``inside`` is the quotation it stands in."""

    tokens: tuple[Token, ...]
    paragraph: int
    inside: Quotation | None = None

    @property
    def span(self) -> Span:
        """From the first character of the sentence to its last."""
        return Span(self.tokens[0].start, self.tokens[-1].end)


def split(text: str, quotations: Sequence[Quotation], language: Language) -> list[Sentence]:
    """Every sentence of ``text`` in order, those inside a quotation after the one around it."""
    found: list[Sentence] = []
    tops = [q for q in quotations if q.depth == 0]
    for number, (place, marked) in enumerate(_by_paragraph(text, tops)):
        for tokens in _sentences(list(_tokens(text, place, marked)), language):
            if found and _introduces(found[-1], tokens):
                tokens = (*found.pop().tokens, *tokens)
            found.append(Sentence(tokens, number))
            found.extend(_inside(text, tokens, quotations, number, language))
    return found


def _introduces(before: Sentence, tokens: Sequence[Token]) -> bool:
    """ "She said:" and, in the next paragraph, the quotation: one sentence."""
    short = len(before.tokens) < LONGEST
    return short and before.inside is None and before.tokens[-1].text == ":" and tokens[0].quote is not None


def _inside(
    text: str, tokens: Sequence[Token], quotations: Sequence[Quotation], number: int, language: Language
) -> Iterator[Sentence]:
    for token in tokens:
        if token.quote and token.quote.inner.end - token.quote.inner.start > 20:
            inner = token.quote.inner
            for part in _sentences(list(_tokens(text, inner, ())), language):
                yield Sentence(part, number, token.quote)


def _by_paragraph(text: str, tops: Sequence[Quotation]) -> Iterator[tuple[Span, list[Quotation]]]:
    at = 0
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        marked: list[Quotation] = []
        while at < len(tops) and tops[at].outer.start < match.end():
            marked.append(tops[at])
            at += 1
        yield Span(match.start(), match.end()), marked


def _tokens(text: str, place: Span, quotations: Sequence[Quotation]) -> Iterator[Token]:
    at = place.start
    for quote in quotations:
        yield from _words(text, at, quote.outer.start)
        yield Token("“”", "“”", quote.outer.start, quote.outer.end, quote)
        at = quote.outer.end
    yield from _words(text, at, place.end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        if word.endswith(("’s", "'s")) and len(word) > 2:
            cut = match.end() - 2
            yield _token(word[:-2], match.start(), cut)
            yield Token(word[-2:], "'s", cut, match.end())
        else:
            yield _token(word, match.start(), match.end())


def _token(word: str, start: int, end: int) -> Token:
    first = word[0]
    return Token(
        word,
        word.lower().replace("’", "'"),
        start,
        end,
        word=first.isalnum() or first == "_",
        capital=first.isupper(),
    )


def _sentences(tokens: list[Token], language: Language) -> Iterator[tuple[Token, ...]]:
    start = 0
    for index, _token in enumerate(tokens):
        if index + 1 - start >= LONGEST or _ends(tokens, index, language):
            yield tuple(tokens[start : index + 1])
            start = index + 1
    if start < len(tokens):
        yield tuple(tokens[start:])


def _ends(tokens: list[Token], index: int, language: Language) -> bool:
    if index + 1 >= len(tokens):
        return False
    token, after = tokens[index], tokens[index + 1]
    if token.quote:
        return _quote_ends(tokens, index, language)
    if token.text in STOPS:
        return _stop_ends(tokens, index, language)
    return token.text in CLOSING and index > 0 and tokens[index - 1].text in STOPS and _begins(after)


def _begins(token: Token) -> bool:
    first = token.text[0]
    return token.quote is not None or not (first.islower() or first in ",;:)]—–-")


def _stop_ends(tokens: list[Token], index: int, language: Language) -> bool:
    after = tokens[index + 1]
    if not _begins(after) or after.text in STOPS or after.text in CLOSING:
        return False
    if tokens[index].text != "." or index == 0:
        return True
    before = tokens[index - 1]
    glued = after.start == tokens[index].end
    initial = len(before.text) == 1 and before.text.isupper()
    if language.among(before.low, "closing") and after.capital and language.among(after.low, *OPENING):
        return not glued  # "in the U.S. The talks"
    return not (glued or initial or before.low in language.entries("abbreviations"))


def _quote_ends(tokens: list[Token], index: int, language: Language) -> bool:
    """Whether a sentence ends with a quotation: it ends so itself, and no "she said" follows."""
    quote, after = tokens[index].quote, tokens[index + 1]
    assert quote is not None
    if quote.runs_on:
        return True
    glued = after.word and after.start == tokens[index].end  # an ending, as in "“…”라고"
    if glued or not _begins(after) or quote.ends not in STOPS:
        return False
    following = tokens[index + 1 : index + 8]
    if after.quote or after.text in STOPS:
        return after.quote is not None
    return quote.ends in ".…" or not any(t.low in language.verbs for t in following)
