"""What machines made, as it is stored and read again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import MarkKind, Span
from firsthand.records.document import Document
from firsthand.records.formats import machine
from firsthand.records.formats.machine import Numbered, written
from tests.records.formats.ways import WORDS, words

MADE = {"of": "a" * 64, "by": "seer-7b at localhost:8080", "made": "2026-11-27T22:00:00+00:00", "page": "3"}
ANSWER = '{"choices": [{"message": {"content": "비가\\n온 [...]"}}]}\n'
SAMPLE = written(
    "machine transcription",
    [Numbered(1, "비가"), Numbered(2, '온 [...] "є"')],
    [ANSWER],
    prompt="Read.",
    **MADE,
)


def document(data: bytes) -> Document:
    (found,) = machine.read(data)
    return found


def test_everything_comes_back() -> None:
    made = document(SAMPLE)
    assert machine.claims(SAMPLE, "x.json") == 1
    assert (made.kind, made.manner) == ("machine transcription", "machine")
    assert (made.of, made.by, made.made) == (MADE["of"], MADE["by"], MADE["made"])
    assert made.extra == {"page": "3", "prompt": "Read."}
    assert words(made) == ["비가", '온 [...] "є"']
    assert [line.region for line in made.lines] == [None, None]
    assert json.loads(SAMPLE)["answers"] == [ANSWER]


def test_what_could_not_be_read_is_a_gap() -> None:
    first, second = document(SAMPLE).lines
    assert first.marks == () and [(m.kind, m.span) for m in second.marks] == [(MarkKind.GAP, Span(5, 10))]


def test_lines_of_a_translation_bear_the_numbers_of_those_they_render() -> None:
    made = document(
        written("machine translation", [Numbered(7, "Rain."), Numbered(9, "End.")], [], language="en")
    )
    assert ([line.number for line in made.lines], made.language) == ([7, 9], "en")


@given(st.lists(WORDS.filter(str.strip), min_size=1, max_size=4))
@settings(max_examples=50, deadline=None)
def test_each_character_leads_back_to_its_bytes(said: list[str]) -> None:
    data = written("machine translation", [Numbered(n, text) for n, text in enumerate(said, 1)], [])
    made = document(data)
    assert words(made) == said
    for at, char in enumerate(made.text):
        place = made.offsets.back(Span(at, at + 1))
        assert (json.loads(f'"{data[slice(*place)].decode()}"') if place else "\n") == char


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([{"line": 1, "text": " "}, {"line": 2, "text": "b"}], [2]),
        ([{"line": 1, "text": "a"}, {"line": 1, "text": "b"}], [1]),
        (
            [
                {"line": True, "text": "a"},
                {"line": 0, "text": "a"},
                {"text": "a"},
                5,
                [],
                {"line": 3, "text": 4},
            ],
            [],
        ),
    ],
)
def test_what_is_no_line_is_passed_over(lines: list[object], kept: list[int]) -> None:
    made = document(json.dumps({machine.MARK: 1, "kind": "machine translation", "lines": lines}).encode())
    assert [line.number for line in made.lines] == kept


@pytest.mark.parametrize(
    "said",
    [{}, {"lines": []}, {machine.MARK: 1}, {machine.MARK: 1, "lines": {}}, {machine.MARK: 1, "lines": []}],
)
def test_another_object_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(Unreadable):
        machine.read(json.dumps(said).encode())
