from __future__ import annotations

import json

from hypothesis import given

from firsthand.model import Attribution, Record
from firsthand.writing import FORMS
from tests.builders import attribution, record
from tests.writing.spans import attributed


@given(attributed())
def test_quote_and_position_agree_on_the_text(made: tuple[Record, tuple[Attribution, ...]]) -> None:
    text, attributions = made
    page = json.loads(FORMS["annotation"].whole(text, attributions))
    assert len(page["items"]) == sum(1 + bool(a.cue) + bool(a.source) for a in attributions)
    for item in page["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            assert text.text[position["start"] : position["end"]] == quote["exact"]


def test_content_cue_and_source_are_linked_to_one_attribution() -> None:
    text = record("It rained, Ann Lee said.")
    each = attribution(text, "It rained", source="Ann Lee")
    items = json.loads(FORMS["annotation"].whole(text, (each,)))["items"]
    links = {b["source"] for i in items for b in i["body"] if b.get("purpose") == "linking"}
    assert links == {f"urn:firsthand:attribution:{each.id}"}
    assert [i["body"][1]["value"] for i in items] == ["content", "source"]
