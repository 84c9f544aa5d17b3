"""How material of people is to be handled, as ``case.toml`` states it under a record.

    [record.handling]
    found_on = "a body on the east bank"
    holder = "Municipal archive"
    relation = "dead"
    publish = "withheld"
    withhold = [3, 4]
    regions = [{ region = [410, 90, 160, 200], what = "face" }]   # x, y, width, height in pixels

    [[withhold]]             # for the whole case
    what = "next of kin"
    words = ["Ada Quist", "Ада Квіст"]

A mistake costs its own key and becomes a note.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from firsthand.model import Handling, Private, PrivateRegion, PrivateWords

ANSWERS = ("yes", "no", "unknown")
CHOICES = {
    "relation": ("dead", "captured", "missing", "none"),
    "forwarded_to_bureau": ANSWERS,
    "next_of_kin_informed": ANSWERS,
    "publish": ("yes", "no", "withheld"),
}
OF_WORDS = ("what", "words", "everywhere", "alone", "publish")
OWN = ("withhold", "regions")  # keys whose values are no single word
WHAT = {
    "face": Private.FACE,
    "next of kin": Private.KIN,
    "home address": Private.HOME,
    "person": Private.PERSON,
}


def handling(value: object, where: str, notes: list[str]) -> Handling | None:
    """What a ``[record.handling]`` says; None where there is none. Mistakes are added to ``notes``."""
    if value is None:
        return None
    if not isinstance(value, dict):
        notes.append(f"{where}: handling must be a table of its own: [record.handling]")
        return None
    known = {field.name for field in fields(Handling)}
    notes += [f"{where}: handling has an unknown key {key!r}" for key in value if key not in known]
    said = {key: _word(value, key, where, notes) for key in value if key in known and key not in OWN}
    lines = _lines(value.get("withhold", []), where, notes)
    return Handling(**said, withhold=lines, regions=_regions(value.get("regions", []), where, notes))


def private_words(value: object, name: str, notes: list[str]) -> tuple[PrivateWords, ...]:
    """What the ``[[withhold]]`` of a ``case.toml`` say. Mistakes are added to ``notes``."""
    if not isinstance(value, list):
        notes.append(f"{name}: withhold must be written [[withhold]], with two brackets")
        return ()
    found = (_words(entry, f"{name}: withhold {n}", notes) for n, entry in enumerate(value, 1))
    return tuple(each for each in found if each)


def _words(entry: object, where: str, notes: list[str]) -> PrivateWords | None:
    given = entry if isinstance(entry, dict) else {}
    words = given.get("words")
    if not isinstance(words, list) or not words or not all(isinstance(w, str) and w.strip() for w in words):
        notes.append(f'{where}: words must be a list of names or addresses, as in words = ["Ada Quist"]')
        return None
    notes += [f"{where} has an unknown key {key!r}" for key in given if key not in OF_WORDS]
    what = _what(given.get("what", "person"), where, notes) or Private.PERSON
    everywhere = given.get("everywhere", what is Private.HOME)
    alone = given.get("alone", True)
    notes += [
        f"{where}: {key} must be true or false"
        for key, value in (("everywhere", everywhere), ("alone", alone))
        if not isinstance(value, bool)
    ]
    publish = given.get("publish", "no")
    if publish not in ("yes", "no"):
        notes.append(f'{where}: publish must be "yes" or "no"')
    # An address of somebody's home serves no reader of a report either.
    listed = tuple(each.strip() for each in words)
    return PrivateWords(what, listed, everywhere is not False, publish == "yes", alone is not False)


def _what(value: object, where: str, notes: list[str]) -> Private | None:
    if isinstance(value, str) and value in WHAT:
        return WHAT[value]
    notes.append(f"{where}: what must be one of {', '.join(WHAT)}")
    return None


def _word(given: Mapping[str, Any], key: str, where: str, notes: list[str]) -> str:
    value, allowed = given[key], CHOICES.get(key, ())
    if isinstance(value, bool) and "yes" in allowed:
        return "yes" if value else "no"
    if hasattr(value, "isoformat"):
        return str(value.isoformat())  # TOML has dates of its own
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else None
    if text is not None and (not allowed or text in allowed):
        return text
    choice = f"one of {', '.join(allowed)}" if allowed else "text in quotation marks"
    notes.append(f"{where}: handling: {key} must be {choice}")
    # Whoever wrote something about publishing meant to be careful.
    return "withheld" if key == "publish" else ""


def _lines(value: object, where: str, notes: list[str]) -> tuple[int, ...]:
    if isinstance(value, list) and all(type(each) is int and each > 0 for each in value):
        return tuple(sorted(set(value)))
    notes.append(f"{where}: handling: withhold must be a list of line numbers, as in withhold = [3, 4]")
    return ()


def _regions(value: object, where: str, notes: list[str]) -> tuple[PrivateRegion, ...]:
    if not isinstance(value, list):
        notes.append(f"{where}: handling: regions must be a list of {{ region = [x, y, width, height] }}")
        return ()
    found = (_region(each, f"{where}: handling: region {n}", notes) for n, each in enumerate(value, 1))
    return tuple(each for each in found if each)


def _region(value: object, where: str, notes: list[str]) -> PrivateRegion | None:
    entry = value if isinstance(value, dict) else {}
    box, leaf = entry.get("region"), entry.get("page", 0)
    numbers = [*box, leaf] if isinstance(box, list) else []
    if len(numbers) != 5 or not all(type(n) is int and n >= 0 for n in numbers) or 0 in numbers[2:4]:
        notes.append(f"{where} needs region = [x, y, width, height], four whole numbers")
        return None
    what = _what(entry.get("what", "face"), where, notes) or Private.FACE
    return PrivateRegion(what, *numbers)
