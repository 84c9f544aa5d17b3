"""A folder in which withheld names, a home and a face are planted wherever a file can hold them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from urllib.parse import quote

from docx import Document
from PIL import Image, ImageDraw

INK = (10, 200, 30)  # the colour of a face, and of nothing else
MAN, SLUG, CALL = "Іван Орленко", "ivan-orlenko", "@ivan_orlenko"
# How texts write him: declined, with a patronymic, initials and a call sign, in other letters, broken.
WRITTEN = (
    MAN,
    "Івана Орленка",
    "Іванові Орленкові",
    "Іваном Орленком",
    "ІВАН ОРЛЕНКО",
    "Іван Петрович Орленко",
    "Орленко Іван Петрович",
    "І. Орленко",
    "І. П. Орленка",
    "Орленко І. П.",
    "Іван «Яструб» Орленко",
    "Ivan Orlenko’s",
    "Ivan P. Orlenko",
    "I. Orlenko",
    "Orlenko, I.",
    "Iwan Orlenko",
    "Іва\u00adн Ор\u200bленко",
    "Іван Ор-\nленко",
    "#ІванОрленко",
    "#FreeIvanOrlenko",
    CALL,
    "ivan.orlenko1987@mail.example",
    f"https://gazette.example/2024/{SLUG}-taken.html",
    f"https://gazette.example/{quote(MAN)}",
)
# What of these must stand nowhere, as letters alone.
SECRETS = ("орленк", "orlenko", "петрович", "яструб", "김민준", "minjun", "минджун", "herlane", "чаплина17")
MOTHER = (
    "김민준",
    "김민준이",
    "김민준은",
    "김민준씨",
    "김 민준",
    "Kim Min-jun",
    "Minjun Kim",
    "Ким Минджун",
    "kim_minjun",
)
HOME = ("9 Gull Herlane", "вул. Чаплина 17")
TOML = f"""\
title = "The notebook of {MAN}"

[[record]]
file = "{MAN}, notebook.txt"
kind = "primary"
[record.handling]
holder = "Municipal archive"
relation = "captured"
publish = "yes"
withhold = [3]

[[record]]
file = "page of {MAN}.jpg"
kind = "page"
of = "{MAN}, notebook.txt"
lines = [
  {{ line = 1, region = [20, 20, 300, 30] }}, {{ line = 2, region = [20, 60, 300, 30] }},
  {{ line = 3, region = [20, 100, 300, 30] }}, {{ line = 4, region = [20, 140, 300, 30] }},
]
[record.handling]
publish = "yes"
regions = [{{ region = [340, 60, 60, 100], what = "face" }}]

[[record]]
file = "english.txt"
kind = "translation"
of = "{MAN}, notebook.txt"
by = "{MAN}"
[record.handling]
publish = "yes"

[[withhold]]
what = "person"
words = ["{MAN}"]
everywhere = true

[[withhold]]
what = "next of kin"
words = ["김민준"]
everywhere = true

