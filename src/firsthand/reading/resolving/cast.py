"""The cast of a text: who and what it names, each under its fullest name, never two people as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.languages import Language
from firsthand.model import Being
from firsthand.reading.genders import Genders
from firsthand.reading.resolving.naming import Naming, namings, surnames, unowned
from firsthand.reading.resolving.verbs import acting
from firsthand.reading.sentences import Sentence, Token

MANY = 16  # names that share a word; beyond that a short form belongs to nobody in particular
SHORT = 3  # letters of a first name that its short form keeps
SURE = 2  # points that make a person
CASED = 4  # letters; shorter words are too like others in other cases
OFTEN = 3  # times a name is written in full and never short: then it is no person's
INITIALS = (3, 7)  # letters of an acronym
ROLE_REACH = 6  # tokens beside a name in which its role stands

Lows = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A person or a body under its fullest name; ``gender`` is "m", "f" or "".

    ``roles`` are the words that the text ties to the name ("mayor"). ``heirs``: a bare surname that
    several bear is nobody's; these are its bearers, by their places in the cast.
    """

    name: str
    lows: Lows
    being: Being
    gender: str
    roles: frozenset[str]
    count: int
    heirs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody named, whose name stands where (by sentence, then by its first token), and who holds
    a role."""

    named: tuple[Named, ...]
    at: dict[int, dict[int, tuple[Naming, int]]]
    holding: dict[str, tuple[int, ...]]


def gather(text: str, sentences: Sequence[Sentence], language: Language) -> Cast:
    """The cast of ``text``."""
    plain = frozenset(t.low for s in sentences for t in s.tokens if t.word and not t.capital)
    found = list(namings(text, sentences, language, plain))
    found = sorted([*found, *surnames(text, sentences, found, language)])
    genders = _genders(sentences, found, language)
    fullest = _fullest(found)
    bearers = _bearers(fullest, language)
    owners: list[Lows] = [_owner(n, fullest, bearers) for n in found]
    seen = _Seen(sentences, language)
    for naming, owner in zip(found, owners, strict=True):
        seen.look(naming, owner)
    order = {owner: number for number, owner in enumerate(dict.fromkeys(owners))}
    written = {naming.lows: naming.name for naming in reversed(found)}
    counts = Counter(owners)
    named = tuple(
        Named(
            written[own],
            own,
            seen.being(own),
            _gender(own, genders, language),
            frozenset(seen.roles.get(own, ())),
            counts[own],
            tuple(order[each] for each in bearers.get(own[0], ()) if each in order) if len(own) == 1 else (),
        )
        for own in order
    )
    at: dict[int, dict[int, tuple[Naming, int]]] = {}
    for naming, owner in zip(found, owners, strict=True):
        at.setdefault(naming.sentence, {})[naming.first] = naming, order[owner]
    holding: dict[str, tuple[int, ...]] = {}
    for number, each in enumerate(named):
        for role in each.roles:
            holding[role] = (*holding.get(role, ()), number)[:MANY]
    return Cast(named, at, holding)


def _genders(sentences: Sequence[Sentence], found: Sequence[Naming], language: Language) -> Genders:
    """What the text shows of he and she; "Whoever" and the like, seen but at a beginning, is no name."""
    sure = {low for n in found if n.first or len(n.lows) > 1 for low in n.lows}
    named: dict[int, list[tuple[int, int]]] = {}
    for each in found:
        if sure.intersection(each.lows):
            named.setdefault(each.sentence, []).append((each.first, each.last))
    genders = Genders(language)
    for number, sentence in enumerate(sentences):
        if sentence.inside is None:
            genders.look(sentence, named.get(number, ()))
    return genders


def _gender(lows: Lows, genders: Genders, language: Language) -> str:
    """By the first name, else by what the text showed of the last one."""
    if (len(lows) == 1 and genders.of(lows)) or genders.sure(lows):
        return genders.of(lows)
    for word, men, women in ((lows[0], "men", "women"), (lows[-1], "known_men", "known_women")):
        if language.among(word, men):
            return "m"
        if language.among(word, women):
            return "f"
    return genders.of(lows)


def _fullest(found: Sequence[Naming]) -> dict[Lows, Lows]:
    """Each name of several words with its fullest form: the same first and last word, and more between."""
    forms: dict[tuple[str, str], Lows] = {}
    for each in found:
        if len(each.lows) > 1:
            ends = _ends(each.lows)
            forms[ends] = max(forms.get(ends, ()), each.lows, key=lambda lows: len(" ".join(lows)))
    return {n.lows: forms[_ends(n.lows)] for n in found if len(n.lows) > 1}


def _ends(lows: Lows) -> tuple[str, str]:
    """The last word, and the beginning of the first: the same for "Ken" and "Kenneth"."""
    first = "".join(a for a, b in zip(lows[0], lows[0][1:] + " ", strict=True) if a != b)
    return first[:SHORT], lows[-1]


def _bearers(fullest: dict[Lows, Lows], language: Language) -> dict[str, tuple[Lows, ...]]:
    """Who bears a word as the last or the first of a name; if people do, only they."""
    found: dict[str, dict[Lows, None]] = {}
    for lows in fullest.values():
        for word in (lows[-1], lows[0]):
            found.setdefault(word, {})[lows] = None
    people = {
        word: [lows for lows in held if language.among(lows[0], "men", "women")]
        for word, held in found.items()
    }
    return {word: tuple(people[word] or held) for word, held in found.items() if len(held) <= MANY}


def _owner(naming: Naming, fullest: dict[Lows, Lows], bearers: dict[str, tuple[Lows, ...]]) -> Lows:
    """Whose naming this is: the fullest name, or its own words where nobody or several bear them."""
    if len(naming.lows) > 1:
        own = fullest[naming.lows]
        longer = [b for b in bearers.get(own[-1], ()) if len(b) > len(own) and b[-len(own) :] == own]
        return longer[0] if len(longer) == 1 else own
    holding = bearers.get(naming.lows[0], ())
    surnamed = [b for b in holding if b[-1] == naming.lows[0]] or list(holding)
    return surnamed[0] if len(surnamed) == 1 else naming.lows


class _Seen:
    """Points for being a person, and roles, counted over every naming of a text."""

    def __init__(self, sentences: Sequence[Sentence], language: Language) -> None:
        self._sentences = sentences
        self._language = language
        pairs = [pair.split() for pair in language.entries("implied")]
        self._implied = {one: [other for each, other in pairs if each == one] for one, _ in pairs}
        self._points: Counter[Lows] = Counter()
        self._speaks: set[Lows] = set()
        self._bodies: set[Lows] = set()
        self._forms: dict[Lows, Counter[bool]] = {}
        self.roles: dict[Lows, set[str]] = {}

    def look(self, naming: Naming, owner: Lows) -> None:
        """Counts what stands beside one naming."""
        tokens = self._sentences[naming.sentence].tokens
        language = self._language
        roles = {*_roles(tokens, naming, language)}
        roles |= {implied for role in roles for implied in self._implied.get(role, ())}
        self.roles.setdefault(owner, set()).update(roles)
        aside = naming.last < len(tokens) and tokens[naming.last].text == ","
        self._points[owner] += SURE if roles and aside and len(owner) > 1 else 0
        before = tokens[naming.first - 1] if naming.first else None
        dotted = before and before.text == "." and naming.first > 1
        title = tokens[naming.first - 2] if dotted else before
        if title and language.among(title.low, "titles", "persons", "ranks", "calling"):
            self._points[owner] += 2
        article = before and language.among(before.low, "determiners")
        if before and article and not language.among(before.low, "relatives") and len(owner) > 1:
            self._points[owner] -= 2
        of = before is not None and before.low == "of" and naming.first > 1
        if of and language.among(tokens[naming.first - 2].low, "running"):
            self._points[owner] -= SURE + 1  # "the management of Blue Kettle"
        if before and before.low == "the" and language.among(owner[-1], "mastheads"):
            self._bodies.add(owner)
        if _initials(naming) or sort_behind(tokens, naming, language):
            self._bodies.add(owner)
        self._forms.setdefault(owner, Counter())[len(naming.lows) > 1] += 1
        if acting(tokens, naming.first, naming.last, language).speaks:
            self._speaks.add(owner)
        if naming.last + 1 < len(tokens) and tokens[naming.last].text == ",":
            age = tokens[naming.last + 1].text
            self._points[owner] += 3 if age.isdigit() and len(age) == 2 else 0

    def being(self, lows: Lows) -> Being:
        """What a name is the name of, by its words first, then by what stood beside it."""
        language = self._language
        if language.among(lows[-1], "peoples"):
            return Being.GROUP
        if language.among(" ".join(lows), "places"):
            return Being.UNKNOWN
        head = len(lows) > 2 and language.among(lows[-1], "bodies", "corporate")
        if len(lows) > 1 and not head and language.among(lows[0], "men", "women"):
            return Being.PERSON
        if lows in self._bodies or _is_body(lows, language) or _inflected(lows[0], language):
            return Being.BODY
        if len(lows) == 1 and language.among(lows[0], "known_men", "known_women"):
            return Being.PERSON
        if len(lows) == 1 and ("." in lows[0] or language.among(lows[0], "ranks", "peoples")):
            return Being.UNKNOWN  # "U.S.", "Republican"
        first = language.among(lows[0], "men", "women")
        points = self._points[lows] + first + (len(lows) if lows in self._speaks else 0)
        forms = self._forms[lows]
        if len(lows) > 1 and forms[True] >= OFTEN and not forms[False]:
            points -= SURE  # whoever is a person is called by the last name alone, sooner or later
        return Being.PERSON if points >= SURE else Being.UNKNOWN


def _is_body(lows: Lows, language: Language) -> bool:
    """By the words: "Orm Tide Office", "Bank of Orm"; "Police Chief" and "City Hall" are none."""
    heads = [lows[-1], *(low for low, after in pairwise(lows) if after == "of")]
    named = any(language.among(low, "bodies", "corporate") for low in heads)
    masthead = len(lows) > 1 and language.among(lows[-1], "mastheads")
    return named or masthead or any(language.among(low, "outlets") for low in lows)


def _initials(naming: Naming) -> bool:
    """ "FBI", "AFL-CIO"; "U.S." is a country and "WASHINGTON" a dateline."""
    name = naming.name
    return (
        len(naming.lows) == 1
        and name.isupper()
        and "." not in name
        and name.isascii()
        and INITIALS[0] <= len(name) <= INITIALS[1]
    )


def sort_behind(tokens: Sequence[Token], naming: Naming, language: Language) -> bool:
    """ "Lantern magazine": what it is stands right behind the name."""
    after = tokens[naming.last] if naming.last < len(tokens) and not naming.possessive else None
    return after is not None and not after.capital and language.among(unowned(after.low), "loose", "outlets")


def _inflected(low: str, language: Language) -> bool:
    """Whether a word is one for a body in another case: "Служби", where the list has "служба"."""
    if not language.entries("feminine"):
        return False  # verbs that show he or she go with nouns that have cases
    stems = {low[:-1], low[:-2]} if len(low) > CASED else set()
    return any(
        each[:-1] in stems or each in stems for each in language.entries("bodies") if len(each) > CASED
    )


def _roles(tokens: Sequence[Token], naming: Naming, language: Language) -> Iterator[str]:
    """Words of roles beside a name: "Mayor Ann Lee", "Ann Lee, the mayor of Orm", "a baker named Lee"."""
    yield from _role_before_comma(tokens, naming, language)
    if naming.last < len(tokens) and language.among(tokens[naming.last].low, "offices"):
        yield tokens[naming.last].low  # who has a campaign is a candidate
    short = dict(pair.split() for pair in language.entries("abbreviated"))
    called = joined = False
    for index in range(naming.first - 1, max(-1, naming.first - ROLE_REACH), -1):
        token = tokens[index]
        called = called or (language.among(token.low, "calling") and not _styled(tokens, naming, language))
        joined = joined or language.among(token.low, "conjunctions")
        single = token.low.removesuffix("s")
        if not joined and language.among(token.low, "persons", "titles", "ranks", "epithets"):
            yield short.get(token.low, token.low)
        elif single != token.low and language.among(single, "persons", "epithets"):
            yield single  # "hosts Ann Lee and Bo Dale"
            break
        elif not (token.capital or token.text == "." or called or joined):
            break
    if naming.last < len(tokens) and tokens[naming.last].text == ",":
        for token in tokens[naming.last + 1 : naming.last + 2 + ROLE_REACH]:
            if token.text in ",;" or language.among(token.low, "relatives", "auxiliaries", "prepositions"):
                break  # "an agent for President Dale" is no president
            if language.among(token.low, "persons", "epithets"):
                yield token.low


def _styled(tokens: Sequence[Token], naming: Naming, language: Language) -> bool:
    """ "A baker called Lee a fool": what somebody is called stands behind the name."""
    after = tokens[naming.last] if naming.last < len(tokens) else None
    return after is not None and (
        after.quote is not None or language.among(after.low, "determiners", "possessives")
    )


def _role_before_comma(tokens: Sequence[Token], naming: Naming, language: Language) -> Iterator[str]:
    """ "His lawyer, Ann Lee, left": the last word before a name that stands between commas."""
    closed = naming.last < len(tokens) and tokens[naming.last].text in ",."
    if closed and naming.first > 1 and tokens[naming.first - 1].text == ",":
        low = tokens[naming.first - 2].low
        opened = naming.first > 2 and language.among(
            tokens[naming.first - 3].low, "determiners", "possessives"
        )
        if opened and language.among(low, "persons", "titles"):
            yield low
