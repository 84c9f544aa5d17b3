"""Names and addresses as texts write them when they do not write them out: declined, with initials, parted.

Takes the letters of a text. "Іван Орленко" is found as "Іванові Орленкові", "І. П. Орленка", "Орленко, І.",
"Іван «Яструб» Орленко", "Orlenko, Ivan Petrovych", "#FreeIvanOrlenko", "i.orlenko87@…"; of an address its
number and the longest word beside it. Two parts of a name at least: one alone may be anybody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from firsthand.model import Private, Span
from firsthand.names.routes import spellings, unmixed
from firsthand.publishing.folding import Letters, key
from firsthand.publishing.sounding import ARTICLE, UNTABLED, script_of, sounds

ENDING = 4  # letters that a case may hang onto a stem: "Żółć", "Żółciowi"
LONG = 4  # letters of a word that tells a name together with one other
BETWEEN = 2  # words that may stand between two parts of a name: "Іван «Яструб» Орленко"
GLUED = 6  # letters of a name that is looked for within handles and addresses
PAIR = 2  # words: of a name of more, two that are long tell it
DIGRAPH = 2  # letters of an initial: "Yu."
SURNAME = 5  # the same of the one word that an initial is glued to: "iorlenko"
VOWELS = "aeiouyаеиіоуыэюяьєαεηιουω"
ENDINGS = ("", "s", "σ", "n")  # and whatever begins with a vowel
BARED = re.compile(f"..+[{VOWELS}][sσ]")  # "Ξανθάκης", "Petrauskas": other cases have another vowel, or none
HANGING = re.compile("[\u10d0-\u10ff\u0561-\u0587\u0900-\u097f]")  # Georgian, Armenian, Devanagari: whatever
SOUNDED = 5  # consonants that two words have in common: "Khalil Nasrawi"
PLAIN = 7  # letters of a plain word that may be an initial and a surname: "iorlenko"
LEAST_HUNG = 3
SOFTER = {"г": "з", "к": "цч", "х": "с", "k": "c", "g": "z"}  # "Ольга", "Ользі"
FLEETING = re.compile(r"(.*[^\W\d_])([еоіeo])([^\W\d_])")  # "Павел", "Павла"; "Антін", "Антона"
PATRONYMIC = re.compile(r"..+(?:ич|[оеі]вн|ичн|[oeiy]vi?[cč]h|[oei]vyc|[oei]vn|ichn)[^\W\d_]{0,3}")
HYPHENS = ("-", "\u2010", "\u2011")
APARTS = (re.compile(r"[\s\-‐‑・]+"), re.compile(r"[\s\-‐‑・'’ʼ]+"))  # "Anne-Marie d’Aubrécourt"
# What Arabic and Hebrew write as one with the word behind it: and, with, to, as, the.
HUNG = re.compile("[وفبلكس]{0,2}(?:ال)?|[ובלמשהכ]{1,2}")
STOP = re.compile(r"[.!?…。;]\s|\n\s*\n|[。！？]")
INITIAL = re.compile(r"[.．](?=\W|[^\W\d_])|[-_](?=\w)")
# What holds no blank and is no plain word: a handle, an address, the name of a file.
RUN = re.compile(r"[@#/_%=]|\w[.\-]\w|\d")
TOGETHER = re.compile(r"\S+")


class Part(NamedTuple):
    """Which word of which name something may be."""

    group: int
    number: int


@dataclass(frozen=True, slots=True)
class Group:
    """The words of a ``name`` of some length in every spelling, position by position; ``needed`` of them
    tell it."""

    name: str
    words: tuple[frozenset[str], ...]
    needed: int
    home: bool


class Written:
    """Finds where ``names`` are written, each of which is of some kind."""

    def __init__(self, names: Mapping[str, Private]) -> None:
        self._groups = [each for name, what in names.items() for each in _groups(name, what)]
        self._stems: defaultdict[str, set[Part]] = defaultdict(set)
        self._begun: defaultdict[str, set[Part]] = defaultdict(set)
        for number, group in enumerate(self._groups):
            for at, words in enumerate(group.words):
                for word in words:
                    self._keep(Part(number, at), word, group.home)
        known = [
            (name, way)
            for name, what in names.items()
            if what is not Private.HOME
            for way in _ways(name, what)
        ]
        self._alone = {word: name for name in names for word in _single(name)}
        self._whole = {joined: name for name, way in known for joined in _joined(way)}
        self._glued = self._whole | {joined: name for name, way in known for joined in _initialled(way)}
        self._heads: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._glued | self._alone:
            self._heads[word[:LONG]].append(word)
        self._parts = lru_cache(maxsize=200_000)(self._parts_of)
        self._sounds: defaultdict[tuple[str, str], set[Part]] = defaultdict(set)
        for number, group in enumerate(self._groups):
            for at, words in enumerate(group.words if not group.home else ()):
                for script, word in ((script_of(word), word) for word in words):
                    for sound in sounds(word, script):
                        self._sounds[script, sound].add(Part(number, at))
        self._of = {script for script, _ in self._sounds}
        self._untabled = self._of & UNTABLED

    def _keep(self, part: Part, word: str, home: bool) -> None:
        for stem in _stems(word):
            self._stems[stem].add(part)
        if not home:
            self._begun[word[:1]].add(part)
            self._begun[word[:2]].add(part)

    def hits(self, text: str, found: Letters) -> Iterator[tuple[Span, str]]:
        """Every place where one stands, and which it is."""
        on = _Page(text, found, found.words())
        told = [self._parts(found.text[start:end]) for start, end in on.words]
        for at, parts in enumerate(told):
            for part in parts:
                yield from self._beside(part, at, on, told)
        yield from self._by_sound(on)
        yield from self._in_one_word(on)
        yield from self._in_runs(on)

    def _by_sound(self, on: _Page) -> Iterator[tuple[Span, str]]:
        """Two words of a name beside each other in a script that no table of names is for, or of one in such
        a script in another: by their consonants."""
        for first in range(len(on.words) - 1 if self._of else 0):
            heard = self._heard(on, first)
            for other in range(first + 1, min(first + 3, len(on.words))) if heard else ():
                for part, size in self._heard(on, other).items():
                    fits = [p for p, n in heard.items() if p.group == part.group and n + size >= SOUNDED]
                    if any(p.number != part.number for p in fits):
                        yield from (
                            (span, self._groups[part.group].name) for span in on.spans([first, other])
                        )

    def _heard(self, on: _Page, at: int) -> dict[Part, int]:
        """The parts that a word sounds like, with the number of consonants."""
        word = on.word(at)
        script = script_of(word)
        of = (self._of if script in UNTABLED else self._untabled) - {script}
        if not of or on.small(at):
            return {}
        return {
            part: len(sound.lstrip("."))
            for sound in sounds(word, script)
            for each in of
            for part in self._sounds.get((each, sound), ())
        }

    def _in_one_word(self, on: _Page) -> Iterator[tuple[Span, str]]:
        """Names written without blanks; those of one word with a capital."""
        for at, (start, end) in enumerate(on.words):
            word = on.found.text[start:end]
            name = self._whole.get(word, "") or (self._glued.get(word, "") if len(word) > PLAIN else "")
            if name or ((name := self._alone.get(on.found.text[start:end], "")) and not on.small(at)):
                yield on.found.span(start, end), name

    def _parts_of(self, word: str) -> frozenset[Part]:
        parts: set[Part] = set()
        for form in {word, key(unmixed(word)), word[_hung(word) :]}:
            for cut in range(max(1, len(form) - ENDING), len(form) + 1):
                stem, rest = form[:cut], form[cut:]
                if stem in self._stems and len(rest) <= len(stem) + (len(stem) > DIGRAPH) and _ends(rest):
                    parts |= self._stems[stem]
        return frozenset(parts)

    def _beside(
        self, part: Part, first: int, on: _Page, told: Sequence[frozenset[Part]]
    ) -> Iterator[tuple[Span, str]]:
        """A name of which a word written out stands at ``first``, and others behind it or before it."""
        group = self._groups[part.group]
        for step in (1, -1):
            held = {part.number: first}
            for at in on.near(first, step, group):
                beginning = self._begun.get(on.word(at), ()) if on.initial(at) else ()
                here = {p.number for p in (*told[at], *beginning) if p.group == part.group} - held.keys()
                held |= dict.fromkeys(sorted(here)[:1], at)
                if len(held) >= group.needed:
                    break
            if len(held) >= group.needed:
                yield from ((span, group.name) for span in on.spans([*held.values()]))

    def _in_runs(self, on: _Page) -> Iterator[tuple[Span, str]]:
        """Names within handles and addresses, glued to whatever else; those of one word as a part of them."""
        text = on.found.text
        for start, end in on.runs if self._heads else ():
            first, last = bisect_left(on.found.origin, start), bisect_left(on.found.origin, end)
            for at in range(first, last - LONG + 1):
                for word in self._heads.get(text[at : at + LONG], ()):
                    if text.startswith(word, at, last) and (word in self._glued or on.found.begins[at]):
                        yield on.found.span(at, at + len(word)), self._glued.get(word) or self._alone[word]


@dataclass(frozen=True, slots=True)
class _Page:
    """The words of a text, and what stands between them."""

    text: str
    found: Letters
    words: Sequence[tuple[int, int]]

    @property
    def runs(self) -> Iterator[tuple[int, int]]:
        """Where handles, addresses and the like stand."""
        return (word.span() for word in TOGETHER.finditer(self.text) if RUN.search(word[0]))

    def word(self, at: int) -> str:
        return self.found.text[slice(*self.words[at])]

    def span(self, at: int) -> Span:
        return self.found.span(*self.words[at])

    def small(self, at: int) -> bool:
        """Whether a word is written without a capital, in letters that have some."""
        return self.text[self.span(at).start].islower()

    def initial(self, at: int) -> bool:
        """Whether a word is an initial: "I.", "Yu."."""
        end = self.span(at).end
        short = self.words[at][1] - self.words[at][0] <= DIGRAPH and self.word(at).isalpha()
        return short and INITIAL.match(self.text[end : end + 2] + " ") is not None

    def near(self, first: int, step: int, group: Group) -> Iterator[int]:
        """The words behind ``first`` (``step`` 1) or before it that may be of one name with it."""
        at, seen = first, 0
        while seen < group.needed - 1 + BETWEEN and 0 <= (at := at + step) < len(self.words):
            if self._parted(at - max(step, 0), at != first + step, group.home):
                return
            yield at
            seen += not self.initial(at)

    def spans(self, held: Sequence[int]) -> Iterator[Span]:
        """The words from the first to the last, with what is between and a patronymic or initials behind;
        each by itself where a word between them is written small."""
        first, last = min(held), max(held)
        whole = self.text[self.span(first).start : self.span(last).end]
        between = any(n not in held and self.small(n) for n in range(first, last))
        if between and not TOGETHER.fullmatch(whole):
            yield from map(self.span, held)
            return
        while last + 1 < len(self.words) and not self._stops(last) and self._trails(last + 1):
            last += 1
        while first and self.initial(first) and self.initial(first - 1):
            first -= 1
        yield Span(self.span(first).start, self.span(last).end)

    def _parted(self, at: int, further: bool, home: bool) -> bool:
        """Whether a name ends behind a word: with the sentence, or ``further`` on with a comma. An address
        has both within it: "Mill St., no. 17"."""
        if home:
            return "\n\n" in self._between(at)
        return self._stops(at) or (further and "," in self._between(at))

    def _between(self, at: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.span(at).end : self.span(at + 1).start]

    def _stops(self, at: int) -> bool:
        """Whether a sentence ends behind a word."""
        between = self._between(at)
        return STOP.search(between) is not None and not (self.initial(at) and "\n\n" not in between)

    def _trails(self, at: int) -> bool:
        """Whether a word behind a name belongs to it: an initial, a patronymic, a second surname."""
        double = self._between(at - 1) in HYPHENS
        named = double or PATRONYMIC.fullmatch(self.word(at)) is not None
        return self.initial(at) or (named and not self.small(at))


def standing(text: str, sought: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Every place of a text where something stands, also where it meets itself."""
    at = text.find(sought, start, end)
    while at >= 0:
        yield at
        at = text.find(sought, at + 1, end)


