"""The OpenAPI (3.1) of every address that gives JSON or takes a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from firsthand import __version__
from firsthand.workbench import entering, news, pages, publishing, ruling
from firsthand.workbench.describing import PAGES, Page
from firsthand.workbench.desk import FARTHEST
from firsthand.workbench.doors import HEADER, TOKEN
from firsthand.workbench.sending import Field, Form
from firsthand.workbench.working import State

FORMS = (*entering.FORMS, *ruling.FORMS, *publishing.FORMS, *news.FORMS)
NUMBERS = {
    "start": {"type": "integer", "minimum": 0, "maximum": FARTHEST},
    "since": {"type": "string", "pattern": "^[0-9]{0,9}$"},
    "count": {"type": "integer", "minimum": 1, "maximum": pages.MOST},
}
STRING = {"type": "string"}
ELSEWHERE = {"description": "to a page", "headers": {"Location": {"schema": STRING}}}
FAULT = {"type": "object", "properties": {"what": {"type": "string"}}, "required": ["what"]}
HTML: dict[str, Any] = {"text/html": {}}
ENCODINGS = ("application/x-www-form-urlencoded", "multipart/form-data")
# What every address may answer, and what every form may.
OUTSIDE, LOW = (401, "nobody is logged in"), (403, "the role of who is logged in is not enough")
AWAY = (503, "the case is being laid ready, or cannot be read")
FORGED = (403, "the role of who sends it is not enough, or the token is not that of the session")
MISTYPED = (400, "a number is none, or too large")
UNREADABLE = (400, "it cannot be read as a form, or has too many fields")
LATE = (408, "it did not come whole within 20 seconds")
TOO_LARGE = (413, "it is larger than is taken here")
Schemas = Mapping[type[Any], Mapping[str, Any]]


@cache
def openapi(asks: bool = True) -> dict[str, Any]:
    """The description of all of them; those at which one logs in and out only where it ``asks``."""
    forms = [form for form in FORMS if asks or form not in entering.FORMS]
    given = [*(kind for page in PAGES for kind in page.gives), State, *(f.gives for f in forms if f.gives)]
    kinds = list(dict.fromkeys(given))
    made, parts = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    schemas = dict(zip(kinds, made, strict=True))
    return {
        "openapi": "3.1.0",
        "info": {"title": "Firsthand workbench", "version": __version__},
        "paths": _paths(forms, schemas),
        "components": {
            "schemas": parts,
            "securitySchemes": {"token": {"type": "apiKey", "in": "header", "name": HEADER}},
        },
    }


def _paths(forms: Iterable[Form], schemas: Schemas) -> dict[str, Any]:
    """By address, what it gives and takes. Who reads a page may send its form at the same address."""
    work = _read("work", "How far the work beside the pages is.", _json(schemas[State]))
    paths: dict[str, Any] = {page.json: {"get": _page(page, schemas)} for page in PAGES}
    paths[news.STATE] = {"get": work}
    for form in forms:
        paths[form.path] = {"post": _form(form, schemas)}
    for page in PAGES:
        paths.setdefault(page.path, {})["get"] = _page(page)
    if entering.ENTER in forms:
        door = _read("enter", "The page on which one logs in; whoever is in already goes on.", HTML)
        door["responses"]["303"] = ELSEWHERE
        paths[entering.ENTER.path]["get"] = door
    return paths


# ------------------------------------------------------------ what is read


def _page(page: Page, schemas: Schemas | None = None) -> dict[str, Any]:
    """A page as JSON, or for people where no schemas are given."""
    found = [schemas[kind] for kind in page.gives] if schemas else []
    given = _json(found[0] if len(found) == 1 else {"anyOf": found}) if schemas else HTML
    anchored = "{anchor}" in page.path
    named = {"type": "string", "pattern": page.anchors}
    anchor = {"name": "anchor", "in": "path", "required": True, "schema": named}
    asked = [{"name": word, "in": "query", "schema": NUMBERS.get(word, STRING)} for word in page.words]
    told = _read(
        page.name if schemas else f"{page.name} page",
        page.view.__doc__ or "",
        given,
        [*([anchor] if anchored else ()), *asked],
        [*([(404, "there is none")] if anchored else []), *([MISTYPED] if page.words else [])],
    )
    if anchored:  # a line, a passage: the sheet on which it stands
        told["responses"]["303"] = ELSEWHERE
    return told


def _read(
    name: str,
    what: str,
    given: Mapping[str, Any],
    asked: Sequence[Mapping[str, Any]] = (),
    refuses: Sequence[tuple[int, str]] = (),
) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": what.strip(),
        "parameters": list(asked),
        "responses": {
            "200": {"description": "as asked", "content": given},
            **_refusals((*refuses, OUTSIDE, LOW, AWAY), _json(FAULT) | (HTML if given is HTML else {})),
        },
    }


# ------------------------------------------------------------ what is sent


def _form(form: Form, schemas: Schemas) -> dict[str, Any]:
    fields = (*form.fields, Field(TOKEN, f"The token of the session, if it is not sent as {HEADER}"))
    schema = {"type": "object", "properties": {each.name: _field(each) for each in fields}}
    some = (OUTSIDE, FORGED) if form.needs else ((403, "the token is not that of the visit"),)
    refuses = (UNREADABLE, *some, LATE, TOO_LARGE, *form.refuses, AWAY)
    asked = "where JSON is asked for"
    made = {"201": {"description": asked, "content": _json(schemas[form.gives])}} if form.gives else {}
    return {
        "operationId": form.name,
        "summary": form.what,
        "security": [{"token": []}],
        "requestBody": {"required": True, "content": {each: {"schema": schema} for each in ENCODINGS}},
        "responses": {
            **made,
            "303": ELSEWHERE,
            **_refusals(refuses, _json(FAULT) | HTML),
        },
    }


def _field(field: Field) -> dict[str, Any]:
    schema = STRING | ({"enum": list(field.of)} if field.of else {})
    told = {"type": "array", "items": schema} if field.many else schema
    return told | {"description": field.what}


def _refusals(refuses: Iterable[tuple[int, str]], content: Mapping[str, Any]) -> dict[str, Any]:
    """One answer of each status; where several are of one, with all that it may mean."""
    told: dict[str, str] = {}
    for status, what in refuses:
        told[str(status)] = f"{told[str(status)]}; {what}" if str(status) in told else what
    return {status: {"description": what, "content": content} for status, what in told.items()}


def _json(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
