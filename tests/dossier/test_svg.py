from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from firsthand.dossier.svg import drawing
from tests.dossier import cases

LINK = "{*}a"


def test_every_box_and_line_is_a_link_with_a_title() -> None:
    picture = cases.crowd(100).build().picture
    root = ElementTree.fromstring(drawing(picture))
    links = root.findall(LINK)
    assert len(links) == len(picture.boxes) + len(picture.lines)
    assert all(
        (link.get("href") or "").startswith("#") and link.find("{*}title") is not None for link in links
    )


def test_a_name_cannot_break_out_of_the_drawing() -> None:
    picture = cases.lone().build().picture
    evil = '"><script>alert(1)</script>'
    boxes = tuple(replace(box, lines=(evil,), small=evil, title=evil) for box in picture.boxes)
    root = ElementTree.fromstring(drawing(replace(picture, boxes=boxes)))
    assert root.findall(".//{*}script") == []
    assert evil in "".join(root.itertext())


def test_nothing_to_draw_is_no_drawing() -> None:
    assert drawing(replace(cases.lone().build().picture, boxes=())) == ""
