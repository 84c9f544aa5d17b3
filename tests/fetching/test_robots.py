"""What a robots.txt allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.fetching.robots import allows, plain

ROBOTS = b"""\xef\xbb\xbf# made up
User-agent: other
Disallow: /

User-agent: *
Allow: /public
Disallow: /p
Disallow: /*.pdf$   # no papers
Disallow: /search?
Allow: /same
Disallow: /same

User-agent: Firsthand
User-agent: friend
Disallow: /secret
"""


@pytest.mark.parametrize(
    ("name", "target", "allowed"),
    [
        ("anybody", "/", True),
        ("anybody", "/public/a", True),
        ("anybody", "/private", False),
        ("anybody", "/a/b.pdf", False),
        ("anybody", "/a/b.pdf?x", True),
        ("anybody", "/search?q=1", False),
        ("anybody", "/same", True),
        ("firsthand", "/secret/a", False),
        ("firsthand", "/private", True),
        ("friend", "/s%65cret", False),
        ("other", "/", False),
    ],
)
def test_the_longest_rule_of_the_own_group_holds(name: str, target: str, allowed: bool) -> None:
    assert allows(ROBOTS, name, target) is allowed


@given(st.binary(max_size=200))
def test_any_bytes_say_something(data: bytes) -> None:
    assert allows(plain(data), "firsthand", "/a") in (True, False)
    assert allows(b"User-agent: *\nDisallow: " + data, "firsthand", "/a") in (True, False)


def test_without_rules_everything_is_allowed() -> None:
    assert allows(b"", "firsthand", "/") and allows(b"<html>not found</html>", "firsthand", "/")
    assert allows(b"User-agent: *\nDisallow:\n", "firsthand", "/")
