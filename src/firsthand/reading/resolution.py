"""The fullest name that a text gives to a mention: surname, pronoun, role, acronym."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.languages import Language
from firsthand.model import Being, Hop
from firsthand.reading.frames import Found
from firsthand.reading.sentences import Sentence, Token


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of a text with where it stands."""

    text: str
    language: Language
    full: tuple[tuple[str, int], ...]  # names as written, with the place of their first mention
    roles: tuple[tuple[str, int, str], ...]  # "soldier", place, the name given to him

    @staticmethod
    def gather(text: str, sentences: Sequence[Sentence], language: Language) -> Names:
        """The names of ``text``: runs of capitals, and roles tied to one by an apposition."""
        first: dict[str, int] = {}
        roles: list[tuple[str, int, str]] = []
        for sentence in sentences:
            runs = list(_runs(sentence.tokens, language))
            for start, end in runs:
                name = text[sentence.tokens[start].start : sentence.tokens[end - 1].end]
                first.setdefault(name, sentence.tokens[start].start)
            roles.extend(_roles(text, sentence.tokens, runs, language))
        return Names(text, language, tuple(first.items()), tuple(roles))

    def resolve(self, found: Sequence[Found]) -> list[Found]:
        """Every hand and source with the fullest name; a pronoun takes the last fitting speaker."""
        ordered = sorted(found, key=lambda f: f.attribution.content[0].start)
        people: list[tuple[str, str]] = []
        result: list[Found] = []
        for each in ordered:
            hands = tuple(self._named(h, people) for h in each.attribution.hands)
            for hand in hands:
                if hand.who and hand.being in (Being.PERSON, Being.BODY, Being.OUTLET, Being.GROUP):
                    people.append((hand.name, self._gender(hand)))
            name = hands[0].name if hands and hands[0].who else ""
            result.append(replace(each, attribution=replace(each.attribution, hands=hands, name=name)))
        return result

    def _named(self, hand: Hop, people: list[tuple[str, str]]) -> Hop:
        if hand.who is None:
            return hand
        words = self.text[hand.who.start : hand.who.end]
        low = words.lower()
        if low in self.language.pronouns:
            return replace(hand, name=self._behind(low, people, hand.who.start) or words)
        return replace(hand, name=self.fullest(words, hand.who.start))

    def _behind(self, pronoun: str, people: list[tuple[str, str]], at: int) -> str:
        wanted = self.language.pronouns[pronoun]
        for name, gender in reversed(people[-6:]):
            if name.lower() not in self.language.pronouns and (
                gender == wanted or (gender == "" and wanted in "mf")
            ):
                return name
        return ""

    def _gender(self, hand: Hop) -> str:
        words = (
            {w.lower().strip(".") for w in self.text[hand.who.start : hand.who.end].split()}
            if hand.who
            else set()
        )
        if words & self.language.entries("male"):
            return "m"
        if words & self.language.entries("female"):
            return "f"
        if hand.being is Being.GROUP:
            return "p"
        return "n" if hand.being in (Being.BODY, Being.OUTLET) else ""

    def fullest(self, words: str, at: int) -> str:
        """The longest name in the text that holds this one's words, if only one does."""
        bare = _bare(words, self.language)
        if not bare:
            return self._by_role(words, at)
        parts = set(bare.lower().split())
        longer = {n for n, _ in self.full if parts < set(n.lower().split())}
        longest = [
            n
            for n in longer
            if not any(n != m and set(n.lower().split()) < set(m.lower().split()) for m in longer)
        ]
        if len(longest) == 1:
            return longest[0]
        return bare if words != bare and bare in dict(self.full) else words

    def _by_role(self, words: str, at: int) -> str:
        head = words.lower().split()[-1] if words.split() else ""
        fitting = [name for role, place, name in self.roles if role == head]
        return (
            fitting[0]
            if len(set(fitting)) == 1 and words.lower().split()[0] in ("the", "this", "that")
            else words
        )


def _bare(words: str, language: Language) -> str:
    """A name without its title and article: "inspector Ann Lee" gives "Ann Lee"."""
    parts = words.split()
    while parts and (
        not parts[0][:1].isupper()
        or parts[0].lower().strip(".") in language.entries("titles") | language.entries("determiners")
    ):
        parts.pop(0)
    kept = parts if all(p[:1].isupper() or (p.islower() and len(p) < 4) for p in parts) else []
    return " ".join(kept)


def _runs(tokens: Sequence[Token], language: Language) -> list[tuple[int, int]]:
    """Runs of capitalised words that are names: not the first word of a sentence if it is a small word."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        if not _is_name(tokens, at, language):
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and _is_name(tokens, end, language):
            end += 1
        found.append((at, end))
        at = end
    return found


def _is_name(tokens: Sequence[Token], at: int, language: Language) -> bool:
    token = tokens[at]
    if not token.word or not token.capital:
        return False
    closed = (
        "determiners",
        "pronouns",
        "prepositions",
        "subordinators",
        "conjunctions",
        "auxiliaries",
        "time",
        "titles",
        "adverbs",
        "possessives",
    )
    return (
        not any(token.low in language.entries(name) for name in closed) and token.low not in language.pronouns
    )


def _roles(
    text: str, tokens: Sequence[Token], runs: Sequence[tuple[int, int]], language: Language
) -> list[tuple[str, int, str]]:
    found: list[tuple[str, int, str]] = []
    for start, end in runs:
        name = text[tokens[start].start : tokens[end - 1].end]
        for index in range(start - 1, max(-1, start - 6), -1):
            low = tokens[index].low
            if low in language.entries("persons") and not tokens[index].quote:
                found.append((low, tokens[start].start, name))
                break
            if (tokens[index].word and low not in {"identified", "named", "as", "only"}) or tokens[
                index
            ].quote:
                break
    return found
