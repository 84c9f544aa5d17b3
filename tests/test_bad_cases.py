"""Circles of citing, false dates, reprints, footers: a sensible answer, which says what is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand import Case
from firsthand.model import Certainty, Independence, Record, Trace, Verdict

FERRY = (
    "{opening} ferry Tilda Maren lost both anchors off Brenning. “The crew cut the chains themselves,”"
    " harbour master Oskar Vendt said. Fourteen passengers waited on deck until dusk.\n"
)
Given = dict[str, str]


def report(outlet: str, text: str = FERRY, opening: str = "The", **head: str) -> Given:
    """A report's header and text."""
    return {"outlet": outlet, **head, "text": text.replace("{opening}", opening)}


def traced(folder: Path, *given: Given, record: str = "", **of_record: str) -> tuple[Trace, list[Record]]:
    """The trace of a folder of reports, and of a record if there is one, with its records by name."""
    (folder / "in").mkdir()
    for number, each in enumerate(given):
        head = "".join(f"{key}: {value}\n" for key, value in each.items() if key != "text")
        (folder / "in" / f"{number:04}.txt").write_text(f"---\n{head}---\n{each['text']}", "utf-8")
    if record:
        (folder / "in" / "record.txt").write_text(record, "utf-8")
        said = "".join(f'{key} = "{value}"\n' for key, value in of_record.items())
        listed = f'[[record]]\nfile = "record.txt"\nkind = "primary"\ntitle = "The log"\n{said}'
        (folder / "in" / "case.toml").write_text(listed, "utf-8")
    with Case.create(folder / "c") as case:
        case.add(folder / "in")
        found = case.trace()
        case.publish()
        return found, sorted(case.records(), key=lambda r: r.name)


def verdict(found: Trace, words: str) -> Verdict:
    """The verdict on the statement that has some words."""
    (statement,) = (s for s in found.statements if words in s.content)
    return next(v for v in found.verdicts if v.statement == statement.id)


def lines(found: Trace, records: list[Record]) -> set[tuple[int, int]]:
    """Lines of descent between records, by number."""
    number = {r.id: n for n, r in enumerate(records)}
    return {(number[d.child], number[d.parent]) for d in found.descents if d.parent in number}


OUTLETS = ("Kolmar Echo", "Dunmore Courier", "Varna Post")


@pytest.mark.parametrize("day", ["2024-05-01", ""])
@pytest.mark.parametrize("size", [2, 3])
def test_outlets_that_cite_each_other_in_a_circle_are_no_origin(tmp_path: Path, size: int, day: str) -> None:
    cites = [f"According to the {OUTLETS[(n + 1) % size]}, the" for n in range(size)]
    given = [report(OUTLETS[n], opening=cites[n], published=day) for n in range(size)]
    found, records = traced(tmp_path, *given)
    assert lines(found, records) == {(n, (n + 1) % size) for n in range(size)}
    (loop,) = found.loops
    assert len(loop.nodes) == size
    assert "do not tell which was first" in loop.note
    for words in ("anchors", "Fourteen"):
        open_ = verdict(found, words)
        assert (open_.independence, open_.origins) == (Independence.UNKNOWN, ())
        assert open_.reasons == (loop.note,)
    assert [o.name for o in verdict(found, "chains").origins] == ["Oskar Vendt"]


def test_of_two_that_name_each_other_no_line_is_shown(tmp_path: Path) -> None:
    first = report("Kolmar Echo", opening="According to the Dunmore Courier, the", published="2024-05-01")
    second = report("Dunmore Courier", opening="According to the Kolmar Echo, the", published="2024-05-01")
    found, records = traced(tmp_path, first, second)
    ends = {r.id for r in records}
    between = [d for d in found.descents if {d.child, d.parent} == ends]
    assert {d.certainty for d in between} == {Certainty.LIKELY, Certainty.POSSIBLE}
    assert all(any("in turn" in e.note for e in d.evidence) for d in between)


@pytest.mark.parametrize(
    "date", ["2931-05-02", "2931", "0212-05-02", "1970-01-01T00:00:00+00:00", "2024-02-31"]
)
def test_a_date_that_cannot_be_decides_nothing_and_is_told(tmp_path: Path, date: str) -> None:
    named = "The Kolmar Echo reported that the"
    first = report("Kolmar Echo", published="2024-05-01")
    found, records = traced(tmp_path, first, report("Dunmore Courier", opening=named, published=date))
    assert records[1].published == ""
    assert records[1].extra["published"] == date
    assert date in records[1].notes[0]
    assert any("0001.txt" in note for note in found.notes)
    assert lines(found, records) == {(1, 0)}


def test_what_is_dated_before_its_own_source_does_not_become_the_source(tmp_path: Path) -> None:
    named = "The Kolmar Echo reported that the"
    source = report("Kolmar Echo", published="2024-05-09")
    found, records = traced(
        tmp_path, source, report("Dunmore Courier", opening=named, published="2024-05-02")
    )
    assert lines(found, records) == set()
    (doubt,) = {e.note for d in found.descents for e in d.evidence if "dated after it" in e.note}
    assert "one of the two dates is wrong" in doubt
    assert verdict(found, "anchors").independence is Independence.SHARED
    assert verdict(found, "Fourteen").independence is Independence.UNKNOWN


def test_what_is_dated_before_the_record_that_it_quotes_is_told(tmp_path: Path) -> None:
    log = "1 We lost both anchors.\n2 The mate was drunk and asleep below.\n3 Nobody was told on shore.\n"
    text = "The log says: “The mate was drunk and asleep below.” It adds: “Nobody was told on shore.”\n"
    old = report("Kolmar Echo", text, published="2019-05-02")
    found, records = traced(tmp_path, old, record=log, published="2024-04-01")
    (line,) = found.descents
    assert (line.child, line.parent) == (records[0].id, records[1].id)
    assert "is dated after it" in line.evidence[-1].note


def test_one_quoted_word_in_common_shows_no_independence(tmp_path: Path) -> None:
    hull = (
        'Harbour master Oskar Vendt called the ferry\'s hull "rotten" on Monday.'
        " The ferry was built in Kolmar.\n"
    )
    tender = (
        'The council\'s tender was "rotten", councillor Mira Dahl said on Thursday. She asked for an audit.\n'
    )
    found, _ = traced(
        tmp_path,
        report("Kolmar Echo", hull, published="2024-05-01"),
        report("Dunmore Courier", tender, published="2024-05-03"),
    )
    assert Independence.INDEPENDENT not in {v.independence for v in found.verdicts}


def test_a_footer_on_every_page_is_passed_over_and_told(tmp_path: Path) -> None:
    call = "\n\nSubscribe to our newsletter for stories brought to you every morning.\n"
    told = (
        "Mayor Ana Rehn said the school in Tarn would close in June because the roof leaks.",
        "Farmer Ole Brun said wolves had killed nine sheep near Hov since April.",
        "Coach Petra Lund said the Brenning handball team had lost its best keeper to Kolmar.",
        "Baker Lise Holm said the price of rye flour had doubled within two winters.",
    )
    given = [report(f"Paper {n}", text + call, published=f"2024-05-0{n + 1}") for n, text in enumerate(told)]
    found, records = traced(tmp_path, *given)
    assert lines(found, records) == set()
    assert not any("newsletter" in s.content for s in found.statements)
    assert any("newsletter" in note and "4 reports" in note for note in found.notes)
