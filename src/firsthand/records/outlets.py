"""Outlets that a ``case.toml`` makes known, beside those that Firsthand knows.

    [[outlet]]
    names = ["Harbour Gazette", "Портова газета"]   # the first stands for all
    short = ["HG"]
    domains = ["harbourgazette.example"]

An entry with a mistake is left out and told.
"""

from __future__ import annotations

from firsthand.model import Outlet

KEYS = ("names", "short", "domains")


def outlets(value: object, name: str, notes: list[str]) -> tuple[Outlet, ...]:
    """What stands under ``[[outlet]]``; adds to ``notes`` what is wrong with it."""
    entries = value if isinstance(value, list) else [value]
    found = (_outlet(each, f"{name}: outlet {n}", notes) for n, each in enumerate(entries, 1))
    return tuple(each for each in found if each)


def _outlet(entry: object, where: str, notes: list[str]) -> Outlet | None:
    given = entry if isinstance(entry, dict) else {}
    lists = {key: given.get(key, []) for key in KEYS}
    if not all(map(_words, lists.values())) or not lists["names"] or given.keys() - set(KEYS):
        notes.append(f'{where}: needs names = ["…"], and may have short = ["…"] and domains = ["…"]')
        return None
    names, short, domains = (tuple(each.strip() for each in lists[key]) for key in KEYS)
    return Outlet(names, short, domains)


def _words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
