from __future__ import annotations

import json as plain
from dataclasses import replace
from pathlib import Path

import jsonschema
import msgspec
import pytest

from firsthand.dossier import Dossier, schema
from firsthand.dossier.exports.json import json
from tests.dossier import cases

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("make", [cases.quay, cases.lone, cases.hostile], ids=lambda m: m.__name__)
def test_the_json_keeps_to_its_schema(make: object) -> None:
    data = plain.loads(json(make().build()))  # type: ignore[operator]
    jsonschema.validate(data, schema(), cls=jsonschema.Draft202012Validator)


def test_the_published_schema_is_this_one() -> None:
    published = plain.loads((ROOT / "docs" / "reference" / "dossier.schema.json").read_text("utf-8"))
    assert published == plain.loads(plain.dumps(schema()))


@pytest.mark.parametrize("make", [cases.quay, cases.crowd], ids=lambda m: m.__name__)
def test_a_dossier_comes_back_from_its_json(make: object) -> None:
    dossier = make().build()  # type: ignore[operator]
    assert msgspec.json.decode(json(dossier), type=Dossier) == dossier


def test_the_small_dossier_is_the_golden_one() -> None:
    """To renew it: ``python -m tests.dossier.exports.test_json``, then read the difference."""
    assert golden() == (ROOT / "tests" / "golden" / "quay.json").read_text("utf-8")


def golden() -> str:
    """The small case as JSON, without the page's bytes, which differ between releases of Pillow."""
    dossier = cases.quay().build()
    bare = tuple(replace(image, data=b"") for image in dossier.images)
    return json(replace(dossier, images=bare)).decode("utf-8")


if __name__ == "__main__":
    (ROOT / "tests" / "golden").mkdir(exist_ok=True)
    (ROOT / "tests" / "golden" / "quay.json").write_text(golden(), encoding="utf-8")
