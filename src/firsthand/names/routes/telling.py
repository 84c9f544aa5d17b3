"""A path between two spellings in words."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.names.routes.letters import bare, script, words_of
from firsthand.names.routes.route import Path
from firsthand.names.routes.slavic import DECLINED
from firsthand.names.routes.tables import routes

AS_WRITTEN = "as written"


def told(path: Path, one: str, other: str) -> str:
    """By which routes the parts of two names agree: "McCune–Reischauer, family name first".

    Where both are spellings of a Korean name that neither is, this is told too.
    """
    sides = [_ways(part.one_routes for part in path.agree), _ways(part.other_routes for part in path.agree)]
    ways = list(dict.fromkeys(way for side in sides for way in side))
    by = [routes()[way].name for way in ways if way != DECLINED]
    said = [f"{', '.join(by[:-1])}{' and ' if by[1:] else ''}{by[-1]}"] if by else []
    said += ["declined"] if DECLINED in ways else []
    if script(path.pivot) == "HANGUL":
        said += [f"both for {path.pivot}"] if all(sides) else []
        said += _order(path, one, other)
    return ", ".join(said) or AS_WRITTEN


def _ways(parts: Iterable[tuple[str, ...]]) -> list[str]:
    """The route by which all parts of one side are written, else the first of each."""
    written = [each for each in parts if each]
    common = [way for way in written[0] if all(way in each for each in written)] if written else []
    return common[:1] or list(dict.fromkeys(each[0] for each in written))


def _order(path: Path, one: str, other: str) -> list[str]:
    """Where the family name stands, in the spellings that have several words."""
    family = path.agree[0]
    sides = ((words_of(one), family.one), (words_of(other), family.other))
    ends = dict.fromkeys(
        "last" if bare(words[-1]) == bare(part) else "first" for words, part in sides if len(words) > 1
    )
    return [f"family name {' and '.join(ends)}"] if ends else []
