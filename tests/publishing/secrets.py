"""A case with something to withhold of each kind, and all that a reader of a file can find in it."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import unicodedata
import zipfile
import zlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from PIL import Image, ImageDraw, PngImagePlugin

from firsthand.model import (
    Being,
    Certainty,
    Descent,
    Disagreement,
    Drift,
    DriftKind,
    Edit,
    Evidence,
    EvidenceKind,
    Handling,
    Independence,
    Line,
    Link,
    Match,
    MatchKind,
    Node,
    NodeKind,
    Op,
    Origin,
    Paper,
    PaperField,
    PaperFinding,
    PaperFindingKind,
    Place,
    Private,
    PrivateRegion,
    Reading,
    Record,
    RecordKind,
    Refusal,
    Region,
    Source,
    Span,
    Trace,
    Verdict,
)
from firsthand.publishing import Matter
from tests import builders
from tests.builders import span
from tests.dossier import cases

INK = (10, 200, 30)  # the colour of what must be black


def picture(secret: str) -> bytes:
    """A page with a face in its corner, and a description that nobody sees."""
    image = Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(image).rectangle((300, 20, 380, 120), fill=INK)
    told = PngImagePlugin.PngInfo()
    told.add_text("Description", secret)
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = secret.encode("ascii", "replace").decode()
    image.save(out, "PNG", pnginfo=told, exif=exif)
    return out.getvalue()


def lined(text: str) -> tuple[Line, ...]:
    """The lines of a text, numbered."""
    found, at = [], 0
    for number, line in enumerate(text.splitlines(), 1):
        found.append(Line(number, Span(at, at + len(line))))
        at += len(line) + 1
    return tuple(found)


def matter(name: str, home: str, number: str, printed: str) -> Matter:
    """A notebook whose third line has a name and whose fourth an address, a translation of it, a page, a
    paper with a number, and a report that has printed ``printed`` and the address."""
    written = f"I wrote to {name} about the boat"
    text = f"The wind is north.\nNobody came for the boat.\n{written}.\nSend it to {home} now."
    book = builders.record(
        text,
        id="b" * 64,
        object="b" * 64,
        kind=RecordKind.PRIMARY,
        name=f"{name}.txt",
        title="The notebook",
        outlet="",
        published="",
        lines=lined(text),
        extra={"author": name, "GPS": home},
        handling=Handling(holder="Municipal archive", relation="dead", publish="yes", withhold=(4,)),
        notes=(f"read with doubts about {name}",),
    )
    page = builders.record(
        "",
        id="9" * 64,
        object="9" * 64,
        kind=RecordKind.PAGE,
        format="image",
        name="page.png",
        of=book.id,
        outlet="",
        published="",
        title="",
        extra={"comment": home},
        handling=Handling(publish="yes", regions=(PrivateRegion(Private.FACE, 300, 20, 80, 100),)),
    )
    placed = tuple(replace(n, region=Region(page.id, 10, 40 * n.number - 20, 250, 20)) for n in book.lines)
    book = replace(book, lines=placed)
    other = text.replace("north", "in the north")
    english = builders.record(
        other,
        id="e" * 64,
        object="e" * 64,
        kind=RecordKind.TRANSLATION,
        of=book.id,
        by="Ana Verbic",
        outlet="",
        published="",
        name="english.txt",
        lines=lined(other),
        handling=Handling(publish="yes"),
    )
    paper = builders.record(
        f"Name: Mun Ki-bom\nMother: {name}\nNumber: {number}",
        id="f" * 64,
        object="f" * 64,
        kind=RecordKind.PAPER,
        name=f"passport {number}.txt",
        title=f"Passport {number}",
        outlet="",
        published="1997-03-14",
        handling=Handling(found_by=f"{name}, his mother"),
    )
    said = f"I wrote to {printed} about the boat"
    report = builders.record(
        f"“{said},” the soldier noted. {printed} lives at {home} with a dog.",
        name="report.txt",
        title="Letters",
        links=(
            Link(Span(0, 5), f"https://gazette.example/{printed}"),
            Link(Span(0, 5), f"https://maps.example/{home}"),
        ),
    )
    own = builders.attribution(report, said, kind="direct", name=name)
    told = builders.attribution(report, f"lives at {home} with a dog", kind="own", name=printed)
    line = Place(book.id, (span(text, written),), (3,))
    last = Place(book.id, (span(text, f"Send it to {home} now."),), (4,))
    by_id = {report.id: report}
    one = cases.statement("S1", own, records=by_id, places=(line,))
    two = cases.statement("S2", told, records=by_id, places=(last,))
    edits = (Edit(Op.CHANGED, line.spans[0], own.content[0]),)
    here = Place(report.id, told.content)
    trace = Trace(
        sources=(Source("p", name, Being.PERSON, (name, printed), (own.id,), (), (f"{name} is {printed}",)),),
        disagreements=(
            Disagreement("Mun Ki-bom", "number", ((paper.id, number), (report.id, "none")), number),
        ),
        papers=(
            Paper(
                paper.id,
                (
                    PaperField("mother", name, "Mother", Place(paper.id, (span(paper.text, name),))),
                    PaperField("number", number, number),
                ),
                (Region(page.id, 300, 20, 80, 100),),
                f"as old as {name}",
            ),
        ),
        paper_findings=(
            PaperFinding(
                PaperFindingKind.NUMBER,
                (paper.id,),
                f"{number} is the number of {name}.",
                (Place(paper.id, (span(paper.text, name),)),),
                (Region(page.id, 300, 20, 80, 100),),
            ),
        ),
        matches=(Match("m", Place(report.id, own.content), line, own.id, "", MatchKind.ALTERED, edits, 0.8),),
        statements=(one, two),
        nodes=(
            cases.node(report),
            cases.node(book),
            cases.node(paper),
            Node("g", name, NodeKind.PERSON),
        ),
        descents=(
            Descent(
                report.id,
                book.id,
                Certainty.SHOWN,
                (Evidence(EvidenceKind.WORDING, f"“{text}”", here, last),),
            ),
            Descent(report.id, "g", Certainty.SHOWN, (Evidence(EvidenceKind.NAMED, f"It names {name}."),)),
        ),
        readings=(
            Reading(one.id, own.id, line, "", MatchKind.ALTERED, edits),
            Reading(two.id, told.id, last, "", MatchKind.PARAPHRASE),
        ),
        drifts=(Drift(DriftKind.NAME, one.id, own.id, line, None, f"“{name}” becomes “{printed}”"),),
        verdicts=(
            Verdict(
                one.id,
                Independence.SHARED,
                (Origin("g", name, NodeKind.PERSON, (own.id,)),),
                (f"All go back to {name}.",),
            ),
            Verdict(two.id, Independence.SHARED, (), (f"Of {home} speaks passport {number}.txt.",)),
        ),
        notes=(f"passport {number}.txt has no date; {name} is in it",),
    )
    refusals = (Refusal(f"{name}.bin", "a" * 64, home, f"holds {name}", f"ask {name}"),)
    return Matter(
        title=f"The notebook of the son of {name}",
        records=(report, book, english, page, paper),
        attributions=(own, told),
        trace=trace,
        refusals=refusals,
        custody=cases.custody(f"received {name}", "add"),
        images={page.id: picture(name)},
        made_at="2026-11-23T14:05:00Z",
        version="0.1.0",
        leaves={},
    )


def everything(form: str, data: bytes) -> str:
    """What stands in an exported file, decoded in every way that a reader might."""
    text = data.decode("utf-8")
    parts = [text, html.unescape(text), unquote(html.unescape(text))]
    if form in ("json", "annotations"):
        parts += _strings(json.loads(text))
    if form == "csv":
        parts += [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    parts += [raw.decode("latin-1") + raw.decode("utf-8", "ignore") for raw in pictures(text)]
    return "\n".join(parts)


def pictures(text: str) -> list[bytes]:
    """The pictures in a file: whatever is base64 and long."""
    return [b64decode(found) for found in re.findall(r"[A-Za-z0-9+/]{300,}={0,2}", text)]


def unpacked(name: str, data: bytes) -> str:
    """All that stands in a file, whatever it is packed in."""
    if name.endswith(".pdf"):
        return "\n".join((data.decode("latin-1"), *_streams(data), *_printed(data)))
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as found:
            parts = [found.read(each).decode("utf-8", "replace") for each in found.namelist()]
            return "\n".join((*found.namelist(), *parts, *(re.sub("<[^>]+>", "", each) for each in parts)))
    if name.endswith(".jpg"):
        return data.decode("latin-1") + data.decode("utf-8", "ignore")
    return everything("", data)


def _streams(data: bytes) -> Iterator[str]:
    """What is compressed in a PDF, as it is and as UTF-16, in which it has its titles."""
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            stream = zlib.decompressobj().decompress(found[1])
        except zlib.error:
            continue
        yield from (stream.decode(code, "ignore") for code in ("latin-1", "utf-8", "utf-16-be"))


def _printed(data: bytes) -> Iterator[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    yield from document.get_metadata_dict().values()
    yield from (each.get_title() for each in document.get_toc())
    yield from (page.get_textpage().get_text_range() for page in document)
    document.close()


def images(name: str, data: bytes) -> Iterator[Image.Image]:
    """The pictures in a file of an edition, as they are seen."""
    if name.endswith(".pdf"):
        yield from _on_paper(data)
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as found:
            media = [each for each in found.namelist() if "/media/" in each]
            yield from (Image.open(io.BytesIO(found.read(each))) for each in media)
    if name.endswith(".jpg"):
        yield Image.open(io.BytesIO(data))
    if name.endswith(".html"):
        yield from (Image.open(io.BytesIO(each)) for each in pictures(data.decode()))


def _on_paper(data: bytes) -> Iterator[Image.Image]:
    import pypdfium2
    import pypdfium2.raw as raw

    for page in pypdfium2.PdfDocument(data):
        for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
            yield each.get_bitmap(render=False).to_pil()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (each for pair in value.items() for one in pair for each in _strings(one))
    elif isinstance(value, list):
        yield from (each for one in value for each in _strings(one))


def bare(text: str) -> str:
    """Letters and digits alone, by other means than those of the source."""
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if unicodedata.category(c)[0] in "LN")


def report_of(records: tuple[Record, ...]) -> Record:
    """The report of a case."""
    return next(r for r in records if r.kind is RecordKind.REPORT)
