"""Two spellings of a name laid beside each other word by word: Cyrillic letters against Latin ones."""

from __future__ import annotations

from functools import lru_cache

from firsthand.names.routes.cyrillic import alphabets, languages_of, latin, unmarked
from firsthand.names.routes.letters import LONGEST, bare, script_of, words_of
from firsthand.names.routes.route import Part, Path

WORDS = 8  # of a name; what has more is no name


def lay(one: str, other: str, exclude: frozenset[str] = frozenset()) -> Path | None:
    """How two names agree word by word, in whatever order the words stand; None where no word agrees."""
    if max(len(one), len(other)) > LONGEST:
        return None
    words, rest = words_of(one), list(words_of(other))
    if not 0 < len(words) <= WORDS or not 0 < len(rest) <= WORDS:
        return None
    agree, left = [], []
    for word in words:
        part = next((p for p in (agreeing(word, w, exclude) for w in rest) if p), None)
        if part is None:
            left.append(word)
            continue
        rest.remove(part.other)
        agree.append(part)
    differ = [Part(a, b) for a, b in zip(left, rest, strict=False)]
    differ += [Part(a, "") for a in left[len(rest) :]] + [Part("", b) for b in rest[len(left) :]]
    return Path(tuple(agree), tuple(differ), pivot=_pivot(agree)) if agree else None


def _pivot(parts: list[Part]) -> str:
    return " ".join(part.pivot for part in parts)


def agreeing(one: str, other: str, exclude: frozenset[str] = frozenset()) -> Part | None:
    """Two words that agree, as a part with the routes that lead from one to the other; else None."""
    if bare(one) == bare(other):
        return Part(one, other, one)
    for word, written, turned in ((one, other, False), (other, one, True)):
        routes = tuple(r for r in forms(word).get(bare(written), ()) if r not in exclude)
        if routes:
            return Part(written, word, word, routes) if turned else Part(word, written, word, (), routes)
    return None


@lru_cache(maxsize=65_536)
def forms(word: str) -> dict[str, tuple[str, ...]]:
    """What a Cyrillic word is written as in Latin letters, and by which routes; nothing for other words."""
    found: dict[str, tuple[str, ...]] = {}
    if script_of(word[:1]) != "CYRILLIC":
        return found
    languages = languages_of(word)
    for route in alphabets():
        if route.language in languages:
            written = latin(word, route)
            for spelled in dict.fromkeys((bare(written), bare(unmarked(written, route)))):
                found[spelled] = (*found.get(spelled, ()), route.id)
    return found
