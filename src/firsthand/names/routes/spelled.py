"""The spellings of a name in other letters, the most usual first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firsthand.names.routes.cyrillic import alphabets, languages_of, latin, unmarked
from firsthand.names.routes.korean import KoreanName, Rule, korean_name, rules, surnames, write
from firsthand.names.routes.letters import LONGEST, scripts
from firsthand.names.routes.route import Spelling

# No name has more spellings here than this.
MOST = 64
WRITTEN = "written"
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
    for each in (*_korean(name), *_cyrillic(name)):
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


def _cyrillic(name: str) -> Iterator[Spelling]:
    languages = languages_of(name) if "CYRILLIC" in scripts(name) else ()
    for language in languages:
        for route in (a for a in alphabets() if a.language == language):
            written = latin(name, route)
            for text in dict.fromkeys((written, unmarked(written, route))):
                yield Spelling(text, "LATIN", route.id)
