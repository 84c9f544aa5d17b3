"""Editions as they are handed out: what is withheld is looked for in every file, by words and by pixels."""

from __future__ import annotations

import builtins
import re
from dataclasses import replace
from typing import Any

import pytest

from firsthand.dossier import EXPORTS
from firsthand.model import Private, PrivateWords
from firsthand.publishing import files, public
from tests.publishing import secrets

NAME, HOME = "Мирослава Зубенко", "12 Heron Lane"
PRIVATE = [
    PrivateWords(Private.KIN, (NAME,), True),
    PrivateWords(Private.HOME, (HOME,), True),
]
SPELLED = ("мирославазубенко", "myroslavazubenko", "miroslavazubenko", "12heronlane", "k5512093", "munkibom")


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    found, _ = files(public(secrets.matter(NAME, HOME, "K 5512093", NAME.upper()), PRIVATE))
    return found


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    return files(secrets.matter(NAME, HOME, "K 5512093", NAME.upper()).build())[0]


def test_what_is_withheld_stands_in_no_file_and_no_name_of_one(made: dict[str, bytes]) -> None:
    for name, data in made.items():
        found = secrets.bare(f"{name}\n{secrets.unpacked(name, data)}")
        assert not [each for each in SPELLED if secrets.bare(each) in found], name
        assert not any(digit * 64 in found for digit in "b9ef"), name


def test_the_words_would_be_found_where_nothing_is_withheld(whole: dict[str, bytes]) -> None:
    for name in set(whole) - {"README.txt", "pictures/page-1.jpg", "index.html"}:
        assert secrets.bare(NAME) in secrets.bare(secrets.unpacked(name, whole[name])), name


def test_the_face_is_black_in_the_picture_of_every_file(made: dict[str, bytes]) -> None:
    seen = [image for name in made for image in secrets.images(name, made[name])]
    assert len(seen) >= 2 + ("dossier.pdf" in made)
    for image in seen:
        data = image.convert("RGB").tobytes()
        assert image.size == (400, 200) and image.convert("RGB").getpixel((340, 70)) == (0, 0, 0)
        assert not any(g > r + 60 for r, g in zip(data[::3], data[1::3], strict=True))


def test_a_title_that_prints_a_withheld_name_is_cited_without_it() -> None:
    case = secrets.matter("Orla Quimby", HOME, "K 5512093", "Orla Quimby")
    records = tuple(
        replace(r, title="Orla Quimby speaks") if r.name == "report.txt" else r for r in case.records
    )
    made = public(replace(case, records=records), [PrivateWords(Private.KIN, ("Orla Quimby",))])
    assert made.reports[0].title == "Orla Quimby speaks"
    found = [EXPORTS[form](made).decode() for form in ("bibtex", "csl")]
    assert all("Quimby" not in each and "[withheld: next of kin] speaks" in each for each in found)


def test_the_readme_says_what_is_there_and_which_edition(
    made: dict[str, bytes], whole: dict[str, bytes]
) -> None:
    text = made["README.txt"].decode()
    assert "This is the public edition" in text and "withheld" in text
    listed = re.findall(r"^(\S+\.\w+)  +", text, re.MULTILINE)
    assert set(listed) <= set(made) and {"index.html", "citations.bib"} <= set(listed)
    assert "restricted edition" in whole["README.txt"].decode()


@pytest.mark.parametrize("error", [ImportError("none"), OSError("cannot load library 'pango'\nand more")])
def test_without_the_extra_the_rest_is_made_and_it_is_said_how_to_get_it(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = builtins.__import__

    def refusing(name: str, *given: Any, **more: Any) -> Any:
        if name.split(".")[0] in ("weasyprint", "docx"):
            raise error
        return usual(name, *given, **more)

    monkeypatch.setattr(builtins, "__import__", refusing)
    found, missing = files(secrets.matter(NAME, HOME, "K 5512093", NAME).build())
    assert {"index.html", "dossier.html", "dossier.json"} <= set(found)
    assert not {"dossier.pdf", "dossier.docx"} & set(found)
    assert len(missing) == 2 and all(each in found["README.txt"].decode() for each in missing)
    assert "firsthand[print]" in missing[0] or "pango" in missing[0]
