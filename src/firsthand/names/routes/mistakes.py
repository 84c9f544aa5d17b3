"""Names put back into Hangul wrongly: 정 is written Jong, and Jong is read as 종."""

from __future__ import annotations

from functools import lru_cache

from firsthand.names.routes.hangul import is_syllable
from firsthand.names.routes.korean import rules, spellings_of
from firsthand.names.routes.meeting import meet_as
from firsthand.names.routes.reading_back import Readings, index
from firsthand.names.routes.route import Path

BACK = "ko-back"
STANDARDS = frozenset({"ko-dprk", "ko-mr", "ko-rr", "ko-ru", "ko-uk"})


def back_transliterated(one: str, other: str, exclude: frozenset[str] = frozenset()) -> Path | None:
    """How two names may be one that somebody put back into Hangul from a spelling without marks.

    At least one is in Hangul. ``정경홍`` and ``종경홍`` are such (Jong); so are ``종경홍`` and
    ``Jeong Gyeong-hong``. The parts that are explained so have the route "ko-back". None where the
    names do not wholly meet so, or meet without any such mistake.
    """
    path = meet_as(one, other, mistaken, exclude)
    told = path is not None and any(BACK in (*p.one_routes, *p.other_routes) for p in path.agree)
    return path if path is not None and path.whole and told else None


@lru_cache(maxsize=4096)
def mistaken(hangul: str) -> Readings:
    """What a Hangul syllable may be a wrong reading of, with the route by which that was spelled."""
    found: Readings = {hangul: ()}
    if not is_syllable(hangul):
        return found
    for rule in (r for r in rules() if r.id in STANDARDS):
        for spelled in spellings_of(hangul, rule):
            for other, routes in index(rule.script).given[spelled].items():
                written = tuple(r for r in routes if r in STANDARDS)
                if written and other != hangul:
                    found.setdefault(other, (BACK, *written))
    return found
