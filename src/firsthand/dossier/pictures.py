"""The pages of a record as pictures: made smaller, parts of them cut out, parts of them blackened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from firsthand.dossier.index import Index
from firsthand.dossier.pieces import Crop, PageImage
from firsthand.model import Record, RecordKind, Region

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1400  # pixels of the longer side: a handwritten line of a page is still read with ease
MOST_PIXELS = 400_000_000  # a picture that claims more is not opened
ORIENTATION, TURNED = 0x0112, (5, 6, 7, 8)  # the tag of EXIF, and where it makes the width the height
EDGE = 8  # pixels: what a JPEG mixes at the edge of a block when it is opened small
MARGIN = 0.8  # of the height of a line, left around it in a crop

Black = Mapping[tuple[str, int], Sequence[Region]]  # by record and number of its page


def page_images(
    index: Index, images: Mapping[str, bytes], black: Black | None = None
) -> tuple[PageImage, ...]:
    """The pages of the case, made smaller; a page that cannot be opened is left out (see ``unopened``)."""
    found = (_page(index, r, images.get(r.id, b""), black or {}) for r in index.of_kind(RecordKind.PAGE))
    return tuple(page for page in found if page)


def _page(index: Index, record: Record, data: bytes, black: Black) -> PageImage | None:
    small = shrunk(data, black.get((record.id, 0), ()))
    return small and _image(index.anchors[record.id], record.of, record.name, record.object, small)


def _image(anchor: str, record: str, name: str, sha256: str, small: tuple[int, int, bytes]) -> PageImage:
    width, height, picture = small
    return PageImage(anchor, record, name, sha256, width, height, "image/jpeg", picture)


def leaf_images(
    index: Index, pictures: Mapping[tuple[str, int], bytes], black: Black | None = None
) -> tuple[PageImage, ...]:
    """These pages, each from its picture."""
    small = {leaf: shrunk(data, (black or {}).get(leaf, ())) for leaf, data in pictures.items()}
    return tuple(_leaf(index, index.records[of], leaf, each) for (of, leaf), each in small.items() if each)


def _leaf(index: Index, record: Record, leaf: int, small: tuple[int, int, bytes]) -> PageImage:
    shows = record.of if record.kind is RecordKind.PAGE else record.id
    anchor = page_anchor(index, record.id, leaf)
    return _image(anchor, shows, f"{record.name}, page {leaf}", record.object, small)


def page_anchor(index: Index, page: str, leaf: int) -> str:
    """The anchor of the picture of a page (a record and its number); "" of one that is not in the case."""
    own = index.anchors.get(page, "")
    return f"{own}-p{leaf}" if own and leaf else own


def shrunk(data: bytes, black: Sequence[Region] = ()) -> tuple[int, int, bytes] | None:
    """Width and height of a picture in its own pixels, and a JPEG of it of at most ``LONGEST`` pixels a side.

    Both are as the picture is shown, turned as its orientation mark says; the JPEG carries nothing but
    pixels, and what is ``black`` was so before it was made. None for bytes that are no picture, or one too
    big to open.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # the size is looked at below, before any pixel is read
    try:
        with Image.open(BytesIO(data)) as image:
            width, height = image.size
            if not 0 < width * height <= MOST_PIXELS:
                return None
            if image.getexif().get(ORIENTATION) in TURNED:
                width, height = height, width
            image.draft("RGB", (LONGEST, LONGEST))
            picture = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None
    blacken(picture, black, picture.width / width)
    picture.info.clear()  # a comment or a description in the file would be written along
    picture.thumbnail((LONGEST, LONGEST))
    out = BytesIO()
    picture.save(out, "JPEG", quality=80, optimize=True)
    return width, height, out.getvalue()


def blacken(picture: Image, black: Iterable[Region], scale: float) -> None:
    """Paint parts of a picture black, a little beyond their edges: no pixel of them is left."""
    from PIL.ImageDraw import Draw

    draw = Draw(picture)
    for each in black:
        sides = (each.x, each.y, each.x + each.width, each.y + each.height)
        left, top, right, bottom = (side * scale for side in sides)
        draw.rectangle((left - EDGE, top - EDGE, right + EDGE, bottom + EDGE), fill="black")


def crop(index: Index, regions: Iterable[Region], pages: Mapping[str, PageImage]) -> Crop | None:
    """The part of a page around ``regions`` (of its first page), as wide as the page; None without a page."""
    wanted = [r for r in regions if r.page in index.records]
    page = pages.get(page_anchor(index, wanted[0].page, wanted[0].leaf)) if wanted else None
    if not page:
        return None
    here = [r for r in wanted if (r.page, r.leaf) == (wanted[0].page, wanted[0].leaf)]
    margin = round(max(r.height for r in here) * MARGIN)
    left = max(0, min(r.x for r in here) - margin)
    top = max(0, min(r.y for r in here) - margin)
    right = min(page.width, max(r.x + r.width for r in here) + margin)
    bottom = min(page.height, max(r.y + r.height for r in here) + margin)
    if right <= left or bottom <= top:
        return None
    marked = tuple((r.x, r.y, r.width, r.height) for r in here)
    return Crop(page.anchor, left, top, right - left, bottom - top, marked)
