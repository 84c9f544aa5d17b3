"""Columns lead back to the spans, whatever the spans are."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.model import Attribution, Record, Span
from firsthand.writing import FORMS
from tests.builders import attribution, record
from tests.writing.spans import attributed

Spans = dict[tuple[str, int], list[Span]]


def parsed(columns: str) -> Spans:
    """The spans by role and number of the attribution, read from the columns alone."""
    names = columns.splitlines()[0].removeprefix("# global.columns = ").split()
    found: Spans = defaultdict(list)
    for line in columns.split("\n"):
        cells = dict(zip(names, line.split("\t"), strict=False))
        if len(cells) < len(names):
            continue
        for role in ("source", "cue", "content"):
            for tag in filter(None, cells[role.upper()].replace("O", "").split("|")):
                letter, number = tag.split("-")
                spans = found[role, int(number)]
                start = int(cells["START"]) if letter == "B" else spans.pop().start
                spans.append(Span(start, int(cells["END"])))
    return found


def expected(attributions: tuple[Attribution, ...]) -> Spans:
    found: Spans = {}
    for number, each in enumerate(attributions, 1):
        roles = {"source": [each.source] if each.source else [], "cue": each.cue, "content": each.content}
        found |= {(role, number): list(spans) for role, spans in roles.items() if spans}
    return found


@given(attributed())
@example((record("говориш"), (attribution(record("говориш"), "вор"),)))
def test_spans_come_back(made: tuple[Record, tuple[Attribution, ...]]) -> None:
    text, attributions = made
    assert parsed(FORMS["conll"].whole(text, attributions)) == expected(attributions)


@given(st.text(max_size=200))
def test_every_word_of_any_text_is_there_once_and_in_order(text: str) -> None:
    rows = [row.split("\t") for row in FORMS["conll"].write(record(text, part=""), ()).split("\n")]
    tokens = [(row[2], int(row[3]), int(row[4])) for row in rows if len(row) == 8]
    assert all(text[start:end] == word for word, start, end in tokens)
    assert "".join(word for word, _, _ in tokens) == "".join(text.split())
    assert tokens == sorted(tokens, key=lambda t: t[1])


def test_sentences_are_parted_by_an_empty_line_and_numbered() -> None:
    text = "The road is shut. Nobody came."
    blocks = FORMS["conll"].write(record(text), ()).split("\n\n")
    assert [block.split("\t")[0].split("\n")[-1] for block in blocks[:2]] == ["1", "2"]


def test_a_huge_paragraph_is_parted_at_its_full_stops() -> None:
    text = record("The road is shut. Nobody came. " * 1000)
    assert FORMS["conll"].write(text, ()).count("\n\n") == 2000


def test_nested_statements_stand_in_one_cell() -> None:
    text = record("Ann said that Ben said that it rained.")
    outer = attribution(text, "Ben said that it rained", source="Ann")
    inner = attribution(text, "it rained", source="Ben")
    rows = [line.split("\t") for line in FORMS["conll"].write(text, (outer, inner)).split("\n")]
    assert [row[7] for row in rows if "it" in row] == ["I-1|B-2"]
