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


def manifest(*annotations: dict[str, object], painted: str = CANVAS, **options: object) -> bytes:
    image = {"id": "https://a.example/p0003.jpg", "type": "Image"}
    painting = {"items": [{"body": image, "target": painted}]}
    canvas: dict[str, object] = {"type": "Canvas", "width": 2000, "height": 1000}
    canvas |= {"items": [painting], "annotations": [{"items": list(annotations)}]}
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


SHAPE = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M20,30 h60 v-10 l-60,0z"/></svg>'


@pytest.mark.parametrize(
    ("target", "painted", "region"),
    [
        (f"{CANVAS}#xywh=percent:10,20,50,5", CANVAS, (200, 200, 1000, 50)),
        ({"source": CANVAS, "selector": {"type": "SvgSelector", "value": SHAPE}}, CANVAS, (20, 20, 60, 10)),
        (
            {"source": {"id": CANVAS}, "selector": [{"type": "FragmentSelector", "value": "xywh=1,2,3,4"}]},
            CANVAS,
            (1, 2, 3, 4),
        ),
        (
            [{"full": CANVAS, "selector": {"default": {"value": "xywh=9,8,7,6"}, "item": {"value": SHAPE}}}],
            CANVAS,
            (9, 8, 7, 6),
        ),
        (f"{CANVAS}#xywh=150,60,10,10", f"{CANVAS}#xywh=100,50,1000,500", (50, 10, 10, 10)),
        ({"source": CANVAS, "selector": {"value": "<svg>"}}, CANVAS, None),
    ],
)
def test_parts_of_a_canvas_are_selected_in_every_way(
    target: str, painted: str, region: tuple[int, int, int, int] | None
) -> None:
    (document,) = iiif.read(manifest(annotation("Rain.", "en", target), painted=painted))
    found = document.lines[0].region
    assert found == (Region("p0003.jpg", *region) if region else None)
    assert document.extra == {"size of p0003.jpg": "2000 × 1000" if painted == CANVAS else "1000 × 500"}


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
