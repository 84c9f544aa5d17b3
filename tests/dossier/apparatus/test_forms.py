"""An apparatus in every form."""

from __future__ import annotations

import json

from firsthand import collate
from firsthand.dossier.apparatus import APPARATUS_FORMS

FOUND = collate({"A": "The red hare, ran on.", "B": "The red hair ran on."})


def test_the_table_has_a_row_a_word_with_its_marks() -> None:
    rows = [row.split("\t") for row in APPARATUS_FORMS["tsv"](FOUND).splitlines()]
    assert rows == [
        ["A", "B"],
        ["The", "The"],
        ["red", "red"],
        ["hare,", "hair"],
        ["ran", "ran"],
        ["on.", "on."],
    ]


def test_the_listing_names_who_has_what() -> None:
    listing = APPARATUS_FORMS["text"](FOUND)
    assert "hare: A" in listing and "hair: B" in listing
    assert "The red …" in listing


def test_json_leads_back_to_the_characters() -> None:
    value = json.loads(APPARATUS_FORMS["json"](FOUND))
    start, end = value["columns"][2][0]
    assert value["texts"]["A"][start:end] == "hare"
    assert value["variations"][0]["variants"][0] == {"words": "hare", "texts": ["A"]}
