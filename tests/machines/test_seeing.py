"""A page sent to a model that sees."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from firsthand.errors import Unreadable
from firsthand.machines import endpoint, transcribe
from firsthand.machines.seeing import LONGEST, PROMPT
from firsthand.records import Machine
from tests.machines.speaking import Script, says, speaking


def page(width: int = 40, height: int = 60) -> bytes:
    out = BytesIO()
    Image.new("RGBA", (width, height), "white").save(out, "PNG", pnginfo=None)
    return out.getvalue()


def read(script: Script, picture: bytes) -> tuple[dict[int, str], dict[str, object]]:
    with speaking(script) as model:
        made = transcribe(endpoint(Machine(model.url, "seer")), picture)
        assert made.by == f"seer at {model.host}" and made.prompt == PROMPT
        return made.lines, model.asked[0][1]


def test_lines_are_numbered_as_they_stand() -> None:
    lines, _ = read([says("첫째 줄\n\n  둘째 [...] 줄 \nтретій")], page())
    assert lines == {1: "첫째 줄", 2: "둘째 [...] 줄", 3: "третій"}


def test_the_picture_goes_as_a_jpeg_of_pixels_alone_no_larger_than_models_see() -> None:
    _, question = read([says("a")], page(5000, 100))
    (message,) = question["messages"]  # type: ignore[misc]
    asked, part = message["content"]
    kind, _, data = part["image_url"]["url"].partition(",")
    sent = Image.open(BytesIO(b64decode(data)))
    assert asked == {"type": "text", "text": PROMPT}
    assert (part["type"], kind) == ("image_url", "data:image/jpeg;base64")
    assert sent.size == (LONGEST, 41) and not sent.getexif()


@pytest.mark.parametrize("said", ["[...]", "[...]\n[...]", "---\n…"])
def test_a_page_of_which_nothing_could_be_read_gives_nothing(said: str) -> None:
    with pytest.raises(Unreadable, match="could read nothing"):
        read([says(said)], page())
