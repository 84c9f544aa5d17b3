"""Web pages that a browser saved in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.errors import Unreadable
from firsthand.records.document import Member
from firsthand.records.formats import eml, mhtml
from firsthand.records.intake import read

HEAD = (
    "From: <Saved by Blink>\r\n"
    "Snapshot-Content-Location: https://gazette.example/pier\r\n"
    "Subject: The pier\r\n"
    "Date: Sat, 28 Nov 2026 00:03:49 GMT\r\n"
    "MIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--edge"\r\n\r\n\r\n'
)
PAGE = (
    "----edge\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://gazette.example/pier\r\n\r\n"
    "<html><body><p>=D0=84 The pier is safe=\r\n, she said.</p></body></html>\r\n"
)
PICTURE = (
    "----edge\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
    "Content-Location: https://gazette.example/p.png\r\n\r\niVBORw0KGgo=\r\n"
)
END = "----edge--\r\n"
SAMPLE = (HEAD + PAGE + PICTURE + END).encode()


def test_the_page_is_taken_out_with_its_address_and_the_time_of_saving() -> None:
    (page,) = mhtml.read(SAMPLE)
    assert isinstance(page, Member)
    assert page.data.decode() == "<html><body><p>Є The pier is safe, she said.</p></body></html>"
    assert page.stated == {"url": "https://gazette.example/pier", "captured": "2026-11-28T00:03:49+00:00"}


def test_it_is_known_before_it_is_taken_for_a_mail() -> None:
    assert mhtml.claims(SAMPLE, "x") > eml.claims(SAMPLE, "x.eml")
    other = SAMPLE.replace(b"Snapshot-Content-Location: https://gazette.example/pier\r\n", b"")
    assert mhtml.claims(other, "a.mht") > eml.claims(other, "a.mht") > mhtml.claims(other, "a.eml")
    (member,) = read_members(other)
    assert (member.part, member.stated["url"]) == ("part 1", "https://gazette.example/pier")


def read_members(data: bytes) -> tuple[Member, ...]:
    return tuple(part for part in mhtml.read(data) if isinstance(part, Member))


def test_a_page_from_a_machine_s_own_files_has_no_address() -> None:
    (page,) = read_members(SAMPLE.replace(b"https://gazette.example/pier", b"file:///home/pier.html"))
    assert "url" not in page.stated


def test_without_a_page_it_is_refused() -> None:
    with pytest.raises(Unreadable, match="without the page"):
        mhtml.read((HEAD + PICTURE + END).encode())


def test_what_is_in_it_is_read_as_any_page(tmp_path: Path) -> None:
    path = tmp_path / "pier.mhtml"
    path.write_bytes(SAMPLE)
    found = read(path, "pier.mhtml", "0" * 64, "")
    assert [member.name for member in found.members] == ["page.html"]
