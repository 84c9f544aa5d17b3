"""An edition that is handed out: a folder with the dossier in every form, and what each file is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from firsthand.dossier import EXPORTS, PRINTED, Dossier, lacking, pages
from firsthand.dossier.phrases import count

README = "README.txt"
# The forms of an edition by the names of their files.
FORMS: Mapping[str, Callable[[Dossier], bytes]] = {
    "dossier.html": EXPORTS["html"],
    "dossier.json": EXPORTS["json"],
    "citations.bib": EXPORTS["bibtex"],
    "citations.json": EXPORTS["csl"],
    **{f"dossier.{form}": made for form, made in PRINTED.items()},
}
ABOUT = {
    "index.html": "the dossier page by page: open this one in a browser; its pictures are in pictures/",
    "dossier.html": "the same in one file, to be sent by mail",
    "dossier.pdf": "the same on paper, with the same numbers",
    "dossier.docx": "the finding as a report to be edited in Word or LibreOffice, with footnotes",
    "dossier.json": "the same for programs; docs/reference/dossier.schema.json of Firsthand has its keys",
    "citations.bib": "how each statement, report, line and source is cited, for LaTeX (BibTeX)",
    "citations.json": "the same for Zotero and others (CSL-JSON)",
}
NUMBERS = """\
S3 is a statement, R2 a report, L7 a line of the record, P1 somebody who speaks. The numbers are the same in
every file here, and in the public and the restricted edition of one case. Every node can be cited: "Cite" on
the pages shows the words of a note. Nothing here runs a program or asks anybody else for anything."""
PUBLIC = "This is the public edition. Read it from top to bottom before you give it out."
RESTRICTED = "This is the restricted edition: the whole case, with what must not be published. Keep it close."
CHECK = """\
SHA256SUMS has the SHA-256 of every file; to check them: sha256sum -c SHA256SUMS. The log of the case has the
same numbers, with who made this folder and when."""
EXTRA = "pip install 'firsthand[print]', then publish again"


@dataclass(frozen=True, slots=True)
class Edition:
    """What was handed out: the folder, the SHA-256 of each file by its name, and in sentences what is not
    there and why."""

    folder: Path
    files: Mapping[str, str]
    missing: tuple[str, ...] = ()


def files(dossier: Dossier) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files of an edition by name, and sentences on those that could not be made."""
    made, missing = pages(dossier), []
    for name, form in FORMS.items():
        try:
            made[name] = form(dossier)
        except ImportError:
            missing.append(f"{name} was not made: its program is not installed. {EXTRA}.")
        except OSError as error:
            missing.append(f"{name} was not made: a library of the system is missing ({_first(error)}).")
        if (
            name.startswith("dossier.")
            and name in made
            and (left := lacking(dossier, name.rpartition(".")[2]))
        ):
            missing.append(left)
    made[README] = _readme(dossier, made, missing).encode("utf-8")
    return made, tuple(missing)


def _first(error: OSError) -> str:
    """The first line of what a loader of libraries says."""
    return (str(error).splitlines() or ["no more is known"])[0]


def _readme(dossier: Dossier, made: Mapping[str, bytes], missing: list[str]) -> str:
    width = max(map(len, ABOUT)) + 2
    there = "\n".join(f"{name:<{width}}{what}" for name, what in ABOUT.items() if name in made)
    counted = f"{count(dossier.counts.reports, 'report')}, {count(dossier.counts.statements, 'statement')}"
    head = f"{dossier.title}\n\nA dossier of Firsthand {dossier.version}: {counted}. Traced {dossier.made}."
    told = " ".join(dossier.withheld.sentences) if dossier.withheld else ""
    parts = (head, f"{PUBLIC}\n{told}" if told else RESTRICTED, there, *missing, NUMBERS, CHECK)
    return "\n\n".join(parts) + "\n"
