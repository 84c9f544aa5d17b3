"""A citation for programs that keep literature: BibTeX, and CSL-JSON (CSL 1.0.2).

What is foreign is data in both: in BibTeX no character of it is a command, and every brace is balanced.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from firsthand.dossier.citing import Citation
from firsthand.dossier.phrases import ISO, short

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


def bibtex_of(each: Citation) -> str:
    """A citation as an entry of BibTeX, ``NAME-S3``, NAME being words of the title of the dossier."""
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
    return f"@misc{{{_key(each)},\n{rows}}}\n"


def csl_of(each: Citation) -> dict[str, Any]:
    """A citation as an item of CSL-JSON, of the same name as in ``bibtex_of``."""
    parts = ISO.match(each.published)
    date = [[int(part) for part in parts.groups()[:3] if part]] if parts else []
    found: dict[str, Any] = {
        "id": _key(each),
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


def latex(text: str) -> str:
    """``text`` on one line, with nothing in it that LaTeX or BibTeX would take for a command."""
    return " ".join(text.split()).translate(COMMANDS)


def address(url: str) -> str:
    """An address of the web with every character that ends a field percent-encoded; "" for any other."""
    return quote(url, safe=SAFE) if url.startswith(("http://", "https://")) else ""


def _key(each: Citation) -> str:
    """The first words of the title of the dossier, "case" where it has none in Latin letters; the anchor."""
    name = "-".join(WORD.findall(each.work.title.casefold())[:4])[:40].strip("-") or "case"
    return f"{name}-{each.anchor}"


def _titled(each: Citation) -> str:
    """What an entry is called: the title, else the words or the name."""
    return short(each.says or each.title or each.whose, LONGEST)
