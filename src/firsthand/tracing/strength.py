"""Words of one kind in order of force, and words that turn a sentence round (``strength.toml``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from firsthand.text import fold_word


@dataclass(frozen=True, slots=True)
class Ladder:
    """Patterns of words and phrases, the weakest first; only words of one ladder are compared."""

    rungs: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Strength:
    """``turning`` finds what denies, ``idle`` what only looks so, ``pressing`` what only adds force."""

    turning: re.Pattern[str]
    idle: re.Pattern[str]
    pressing: re.Pattern[str]
    ladders: tuple[Ladder, ...]


@cache
def strength() -> Strength:
    """The tables, read once."""
    data = tomllib.loads((files(__package__) / "strength.toml").read_text("utf-8"))
    ladders = tuple(Ladder(tuple(pattern(rung) for rung in rungs)) for rungs in data["ladders"])
    return Strength(pattern(data["turning"]), pattern(data["idle"]), pattern(data["pressing"]), ladders)


def pattern(listed: str) -> re.Pattern[str]:
    """Finds, in folded text, any of the words and phrases: "_" stands for a blank, "*" for any ending."""
    forms = sorted((fold_word(f) for f in listed.split()), key=len, reverse=True)
    each = (re.escape(f).replace("_", " ").replace(r"\*", r"[^ ]*") for f in forms)
    return re.compile(f"(?<= )(?:{'|'.join(each)})(?= )")
