from __future__ import annotations

import json

import pytest

from firsthand.dossier import EXPORTS
from tests.dossier import cases


@pytest.mark.parametrize("make", [cases.quay, cases.lone], ids=lambda m: m.__name__)
def test_quote_and_position_agree_on_the_text(make: object) -> None:
    case = make()  # type: ignore[operator]
    text = {r.id: r.text for r in case.records}
    page = json.loads(EXPORTS["annotations"](case.build()))
    assert page["partOf"]["total"] == len(page["items"]) == len(case.attributions)
    for item in page["items"]:
        for target in item["target"]:
            record = text[target["source"].removeprefix("urn:firsthand:record:")]
            quote, position = target["selector"]
            assert record[position["start"] : position["end"]] == quote["exact"]
            assert record[: position["start"]].endswith(quote["prefix"])
            assert record[position["end"] :].startswith(quote["suffix"])


def test_each_is_linked_to_its_statement() -> None:
    case = cases.quay()
    page = json.loads(EXPORTS["annotations"](case.build()))
    linked = {b["source"] for i in page["items"] for b in i["body"] if b["type"] == "SpecificResource"}
    assert linked == {f"urn:firsthand:statement:{s.id}" for s in case.trace.statements}
