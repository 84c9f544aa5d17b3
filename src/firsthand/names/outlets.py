"""Outlets that are known: one publication under its names in several languages, its short names and hosts.

The table is ``outlets.toml``; a case may bring more of its own (``[[outlet]]`` in ``case.toml``), which come
first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache

from firsthand.model import Being, Outlet, Role
from firsthand.names.across import Key, Written, keys, written
from firsthand.names.mentions import Mention
from firsthand.names.routes.letters import script
from firsthand.names.spelling import Name, key, read_name
from firsthand.names.tables import read_table

PASSING_ON = frozenset({Role.RELAY, Role.CHANNEL, Role.ADDRESSEE})


@cache
def listed_outlets() -> tuple[Outlet, ...]:
    """The outlets of the table."""
    return tuple(
        Outlet(tuple(each["names"]), tuple(each.get("short", ())), tuple(each["domains"]))
        for each in read_table(__package__, "outlets.toml")["outlet"]
    )


class Outlets:
    """Finds outlets by a name, a short name or a host."""

    def __init__(self, more: Iterable[Outlet] = ()) -> None:
        self._names: dict[str, Outlet] = {}
        self._short: dict[str, Outlet] = {}
        self._hosts: dict[str, Outlet] = {}
        for each in (*more, *listed_outlets()):
            for name in each.names:
                self._names.setdefault(_key(name), each)
            for name in each.short:
                self._short.setdefault(_key(name), each)
            for host in each.domains:
                self._hosts.setdefault(host.casefold(), each)

    def named(self, name: str, short: bool = False) -> Outlet | None:
        """The outlet of this name, in any of its languages; with ``short`` also of this short name."""
        found = self._names.get(_key(name))
        return found or (self._short.get(_key(name)) if short else None)

    def at(self, host: str) -> Outlet | None:
        """The outlet of a host ("www.pravda.com.ua"), or of one above it."""
        parts = host.casefold().removeprefix("www.").split(".")
        hosts = (".".join(parts[n:]) for n in range(min(len(parts) - 1, 6)))
        return next((self._hosts[each] for each in hosts if each in self._hosts), None)


def to_listed(found: Sequence[Mention], outlets: Outlets) -> Callable[[Mention], Mention]:
    """A rule: a mention of a listed outlet goes to its record in the case, else to its first name."""
    here: dict[Outlet, Name] = {}
    for m in found:
        if m.here and m.being is Being.OUTLET and (outlet := _of(m, outlets)):
            here.setdefault(outlet, m.name)

    def rule(mention: Mention) -> Mention:
        if mention.here and mention.being is not Being.OUTLET:
            return mention
        outlet = _of(mention, outlets) if mention.name.named else None
        if outlet is None:
            return mention
        name = here.get(outlet) or read_name(outlet.names[0], Being.OUTLET)
        if name.key == mention.name.key:
            return replace(mention, being=Being.OUTLET)
        reason = f"{mention.name.core} is {name.core} in the table of outlets"
        return replace(mention, name=name, being=Being.OUTLET, reason=mention.reason or reason)

    return rule


def _of(mention: Mention, outlets: Outlets) -> Outlet | None:
    passes_on = mention.being is Being.OUTLET or mention.role in PASSING_ON
    if not passes_on and (mention.being is Being.PERSON or len(mention.name.words) < 2):
        return None  # a person may be called "Babel"
    if found := outlets.named(mention.name.core, short=passes_on):
        return found
    return outlets.at(mention.host or mention.name.core) if mention.being is Being.OUTLET else None


def to_written(found: Sequence[Mention]) -> Callable[[Mention], Mention]:
    """A rule: a name that is all of an outlet of the case, written in another script, is that outlet."""
    here = {m.name.key: m.name for m in found if m.here and m.being is Being.OUTLET and m.name.words[1:]}
    keyed: defaultdict[Key, list[Name]] = defaultdict(list)
    several = len({script(m.name.core) for m in found if m.name.named}) > 1
    for outlet in here.values() if several else ():
        for each in keys(outlet.core):
            keyed[each].append(outlet)

    @cache
    def look(name: Name) -> Written | None:
        near = {o.key: o for each in keys(name.core) for o in keyed.get(each, ())}.values()
        others = (each for each in near if script(each.core) != script(name.core))
        return next(filter(None, (written(name, each) for each in others)), None)

    def rule(mention: Mention) -> Mention:
        name = mention.name
        hit = look(name) if several and not mention.here and name.words[1:] else None
        if hit is None:
            return mention
        outlet = hit.of if hit.spelled.key == name.key else hit.spelled
        return replace(mention, name=outlet, being=Being.OUTLET, reason=mention.reason or hit.reason)

    return rule


def _key(name: str) -> str:
    return key(name.removeprefix("The ").removeprefix("the "))