def _groups(name: str, what: Private) -> Iterator[Group]:
    """The spellings of a name by how many words they have; of an address its number and its longest word."""
    by_length: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    for words in _ways(name, what):
        by_length[len(words)].append(words)
    for length, ways in by_length.items():
        places = tuple(map(frozenset, zip(*ways, strict=True)))
        long = tuple(each for each in places if max(map(len, each)) >= LONG)
        if what is Private.HOME or length == PAIR or len(long) < PAIR:
            yield Group(name, places, length, what is Private.HOME)
        else:
            yield Group(name, long, PAIR, False)


def _ways(name: str, what: Private) -> list[tuple[str, ...]]:
    """The words of each spelling, hyphens parting words or not."""
    told = (spelling.text for spelling in spellings(name))
    ways = (way for text in told for way in (text.split(), *(apart.split(text) for apart in APARTS)))
    folded = [tuple(filter(None, map(key, way))) for way in ways]
    if what is Private.HOME:
        folded = [way for each in folded for way in _street(each)]
    return [way for way in dict.fromkeys(folded) if len(way) > 1]


def _single(name: str) -> Iterator[str]:
    """The spellings of a name of one word."""
    if len(name.split()) == 1:
        words = (key(spelling.text) for spelling in spellings(name))
        yield from (word for word in words if len(word) >= LONG and word.isalpha())


