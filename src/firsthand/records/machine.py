"""``[machine]`` in ``case.toml``: which machine may read pages and translate lines, if a person asks for it.

    [machine]
    endpoint = "http://localhost:8080/v1"   # speaks the chat protocol of OpenAI
    model = "a-vision-model"
    key = "MACHINE_KEY"                     # the environment variable that holds the key, if it wants one
    packages = "/home/ann/argos"            # folder of translation packages that work without a network

Nothing is asked because it stands here. A mistake costs its own key and becomes a note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches

VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]{0,63}")


@dataclass(frozen=True, slots=True)
class Machine:
    """Where a machine answers and which, the variable that holds the key, and a folder of packages; "" each
    where nothing is said."""

    endpoint: str = ""
    model: str = ""
    key: str = ""
    packages: str = ""

    @property
    def tells_key(self) -> bool:
        """Whether what stands under ``key`` is no name of a variable, and so likely the key itself."""
        return bool(self.key) and not VARIABLE.fullmatch(self.key)


def machine(value: object, where: str, notes: list[str]) -> Machine:
    """What ``[machine]`` says. Mistakes are added to ``notes``; a key is never repeated there."""
    if not isinstance(value, Mapping):
        notes.append(f"{where}: machine must be a table of its own: [machine]")
        return Machine()
    known = [field.name for field in fields(Machine)]
    for key in value:
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
            notes.append(f"{where}: [machine] has an unknown key {key!r}; {hint}")
    wrong = [key for key in known if not isinstance(value.get(key, ""), str)]
    notes += [f"{where}: [machine] {key} must be text in quotation marks" for key in wrong]
    return Machine(**{key: value[key].strip() for key in known if key in value and key not in wrong})
