"""How material of people is to be handled, as ``case.toml`` states it under a record.

    [record.handling]
    found_on = "a body on the east bank"
    holder = "Municipal archive"
    relation = "dead"
    publish = "withheld"

A mistake costs its own key and becomes a note.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from firsthand.model import Handling

ANSWERS = ("yes", "no", "unknown")
CHOICES = {
    "relation": ("dead", "captured", "missing", "none"),
    "forwarded_to_bureau": ANSWERS,
    "next_of_kin_informed": ANSWERS,
    "publish": ("yes", "no", "withheld"),
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
    said = {key: _word(value, key, where, notes) for key in value if key in known and key != "withhold"}
    return Handling(**said, withhold=_lines(value.get("withhold", []), where, notes))


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
