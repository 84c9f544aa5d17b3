"""The OpenAPI (3.1) of every address that gives JSON or takes a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from firsthand import __version__
from firsthand.workbench import entering, news, pages, publishing, ruling
from firsthand.workbench.describing import PAGES, Page
from firsthand.workbench.doors import HEADER, TOKEN
from firsthand.workbench.sending import Field, Form
from firsthand.workbench.working import State

FORMS = (*entering.FORMS, *ruling.FORMS, *publishing.FORMS, *news.FORMS)
NUMBERS = {
    "start": {"type": "integer", "minimum": 0},
    "since": {"type": "integer", "minimum": 0},
    "count": {"type": "integer", "minimum": 1, "maximum": pages.MOST},
}
STRING = {"type": "string"}
ELSEWHERE = {"description": "to a page", "headers": {"Location": {"schema": STRING}}}
FAULT = {"type": "object", "properties": {"what": {"type": "string"}}, "required": ["what"]}
ENCODINGS = ("application/x-www-form-urlencoded", "multipart/form-data")
# What every address may answer, and what every form may.
OUTSIDE, LOW = (401, "nobody is logged in"), (403, "the role of who is logged in is not enough")
AWAY = (503, "the case is being laid ready, or cannot be read")
FORGED = (403, "the role of who sends it is not enough, or the token is not that of the session")
UNREADABLE = (400, "it cannot be read as a form, or has too many fields")
LATE = (408, "it did not come whole within 20 seconds")
TOO_LARGE = (413, "it is larger than is taken here")
Schemas = Mapping[type[Any], Mapping[str, Any]]


@cache
def openapi() -> dict[str, Any]:
    """The description of all of them."""
    given = [*(kind for page in PAGES for kind in page.gives), State, *(f.gives for f in FORMS if f.gives)]
    kinds = list(dict.fromkeys(given))
    made, parts = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    schemas = dict(zip(kinds, made, strict=True))
    return {
        "openapi": "3.1.0",
        "info": {"title": "Firsthand workbench", "version": __version__},
        "paths": {
            **{page.json: {"get": _page(page, schemas)} for page in PAGES},
            news.STATE: {"get": _read("work", "How far the work beside the pages is.", schemas[State])},
            **{form.path: {"post": _form(form, schemas)} for form in FORMS},
        },
        "components": {
            "schemas": parts,
            "securitySchemes": {"token": {"type": "apiKey", "in": "header", "name": HEADER}},
        },
    }


# ------------------------------------------------------------ what is read


def _page(page: Page, schemas: Schemas) -> dict[str, Any]:
    found = [schemas[kind] for kind in page.gives]
    anchored = "{anchor}" in page.path
    named = {"type": "string", "pattern": page.anchors}
    anchor = {"name": "anchor", "in": "path", "required": True, "schema": named}
    asked = [
        {"name": word, "in": "query", "schema": NUMBERS.get(word, {"type": "string"})} for word in page.words
    ]
    told = _read(
        page.name,
        page.view.__doc__ or "",
        found[0] if len(found) == 1 else {"anyOf": found},
        [*([anchor] if anchored else ()), *asked],
        [(404, "there is none")] if anchored else [],
    )
    if anchored:  # a line, a passage: the sheet on which it stands
        told["responses"]["303"] = ELSEWHERE
    return told


def _read(
    name: str,
    what: str,
    schema: Mapping[str, Any],
    asked: Sequence[Mapping[str, Any]] = (),
    refuses: Sequence[tuple[int, str]] = (),
) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": what.strip(),
        "parameters": list(asked),
        "responses": {
            "200": {"description": "as asked", "content": _json(schema)},
            **_refusals((*refuses, OUTSIDE, LOW, AWAY), _json(FAULT)),
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
            **_refusals(refuses, _json(FAULT) | {"text/html": {}}),
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
