"""Lines in another language: one seam, two kinds of machine behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from firsthand.errors import Refused
from firsthand.machines import packages
from firsthand.machines.chat import EXAMPLE, Endpoint, endpoint
from firsthand.machines.made import Made
from firsthand.machines.telling import Teller
from firsthand.records import Machine


class Translator(Protocol):
    """Translates lines from one language into another."""

    @property
    def name(self) -> str:
        """Its engine and model: who makes what it makes."""

    @property
    def to(self) -> Endpoint | None:
        """Where the lines are sent; None if they stay on this machine."""

    def translate(self, lines: Mapping[int, str]) -> Made:
        """Each line in the other language, under its number; one that the machine gave nothing for is left
        out. Raises Unreadable where it gave none, Refused where it does not work."""


def translator(machine: Machine, source: str, target: str) -> Translator:
    """What translates between two languages (ISO 639-1): packages on this machine, else the endpoint.

    Raises Refused where ``case.toml`` names neither, or nothing for these languages.
    """
    if machine.packages:
        found = packages.route(machine.packages, source, target)
        if found:
            return packages.Packages(found)
    if machine.endpoint:
        return Teller(endpoint(machine), source, target)
    if machine.packages:
        raise Refused(
            f"there is no package from {source or 'a language that is not known'} to {target}",
            where=machine.packages,
            do=f"There is {packages.told(machine.packages)}",
        )
    do = f'Write packages = "FOLDER", or {EXAMPLE}'
    raise Refused("no machine is named that could translate", where="case.toml", do=do)
