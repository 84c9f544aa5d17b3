"""Two words of names laid beside each other: by letters, marks, tables, cases, languages, habits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from firsthand.names.routes.calendar_names import languages_of_given_name, name_groups
from firsthand.names.routes.cases import nominatives, other_gender
from firsthand.names.routes.cyrillic import routes_from
from firsthand.names.routes.diacritics import unmarked
from firsthand.names.routes.letters import bare, low, script_of
from firsthand.names.routes.other_scripts import OTHER, plainly
from firsthand.names.routes.route import Part
from firsthand.names.routes.skeleton import readable, skeletons

DECLINED, PAIR, GENDER, LETTERS = "declined", "name-pair", "gender-pair", "east-slavic-letters"
SHORTEST = 4  # letters that a Latin word has if it is read back by a habit


def agreeing(one: str, other: str, exclude: frozenset[str] = frozenset()) -> Part | None:
    """Two words that agree, as a part with the routes that lead from one to the other; else None.

    The plainest explanation that is not switched off: the same letters, letters without marks, a
    table, a declined form, one calendar name in two languages, a habit of newspapers.
    """
    if low(one) == low(other):
        return Part(one, other, one)
    for part in _explained(one, other):
        left = tuple(r for r in part.one_routes if r not in exclude)
        right = tuple(r for r in part.other_routes if r not in exclude)
        if bool(left) == bool(part.one_routes) and bool(right) == bool(part.other_routes):
            return Part(one, other, part.pivot, left, right)
    return None


@lru_cache(maxsize=65_536)
def _explained(one: str, other: str) -> tuple[Part, ...]:
    scripts = (script_of(one[:1]), script_of(other[:1]))
    if not set(scripts) <= {"LATIN", "CYRILLIC"}:
        return tuple(_letter_for_letter(one, other))
    if scripts == ("CYRILLIC", "LATIN"):
        return tuple(turned(part) for part in _explained(other, one))
    found = {
        ("LATIN", "LATIN"): _both_latin,
        ("LATIN", "CYRILLIC"): _across,
        ("CYRILLIC",) * 2: _both_cyrillic,
    }
    return (*found[scripts](one, other), *_paired(one, other), *_by_skeleton(one, other))


def _letter_for_letter(one: str, other: str) -> Iterator[Part]:
    """A word in a script without a table of ours against its Latin spelling.

    Two words of such scripts are not compared so: 高石 and 高市 are both GaoShi.
    """
    for word, latin, turned in ((one, other, False), (other, one, True)):
        if script_of(latin[:1]) == "LATIN" and bare(plainly(word)) == bare(latin):
            routes = ((), (OTHER,)) if turned else ((OTHER,), ())
            yield Part(one, other, word, *routes)


def turned(part: Part) -> Part:
    """A part seen from the other name."""
    return Part(part.other, part.one, part.pivot, part.other_routes, part.one_routes)


def _both_latin(one: str, other: str) -> Iterator[Part]:
    """Letters with marks against what they are written as without ("Müller", "Mueller")."""
    a, b = _plainly(one), _plainly(other)
    for same in (s for s in a if s in b):
        yield Part(one, other, one, a[same], b[same])


def _plainly(word: str) -> dict[str, tuple[str, ...]]:
    written: dict[str, tuple[str, ...]] = {low(word): ()}
    for text, route in unmarked(word):
        written.setdefault(low(text), (route,))
    return written


def _across(latin: str, cyrillic: str) -> Iterator[Part]:
    """A Latin spelling by a table, of the word as it stands or of the name that it is a case of."""
    spelled, read = bare(latin), skeletons(latin)
    if routes := routes_from(cyrillic, spelled):
        yield Part(latin, cyrillic, cyrillic, routes)
    for name in sorted(nominatives(bare(cyrillic)), key=_unknown):
        # Of some ten names of which a word may be a case, nine are told apart by their skeletons at once.
        if skeletons(name).keys() & read.keys() and (routes := routes_from(name, spelled)):
            yield Part(latin, cyrillic, name.capitalize(), routes, (DECLINED,))


def _both_cyrillic(one: str, other: str) -> Iterator[Part]:
    here, there = _as_cases(bare(one)), _as_cases(bare(other))
    same = (n for n in here if n in there)
    for name in sorted(same, key=lambda n: (len(here[n]) + len(there[n]), _unknown(n)))[:1]:
        yield Part(one, other, name.capitalize(), here[name], there[name])
    if other_gender(bare(one)) == bare(other):
        yield Part(one, other, one, (), (GENDER,))


def _unknown(name: str) -> bool:
    return not languages_of_given_name(name.capitalize())


def _as_cases(word: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {word: ()}
    return found | dict.fromkeys(nominatives(word), (DECLINED,))


def _paired(one: str, other: str) -> Iterator[Part]:
    """One calendar name (or patronymic) in two languages, in whatever letters."""
    a, b = _calendar(one), _calendar(other)
    for group in sorted(a.keys() & b.keys()):
        yield Part(one, other, group.rstrip("+-"), a[group], b[group])


@lru_cache(maxsize=65_536)
def _calendar(word: str) -> dict[str, tuple[str, ...]]:
    """The calendar names of which a word may be a form or a case, with the routes that say so."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(name_groups(word), (PAIR,))
    if script_of(word[:1]) == "CYRILLIC":
        for name in nominatives(bare(word)):
            for group in name_groups(name):
                found.setdefault(group, (PAIR, DECLINED))
    return found


def _by_skeleton(one: str, other: str) -> Iterator[Part]:
    """The same letters by the habits of newspapers, or in another East Slavic alphabet."""
    if min(len(one), len(other)) < SHORTEST:
        return
    a, b = skeletons(one), skeletons(other)
    same = next((s for s in a if s in b), None)
    if same is not None:
        written = next((w for w, ways in ((one, a), (other, b)) if not ways[same]), readable(same))
        yield Part(one, other, written, a[same] or (LETTERS,), b[same] or (LETTERS,))
