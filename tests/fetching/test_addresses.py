"""Addresses taken apart, and which of them are of the public network."""

from __future__ import annotations

import pytest

from firsthand.errors import Refused
from firsthand.fetching.addresses import parse, public


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://press.example", "https://press.example/"),
        ("HTTP://Press.Example:80/a b?q=ö#c", "http://press.example/a%20b?q=%C3%B6"),
        ("https://press.example:8443/a%20b", "https://press.example:8443/a%20b"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2001:db8::1]/x", "http://[2001:db8::1]/x"),
        ("https://press.example./a", "https://press.example/a"),
        ("https://press.example/a\r\nHost: evil", "https://press.example/aHost:%20evil"),
    ],
)
def test_an_address_is_requested_as_it_must_be_written(url: str, taken: str) -> None:
    assert parse(url).url == taken
    assert "\r" not in parse(url).target and " " not in parse(url).target


@pytest.mark.parametrize(
    "url",
    ["ftp://press.example/", "file:///etc/passwd", "http://", "http://[bad/", "http://a:b@press.example/",
     "http://press.example:99999/", "gopher://x", "http://a b/",
     "http://\0/", "http://a\0.example/", "http://" + "a" * 70 + ".example/"],
)  # fmt: skip
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        parse(url)


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1",
     "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1",
     "255.255.255.255", "ff02::1", "64:ff9b::10.0.0.1"],
)  # fmt: skip
def test_private_addresses_are_known_however_they_are_wrapped(ip: str) -> None:
    assert not public(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])
def test_public_addresses_are_public(ip: str) -> None:
    assert public(ip)
