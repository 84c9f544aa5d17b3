"""Mailboxes."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand import Case
from firsthand.errors import Unreadable
from firsthand.records.document import Member
from firsthand.records.formats import mbox
from firsthand.records.intake import read
from tests.records.formats.test_eml import letter

ABOVE = b"From ann@post.example Thu Nov 14 14:20:00 2024\n"
LINES = ["From a", ">From b", "From: c", "", "x é"]
SAMPLE = (
    ABOVE
    + b"From: Ann\nSubject: =?utf-8?b?0KjQu9GO0Lc=?=\n\n"
    + b"The lock was shut.\n>From the pier.\n>>From there.\n\n"
    + b"From - Fri Nov 15 09:00:00 2024\r\nDate: Fri, 15 Nov 2024 09:00:00 +0200\r\nSubject: a/b\r\n\r\n"
    + b"It is.\r\n\r\n"
    + b"From \nReceived: by a.example\n\nFrom what I saw 12:30 in 2024\n\nFrom now on it is shut.\n"
)


def members(data: bytes) -> list[Member]:
    return [each for each in mbox.read(data) if isinstance(each, Member)]


def test_each_mail_is_a_file_of_its_own_named_by_its_subject() -> None:
    first, second, third = members(SAMPLE)
    assert [each.name for each in (first, second, third)] == ["1 Шлюз.eml", "2 a b.eml", "3.eml"]
    assert first.data.endswith(b"\n\nThe lock was shut.\nFrom the pier.\n>From there.\n")
    assert second.data.endswith(b"\r\n\r\nIt is.\r\n")
    assert third.data.endswith(b"From now on it is shut.\n")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(LINES), min_size=1), min_size=1, max_size=4))
def test_what_pythons_mailbox_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("m") / "box"
    box = mailbox.mbox(path)
    for lines in texts:
        box.add(("From: Ann\n\n" + "\n".join(lines) + "\n").encode())
    box.close()
    found = members(path.read_bytes())
    assert len(found) == len(texts)
    for each, lines in zip(found, texts, strict=True):
        # Python writes ">" before "From " alone, so that one that stood there is lost.
        wanted = "\n".join(line.removeprefix(">") if line.startswith(">From ") else line for line in lines)
        assert each.data.decode().rstrip("\n") == f"From: Ann\n\n{wanted}".rstrip("\n")


def test_a_mail_with_a_line_above_it_is_read_in_a_case(tmp_path: Path) -> None:
    (tmp_path / "sent").write_bytes(SAMPLE)
    with Case.create(tmp_path / "c") as case:
        case.add(tmp_path / "sent")
        first, second, _ = case.records()
        assert first.name == "sent/1 Шлюз.eml" and first.title == "Шлюз"
        assert first.text == "The lock was shut.\nFrom the pier.\n>From there."
        assert second.published.startswith("2024-11-15")


@pytest.mark.parametrize("data", [b"", b"From the pier it looked shut.\n", b"From: Ann\n\nx", b"\n" + ABOVE])
def test_other_texts_are_none(data: bytes) -> None:
    assert mbox.claims(data, "box.mbox") == 0
    with pytest.raises(Unreadable, match="is no mailbox"):
        mbox.read(data)


def test_a_single_mail_under_its_name_stays_a_mail() -> None:
    assert read(ABOVE + letter("It is shut.").as_bytes(), "a.eml").format == "eml"
