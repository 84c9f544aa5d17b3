"""What a name in Latin letters may be a spelling of: in Hangul, or in Cyrillic letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from firsthand.names.routes.cyrillic import alphabets, cyrillic
from firsthand.names.routes.korean import rank
from firsthand.names.routes.letters import LONGEST, scripts, words_of
from firsthand.names.routes.reading_back import HABITS, READ_ABROAD, Reading, Token, readings
from firsthand.names.routes.route import Spelling
from firsthand.names.routes.skeleton import readable, skeletons

# So many originals at most, and so many readings of one syllable.
MOST, EACH = 32, 6
# By the habits of other languages every name has an original, and nearly none is one.
ENGLISH = ("read-en-uk", "read-en-ru")


def originals(name: str) -> tuple[Spelling, ...]:
    """The names in Hangul or Cyrillic that ``name`` may be a spelling of, the most usual first.

    Each with the route by which it is written so. By a reversible route the Cyrillic is exact; by the
    habits of newspapers it is as Russian letters would have it. At most `MOST`; none for what no
    table leads back from.
    """
    if len(name) > LONGEST:
        return ()
    found: dict[str, Spelling] = {}
    for each in (*_exact(name), *_hangul(name), *_by_habits(name)):
        found.setdefault(each.text, each)
    return tuple(found.values())[:MOST]


def _exact(name: str) -> Iterator[Spelling]:
    """By a reversible route, where the name has letters that only such a route writes."""
    if scripts(name) != ("LATIN",) or name.isascii():
        return
    for route in (a for a in alphabets() if a.reversible):
        original = cyrillic(name, route)
        if original:
            yield Spelling(original, "CYRILLIC", route.id)


def _hangul(name: str) -> Iterator[Spelling]:
    read = [r for r in readings(name) if r.way not in READ_ABROAD and r.way != "HANGUL"]
    options = sorted((each for r in read for each in _options(r)), key=lambda option: option[0])
    yield from (Spelling(text, "HANGUL", route) for _, text, route in options[:MOST])


def _options(reading: Reading) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Hangul of one reading, the syllables that no one standard explains, how unusual it is; and a route."""
    usual = [sorted(token.readings, key=rank)[:EACH] for token in reading.tokens]
    for letters in product(*usual):
        route, syllables = _route(reading.tokens, letters)
        unexplained = len(letters) - (0 if route in HABITS else syllables)
        yield (unexplained, sum(map(rank, letters))), "".join(letters), route


def _route(tokens: tuple[Token, ...], letters: tuple[str, ...]) -> tuple[str, int]:
    """The route that writes most of the syllables, a standard before a habit; and how many it writes."""
    routes = [route for token, h in zip(tokens, letters, strict=True) for route in token.readings[h]]
    best = max(dict.fromkeys(routes), key=lambda r: (r not in HABITS, routes.count(r)))
    return best, routes.count(best)


def _by_habits(name: str) -> Iterator[Spelling]:
    words = words_of(name) if scripts(name) == ("LATIN",) else ()
    for habit in ENGLISH if words else ():
        read = [next((s for s, by in skeletons(word).items() if habit in by), "") for word in words]
        if all(read):
            yield Spelling(" ".join(map(readable, read)), "CYRILLIC", habit)
