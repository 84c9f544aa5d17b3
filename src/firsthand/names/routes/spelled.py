"""The spellings of a name in other letters, the most usual first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from firsthand.names.routes import diacritics
from firsthand.names.routes.calendar_names import languages_of_given_name, namesakes
from firsthand.names.routes.cases import language_by_ending
from firsthand.names.routes.characters import abroad
from firsthand.names.routes.cyrillic import alphabets, languages_of, latin, unmarked
from firsthand.names.routes.korean import KoreanName, Rule, korean_name, rank, rules, surnames, write
from firsthand.names.routes.letters import LONGEST, scripts
from firsthand.names.routes.other_scripts import OTHER, plainly
from firsthand.names.routes.reading_back import readings
from firsthand.names.routes.route import Spelling
from firsthand.names.routes.slavic import PAIR

# No name has more spellings here than this.
MOST = 64
WRITTEN = "written"
WORDS = 8  # of a name; those after them are no given names
CUSTOMS = 3  # so many spellings of a family name by custom
BY_CUSTOM = frozenset({"ko-press", "ko-rr", "ko-ru-press", "ko-uk-press", "ko-uk-english"})
# Letters that a Cyrillic spelling in the other language would have.
_FOREIGN = {"ru": frozenset("іїєґьІ"), "uk": frozenset("иыэёИЭЁ")}


def spellings(name: str, exclude: Iterable[str] = ()) -> tuple[Spelling, ...]:
    """The spellings of ``name``: first as it is written (route "written"), then by each route that fits.

    At most `MOST`; ``exclude`` are ids of routes that are switched off. A name of more than
    `LONGEST` characters is given back as it is.
    """
    return _spellings(name, frozenset(exclude))


@lru_cache(maxsize=65_536)
def _spellings(name: str, exclude: frozenset[str]) -> tuple[Spelling, ...]:
    given = Spelling(name, "+".join(scripts(name[:LONGEST])), WRITTEN)
    if len(name) > LONGEST:
        return (given,)
    found = {given.text: given}
    for each in (*_korean(name), *_cyrillic(name), *_latin(name), *_characters(name), *_other(name)):
        if each.route not in exclude:
            found.setdefault(each.text, each)
    return tuple(found.values())[:MOST]


def _korean(name: str) -> Iterator[Spelling]:
    korean = korean_name(name)
    if korean is None:
        return
    for rule in rules():
        written = dict.fromkeys((*_by_custom(korean, rule), *write(korean, rule)))
        yield from (Spelling(text, rule.script, rule.id) for text in written)


def _by_custom(name: KoreanName, rule: Rule) -> Iterator[str]:
    """The given name by the rule, after the family name as custom has it ("Lee", "Park")."""
    if rule.id not in BY_CUSTOM:
        return
    given = next(write(name, rule)).split(" ", 1)[-1]
    latin, _, cyrillic = surnames()[name.family]
    customs = latin if rule.script == "LATIN" else [c for c in cyrillic if not _FOREIGN[rule.family] & set(c)]
    yield from (f"{family} {given}" for family in customs[:CUSTOMS])


def _characters(name: str) -> Iterator[Spelling]:
    """A Korean name in characters: in Hangul, and as it is read in China and Japan."""
    for read in readings(name) if "HAN" in scripts(name) else ():
        hangul = [min(token.readings, key=rank) for token in read.tokens]
        yield Spelling("".join(hangul), "HANGUL", "ko-hanja")
        for which, route in enumerate(("ko-pinyin", "ko-on")):
            spelled = [abroad(h, token.text)[which] for h, token in zip(hangul, read.tokens, strict=True)]
            if all(spelled):
                yield Spelling(
                    f"{spelled[0].capitalize()} {''.join(spelled[1:]).capitalize()}", "LATIN", route
                )


def _other(name: str) -> Iterator[Spelling]:
    if written := plainly(name):
        yield Spelling(written, "LATIN", OTHER)


def _latin(name: str) -> Iterator[Spelling]:
    if scripts(name) == ("LATIN",):
        yield from (Spelling(text, "LATIN", route) for text, route in diacritics.unmarked(name))


def _cyrillic(name: str) -> Iterator[Spelling]:
    if scripts(name) != ("CYRILLIC",):
        return
    yield from _by_tables(name)
    for other in _other_languages(name):
        yield Spelling(other, "CYRILLIC", PAIR)
        yield from _by_tables(other)


def _by_tables(name: str) -> Iterator[Spelling]:
    """By the tables of each language whose letters the name has; first of those that its words are of."""
    told = [code for word in name.split()[:WORDS] for code in _told(word)]
    languages = sorted(languages_of(name), key=lambda code: -told.count(code))
    for route in (a for code in languages for a in alphabets() if a.language == code):
        written = latin(name, route)
        for text in dict.fromkeys((written, unmarked(written, route))):
            yield Spelling(text, "LATIN", route.id)


def _told(word: str) -> tuple[str, ...]:
    return (language_by_ending(word), *languages_of_given_name(word))


def _other_languages(name: str) -> Iterator[str]:
    """The name with its given name in another language: "Владимир Ткач" for "Володимир Ткач"."""
    words = name.split()
    for i, word in enumerate(words[:WORDS]):
        for other in namesakes(word):
            yield " ".join((*words[:i], other, *words[i + 1 :]))
