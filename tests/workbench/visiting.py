"""How tests come to the workbench: as the local owner, or logged in with a password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import lxml.html
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from firsthand.workbench.entrance import Entrance
from firsthand.workbench.roles import Role
from firsthand.workbench.users import User, Users, hashed, write

HOST = "http://localhost"
PASSWORD = "words that nobody guesses"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
EVERYBODY = {"Rhea Reader": Role.READER, "Vik Reviewer": Role.REVIEWER, "Ona Owner": Role.OWNER}


@contextmanager
def client(folder: Path, entrance: Entrance | None = None) -> Iterator[TestClient]:
    """A browser without pages, at the workbench over the case in ``folder``, let go of in the end."""
    with (
        closing(Desk(folder)) as desk,
        TestClient(application(desk, entrance), HOST, follow_redirects=False) as made,
    ):
        yield made


def file_of_users(file: Path, everybody: dict[str, Role] = EVERYBODY) -> Path:
    """A file in which each has ``PASSWORD``."""
    made = hashed(PASSWORD, QUICK)
    write(file, [User(name, role, made) for name, role in everybody.items()])
    return file


def entrance(folder: Path, file: Path, **how: object) -> Entrance:
    """The entrance for the users in a file."""
    return Entrance(folder, users=Users(file), **how)  # type: ignore[arg-type]


def token_on(page: str) -> str:
    """The token that stands on a page."""
    return str(lxml.html.fromstring(page).xpath("string(//input[@name='token']/@value)"))


def log_in(visitor: TestClient, name: str, password: str = PASSWORD, to: str = "/") -> int:
    """Logs in on the page; the status of the answer."""
    token = token_on(visitor.get("/enter").text)
    sent = {"name": name, "password": password, "to": to, "token": token}
    return visitor.post("/enter", data=sent).status_code
