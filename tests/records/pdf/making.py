"""PDFs written by hand, object by object, with text in any script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

MOVES = {"\t": "-600", "\b": "600"}  # thousandths of the size, as wide as a letter


@dataclass
class Making:
    """A PDF under way: its objects, numbered from 1."""

    objects: list[bytes] = field(default_factory=list)

    def add(self, body: bytes | str) -> int:
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, data: bytes, entries: str = "") -> int:
        return self.add(f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream")

    def finish(self, root: int, info: int, trailer: str = "") -> bytes:
        out, places = b"%PDF-1.7\n", []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        end = f"trailer<</Size {len(places) + 1}/Root {root} 0 R/Info {info} 0 R{trailer}>>"
        return out + end.encode() + b"\nstartxref\n%d\n%%%%EOF\n" % start


@dataclass
class Column:
    """Lines one under the other, from a corner in points; ``size`` and ``lead`` likewise.

    ``\\t`` in a line goes the width of a letter on, ``\\b`` one back.
    """

    lines: Sequence[str]
    left: float = 72
    top: float = 760
    size: float = 12
    lead: float = 15


def pdf(
    pages: Sequence[Sequence[Column]],
    info: str = "",
    catalog: str = "",
    page: str = "",
    drawn: bytes = b"",
    trailer: str = "",
) -> bytes:
    """A PDF of A4 pages, each of some columns; ``info``, ``catalog``, ``page`` are entries of these.

    ``drawn`` is drawn on every page besides. Letters are taken from no font file: every character that
    occurs has a code, and a table leads from codes to characters.
    """
    making = Making()
    letters = sorted(
        {c for each in pages for column in each for line in column.lines for c in line} - {*MOVES}
    )
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    font = _font(making, codes)
    tree = len(making.objects) + 2 * len(pages) + 1
    kids = []
    for each in pages:
        content = making.stream(b"\n".join(_written(column, codes) for column in each) + drawn)
        resources = f"/Resources<</Font<</F1 {font} 0 R>>>>"
        box = "" if "/MediaBox" in page else "/MediaBox[0 0 595 842]"
        kids.append(
            making.add(f"<</Type/Page/Parent {tree} 0 R{box}{resources}/Contents {content} 0 R{page}>>")
        )
    making.add(f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{k} 0 R' for k in kids)}]>>")
    root = making.add(f"<</Type/Catalog/Pages {tree} 0 R{catalog}>>")
    return making.finish(root, making.add(f"<<{info}>>"), trailer)


def _font(making: Making, codes: dict[str, int]) -> int:
    table = [f"<{n:04x}> <{c.encode('utf-16-be').hex()}>" for c, n in codes.items()]
    groups = [table[n : n + 100] for n in range(0, len(table), 100)]
    mapped = "".join(f"{len(g)} beginbfchar\n" + "\n".join(g) + "\nendbfchar\n" for g in groups)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{mapped}endcmap end end"
    )
    shown = making.stream(cmap.encode())
    about = making.add(
        "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0"
        "/Ascent 800/Descent -200/CapHeight 700/StemV 80>>"
    )
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    below = making.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/A{system}/FontDescriptor {about} 0 R/DW 600>>"
    )
    return making.add(
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H"
        f"/DescendantFonts[{below} 0 R]/ToUnicode {shown} 0 R>>"
    )


def _written(column: Column, codes: dict[str, int]) -> bytes:
    shown = [
        f"[{' '.join(MOVES.get(c) or f'<{codes[c]:04x}>' for c in line)}] TJ T*" for line in column.lines
    ]
    start = f"BT /F1 {column.size} Tf {column.lead} TL {column.left} {column.top} Td "
    return (start + " ".join(shown) + " ET\n").encode()
