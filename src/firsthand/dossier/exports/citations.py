"""The citations of every node, for programs that keep literature: BibTeX, and CSL-JSON (CSL 1.0.2).

What is foreign is data in both: in BibTeX no character of it is a command, and every brace is balanced.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from firsthand.dossier.citing import Citation, citations
from firsthand.dossier.phrases import ISO, short
from firsthand.dossier.sheets import Dossier

# LaTeX's characters, and what prints each; BibTeX counts even braces that stand behind a backslash.
COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "%": r"\%",
    }
)
# Types of CSL 1.0.2; of what is not here "entry".
KINDS = {"report": "article-newspaper", "record": "manuscript", "line": "manuscript"}
SAFE = "!#$%&'()*+,-./:;=?@_~"  # of an address, beside letters and digits: no brace, blank or backslash
LONGEST = 160  # characters of a title
WORD = re.compile(r"[a-z0-9]+")


def bibtex(dossier: Dossier) -> bytes:
    """The citations as BibTeX (UTF-8): an entry ``NAME-S3`` for each node, NAME being words of the title."""
    name = _name(dossier.title)
    entries = (_entry(name, each) for each in citations(dossier).values())
    told = " ".join(dossier.withheld.sentences) if dossier.withheld else ""
    head = [f"@comment{{{latex(told)}}}\n"] if told else []
    return "\n".join((*head, *entries)).encode("utf-8")


def csl(dossier: Dossier) -> bytes:
    """The citations as CSL-JSON (UTF-8): an item for each node, with the same names as in ``bibtex``."""
    name = _name(dossier.title)
    items = [_item(name, each) for each in citations(dossier).values()]
    return json.dumps(items, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def latex(text: str) -> str:
    """``text`` on one line, with nothing in it that LaTeX or BibTeX would take for a command."""
    return " ".join(text.split()).translate(COMMANDS)


def _name(title: str) -> str:
    """The first words of a title as a part of a key; "case" where it has none in Latin letters."""
    return "-".join(WORD.findall(title.casefold())[:4])[:40].strip("-") or "case"


def _titled(each: Citation) -> str:
    """What an entry is called: the title, else the words or the name."""
    return short(each.says if each.kind in ("statement", "line") else each.title or each.whose, LONGEST)


def _entry(name: str, each: Citation) -> str:
    fields = {
        "title": f"{{{latex(_titled(each))}}}",
        "author": f"{{{latex(each.whose)}}}" if each.whose and each.kind != "source" else "",
        "year": each.published[:4] if ISO.match(each.published) else "",
        "date": each.published[:10] if ISO.match(each.published) else "",
        "url": address(each.address),
        "langid": each.language if each.language.isalpha() else "",
        "note": latex(each.text),
    }
    rows = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@misc{{{name}-{each.anchor},\n{rows}}}\n"


def address(url: str) -> str:
    """An address of the web with every character that ends a field percent-encoded; "" for any other."""
    return quote(url, safe=SAFE) if url.startswith(("http://", "https://")) else ""


def _item(name: str, each: Citation) -> dict[str, Any]:
    parts = ISO.match(each.published)
    date = [[int(part) for part in parts.groups()[:3] if part]] if parts else []
    found: dict[str, Any] = {
        "id": f"{name}-{each.anchor}",
        "type": KINDS.get(each.kind, "entry"),
        "title": _titled(each),
        "container-title": each.whose if each.kind == "report" else each.work.title,
        "author": [{"literal": each.whose}] if each.whose and each.kind != "source" else [],
        "issued": {"date-parts": date} if date else {},
        "URL": address(each.address),
        "language": each.language,
        "archive": each.work.title,
        "archive_location": each.anchor,
        "note": each.text,
    }
    return {key: value for key, value in found.items() if value}
