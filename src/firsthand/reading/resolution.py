"""The fullest name that a text gives to a mention: surname, pronoun, role, acronym."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.languages import Language
from firsthand.model import Being, Hop, Span
from firsthand.reading import quotations
from firsthand.reading.genders import runs
from firsthand.reading.resolving import offices
from firsthand.reading.resolving.author import author
from firsthand.reading.resolving.cast import Cast, gather
from firsthand.reading.resolving.discourse import Discourse
from firsthand.reading.resolving.naming import JUNIOR, is_heading, is_thing, titled
from firsthand.reading.resolving.walk import Answers, walk
from firsthand.reading.rules.frames import Found
from firsthand.reading.sentences import Sentence, Token, split

OWNER = 2  # characters of a possessive ending, which a mention may leave out
MANY = 16  # longer names that share a word; beyond that a short form belongs to nobody in particular


def resolve(text: str, mentions: Sequence[Span], language: Language) -> list[str]:
    """The fullest name for each mention; the mention's own words where the text gives none."""
    sentences = split(text, quotations.find(text), language)
    names = Names.gather(text, sentences, language)
    return [names.of(mention) for mention in mentions]


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of a text, by each of its words in small letters, and who each pronoun and role is."""

    text: str
    language: Language
    known: frozenset[str]
    holding: dict[str, list[str]]
    roles: dict[str, set[str]]
    answers: Answers
    people: dict[int, tuple[int, str]]  # where each person's name begins and what it is, by where it ends
    called: frozenset[str]  # words that stand behind a title for somebody: "Mr. Lee"
    seen: dict[str, str]  # what `fullest` has found before: a text names few people many times

    @staticmethod
    def gather(text: str, sentences: Sequence[Sentence], language: Language) -> Names:
        """The names of ``text``, and the answers of one walk through it."""
        known: dict[str, None] = {}
        roles: dict[str, set[str]] = {}
        for sentence in sentences:
            if is_heading(sentence.tokens, language):
                continue  # "Ann Lee Charged In Harbour Inquiry": the cast knows who is named there
            found = [_ranked(sentence.tokens, run, language) for run in runs(sentence.tokens, language)]
            known.update((_written(text, sentence.tokens, run), None) for run in found)
            for role, name in _roles(text, sentence.tokens, found, language):
                roles.setdefault(role, set()).add(name)
        cast = gather(text, sentences, language)
        owned = offices.gather(text, sentences, cast, language)
        answers = walk(sentences, Discourse(cast, language, owned, author(text, language)))
        people = _people(sentences, cast, language)
        called = titled(sentences, language)
        return Names(text, language, frozenset(known), _by_word(known), roles, answers, people, called, {})

    def resolve(self, found: Sequence[Found]) -> list[Found]:
        """Every hand and source with the fullest name."""
        ordered = sorted(found, key=lambda f: f.attribution.content[0].start)
        result: list[Found] = []
        for each in ordered:
            hands = tuple(self._named(h) for h in each.attribution.hands)
            name = hands[0].name if hands and hands[0].who else ""
            result.append(replace(each, attribution=replace(each.attribution, hands=hands, name=name)))
        return result

    def _named(self, hand: Hop) -> Hop:
        return hand if hand.who is None or hand.name else replace(hand, name=self.of(hand.who))

    def of(self, mention: Span) -> str:
        """The fullest name for whoever is mentioned at a place."""
        words = self.text[mention.start : mention.end]
        low = words.lower()
        if low in self.language.pronouns or self.language.among(low, "relatives"):
            return self.answers.get((mention.start, False), (0, ""))[1] or words
        if (mention.start, True) in self.answers:
            end, name = self.answers[mention.start, True]
            if self._reaches(end, mention):
                return name or words
        found = self.fullest(words)
        return self._closing(mention) or found if found == words else found

    def _closing(self, mention: Span) -> str:
        """The person whose name ends a mention: "the scholar Ann Lee"; "" where a preposition governs it."""
        start, name = self.people.get(mention.end, (0, ""))
        before = self.text[mention.start : start].split() if start > mention.start else []
        governed = not before or self.language.among(before[-1].lower(), "prepositions", "conjunctions")
        owned = any(word.endswith(("’s", "'s", ",")) for word in before)
        return "" if governed or owned else name

    def _reaches(self, end: int, mention: Span) -> bool:
        """Whether a phrase that ends at ``end`` is the mention, or all of it but "of Orm", "who left"."""
        rest = self.text[end : mention.end].lower().removeprefix("’s").removeprefix("'s").split()
        if not rest:
            return end <= mention.end + OWNER
        return self.language.among(rest[0], "prepositions", "relatives")

    def fullest(self, words: str) -> str:
        """The longest name in the text that holds this one's words, if only one does."""
        if words not in self.seen:
            self.seen[words] = self._fullest(words)
        return self.seen[words]

    def _fullest(self, words: str) -> str:
        bare = _bare(words, self.language)
        if not bare:
            return self._by_role(words)
        parts = set(bare.lower().split())
        holding = min((self.holding.get(part, []) for part in parts), key=len)
        longer = [n for n in holding if parts < set(n.lower().split())] if len(holding) <= MANY else []
        longer = [n for n in longer if not self._named_after(parts, n) and not _junior(parts, n)]
        longest = [n for n in longer if not any(_within(n, other) for other in longer)]
        if len(longest) == 1:
            return longest[0]
        return bare if bare in self.known else words

    def _named_after(self, parts: set[str], name: str) -> bool:
        """Whether a longer name is a thing's, called after somebody: "Lowmark Tower" of "Mr. Lowmark"."""
        lows = name.lower().split()
        return lows[0] in parts & self.called and is_thing(lows, self.language)

    def _by_role(self, words: str) -> str:
        parts = words.lower().split()
        fitting = self.roles.get(parts[-1], set()) if parts else set()
        return next(iter(fitting)) if len(fitting) == 1 and parts[0] in ("the", "this", "that") else words


