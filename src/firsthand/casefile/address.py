"""Where the tables of a team's case are: a schema in a PostgreSQL database, named in the case folder.

The folder has no password, and none is ever taken: libpq finds it in the environment or in ~/.pgpass.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from uuid import uuid4

from firsthand.casefile.objects import write_whole
from firsthand.casefile.trouble import VERIFY, explained
from firsthand.errors import CaseDamaged, Refused

ADDRESS = "case.database"
SCHEMES = ("postgresql://", "postgres://")
SECRET = ("password", "sslpassword")
DO_PASSWORD = "Leave it out: put it into ~/.pgpass or PGPASSWORD, where it stays yours"
DO_URL = "Write postgresql://HOST/DATABASE"


@dataclass(frozen=True, slots=True)
class Address:
    """The ``url`` of a database, without a password, and the ``schema`` in it that one case has to itself."""

    url: str
    schema: str


def driver() -> ModuleType:
    """The library that speaks to PostgreSQL. Refused where it is not installed."""
    try:
        import psycopg
    except ImportError as error:
        what = "the tables of this case are in PostgreSQL, and what speaks to it is not installed"
        raise Refused(what, do='Install it: pip install "firsthand[team]"') from error
    return psycopg


def new(url: str) -> Address:
    """An address for a new case. Refused where the URL has a password, or names no database."""
    if not url.startswith(SCHEMES):
        raise Refused("is no address of a PostgreSQL database", where=url.partition("://")[0], do=DO_URL)
    psycopg = driver()
    try:
        said = psycopg.conninfo.conninfo_to_dict(url)
    except psycopg.ProgrammingError:  # which would print the address, with a password perhaps
        raise Refused("the address of the database cannot be read", do=DO_URL) from None
    if any(said.get(name) for name in SECRET):
        raise Refused("the address of the database has a password in it", do=DO_PASSWORD)
    if not said.get("dbname"):
        raise Refused("the address names no database", where=url, do=DO_URL)
    return Address(url, f"case_{uuid4().hex}")


def write(folder: Path, address: Address) -> None:
    """Puts the address into a case folder: the moment at which the case exists."""
    said = {"database": address.url, "schema": address.schema}
    write_whole(folder / ADDRESS, json.dumps(said, ensure_ascii=False, indent=1) + "\n")


def read(folder: Path) -> Address:
    """The address in a case folder. Refuses with CaseDamaged what ``write`` did not write."""
    with explained(folder):
        try:
            said = json.loads((folder / ADDRESS).read_bytes())
            address = Address(said["database"], said["schema"])
            if address.url.startswith(SCHEMES) and address.schema.startswith("case_"):
                return address
        except (ValueError, LookupError, TypeError, AttributeError):
            pass
    what = f"{ADDRESS} does not say where the tables of the case are"
    raise CaseDamaged(what, where=str(folder), do=VERIFY)
