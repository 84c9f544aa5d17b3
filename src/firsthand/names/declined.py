"""Full names in Cyrillic letters that stand in another case: "за словами Олександра Петренка"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from firsthand.model import Being
from firsthand.names.mentions import Mention
from firsthand.names.routes import route_between
from firsthand.names.routes.cases import STEM, nominatives
from firsthand.names.routes.letters import bare, script
from firsthand.names.routes.slavic import DECLINED, LETTERS, PAIR
from firsthand.names.spelling import Name, key

EAST_SLAVIC = frozenset({DECLINED, LETTERS, PAIR})


class Nominatives:
    """``names``, found by any of their cases."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names: defaultdict[tuple[str, ...], dict[str, Name]] = defaultdict(dict)
        for name in names:
            if name.full and script(name.core) == "CYRILLIC":
                self._names[_stems(name)][name.key] = name

    def __bool__(self) -> bool:
        return bool(self._names)

    def of(self, name: Name) -> Name | None:
        """The one name of which ``name`` is a case; None where there is none, or where there are several.

        Nor where it may as well be a name of its own: "Олександра Коваленко" is a woman, perhaps.
        """
        near = self._names.get(_stems(name), {}).values() if self._names and name.full else ()
        found = [each for each in near if _is_case(name, each)]
        found = [each for each in found if not any(_is_case(each, other) for other in found)]
        return found[0] if len(found) == 1 else None


def _stems(name: Name) -> tuple[str, ...]:
    return tuple(sorted(word[:STEM] for word in name.words))


def _is_case(name: Name, of: Name) -> bool:
    if name.key == of.key:
        return False
    path = route_between(name.core, of.core)
    if path is None or not path.whole or path.ambiguous:
        return False
    declined = {DECLINED in part.one_routes for part in path.agree}
    others = {route for part in path.agree for route in part.other_routes}
    return True in declined and DECLINED not in others and EAST_SLAVIC.issuperset(path.routes)


def keys_of(word: str) -> tuple[str, ...]:
    """The keys of the names of which a word in Cyrillic letters may be a case."""
    return tuple(map(key, nominatives(bare(word)))) if script(word) == "CYRILLIC" else ()


def to_nominative(found: Sequence[Mention]) -> Callable[[Mention], Mention]:
    """A rule: a full name that can only be a case of one other full name of the case is that name."""
    persons = [m.name for m in found if m.being in {Being.PERSON, Being.UNKNOWN}]
    names = Nominatives({name.key: name for name in persons}.values())

    def rule(mention: Mention) -> Mention:
        name = names.of(mention.name)
        return replace(mention, name=name, reason=declined(mention.name, name)) if name else mention

    return rule


def declined(name: Name, of: Name) -> str:
    """Why a name in one of its cases was put under the name."""
    return f"{name.core} is {of.core}, declined"
