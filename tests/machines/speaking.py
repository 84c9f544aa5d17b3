"""A server on this machine that speaks the chat protocol of OpenAI, and says what a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Question = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What the server answers once: a status, a body as it is, further fields."""

    body: bytes = b""
    status: int = 200
    fields: dict[str, str] = field(default_factory=dict)


def says(text: object, finish: str = "stop", **message: object) -> Answer:
    """A chat completion in which the model says ``text``."""
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": text, **message},
        "finish_reason": finish,
    }
    done = {"id": "c-1", "object": "chat.completion", "model": "stub", "choices": [choice]}
    return Answer(json.dumps(done).encode())


Script = Sequence[Answer] | Callable[[Question], Answer]


class Model:
    """``asked`` holds the questions with their header fields, in order. A script of answers is gone through;
    the last is given again and again."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[tuple[dict[str, str], Question]] = []
        self.url = ""
        self.host = ""

    def answer(self, fields: dict[str, str], question: Question) -> Answer:
        self.asked.append((fields, question))
        if callable(self.script):
            return self.script(question)
        return self.script[min(len(self.asked), len(self.script)) - 1]


@contextmanager
def speaking(script: Script, path: str = "/v1/chat/completions") -> Iterator[Model]:
    """A model behind an endpoint, for the time of a test."""
    model = Model(script)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fields = {name.lower(): value for name, value in self.headers.items()}
            found = model.answer(fields, question) if self.path == path else Answer(b"no", 404)
            self.send_response(found.status)
            for name, value in {"Content-Length": str(len(found.body)), **found.fields}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(found.body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    model.host = f"127.0.0.1:{server.server_port}"
    model.url = f"http://{model.host}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join(2)
