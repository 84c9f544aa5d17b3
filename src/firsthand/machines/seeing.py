"""A page read by a model that sees."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from firsthand.errors import Unreadable
from firsthand.machines.chat import Endpoint, ask
from firsthand.machines.made import Made

LONGEST = 2048  # pixels of the longer side: models make larger pictures smaller themselves
GAP = "[...]"
PROMPT = (
    "You transcribe a page for an archive. Give the writing on it as it stands: one line of text for each"
    " line on the page, in the order of reading, in its own language and spelling, mistakes included."
    " Translate, complete, correct and explain nothing. Where something cannot be read write"
    f" {GAP}. Answer with the lines alone; if you can read nothing, with {GAP} alone."
)


def transcribe(to: Endpoint, picture: bytes) -> Made:
    """The lines that a model reads on the picture of a page (PNG). Only its pixels are sent.

    Raises Unreadable where it gives no words.
    """
    url = f"data:image/jpeg;base64,{b64encode(_sent(picture)).decode('ascii')}"
    asked = {"type": "text", "text": PROMPT}
    said = ask(to, [asked, {"type": "image_url", "image_url": {"url": url}}])
    lines = [line.strip() for line in said.text.splitlines() if line.strip()]
    if all(not any(map(str.isalnum, line)) for line in lines):
        raise Unreadable("could read nothing on the page", where=to.name)
    return Made(dict(enumerate(lines, 1)), to.name, prompt=PROMPT, answers=(said.answer,))


def _sent(picture: bytes) -> bytes:
    from PIL import Image

    with Image.open(BytesIO(picture), formats=("PNG",)) as image:
        page = image.convert("RGB")
    page.thumbnail((LONGEST, LONGEST))
    out = BytesIO()
    page.save(out, "JPEG", quality=90)
    return out.getvalue()
