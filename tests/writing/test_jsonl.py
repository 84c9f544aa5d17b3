from __future__ import annotations

import json

from hypothesis import given

from firsthand.model import Attribution, Record
from firsthand.writing import FORMS
from tests.builders import attribution, record
from tests.writing.spans import attributed


@given(attributed())
def test_an_attribution_a_line_with_its_words_beside_the_offsets(
    made: tuple[Record, tuple[Attribution, ...]],
) -> None:
    text, attributions = made
    rows = [json.loads(line) for line in FORMS["jsonl"].write(text, attributions).split("\n")[:-1]]
    assert len(rows) == len(attributions)
    for row, each in zip(rows, attributions, strict=True):
        assert [(p["start"], p["end"]) for p in row["content"]] == [tuple(s) for s in each.content]
        spans = [*row["content"], *row["cue"], *([row["source"]] if row["source"] else [])]
        assert all(text.text[p["start"] : p["end"]] == p["text"] for p in spans)


def test_a_row_of_a_table_is_named() -> None:
    text = record("It rained, Ann Lee said.", part="row 7", name="list.jsonl")
    row = json.loads(FORMS["jsonl"].write(text, (attribution(text, "It rained"),)))
    assert (row["file"], row["part"], row["source"]) == ("list.jsonl", "row 7", None)
