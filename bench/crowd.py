"""Twenty people who read a case in the browser, and three who rule, as the load of ``bench.serving``.

Each is logged in and has one connection. Readers open pages of every kind that ``firsthand serve`` has, and
their JSON. Reviewers open the page of a passage, a statement, a report or the queue, decide, send the form,
and now and then undo what they ruled. Times are from the request to the first byte.
"""

from __future__ import annotations

import http.client
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from bench import large
from firsthand.casefile import SHELF
from firsthand.workbench.describing import PAGES
from firsthand.workbench.roles import Role
from firsthand.workbench.users import User, hashed, write

READERS, REVIEWERS, SECONDS = 20, 3, 20
PASSWORD = "four words of no sense"
USERS = "desk.users"
FIELD = r'name="{}" value="([^"]*)"'
WHY = "I rang them and asked"
Opens = Callable[[Random], str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: seconds to its first byte, its status, its words."""

    waited: float
    status: int
    page: str

    def field(self, name: str) -> str:
        """The value of a field of the first form that has it."""
        found = re.search(FIELD.format(name), self.page)
        return found[1] if found else ""

    def fields(self, name: str) -> list[str]:
        """The values of all such fields."""
        return re.findall(FIELD.format(name), self.page)


@dataclass(slots=True)
class Waits:
    """What people waited for: pages by address, and rulings; how many of these were refused."""

    pages: list[tuple[str, float]] = field(default_factory=list)
    rulings: list[float] = field(default_factory=list)
    refused: int = 0

    def add(self, other: Waits) -> None:
        """Puts another's beside them."""
        self.pages += other.pages
        self.rulings += other.rulings
        self.refused += other.refused


class Visitor:
    """Somebody who is logged in."""

    def __init__(self, port: int, name: str, seed: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookie = ""
        self.chance, self.waits = Random(seed), Waits()
        door = self._asked("GET", "/enter")
        self._asked("POST", "/enter", {"name": name, "password": PASSWORD, "token": door.field("token")})
        self._token = self._asked("GET", "/search").field("token")
        self._connection.close()  # until all are in the server would close it

    def opens(self, address: str) -> Answer:
        """A page, and what was waited for it. An OSError where it is no good one."""
        found = self._asked("GET", address)
        if found.status != 200:
            raise OSError(f"{address} answers {found.status}")
        self.waits.pages.append((address, found.waited))
        return found

    def rules(self, address: str, on: Sequence[str], **fields: str) -> str:
        """A ruling sent; its number, or "" where it was refused."""
        given = [("on", each) for each in on] + [("token", self._token), ("because", WHY), *fields.items()]
        found = self._asked("POST", address, given, {"Accept": "application/json"})
        if found.status not in (201, 409):
            raise OSError(f"{address} answers {found.status}: {found.page}")
        self.waits.rulings.append(found.waited)
        self.waits.refused += found.status == 409
        number = re.search(r'"number":(\d+)', found.page)
        return number[1] if number and found.status == 201 else ""

    def _asked(
        self,
        method: str,
        address: str,
        form: Mapping[str, str] | Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        body = urlencode(form) if form else None
        sent = {"Cookie": self._cookie, **(headers or {})}
        if body:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        begun = time.perf_counter()
        self._connection.request(method, address, body, sent)
        answer = self._connection.getresponse()
        waited = time.perf_counter() - begun
        self._cookie = (answer.headers.get("Set-Cookie") or self._cookie).split(";")[0]
        return Answer(waited, answer.status, answer.read().decode())


# ------------------------------------------------------------ what there is to open


@dataclass(frozen=True, slots=True)
class There:
    """The anchors of the sheets that are laid ready, by kind, and outlets that have many reports."""

    sheets: Mapping[str, Sequence[str]]
    outlets: Sequence[str]

    def any(self, kind: str) -> Opens:
        """The anchor of a sheet of this kind, by chance."""
        return lambda chance: chance.choice(self.sheets[kind])


def there(folder: Path) -> There:
    """What the case in ``folder`` has laid ready."""
    with closing(sqlite3.connect(folder / SHELF)) as shelf:
        kinds = [kind for (kind,) in shelf.execute("SELECT DISTINCT kind FROM sheets")]
        query = "SELECT anchor FROM sheets WHERE kind = ? ORDER BY place"
        sheets = {kind: [anchor for (anchor,) in shelf.execute(query, (kind,))] for kind in kinds}
        query = "SELECT outlet FROM sheets WHERE kind = 'report' GROUP BY 1 ORDER BY count(*) DESC LIMIT 50"
        return There(sheets, [outlet for (outlet,) in shelf.execute(query)])


def addresses(case: There) -> list[Opens]:
    """What a reader opens: an address by chance, of each kind as often as it is named."""
    statement, report = case.any("statement"), case.any("report")
    lists = [page.path for page in PAGES if "{" not in page.path and page.needs is Role.READER]
    own = [case.any(kind) for kind in ("source", "descent", "identity", "dispute") if case.sheets.get(kind)]

    def filtered(chance: Random) -> str:
        kind, outlet = (
            chance.choice(("statements", "reports", "descent", "findings")),
            chance.choice(case.outlets),
        )
        return (
            f"/{kind}?{urlencode({'outlet': outlet, 'from': '2024-03-01', 'like': large.word(chance)[:2]})}"
        )

    def turned(chance: Random) -> str:
        kind, of = chance.choice((("statements", "statement"), ("reports", "report"), ("people", "source")))
        return f"/{kind}?start={chance.randrange(len(case.sheets[of]))}"

    return [
        *[lambda chance: f"/{statement(chance)}"] * 4,
        *[lambda chance: f"/{report(chance)}"] * 4,
        *[lambda chance: f"/{chance.choice(own)(chance)}"] * 2,
        *[lambda chance: f"/search?q={large.word(chance)[:5]}"] * 2,
        *[lambda chance: chance.choice(lists)] * 2,
        turned,
        filtered,
        lambda chance: f"/statements?with={report(chance)}",
        lambda chance: f"/descent?with={statement(chance)}",
        lambda chance: f"/{chance.choice((statement, report))(chance)}.json",
    ]


# ------------------------------------------------------------ who comes


def reads(who: Visitor, opens: Sequence[Opens], until: float, pause: float) -> Waits:
    """Opens page after page."""
    while time.perf_counter() < until:
        who.opens(who.chance.choice(opens)(who.chance))
        time.sleep(pause * who.chance.uniform(0.5, 1.5))
    return who.waits


def reviews(who: Visitor, case: There, until: float, pause: float) -> Waits:
    """Opens what is to be ruled on, and rules; what was ruled is undone one time in six."""
    acts, made = _acts(who, case), list[str]()
    while time.perf_counter() < until:
        if made and who.chance.random() < 1 / 6:
            who.rules("/rulings/undo", (), number=made.pop())
        elif number := who.chance.choice(acts)():
            made.append(number)
        time.sleep(pause * who.chance.uniform(0.5, 1.5))
    return who.waits


def _acts(who: Visitor, case: There) -> list[Callable[[], str]]:
    chance, statement, report = who.chance, case.any("statement"), case.any("report")

    def from_queue() -> str:
        page = who.opens(f"/queue?start={chance.randrange(len(case.sheets['proposal']))}")
        if not (open_ := page.fields("proposal")):
            return ""
        form = page.page.split(f'value="{(proposal := chance.choice(open_))}"')[1].split("</form>")[0]
        judgement = chance.choice(re.findall(r'name="judgement" value="([^"]*)"', form))
        return who.rules("/queue", (), proposal=proposal, judgement=judgement, made=page.field("made"))

    def passage() -> str:
        read = who.opens(f"/{report(chance)}")
        label = chance.choice(re.findall(r'id="(R\d+-a\d+)"', read.page))
        form = who.opens(f"/rule/{label}")
        judgement = chance.choice(("accept", "reject", "undecided", "correct"))
        name = {"name": large.word(chance).capitalize(), "was-name": form.field("was-name")}
        return who.rules("/rulings", [label], judgement=judgement, made=form.field("made"), **name)

    def of_statement(judgements: Sequence[str], beside: bool) -> Callable[[], str]:
        def ruled() -> str:
            on = [statement(chance), *([statement(chance)] if beside else [])]
            form = who.opens(f"/rule/{on[0]}")
            return who.rules("/rulings", on, judgement=chance.choice(judgements), made=form.field("made"))

        return ruled

    alike, graded = of_statement(("same", "different"), True), of_statement(("2", "3", "silent"), False)
    return [from_queue, from_queue, from_queue, passage, passage, alike, graded]


def visited(port: int, case: There, pause: float = 1.0, seconds: float = SECONDS) -> Waits:
    """What all of them at once waited for, each looking at a page for ``pause`` seconds, more or less."""
    opens, numbers = addresses(case), range(READERS + REVIEWERS)
    people = [Visitor(port, "reader" if n < READERS else f"reviewer {n - READERS}", n) for n in numbers]
    until, waits = time.perf_counter() + seconds, Waits()
    with ThreadPoolExecutor(len(people)) as crowd:
        coming = [
            crowd.submit(reads, who, opens, until, pause)
            if n < READERS
            else crowd.submit(reviews, who, case, until, pause)
            for n, who in enumerate(people)
        ]
        for each in coming:
            waits.add(each.result())
    return waits


def users(folder: Path) -> Path:
    """A file of those who may log in."""
    password = hashed(PASSWORD)
    known = [User("reader", Role.READER, password)]
    known += [User(f"reviewer {n}", Role.REVIEWER, password) for n in range(REVIEWERS)]
    write(folder / USERS, known)
    return folder / USERS


def by_page(waits: Waits) -> Iterator[tuple[str, list[float]]]:
    """What was waited for each kind of page, those with most waiting first."""
    found: dict[str, list[float]] = {}
    for address, waited in waits.pages:
        found.setdefault(re.sub(r"\d+", "0", re.sub(r"=[^&]*", "=", address)), []).append(waited)
    yield from sorted(found.items(), key=lambda each: -max(each[1]))
