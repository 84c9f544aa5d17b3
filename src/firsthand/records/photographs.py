"""The photographs on identity papers: which are the same, pixel for pixel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO

from firsthand.model import Private, Record, RecordKind, Region, digest

MOST_PIXELS = 400_000_000  # a picture that claims more is not opened


Wanted = Sequence[tuple[str, Sequence[Region]]]
"""Objects that are pictures, each with the photographs on it."""


def photographs(
    records: Sequence[Record], look: Callable[[Wanted], Iterable[Mapping[Region, str]]]
) -> dict[Region, str]:
    """The SHA-256 of the pixels of each photograph: of each face that is marked on a picture of a paper.

    ``look`` has ``digests`` look at the bytes of objects; it is not called where no face is marked.
    """
    papers = {record.id for record in records if record.kind is RecordKind.PAPER}
    pages = (page for page in records if page.kind is RecordKind.PAGE and page.of in papers)
    wanted = [(page.object, faces) for page in pages if (faces := tuple(_faces(page)))]
    return {region: pixels for found in (look(wanted) if wanted else ()) for region, pixels in found.items()}


def _faces(page: Record) -> Iterator[Region]:
    for each in page.handling.regions if page.handling else ():
        if each.what is Private.FACE and not each.leaf:
            yield Region(page.id, each.x, each.y, each.width, each.height)


def digests(data: bytes, faces: Sequence[Region]) -> dict[Region, str]:
    """The SHA-256 of the pixels of each of these parts of a picture.

    A part that lies outside its picture or has one colour only, and a picture that cannot be opened, have
    none. Two scans of one print are not the same pixels.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # the size is looked at below, before any pixel is read
    found: dict[Region, str] = {}
    try:
        with Image.open(BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                return {}
            picture = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return {}
    for face in faces:
        right, bottom = min(face.x + face.width, picture.width), min(face.y + face.height, picture.height)
        if face.x < right and face.y < bottom:
            part = picture.crop((face.x, face.y, right, bottom))
            if part.getcolors(1) is None:  # more than one colour
                found[face] = digest(f"{part.width} {part.height} ".encode() + part.tobytes())
    return found