def _people(sentences: Sequence[Sentence], cast: Cast, language: Language) -> dict[int, tuple[int, str]]:
    """Names of several words that are people's. Where nouns have cases, those with a known first name
    alone: "адвокат Марії Коваль" is another than she."""
    found: dict[int, tuple[int, str]] = {}
    for number, here in cast.at.items():
        tokens = sentences[number].tokens
        for naming, who in here.values():
            known = language.among(naming.lows[0], "men", "women") or language.code == "en"
            person = len(naming.lows) > 1 and cast.named[who].being is Being.PERSON
            if person and known and not naming.possessive:
                found[tokens[naming.last - 1].end] = tokens[naming.first].start, cast.named[who].name
    return found


def _junior(parts: set[str], name: str) -> bool:
    """Whether a longer name has nothing more than "Jr": "Stone Jr" of "Roger J. Stone Jr."."""
    return {word.strip(".") for word in name.lower().split()} - parts <= set(JUNIOR)


def _ranked(tokens: Sequence[Token], run: tuple[int, int], language: Language) -> tuple[int, int]:
    """A run of capitals without the rank before a full name: "Republican | Ann Lee"."""
    first, last = run
    while last - first > 2 and language.among(tokens[first].low, "ranks"):
        first += 1
    return first, last


def _within(name: str, other: str) -> bool:
    return set(name.lower().split()) < set(other.lower().split())


def _by_word(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        parts = set(name.lower().split())
        for part in parts if len(parts) > 1 else ():
            found.setdefault(part, []).append(name)
    return found


def _written(text: str, tokens: Sequence[Token], run: tuple[int, int]) -> str:
    return text[tokens[run[0]].start : tokens[run[1] - 1].end]


def _bare(words: str, language: Language) -> str:
    """A name without its title and article: "inspector Ann Lee" gives "Ann Lee"."""
    parts = words.split()
    while parts and (
        not parts[0][:1].isupper()
        or parts[0].lower().strip(".") in language.entries("titles") | language.entries("determiners")
        or (len(parts) > 2 and language.among(parts[0].lower(), "persons"))
    ):
        if language.among(parts.pop(0), "prepositions"):
            return ""  # "A spokesman for the Water Service" is not the service
    kept = parts if all(p[:1].isupper() or (p.islower() and len(p) < 4) for p in parts) else []
    return " ".join(kept)


def _roles(
    text: str, tokens: Sequence[Token], found: Sequence[tuple[int, int]], language: Language
) -> Iterator[tuple[str, str]]:
    """ "soldier Teo Marsh", "a soldier identified as Teo Marsh": the role with the name."""
    for run in found:
        for index in range(run[0] - 1, max(-1, run[0] - 6), -1):
            token = tokens[index]
            if token.quote is None and language.among(token.low, "persons"):
                yield token.low, _written(text, tokens, run)
                break
            if token.quote or (token.word and token.low not in ("identified", "named", "as", "only")):
                break
