"""Names as runs of capitals, and whether the text calls each of them he or she."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from firsthand.languages import Language
from firsthand.reading.sentences import Sentence, Token

SURE = 3  # votes that a title or a word beside the name is worth; a pronoun may mean somebody else
BESIDE = 5  # tokens behind a name in which "…, a spokeswoman" stands
CLOSED = (
    "determiners", "prepositions", "subordinators", "conjunctions", "auxiliaries", "time", "titles",
    "adverbs", "possessives",
)  # fmt: skip


def runs(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that are names; words of the closed classes and titles are none."""
    start = -1
    for index, token in enumerate(tokens):
        named = (
            token.capital and not language.among(token.low, *CLOSED) and token.low not in language.pronouns
        )
        if named and start < 0:
            start = index
        if not named and start >= 0:
            yield _without_trade(tokens, start, index, language), index
            start = -1
    if start >= 0:
        yield _without_trade(tokens, start, len(tokens), language), len(tokens)


def _without_trade(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """ "Fisherman Olle Brandt": where the name itself begins."""
    return start + 1 if end - start > 2 and language.among(tokens[start].low, "persons") else start


class Genders:
    """Votes for he or she, by a name as it is written and by its last word: a surname comes again.

    ``look`` takes the sentences in order. A pronoun votes for a name only where no other name stands
    in its sentence or, if there is none, in the one before, and no preposition governs it; the first
    pronoun alone, for one that comes later may mean somebody else. After "His lawyer, Ann Lee, said
    he" it does.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._votes: dict[str, int] = {}
        self._last: tuple[str, ...] = ()
        self._called = ""
        feminine, masculine = language.entries("feminine"), language.entries("masculine")
        self._endings = (*((e, "f") for e in sorted(feminine)), *((e, "m") for e in sorted(masculine)))

    def look(self, sentence: Sentence, found: Sequence[tuple[int, int]]) -> None:
        """Counts what the sentence shows; ``found`` are its names as `runs` gives them."""
        tokens = sentence.tokens
        for start, end in found:
            self._beside(tokens, start, end)
        names = {tokens[end - 1].low: (start, end) for start, end in found}
        if found:
            start, end = found[0]
            governed = start > 0 and self._language.among(tokens[start - 1].low, "prepositions")
            sole = len(names) == 1 and not governed
            self._last = tuple(t.low for t in tokens[start:end]) if sole else ()
            self._called = ""
        behind = found[0][1] if found else 0
        other = {self._language.pronouns.get(token.low, "") for token in tokens[:behind]}
        if self._last:
            self._pronouns(tokens[behind:], other)

    def _pronouns(self, tokens: Sequence[Token], other: Container[str]) -> None:
        """The first he or she; where it is another than before, the name is out of sight."""
        kinds = (self._language.pronouns.get(token.low, "") for token in tokens)
        kind = next((kind for kind in kinds if kind in ("m", "f")), "")
        if kind and kind in other:
            return
        if kind and self._called in ("", kind):
            self._vote(self._last, kind, 1)
            self._called = kind
        elif kind:
            self._last = ()

    def _beside(self, tokens: Sequence[Token], start: int, end: int) -> None:
        after = tokens[end : end + BESIDE]
        described = len(after) > 1 and after[0].text == "," and after[1].low in (
            self._language.entries("determiners") | self._language.entries("possessives")
        )  # fmt: skip
        name = tuple(t.low for t in tokens[start:end])
        for token in [*tokens[max(0, start - 1) : start], *(after if described else ())]:
            self._vote(name, self._word(token.low), SURE)
        said = next((t.low for t in self._speaking(tokens, start, end)), "")
        self._vote(name, self._form(said), SURE)

    def _speaking(self, tokens: Sequence[Token], start: int, end: int) -> Iterator[Token]:
        """Verbs of saying around a name, past its auxiliary or its role: "«…», сказала речниця Ганна"."""
        if not self._endings:
            return
        for token in tokens[end : end + 2]:
            if token.low in self._language.verbs:
                yield token
        for token in reversed(tokens[max(0, start - 2) : start]):
            if token.low in self._language.verbs and not any(t.capital for t in tokens[start - 2 : start]):
                yield token

    def _form(self, low: str) -> str:
        """What the ending of a past verb shows of whoever says it."""
        return next((kind for ending, kind in self._endings if low.endswith(ending)), "")

    def _word(self, low: str) -> str:
        if self._language.among(low, "male"):
            return "m"
        return "f" if self._language.among(low, "female") else ""

    def _vote(self, name: tuple[str, ...], gender: str, weight: int) -> None:
        if gender in ("m", "f"):
            for key in {" ".join(name), name[-1]}:
                self._votes[key] = self._votes.get(key, 0) + (weight if gender == "m" else -weight)

    def of(self, words: Iterable[str]) -> str:
        """ "m" or "f" for a mention, by its own words or by what the text showed; "" if unknown.

        What was shown of the whole name counts before what was shown of its last or its first word.
        """
        lows = [word.lower().strip(".,") for word in words]
        told = next((self._word(low) for low in lows if self._word(low)), "")
        keys = (" ".join(lows), lows[-1], lows[0]) if lows else ()
        votes = next((self._votes[key] for key in keys if self._votes.get(key)), 0)
        return told or ("m" if votes > 0 else "f" if votes < 0 else "")

    def sure(self, lows: Sequence[str]) -> bool:
        """Whether the text showed it of a name or its last word more than by chance: "Marty … she"."""
        return max(abs(self._votes.get(key, 0)) for key in (" ".join(lows), lows[-1])) >= SURE