def _street(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    numbers = [word for word in words if word[0].isdecimal()]
    named = max((word for word in words if word.isalpha()), key=len, default="")
    if numbers and len(named) >= LONG:
        yield (numbers[0], named)


def _joined(words: Sequence[str]) -> Iterator[str]:
    """A name as handles write it: without blanks, either word first."""
    ways = (words, (words[-1], *words[:-1]), (*words[1:], words[0]))
    yield from (joined for each in ways if len(joined := "".join(each)) >= GLUED)


def _initialled(words: Sequence[str]) -> Iterator[str]:
    """The same with an initial: "iorlenko"."""
    for one, other in (words, words[::-1]) if len(words) == PAIR else ():
        yield from (one[0] + other, other + one[0]) * (len(other) >= SURNAME)


def _stems(word: str) -> Iterable[str]:
    """What of a word all its cases have."""
    found = {word, word[len(ARTICLE) :] if word.startswith(ARTICLE) and len(word) > LONG else word}
    if word[0].isdecimal() or len(word) <= DIGRAPH:
        return found
    stem = word[:-1] if word[-1] in VOWELS else word
    if BARED.fullmatch(word):
        found.add(word[:-2])
    found |= {stem, *(stem[:-1] + soft for soft in SOFTER.get(stem[-1], ""))}
    if len(word) >= LONG and (parted := FLEETING.fullmatch(word)):
        found |= {parted[1] + each + parted[3] for each in ("", *("ое" if parted[2] == "і" else ""))}
    return found


def _ends(rest: str) -> bool:
    return rest in ENDINGS or (rest.isalpha() and (rest[0] in VOWELS or HANGING.match(rest) is not None))


def _hung(word: str) -> int:
    """How many letters of an Arabic or Hebrew word may be others that are written as one with it."""
    found = HUNG.match(word)
    return found.end() if found and len(word) - found.end() >= LEAST_HUNG else 0