[[withhold]]
what = "home address"
words = ["9 Gull Herlane", "вул. Чаплина 17"]
"""
HEAD = """\
---
outlet: {outlet}
title: {title}
byline: {byline}
published: 2024-11-2{n}
language: {language}
url: {url}
---
"""


def folder(at: Path) -> Path:
    """Writes the case into ``at``, which must be there; gives it back."""
    lines = (
        "The wind has gone round to the north.",
        f"{MAN} wrote this in the cold house.",
        f"Mother 김민준 waits at {HOME[0]}.",
        "Nobody came for the boat today either.",
    )
    (at / f"{MAN}, notebook.txt").write_text(
        "\n".join(f"{n}\t{each}" for n, each in enumerate(lines, 1)), "utf-8"
    )
    (at / "english.txt").write_text("\n".join(f"{n}\t{each}" for n, each in enumerate(lines, 1)), "utf-8")
    (at / f"page of {MAN}.jpg").write_bytes(page())
    (at / "case.toml").write_text(TOML, "utf-8")
    for name, text in reports().items():
        (at / name).write_text(text, "utf-8")
    (at / f"{SLUG} web.html").write_text(web(), "utf-8")
    (at / "mail.eml").write_bytes(mail())
    (at / "word.docx").write_bytes(word())
    (at / "chat.json").write_text(chat(), "utf-8")
    (at / f"{MAN}.bin").write_bytes(b"\0\1\2" + MAN.encode())
    return at


def page() -> bytes:
    """A page turned on its side by its mark, with a face, and with descriptions that nobody sees."""
    image = Image.new("RGB", (420, 220), "white")
    ImageDraw.Draw(image).rectangle((340, 60, 399, 159), fill=INK)
    exif = Image.Exif()
    exif[0x0112], exif[0x010E], exif[0x013B] = 6, "Ivan Orlenko at 9 Gull Herlane", "Ivan Orlenko"
    out = io.BytesIO()
    # As the camera lay: what is shown is turned by a quarter to the right.
    image.transpose(Image.Transpose.ROTATE_90).save(
        out, "JPEG", quality=95, exif=exif, comment=MAN.encode(), icc_profile=b"Ivan Orlenko" * 20
    )
    return out.getvalue()


def reports() -> dict[str, str]:
    """Reports that write the names in every way, each in what somebody says."""
    names = (*WRITTEN[::2], *MOTHER)
    said = [f"“The boat of {each} never came back,” said {each} on Monday." for each in names]
    told = [
        f"According to {each}, the wind went round to the north at {HOME[n % 2]}."
        for n, each in enumerate(WRITTEN[1::2])
    ]
    quoted = (
        f"“Nobody came for the boat today either,” {MAN} wrote in the notebook, the Harbour Gazette reported."
    )
    head = {
        "outlet": "Harbour Gazette",
        "title": f"{MAN}: a notebook",
        "byline": "Ivan Orlenko",
        "n": 1,
        "language": "en",
        "url": f"https://harbour.example/2024/{SLUG}?who={quote(MAN)}#{SLUG}",
    }
    other = {
        "outlet": "Блог Івана Орленка",
        "title": "Листи Івана Орленка",
        "byline": "І. Орленко",
        "n": 2,
        "language": "uk",
        "url": f"https://web.archive.org/web/2024/https%3A%2F%2Fx.example%2F{quote(quote(MAN))}",
    }
    return {
        f"{SLUG}.txt": HEAD.format(**head) + "\n\n".join((quoted, *said)),
        "Орленко І. П..txt": HEAD.format(**other)
        + "\n\n".join((quoted, *told, f"«Човен {MAN} не повернувся», — сказав Іван Орленко.")),
    }


def web() -> str:
    """A saved page whose head, addresses, captions and comments have the name."""
    return f"""<!doctype html><html lang="en"><head><title>{MAN} taken</title><!-- {MAN} -->
<meta property="og:title" content="{MAN} taken"><meta property="og:site_name" content="Delta Post">
<meta name="author" content="Ivan Orlenko"><meta property="article:published_time" content="2024-11-23">
<link rel="canonical" href="https://delta.example/{SLUG}-taken"><meta name="keywords" content="Ivan Orlenko">
</head><body><article><h1>{MAN} taken</h1><p class="byline">By Ivan Orlenko</p>
<p title="{MAN}">“Nobody came for the boat today either,”
<a href="https://delta.example/tag/{SLUG}" title="{MAN}">Ivan
Orlenko</a> wrote, the Harbour Gazette reported.</p>
<figure><img src="{SLUG}.jpg" alt="{MAN} at 9 Gull Herlane">
<figcaption>Ivan Orlenko with his mother Kim Min-jun</figcaption></figure>
<p>“We wait,” said <em>Ivan</em> <b>Orlenko</b> and
<a href="mailto:ivan.orlenko@mail.example">mail</a>.</p>
</article></body></html>"""


def mail() -> bytes:
    return (
        "From: Ivan Orlenko <ivan.orlenko@mail.example>\r\nTo: desk@desk.example\r\n"
        "Subject: From Ivan Orlenko\r\nMessage-ID: <iorlenko@mail.example>\r\n"
        "Date: Mon, 25 Nov 2024 10:00:00 +0000\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n"
        f"“The wind has gone round to the north,” wrote {MAN}, who lives at 9 Gull Herlane.\r\n"
    ).encode()


def word() -> bytes:
    document = Document()
    document.core_properties.author = "Ivan Orlenko"
    document.core_properties.comments = document.core_properties.title = MAN
    document.add_paragraph(
        "“Nobody came for the boat today either,” said Ivan Orlenko, the Delta Post reported."
    )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def chat() -> str:
    said = [
        {
            "id": 1,
            "type": "message",
            "date": "2024-11-26T10:00:00",
            "from": MAN,
            "from_id": CALL,
            "forwarded_from": "Ivan Orlenko",
            "text": "“The wind has gone round to the north,” he wrote.",
        },
    ]
    return json.dumps({"name": f"Channel of {MAN}", "type": "public_channel", "id": 7, "messages": said})
