"""An endpoint that speaks the chat protocol of OpenAI (``/v1/chat/completions``), as most servers do."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from firsthand.errors import Refused
from firsthand.fetching import Answer, place, post
from firsthand.machines.answers import Said, said, trouble
from firsthand.records import Machine

PATIENCE = 600.0  # seconds for one answer: a model on a processor alone takes minutes for a page
LARGEST = 4 * 1024 * 1024  # bytes of an answer; a page of writing has some 4,000
TRIES = 3
BUSY = (429, 503)
LONGEST_WAIT = 60.0  # seconds that are waited because a server asks for it
WAIT = 5.0  # where it does not say how long
KEY = re.compile(r"[!-~]+")
EXAMPLE = 'endpoint = "http://localhost:8080/v1" and model = "…" under [machine], and add it to the case'


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers. ``key`` goes with every question, and nowhere else; "" where none is wanted."""

    url: str
    host: str
    model: str
    key: str = field(default="", repr=False)
    variable: str = ""

    @property
    def name(self) -> str:
        """Who makes what it makes: "MODEL at HOST"."""
        return f"{self.model} at {self.host}"


def endpoint(machine: Machine) -> Endpoint:
    """The endpoint that a ``case.toml`` names, with the key out of the environment.

    Raises Refused where it names none, none that can be, or a variable that is not set.
    """
    if not machine.endpoint or not machine.model:
        raise Refused("no machine is named that could be asked", where="case.toml", do=f"Write {EXAMPLE}")
    try:
        base, host = place(machine.endpoint.rstrip("/").removesuffix("/chat/completions"))
    except Refused as why:
        raise Refused(f"[machine] endpoint {why.what}", where="case.toml", do=f"Write {EXAMPLE}") from why
    key = os.environ.get(machine.key, "").strip() if machine.key else ""
    if machine.key and not KEY.fullmatch(key):
        is_so = "holds what is no key" if key else "is not set"
        raise Refused(f"the environment variable {machine.key}, which is to hold the key, {is_so}")
    return Endpoint(f"{base}/chat/completions", host, machine.model, key, machine.key)


def ask(to: Endpoint, content: object) -> Said:
    """What the model says to ``content``: text, or parts as the protocol has them.

    All of it goes as one message of the user, for not every model has a place for another. A server that is
    busy is asked again, up to ``TRIES`` times and as late as it asks for. Raises Refused where no answer
    comes, Unreadable where it is none in words.
    """
    messages = [{"role": "user", "content": content}]
    question: dict[str, object] = {"model": to.model, "messages": messages, "temperature": 0}
    answer = _answer(to, question)
    if answer.status == 400 and b"temperature" in answer.content:  # some models have only one
        del question["temperature"]
        answer = _answer(to, question)
    if answer.status != 200:
        raise trouble(answer, to.host, to.model, to.variable)
    return said(answer.content, to.host, to.model)


def _answer(to: Endpoint, question: Mapping[str, object]) -> Answer:
    body = json.dumps(question, ensure_ascii=False).encode("utf-8", "replace")
    fields = {"Content-Type": "application/json", "Accept": "application/json"}
    fields |= {"Authorization": f"Bearer {to.key}"} if to.key else {}
    for left in reversed(range(TRIES)):
        answer = post(to.url, body, fields, PATIENCE, LARGEST)
        wait = _wait(answer)
        if answer.status not in BUSY or not left or wait > LONGEST_WAIT:
            break
        time.sleep(wait)
    return answer


def _wait(answer: Answer) -> float:
    """The seconds after which a server wants to be asked again."""
    wanted = answer.fields.get("retry-after", "")
    if wanted.isdecimal():
        return float(wanted[:9])
    try:
        at = parsedate_to_datetime(wanted)
        return max((at.astimezone(UTC) - datetime.now(UTC)).total_seconds(), 0.0)
    except (ValueError, TypeError, OverflowError):
        return WAIT
