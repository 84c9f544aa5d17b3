"""The doors of the workbench: each says who may come in, and takes nothing that was not meant."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from functools import partial
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from firsthand.workbench.desk import Elsewhere
from firsthand.workbench.entrance import Entrance
from firsthand.workbench.roles import NOBODY, Role, Who

Answer = Callable[[Request], Awaitable[Response]]
SMALL = 256 * 1024  # bytes of what is sent, where a door says nothing else
FIELDS = 200
TOKEN, HEADER = "token", "x-firsthand-token"
SAFE = ("GET", "HEAD")
FORGED = "This did not come from a page of yours as it is now. Load the page again, and send it once more."
TOO_LARGE = "That is too much at once. Send less."


class Door(Route):
    """An address with what answers there. ``needs``: the role to come in; None lets in anybody.

    What changes something (any method but GET and HEAD) must carry the token of the session, as the field
    "token" or the header "X-Firsthand-Token", and come from a page of ours. ``most``: bytes that are taken.
    """

    def __init__(
        self,
        path: str,
        answer: Answer,
        needs: Role | None,
        *,
        methods: Collection[str] = ("GET",),
        name: str | None = None,
        most: int = SMALL,
    ) -> None:
        self.needs = needs
        through = partial(_through, answer, needs, most)
        super().__init__(path, through, methods=methods, name=name or path, max_body_size=most)


def who(request: Request) -> Who:
    """Who asks; behind a door that needs a role there is always somebody."""
    found: Who = request.state.who
    return found


async def _through(answer: Answer, needs: Role | None, most: int, request: Request) -> Response:
    entrance: Entrance = request.app.state.entrance
    found = entrance.who(request)
    if needs is not None:
        _let_in(needs, found, request)
    request.state.who = found or NOBODY
    if request.method not in SAFE:
        length = request.headers.get("content-length", "")
        if length.isascii() and length.isdigit() and int(length) > most:
            raise HTTPException(413, TOO_LARGE)
        await _meant(entrance, request, most)
    return await answer(request)


def _let_in(needs: Role, found: Who | None, request: Request) -> None:
    if found is None and request.method in SAFE and not wants_json(request):
        query = f"?{request.url.query}" if request.url.query else ""
        raise Elsewhere(f"/enter?to={quote(request.url.path + query, safe='/')}")
    if found is None:
        raise HTTPException(401, "Log in first.")
    if not found.role.may(needs):
        raise HTTPException(403, f"This is for whoever has the role “{needs}”; yours is “{found.role}”.")


async def _meant(entrance: Entrance, request: Request, most: int) -> None:
    """Refuses what another site sends, and what does not carry the token of this session."""
    if not entrance.ours(request):
        raise HTTPException(403, FORGED)
    # Read here also where the token is a header: the form is kept, and so these bounds hold for every one.
    form = await request.form(max_files=0, max_fields=FIELDS, max_part_size=most)
    given: object = request.headers.get(HEADER, form.get(TOKEN))
    if not isinstance(given, str) or not entrance.knows(request, given):
        raise HTTPException(403, FORGED)


def wants_json(request: Request) -> bool:
    """Whether the answer is to be JSON: by the address, or because it is asked for."""
    return request.url.path.endswith(".json") or request.headers.get("accept", "").startswith(
        "application/json"
    )


def inside(address: str) -> str:
    """An address to go to after logging in, if it is one of ours; else the first page."""
    # What cannot be printed goes too: browsers pass over a tab and take "/\t/host" for "//host".
    ours = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if ours and address.isprintable() else "/"
