"""Which full names are one name written in two scripts, and how.

Names are held against each other that share a key: the consonants with which two of their words begin or
end, in classes that all scripts have in common, or the family name and the last syllable of a Korean name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from firsthand.names.routes import route_between, told
from firsthand.names.routes.hangul import southern_name
from firsthand.names.routes.letters import in_words, script
from firsthand.names.routes.reading_back import READ_ABROAD, readings
from firsthand.names.routes.slavic import DECLINED
from firsthand.names.sound import heard
from firsthand.names.spelling import Name

ENDS = 2  # classes of consonants
COMMON = 500  # a key that more names share tells nothing
# From this chance on two words of two scripts are one: of 10,000 pairs of names that are near none was one by
# it, and one was from 0.7 on; of 700 foreign names in Hangul 41 of 100 are.
HEARD = 0.8
Key = tuple[str, ...]
READ = frozenset(READ_ABROAD.values())


class Written(NamedTuple):
    """A name (``of``), and how it is ``spelled`` in another script: in which ``way``, and if ``declined``."""

    of: Name
    spelled: Name
    way: str
    declined: bool = False

    @property
    def reason(self) -> str:
        """The whole in a sentence: "PYO CHINGU is 표진구 in Latin letters: McCune–Reischauer"."""
        letters = in_words(script(self.spelled.core))
        return f"{self.spelled.core} is {self.of.core} in {letters}: {self.way}"


def across(names: Iterable[Name], others: Iterable[Name] = ()) -> Iterator[Written]:
    """Pairs of full names that are one name in two scripts, each once. Two of ``others`` are not compared."""
    known = {each.key: each for each in names}
    every = {each.key: each for each in others} | known
    for one, other in _sharing_key(list(every.values())):
        if (one.key in known or other.key in known) and (found := written(one, other)):
            yield found


def written(one: Name, other: Name) -> Written | None:
    """How all of one name is all of the other in another script; None if it is not known to be.

    By routes, or as foreign names are heard. Not where a word may be a case or another name, nor by
    how Chinese or Japanese read the characters of a Korean name: many have the same reading.
    """
    one, other = sorted((one, other), key=lambda each: each.key)  # the same answer in either order
    path = route_between(one.core, other.core)
    if path is None or not path.whole:
        of, spelled = (one, other) if script(other.core) == "HANGUL" else (other, one)
        words = one.core.split(), other.core.split()
        sounds = len(words[0]) > 1 and heard_alike(*words)
        return Written(of, spelled, "as it sounds") if sounds else None
    declined = DECLINED in path.routes
    if not READ.isdisjoint(path.routes) or (declined and path.ambiguous):
        return None
    ours = {route for part in path.agree for route in part.one_routes}
    theirs = {route for part in path.agree for route in part.other_routes}
    of, spelled = (other, one) if DECLINED in ours or not (theirs or declined) else (one, other)
    return Written(of, spelled, told(path, one.core, other.core), declined)


def heard_alike(one: Sequence[str], other: Sequence[str], least: float = HEARD) -> bool:
    """Whether each word of a name is heard in one of the other, the family name first or last."""
    if len(one) != len(other) or not one:
        return False
    turned = dict.fromkeys(((*other,), (*other[1:], other[0]), (other[-1], *other[:-1])))
    return any(all(heard(a, b) >= least for a, b in zip(one, each, strict=True)) for each in turned)


def _sharing_key(names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Full names in two scripts that have a key in common, each pair once; those in Hangul come first."""
    full = sorted((each for each in names if each.full), key=lambda each: script(each.core) != "HANGUL")
    if len({script(each.core) for each in full}) < 2:
        return
    keyed: defaultdict[Key, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, name in enumerate(full):
        for key in dict.fromkeys(keys(name.core)):
            keyed[key][script(name.core)].append(number)
    groups = (list(each.values()) for each in keyed.values() if sum(map(len, each.values())) <= COMMON)
    pairs = {
        (min(pair), max(pair))
        for group in groups
        for one, other in combinations(group, 2)
        for pair in product(one, other)
    }
    yield from ((full[a], full[b]) for a, b in sorted(pairs))


def keys(name: str) -> Iterator[Key]:
    """What names that may be one have in common, whatever their scripts and the order of their words."""
    from firsthand.names.index.skeleton import skeletons
    from firsthand.names.index.words import pairings, words

    for pair in pairings(words(name)):
        for one, other in product(*((skeletons(word) or ("",)) for word in pair)):
            yield "begin", *sorted((one[:ENDS], other[:ENDS]))
            yield "end", *sorted((one[-ENDS:], other[-ENDS:]))
    for each in readings(name):
        for ends in product(each.family.readings, each.given[-1].readings):
            yield "Korean", *map(southern_name, ends)
