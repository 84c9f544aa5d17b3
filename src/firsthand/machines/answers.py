"""What the server of a model answered: what was said, or what is wrong, for a person."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from firsthand.errors import Refused, Unreadable
from firsthand.fetching import Answer

SHOWN = 200  # characters of what a server says of its trouble
# What models say to themselves first, and the fences that they put around an answer.
THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
FENCE = re.compile(r"\A```[^\n]*\n(.*?)\n?```\Z", re.DOTALL)
TROUBLE = {
    404: (
        "knows no such model, or no chat",
        "Check [machine] endpoint and model: the first often ends in /v1",
    ),
    413: ("takes no question as long", "Ask another server"),
    429: ("is busy, or has enough of this key", "Ask again later: what is done already is kept"),
    503: ("is busy", "Ask again later: what is done already is kept"),
}
ELSEWHERE = "sends elsewhere, which is not followed", "Name the address that it sends to, if you trust it"


@dataclass(frozen=True, slots=True)
class Said:
    """What a model said, and the whole answer of its server as it came."""

    text: str
    answer: str


def trouble(answer: Answer, host: str, model: str, variable: str) -> Refused:
    """What a status other than 200 means for a person. ``variable`` is where the key is from."""
    status = answer.status
    told, do = TROUBLE.get(status, (f"has trouble with it ({status})", "Ask whoever runs it"))
    if status in range(300, 400):
        told, do = ELSEWHERE
    if status in (401, 403) and variable:
        told, do = f"does not accept the key in {variable}", "Check the key"
    elif status in (401, 403):
        told, do = "wants a key", 'Name the environment variable that holds it: [machine] key = "…"'
    after = answer.fields.get("retry-after", "")
    if status in (429, 503) and after.isdecimal():
        told += f", and asks to wait {after} seconds"
    says = _complaint(answer.content)
    return Refused(f"{told}{f' (it says: {says})' if says else ''}", where=f"{model} at {host}", do=do)


def _complaint(content: bytes) -> str:
    """What a server says of its trouble, in a line."""
    try:
        found: Any = json.loads(content)
    except (ValueError, RecursionError):
        return ""
    error = found.get("error") if isinstance(found, dict) else None
    return _line(error.get("message") if isinstance(error, dict) else error)


def _line(value: object) -> str:
    line = " ".join(value.split())[:SHOWN] if isinstance(value, str) else ""
    return "".join(char if char.isprintable() else "\ufffd" for char in line).rstrip(".")


def said(content: bytes, host: str, model: str) -> Said:
    """What the model said, of an answer with status 200.

    Raises Refused where that is another protocol, Unreadable where the model gives no whole answer to this
    question; it may give one to the next.
    """
    where = f"{model} at {host}"
    try:
        answer = content.decode("utf-8")
        choice: Any = json.loads(answer)["choices"][0]
        message, end = choice["message"], choice.get("finish_reason")
        text, refusal = _text(message.get("content")), _line(message.get("refusal"))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        do = "Check [machine] endpoint: it often ends in /v1"
        raise Refused("what it answers is no chat completion", where=where, do=do) from error
    if refusal or end == "content_filter":
        told = f"refuses ({refusal})" if refusal else "refuses"
        raise Unreadable(told, where=where, do="Ask another model, or a person")
    if end == "length":
        do = "Let the server give longer answers, or ask another model"
        raise Unreadable("came to no end: its answer is cut off", where=where, do=do)
    if not text:
        raise Unreadable("says nothing", where=where, do="Ask another model")
    return Said(text, answer)


def _text(content: object) -> str:
    """The words of a message: as they are, or out of parts; without thoughts and fences."""
    if isinstance(content, list):
        content = "".join(str(part.get("text") or "") for part in content if isinstance(part, dict))
    text = THOUGHT.sub("", content if isinstance(content, str) else "").strip()
    fenced = FENCE.fullmatch(text)
    return (fenced[1] if fenced else text).strip()
