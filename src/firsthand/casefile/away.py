"""What PostgreSQL says when it cannot, in words for a person."""

from __future__ import annotations

from pathlib import Path

from firsthand.errors import CaseAway, CaseBusy, CaseDamaged, FirsthandError, NoRoom, Refused

REACH = "Check that the server runs and can be reached from here, then try again"
PASSWORD = "Put the right password into ~/.pgpass or PGPASSWORD, and check the name of the role"
MADE = "Check the name, or ask who runs the server to make it (createdb)"
VERIFY = "Run `firsthand verify` on it to see what changed, or restore it from a copy"
ASK = "Ask who runs the database for the right to do that"

# By the first characters of its SQLSTATE: what it is to us, in which words, and what to do.
_STATES: tuple[tuple[str, type[FirsthandError], str, str], ...] = (
    ("42501", NoRoom, "your role may not do that in the database", ASK),
    ("25006", NoRoom, "the database can only be read", "Name the server that may be written to"),
    ("53", NoRoom, "the server of the database has no room left", "Ask who runs it; what was stored is kept"),
    ("55P03", CaseBusy, "others held this case for too long", "Run the same command again"),
    ("40", CaseBusy, "others wrote to this case at the same moment", "Run the same command again"),
    ("08", CaseAway, "the connection to the database was lost", REACH),
    ("57", CaseAway, "the server of the database ended the connection", REACH),
    ("42P01", CaseDamaged, "tables of the case are missing in the database", VERIFY),
    ("42703", CaseDamaged, "columns of the case are missing in the database", VERIFY),
    ("3F", CaseDamaged, "the case is not in the database any more", VERIFY),
    ("XX", CaseDamaged, "the server says that the database is damaged", VERIFY),
)
# A connection that did not come about has no SQLSTATE, only words; those of a server that speaks
# another language fall to the last line of ``_unconnected``.
_WORDS: tuple[tuple[str, type[FirsthandError], str, str], ...] = (
    ("password", Refused, "the server does not take the password, or got none", PASSWORD),
    ("authentication failed", Refused, "the server does not know you", PASSWORD),
    ("no pg_hba.conf entry", Refused, "the server lets nobody in from here", ASK),
    ('role "', Refused, "the server knows no such role", PASSWORD),
    ('database "', Refused, "the server has no such database", MADE),
    ("permission denied", NoRoom, "your role may not do that in the database", ASK),
    ("too many", CaseBusy, "the server has no connection left", "Run the same command again"),
)


def of_server(error: BaseException, where: Path) -> FirsthandError | None:
    """The error of ours for what the server, or the way to it, said; None for a mistake of the programmer."""
    state = getattr(error, "sqlstate", None)
    if state is None:
        return _unconnected(str(error), where)
    for begins, kind, what, do in _STATES:
        if state.startswith(begins):
            return kind(what, where=str(where), do=do)
    return None


def _unconnected(said: str, where: Path) -> FirsthandError:
    for words, kind, what, do in _WORDS:
        if words in said:
            return kind(what, where=str(where), do=do)
    first = (said.strip().splitlines() or ["no answer"])[0]
    return CaseAway(f"the database cannot be reached ({first})", where=str(where), do=REACH)
