"""What tests of several parts share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests import postgresql as own

# How long an example takes is no property: beside others that work on the same machine it is any time.
settings.register_profile("any time", deadline=None)
settings.load_profile("any time")

ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with a test that is given more time begin first, so that no process waits for them at the end."""
    long = {each.path for each in items if each.get_closest_marker("timeout")}
    items.sort(key=lambda each: each.path not in long)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium that keeps to itself; the test is skipped where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("needs Chromium, which is not installed here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a database on a server of our own; the test is skipped where there can be none."""
    pytest.importorskip("psycopg", reason='needs psycopg: pip install "firsthand[team]"')
    if not own.programs():
        pytest.skip(own.MISSING)
    with own.server() as address:
        yield address


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def database(request: pytest.FixtureRequest) -> str:
    """Where the tables of a case are to be: "" for its folder, or the address of a database."""
    return "" if request.param == "SQLite" else str(request.getfixturevalue("postgresql"))
