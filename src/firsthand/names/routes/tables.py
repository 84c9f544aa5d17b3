"""The tables of the routes, as data: one TOML file for each thing that is tabled, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from firsthand.names.routes.route import Route
from firsthand.names.tables import read_table

ROUTED = (
    "korean-latin",
    "korean-cyrillic",
    "korean-kana",
    "korean-readings",
    "cyrillic-latin",
    "latin",
    "names",
)


def table(name: str) -> dict[str, Any]:
    """The table ``name`` ("korean-latin") as it stands in its file."""
    return read_table(__package__, f"tables/{name}.toml")


@cache
def routes() -> dict[str, Route]:
    """Every route by its id, in the order of the tables: the most usual of each kind first."""
    entries = [entry for name in ROUTED for entry in table(name)["route"]]
    return {entry["id"]: _route(entry) for entry in entries}


def _route(entry: dict[str, Any]) -> Route:
    return Route(
        id=entry["id"],
        name=entry["name"],
        source=entry["source"],
        of=entry["of"],
        to=entry["to"],
        reversible=entry.get("reversible", False),
        family=entry.get("family", ""),
    )


def pairs(line: str) -> dict[str, str]:
    """``"а=a ь="`` as a mapping; what stands behind the sign may be empty."""
    return dict(entry.split("=", 1) for entry in line.split())
