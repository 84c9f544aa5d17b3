"""IIIF manifests: the transcriptions and translations that stand in them."""

from __future__ import annotations

import json

import pytest

from firsthand.errors import Unreadable
from firsthand.model import Region
from firsthand.records.formats import iiif
from firsthand.records.intake import read
from tests.records.formats.ways import words

CANVAS = "https://a.example/canvas/p3"


def annotation(
    words: str, language: str, target: str = f"{CANVAS}#xywh=412,880,1310,96"
) -> dict[str, object]:
    body = {"type": "TextualBody", "value": words, "language": language}
    return {"id": "l2", "motivation": "supplementing", "body": body, "target": target}


def manifest(*annotations: dict[str, object], **options: object) -> bytes:
    painting = {"items": [{"body": {"id": "https://a.example/p0003.jpg", "type": "Image"}, "target": CANVAS}]}
    canvas = {"type": "Canvas", "items": [painting], "annotations": [{"items": list(annotations)}]}
    context = "http://iiif.io/api/presentation/3/context.json"
    return json.dumps({"@context": context, "type": "Manifest", "items": [canvas]}, **options).encode()  # type: ignore[arg-type]


NOTES = (
    annotation("오늘 \n썼다.", "ko"),
    annotation("Whole page", "ko", CANVAS),
    annotation("I wrote.", "en"),
)
SAMPLE = manifest(*NOTES)


@pytest.mark.parametrize("data", [SAMPLE, manifest(*NOTES, ensure_ascii=False)])
def test_languages_are_layers_and_lines_have_places_or_the_whole_canvas(data: bytes) -> None:
    original, translation = iiif.read(data)
    assert words(original) == ["오늘 \n썼다.", "Whole page"]
    assert [line.region for line in original.lines] == [Region("p0003.jpg", 412, 880, 1310, 96), None]
    assert (translation.kind, translation.of, translation.language) == ("translation", original.part, "en")
    assert [line.number for line in translation.lines] == [1]
    for document in (original, translation):
        for line in document.lines:
            place = document.offsets.back(line.span)
            assert place
            assert json.loads(b'"' + data[slice(*place)] + b'"') == document.text[slice(*line.span)]


def test_version_2_with_its_annotations_inside() -> None:
    note = {"resource": {"chars": "Rain.", "language": "en"}, "on": f"{CANVAS}#xywh=1,2,3,4"}
    canvas = {"images": [{"resource": {"@id": "a/p.jpg"}}], "otherContent": [{"resources": [note]}]}
    data = {
        "@context": "http://iiif.io/api/presentation/2/context.json",
        "sequences": [{"canvases": [canvas]}],
    }
    (document,) = iiif.read(json.dumps(data).encode())
    assert (document.text, document.part, document.lines[0].region) == (
        "Rain.",
        "",
        Region("p.jpg", 1, 2, 3, 4),
    )


@pytest.mark.parametrize("data", [SAMPLE[:-9], manifest(), manifest(annotation(" ", "ko"))])
def test_what_is_damaged_or_says_nothing_is_refused_and_read_as_nothing_else(data: bytes) -> None:
    with pytest.raises(Unreadable):
        iiif.read(data)
    assert not read(data, "manifest.json").documents
