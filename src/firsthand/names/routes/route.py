"""The nouns of the routes: by which rule a name is written in which letters, and how two spellings meet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Route:
    """A rule by which names of one script are written in another.

    ``source`` is the standard with year and article, or where a habit without a standard was
    observed. ``reversible``: the original can be told from the spelling, letter for letter.
    ``family`` is what one name keeps to: Korean sounds in Latin letters are mixed freely by the
    press (one syllable by one rule, the next by another), but never with Chinese readings.
    """

    id: str
    name: str
    source: str
    of: str
    to: str
    reversible: bool = False
    family: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name in one script, and the id of the `Route` by which it is written so."""

    text: str
    script: str
    route: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of one name (a word, a syllable) laid beside a part of the other.

    ``pivot`` is what both write ("정", "Шевченко"), with the routes by which each does; it is empty,
    and so are the routes, where they write different things. A part that the other name lacks is
    laid beside "".
    """

    one: str
    other: str
    pivot: str = ""
    one_routes: tuple[str, ...] = ()
    other_routes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """How one spelling leads to another: the parts that agree, with their routes, and those that differ.

    ``pivot`` is the name that both may write, as far as it is known ("정경홍"). Where several are
    possible it is one of them; ``ambiguous`` says that there are others.
    """

    agree: tuple[Part, ...]
    differ: tuple[Part, ...] = ()
    pivot: str = ""
    ambiguous: bool = False

    @property
    def whole(self) -> bool:
        """Whether every part of both names agrees."""
        return bool(self.agree) and not self.differ

    @property
    def routes(self) -> tuple[str, ...]:
        """The ids of the routes by which the parts that agree are written, those of one name first."""
        used = [r for part in self.agree for r in part.one_routes[:1]]
        used += [r for part in self.agree for r in part.other_routes[:1]]
        return tuple(dict.fromkeys(used))
