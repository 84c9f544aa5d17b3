"""The spellings of a name in other letters, the most usual first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firsthand.names.routes import diacritics
from firsthand.names.routes.cyrillic import alphabets, languages_of, latin, unmarked
from firsthand.names.routes.korean import KoreanName, Rule, korean_name, rules, surnames, write
from firsthand.names.routes.letters import LONGEST, scripts
from firsthand.names.routes.route import Spelling
from firsthand.names.routes.slavic import PAIR
from firsthand.names.routes.slavic_names import namesakes

# No name has more spellings here than this.
MOST = 64
WRITTEN = "written"
WORDS = 8  # of a name; those after them are no given names
CUSTOMS = 3  # so many spellings of a family name by custom
# Letters that a Cyrillic spelling in the other language would have.
_FOREIGN = {"ru": frozenset("іїєґьІ"), "uk": frozenset("иыэёИЭЁ")}


def spellings(name: str, exclude: Iterable[str] = ()) -> tuple[Spelling, ...]:
    """The spellings of ``name``: first as it is written (route "written"), then by each route that fits.

    At most `MOST`; ``exclude`` are ids of routes that are switched off. A name of more than
    `LONGEST` characters is given back as it is.
    """
    off = frozenset(exclude)
    given = Spelling(name, "+".join(scripts(name[:LONGEST])), WRITTEN)
    if len(name) > LONGEST:
        return (given,)
    found = {given.text: given}
    for each in (*_korean(name), *_cyrillic(name), *_latin(name)):
        if each.route not in off:
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
    given = next(write(name, rule)).split(" ", 1)[-1]
    latin, _, cyrillic = surnames()[name.family]
    customs = latin if rule.script == "LATIN" else [c for c in cyrillic if not _FOREIGN[rule.family] & set(c)]
    if "press" in rule.id or rule.id == "ko-rr":
        yield from (f"{family} {given}" for family in customs[:CUSTOMS])


def _latin(name: str) -> Iterator[Spelling]:
    if scripts(name) == ("LATIN",):
        yield from (Spelling(text, "LATIN", route) for text, route in diacritics.unmarked(name))


def _cyrillic(name: str) -> Iterator[Spelling]:
    if scripts(name) != ("CYRILLIC",):
        return
    yield from _by_tables(name, languages_of(name))
    for other in _other_languages(name):
        yield Spelling(other, "CYRILLIC", PAIR)
        yield from _by_tables(other, languages_of(other))


def _by_tables(name: str, languages: tuple[str, ...]) -> Iterator[Spelling]:
    for route in (a for code in languages for a in alphabets() if a.language == code):
        written = latin(name, route)
        for text in dict.fromkeys((written, unmarked(written, route))):
            yield Spelling(text, "LATIN", route.id)


def _other_languages(name: str) -> Iterator[str]:
    """The name with its given name in another language: "Владимир Ткач" for "Володимир Ткач"."""
    words = name.split()
    for i, word in enumerate(words[:WORDS]):
        for other in namesakes(word):
            yield " ".join((*words[:i], other, *words[i + 1 :]))
