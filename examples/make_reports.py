"""Makes the demo's reports that come in other clothes than text: PDF, Word, mail, chat and web archive.

    python examples/make_reports.py

Reads the texts in ``examples/sources/`` and writes into ``examples/tidewater/reports/``. Needs Pillow,
warcio and fpdf2, which Firsthand does not, and Noto Serif for the newspaper page; run ``make_notebook.py``
first, for the web archive shows a page. The same releases give the same bytes: times and ids are fixed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from fpdf import FPDF
from PIL import Image
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
SOURCES, REPORTS = HERE / "sources", HERE / "tidewater" / "reports"
FONTS = "/usr/share/fonts/truetype/noto/NotoSerif-{}.ttf"
ZIPPED = (2025, 11, 12, 9, 0, 0)  # the time of every file in an archive


def source(name: str) -> tuple[dict[str, str], list[str]]:
    """The header and the paragraphs of a text."""
    _, head, body = (SOURCES / name).read_text(encoding="utf-8").split("---\n", 2)
    stated = dict(line.split(": ", 1) for line in head.splitlines())
    return stated, [part.strip() for part in body.strip().split("\n\n")]


def linked(paragraph: str) -> list[tuple[str, str]]:
    """Words of a paragraph in pieces, each with the address that it leads to ("" for none)."""
    pieces, rest = [], paragraph
    while "](" in rest:
        before, rest = rest.split("[", 1)
        words, rest = rest.split("](", 1)
        url, rest = rest.split(")", 1)
        pieces += [(before, ""), (words, url)]
    return [piece for piece in (*pieces, (rest, "")) if piece[0]]


def plain(paragraph: str) -> str:
    """A paragraph without its addresses."""
    return "".join(words for words, _ in linked(paragraph))


def zipped(file: Path, parts: dict[str, bytes], store: bool = False) -> None:
    """A ZIP of these files, in this order."""
    how = zipfile.ZIP_STORED if store else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, ZIPPED)
            entry.compress_type, entry.external_attr = how, 0o644 << 16
            archive.writestr(entry, data)


# ------------------------------------------------------------ a page of a newspaper


class Newspaper(FPDF):
    """A page in two columns under a masthead."""

    def masthead(self, name: str, day: str) -> None:
        """The name of the paper between two rules."""
        self.set_font("Serif", "B", 34)
        self.cell(0, 16, name, align="C", new_x="LMARGIN", new_y="NEXT")
        self.set_font("Serif", "", 8.5)
        self.set_draw_color(60)
        y = self.get_y() + 1
        self.line(self.l_margin, y, self.w - self.r_margin, y)
        self.set_y(y + 1.2)
        self.cell(0, 5, day, align="C", new_x="LMARGIN", new_y="NEXT")
        self.line(self.l_margin, y + 7.4, self.w - self.r_margin, y + 7.4)
        self.set_y(y + 14)


def newspaper(name: str, day: str) -> None:
    """The PDF of a newspaper page with this report on it."""
    stated, paragraphs = source(f"{name}.txt")
    pdf = Newspaper(format=(190, 150))  # a clipping, in millimetres
    for style, file in (("", "Regular"), ("B", "Bold"), ("I", "Italic")):
        pdf.add_font("Serif", style, FONTS.format(file))
    pdf.set_creation_date(datetime(2025, 11, 3, 4, 10, tzinfo=UTC))
    pdf.set_title(stated["title"])
    pdf.set_author(stated["outlet"])
    pdf.set_lang(stated["language"])
    pdf.set_margins(20, 16)
    pdf.add_page()
    pdf.masthead(stated["outlet"], day)
    pdf.set_font("Serif", "B", 23)
    pdf.multi_cell(0, 10, stated["title"], align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(3)
    with pdf.text_columns(ncols=2, gutter=8, text_align="J", line_height=1.28, balance=True) as columns:
        for paragraph in paragraphs[:-1]:
            pdf.set_font("Serif", "", 10.5)
            with columns.paragraph(bottom_margin=2.6) as each:
                each.write(plain(paragraph))
        pdf.set_font("Serif", "I", 9.5)
        with columns.paragraph(top_margin=1) as each:
            each.write(plain(paragraphs[-1]))
    pdf.output(str(REPORTS / f"{name}.pdf"))


# ------------------------------------------------------------ a Word file

FORMATS = "http://schemas.openxmlformats.org"
WORD = f"{FORMATS}/wordprocessingml/2006/main"
PACKAGE = f"{FORMATS}/package/2006"
KIND = "application/vnd.openxmlformats-"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{KIND}package.relationships+xml"/>'
    '<Override PartName="/word/document.xml"'
    f' ContentType="{KIND}officedocument.wordprocessingml.document.main+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{KIND}package.core-properties+xml"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{FORMATS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{}</dc:title><dc:creator>{}</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2025-11-09T18:20:00Z</dcterms:created></cp:coreProperties>'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def manuscript(name: str) -> None:
    """The DOCX that a reporter filed."""
    stated, paragraphs = source(f"{name}.txt")
    title = stated["title"].strip()
    rows = map(_paragraph, paragraphs)
    core = CORE.format(escape(title, quote=False), stated["byline"])
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{"".join(rows)}</w:body></w:document>',
        "docProps/core.xml": core,
    }
    zipped(REPORTS / f"{name}.docx", {name: (XML + text).encode() for name, text in parts.items()})


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(plain(text), quote=False)}</w:t></w:r></w:p>'


# ------------------------------------------------------------ a newsletter


def newsletter(name: str, address: str) -> None:
    """The mail in which an outlet sends its article to its readers, in plain text and in HTML."""
    stated, paragraphs = source(f"{name}.txt")
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{stated['outlet']} <{address}>"
    mail["To"] = "Readers <readers@northernlantern.example>"
    mail["Subject"] = stated["title"]
    mail["Date"] = datetime.fromisoformat(stated["published"])
    mail["Message-ID"] = "<20251103.142000.7@northernlantern.example>"
    mail["List-Unsubscribe"] = f"<{stated['url'].rsplit('/', 1)[0]}/letters/leave>"
    mail.set_content("\n\n".join(map(_flat, paragraphs)) + "\n", cte="quoted-printable")
    body = "".join(f"<p>{_html(paragraph)}</p>\n" for paragraph in paragraphs)
    page = f"<html><body>\n<h1>{escape(stated['title'])}</h1>\n{body}</body></html>\n"
    mail.add_alternative(page, subtype="html", cte="quoted-printable")
    mail.set_boundary("northern-lantern-7")
    (REPORTS / f"{name}.eml").write_bytes(mail.as_bytes())


def _flat(paragraph: str) -> str:
    return "".join(f"{words} ({url})" if url else words for words, url in linked(paragraph))


def _html(paragraph: str) -> str:
    said = ((escape(words, quote=False), url) for words, url in linked(paragraph))
    return "".join(f'<a href="{url}">{words}</a>' if url else words for words, url in said)


# ------------------------------------------------------------ a channel

FORWARDED = [("«Мамо, голодним я тут не був»", "https://starohatskyivisnyk.example/zoshyt-z-nasosnoi")]
NIGHT = "Comments are closed for the night."


def channel(name: str, outlet: str) -> None:
    """The export of a Telegram channel: a post forwarded from another, the report, and one post more."""
    stated, paragraphs = source(f"{name}.txt")
    told: list[tuple[str, str]] = []
    for paragraph in paragraphs:
        told += [*linked(paragraph), ("\n\n", "")]
    sent_on = {"forwarded_from": "Старогатський вісник"}
    posts = [
        _post(41, "2025-11-02T08:02:10+00:00", outlet, FORWARDED) | sent_on,
        _post(42, stated["published"], outlet, told[:-1]) | {"author": stated["byline"]},
        _post(43, "2025-11-04T09:30:00+00:00", outlet, [(NIGHT, "")]),
    ]
    export = {"name": outlet, "type": "public_channel", "id": 1870044213, "messages": posts}
    folder = REPORTS / name
    folder.mkdir(exist_ok=True)
    (folder / "result.json").write_text(
        json.dumps(export, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def _post(number: int, at: str, outlet: str, told: list[tuple[str, str]]) -> dict[str, Any]:
    moment = datetime.fromisoformat(at)
    text = [{"type": "text_link", "text": words, "href": url} if url else words for words, url in told]
    return {
        "id": number,
        "type": "message",
        "date": moment.replace(tzinfo=None).isoformat(),
        "date_unixtime": str(int(moment.timestamp())),
        "from": outlet,
        "from_id": "channel1870044213",
        "text": text[0] if len(text) == 1 and isinstance(text[0], str) else text,
    }


# ------------------------------------------------------------ a web archive


def web_archive(name: str, url: str, at: str) -> None:
    """The WACZ (1.1.1) of a page, with the picture in it."""
    page = (SOURCES / f"{name}.html").read_bytes()
    picture = _picture()
    warc, places = _warc(at, ((url, "text/html; charset=utf-8", page), (PICTURE, "image/jpeg", picture)))
    listed = [
        {"format": "json-pages-1.0", "id": "pages", "title": "All pages", "hasText": False},
        {
            "id": _id(url)[:22],
            "url": url,
            "ts": at,
            "title": "What the Tidewater notebook says, and what it does not",
        },
    ]
    files = {
        "archive/data.warc.gz": warc,
        "indexes/index.cdx": "".join(sorted(places)).encode(),
        "pages/pages.jsonl": "".join(json.dumps(each) + "\n" for each in listed).encode(),
    }
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": "Estuary Review, 5 November 2025",
        "created": at,
        "software": "make_reports.py",
        "mainPageUrl": url,
        "mainPageDate": at,
        "resources": [
            {"name": path.rsplit("/", 1)[1], "path": path, "hash": _sha256(data), "bytes": len(data)}
            for path, data in files.items()
        ],
    }
    described = json.dumps(package, indent=1).encode()
    digest = json.dumps({"path": "datapackage.json", "hash": _sha256(described)}).encode()
    listed_last = {"datapackage.json": described, "datapackage-digest.json": digest}
    zipped(REPORTS / f"{name}.wacz", files | listed_last, store=True)


PICTURE = "https://estuaryreview.example/pictures/notebook-page-3.jpg"


def _picture() -> bytes:
    """The third page as the review shows it."""
    with Image.open(HERE / "tidewater" / "notebook" / "page-3.jpg") as page:
        page.thumbnail((640, 640))
        out = BytesIO()
        page.save(out, "JPEG", quality=62, optimize=True)
    return out.getvalue()


def _warc(at: str, answers: tuple[tuple[str, str, bytes], ...]) -> tuple[bytes, list[str]]:
    """A WARC 1.1 of these answers, and a line of a CDXJ index for each."""
    out, places = BytesIO(), []
    writer = WARCWriter(out, gzip=False, warc_version="1.1")
    pieces: list[bytes] = []
    for url, kind, data in answers:
        said = StatusAndHeaders(
            "200 OK", [("Content-Type", kind), ("Content-Length", str(len(data)))], "HTTP/1.1"
        )
        head = {"WARC-Date": at, "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, url)}>"}
        record = writer.create_warc_record(
            url, "response", BytesIO(data), http_headers=said, warc_headers_dict=head
        )
        out.seek(0)
        out.truncate()
        writer.write_record(record)
        piece = gzip.compress(out.getvalue(), mtime=0)
        where = {
            "url": url,
            "mime": kind.split(";")[0],
            "status": "200",
            "digest": record.rec_headers["WARC-Payload-Digest"],
        }
        where |= {"length": str(len(piece)), "offset": str(sum(map(len, pieces))), "filename": "data.warc.gz"}
        path = url.removeprefix("https://estuaryreview.example")
        places.append(f"example,estuaryreview){path} {_digits(at)} {json.dumps(where)}\n")
        pieces.append(piece)
    return b"".join(pieces), places


def _digits(at: str) -> str:
    return "".join(each for each in at if each.isdigit())[:14]


def _id(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()


def _sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def main() -> None:
    """Makes every file."""
    newspaper("03-morning-polder", "3 November 2025")
    manuscript("10-saltmark-courier")
    newsletter("04-northern-lantern", "letters@northernlantern.example")
    channel("02-coast-telegram", "Coast Telegram")
    web_archive(
        "05-estuary-review", "https://estuaryreview.example/essays/tidewater-notebook", "2025-11-05T16:40:12Z"
    )


if __name__ == "__main__":
    main()
