"""What was received is read, and what lies in it is taken out."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand import Case, opening
from firsthand.engines import Limits
from firsthand.records import formats
from firsthand.records.document import Document, Member, Part
from firsthand.records.formats import Format


def nested(data: bytes) -> tuple[Part, ...]:
    """A made-up format: the first line is the letter, every other line a file in it, in hexadecimal."""
    words, *inside = data.removeprefix(b"LETTER\n").decode().split("\n")
    members = (
        Member(f"attachment {n}", f"{n}.txt", bytes.fromhex(each), {"url": f"https://post.example/{n}"})
        for n, each in enumerate(inside, 1)
    )
    return (Document(text=words), *members)


def letter(words: str, *inside: bytes) -> bytes:
    return "\n".join(["LETTER", words, *(each.hex() for each in inside)]).encode()


LETTER = Format("letter", lambda head, _: float(head.startswith(b"LETTER")), nested)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("firsthand.records.intake.FORMATS", (LETTER, *formats.FORMATS))
    with Case.create(tmp_path / "c") as made:
        yield made


def test_what_lies_in_a_file_becomes_a_record_of_its_own(case: Case, tmp_path: Path) -> None:
    inside = b"The lock was shut.", b"The ferry left."
    (tmp_path / "mail.let").write_bytes(letter("The minutes are attached.", *inside))
    taken = case.add(tmp_path / "mail.let")
    assert [(r.name, r.text) for r in case.records()] == [
        ("mail.let", "The minutes are attached."),
        ("mail.let/1.txt", "The lock was shut."),
        ("mail.let/2.txt", "The ferry left."),
    ]
    assert [r.url for r in case.records()] == ["", "https://post.example/1", "https://post.example/2"]
    assert (taken.received, taken.records) == (1, 3)
    assert [e.action for e in case.custody() if "taken out" in e.action] == ["object taken out"] * 2
    assert case.original(case.records()[1].object) == b"The lock was shut."
    assert case.verify() == ()


def test_a_file_in_itself_is_taken_out_only_so_deep(case: Case, tmp_path: Path) -> None:
    inside = b"The end."
    for depth in reversed(range(opening.DEEPEST + 2)):
        inside = letter(f"Letter {depth}.", inside)
    (tmp_path / "deep.let").write_bytes(inside)
    taken = case.add(tmp_path / "deep.let")
    assert [r.text for r in case.records()] == [f"Letter {n}." for n in range(opening.DEEPEST + 1)]
    (refusal,) = taken.refusals
    assert "one in the other" in refusal.what


def test_the_rest_goes_on_where_one_file_takes_too_long(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "COST", Limits(seconds=0.3, memory=2 * 1024**3))
    monkeypatch.setattr(opening, "_read_file", slow)
    for name in ("a.txt", "stuck.txt", "z.txt"):
        (tmp_path / name).write_text(f"The lock {name} was shut.")
    taken = case.add(*(tmp_path / name for name in ("a.txt", "stuck.txt", "z.txt")))
    assert [record.name for record in case.records()] == ["a.txt", "z.txt"]
    (refusal,) = taken.refusals
    assert refusal.name == "stuck.txt" and "took more than 0.3 seconds" in refusal.what
    assert case.add(tmp_path / "stuck.txt").refusals == ()  # told once, and kept


def slow(job: tuple[Path, str, str]):
    if "stuck" in job[1]:
        import time

        time.sleep(20)
    from firsthand import records

    return records.read(*job)


def test_archives_in_archives_come_to_an_end(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_FILES", 5)
    inner = [letter(f"Letter {n}.", *(f"File {n}, {m}.".encode() for m in range(2))) for n in range(3)]
    (tmp_path / "mail.let").write_bytes(letter("All of it.", *inner))
    (tmp_path / "other.let").write_bytes(letter("Another.", b"The lock was shut."))
    taken = case.add(tmp_path / "mail.let", tmp_path / "other.let")
    assert [r.name for r in taken.refusals] == ["mail.let/2.txt", "mail.let/3.txt"]
    assert all(r.what.startswith("was not taken out: of one file received") for r in taken.refusals)
    assert {r.name for r in case.records()} >= {"mail.let/1.txt/2.txt", "mail.let/3.txt", "other.let/1.txt"}
