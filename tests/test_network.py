"""Nothing opens a connection that nobody asked for: pages are fetched by ``Case.add`` alone, machines are
asked by ``Case.aids`` where a person agreed."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from base64 import b64decode
from pathlib import Path

import pytest

from tests.records.webarchive.building import http, page, record, wacz

SOURCE = Path(__file__).parents[1] / "src" / "firsthand"
FILES = sorted(p for p in SOURCE.rglob("*.py") if SOURCE / "fetching" not in p.parents)
NETWORK = {
    *("socket", "ssl", "http", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc", "asyncio", "socketserver"),
    *("urllib.request", "requests", "httpx", "httpx2", "urllib3", "aiohttp", "websockets", "webbrowser"),
}
# What else may, and when.
LISTENS = "it answers whoever comes to firsthand serve, and opens no connection itself"
APART = {
    "casefile/stamping.py": "a time authority that is named on the command line: seal --timestamp",
    "workbench/entrance.py": LISTENS,
    "workbench/guarding.py": LISTENS,
    "workbench/patience.py": LISTENS,
    "workbench/serving.py": LISTENS,
}
# Who uses ``fetching``, and when.
FETCHING = {
    "case.py": "an address that is named on the command line: add URL",
    "machines/chat.py": "the endpoint in case.toml, once a person agreed to its host: transcribe, translate",
    "machines/answers.py": "what that endpoint answered",
}


def imports(code: str) -> set[str]:
    """Every module that the code names in an import, and what it takes from it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{each.name}" for each in node.names)}
    return found


def networked(code: str) -> set[str]:
    return {each for each in imports(code) if any(each == n or each.startswith(f"{n}.") for n in NETWORK)}


def test_no_other_part_imports_what_can_open_a_connection() -> None:
    assert networked("def f():\n from urllib import request\n import http.client") != set()
    assert networked("from urllib.parse import urlsplit") == set()
    found = {str(file.relative_to(SOURCE)): networked(file.read_text("utf-8")) for file in FILES}
    assert {name for name, modules in found.items() if modules} == set(APART)


def test_only_the_case_fetches_and_asks() -> None:
    named = {str(p.relative_to(SOURCE)): imports(p.read_text("utf-8")) for p in FILES}
    using = {file for file, names in named.items() if any("fetching" in each for each in names)}
    assert using == set(FETCHING)
    assert [file for file, names in named.items() if "firsthand.fetching.post" in names] == [
        "machines/chat.py"
    ]


PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsVMxNgAAAABJRU5ErkJggg=="
)
WATCHED = """
import sys
def watch(event, args):
    if event == "socket.getaddrinfo" or event == "socket.connect" and isinstance(args[1], tuple):
        with open("connections", "a") as file:
            print(event, args, file=file)
sys.addaudithook(watch)
"""
ASKS = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
TRACES = "from firsthand.cli import main; main()"


@pytest.mark.parametrize(("code", "connects"), [(ASKS, True), (TRACES, False)])
def test_a_whole_run_opens_no_connection(tmp_path: Path, code: str, connects: bool) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    linked = b"<!doctype html><link rel=stylesheet href='//press.example/a.css'><img src='//a.example/b.png'>"
    (folder / "a.html").write_bytes(linked + page("<iframe src='http://press.example/'></iframe>"))
    (folder / "b.wacz").write_bytes(wacz(record(http(page())), pages=[{"url": "https://press.example/lock"}]))
    named = '[machine]\nendpoint = "http://127.0.0.1:9/v1"\nmodel = "m"\n'
    (folder / "case.toml").write_text(named + '[[record]]\nfile = "p.png"\nkind = "page"\n')
    (folder / "p.png").write_bytes(PNG)
    (tmp_path / "sitecustomize.py").write_text(WATCHED)
    env = os.environ | {"PYTHONPATH": f"{tmp_path}:{os.environ.get('PYTHONPATH', '')}:{SOURCE.parent}"}
    command = [sys.executable, "-c", code, "trace", str(folder)]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)
    assert (tmp_path / "connections").exists() is connects, done.stderr
    assert connects or done.returncode == 0, done.stderr
