"""A case as it is received, with names planted wherever a file can hold them: none is given out."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from firsthand import Case
from firsthand.model import Private, PrivateWords
from firsthand.publishing import Wording
from firsthand.publishing.marks import masked, told
from tests.publishing import planted, secrets

PERSON = PrivateWords(Private.PERSON, (planted.MAN, "김민준"), True)
HOME = PrivateWords(Private.HOME, planted.HOME, True)
ENCODED = [
    (form.upper() if up else form).encode(code)
    for form in (*planted.WRITTEN, *planted.MOTHER, *planted.HOME)
    for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-7")
    for up in (False, True)
]
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Files, Path, tuple[str, ...]]:
    """The files of the public edition and of the restricted one, the folder received, and the doubts.

    The public one is written over a restricted one.
    """
    at = tmp_path_factory.mktemp("planted")
    received = at / "in"
    received.mkdir()
    planted.folder(received)
    with Case.create(at / "case") as case:
        case.add(received)
        case.trace()
        case.edition(at / "out", public=False)
        whole = _files(at / "out")
        case.edition(at / "out")
        return _files(at / "out"), whole, received, case.doubts()


def _files(at: Path) -> Files:
    return {str(f.relative_to(at)): f.read_bytes() for f in at.rglob("*") if f.is_file()}


def test_no_form_of_a_name_and_no_home_stands_in_any_file_in_any_code(
    editions: tuple[Files, Files, Path, tuple[str, ...]],
) -> None:
    made, whole, _, _ = editions
    assert {"dossier.pdf", "dossier.docx", "pictures/page-1.jpg"} <= made.keys()
    for name, data in made.items():
        found = _bare("\n".join(_read(name, data)))
        there = [each for each in ENCODED if each in data]
        there += [s for s in planted.SECRETS if _bare(s) in found]
        assert not there, name
    # The search finds them where nothing is withheld.
    for name in ("dossier.html", "dossier.pdf", "dossier.docx", "dossier.json", "citations.bib"):
        found = _bare("\n".join(_read(name, whole[name])))
        assert _bare("орленк") in found and _bare("herlane") in found, name


def test_no_hash_tells_whoever_guesses_a_name_or_has_a_file_that_he_is_right(
    editions: tuple[Files, Files, Path, tuple[str, ...]],
) -> None:
    made, whole, received, _ = editions
    files = [hashlib.sha256(f.read_bytes()).hexdigest() for f in received.iterdir() if f.suffix != ".toml"]
    guesses = [
        (how, each.encode())
        for how in ("sha256", "sha1", "md5")
        for each in (*planted.WRITTEN, *planted.MOTHER)
    ]
    digests = [*files, *(hashlib.new(how, each).hexdigest() for how, each in guesses)]
    told = {name: "\n".join(_read(name, data)) for name, data in made.items()}
    assert not [(d, name) for d in digests for name, text in told.items() if d in text]
    assert any(d in whole["dossier.json"].decode() for d in files)


def test_no_pixel_of_a_face_is_in_any_picture_of_any_file(
    editions: tuple[Files, Files, Path, tuple[str, ...]],
) -> None:
    made, whole, _, _ = editions
    seen = [picture for name, data in made.items() for picture in secrets.images(name, data)]
    assert len(seen) >= 3  # the file, in the page, on paper
    for picture in seen:
        assert not _inked(picture)
        assert picture.width > picture.height  # turned as it is shown
        assert picture.getpixel((round(picture.width * 370 / 420), round(picture.height * 0.5))) == (0, 0, 0)
    assert any(_inked(picture) for name, data in whole.items() for picture in secrets.images(name, data))


def test_the_doubts_say_what_no_machine_finds(editions: tuple[Files, Files, Path, tuple[str, ...]]) -> None:
    _, _, _, doubts = editions
    assert any("description" in each for each in doubts)


def _inked(picture: Image.Image) -> bool:
    data = picture.convert("RGB").tobytes()
    return any(g > r + 60 for r, g in zip(data[::3], data[1::3], strict=True))


def _read(name: str, data: bytes) -> Iterator[str]:
    """A file as whoever searches it may read it: unpacked, and decoded from every code that text goes in."""
    plain = secrets.unpacked(name, data)
    yield from (name, plain, unquote(html.unescape(plain)), unquote(unquote(plain)))
    for found in re.findall(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{8,4000}={0,2}", plain):
        yield from _in_code(found)
    for found in re.findall(r"(?:[0-9a-fA-F]{2}){6,}", plain):
        raw = bytes.fromhex(found)
        yield from (raw.decode(code, "ignore") for code in ("utf-8", "utf-16-be", "utf-16-le"))


def _in_code(found: str) -> Iterator[str]:
    text = found.rstrip("=").translate(str.maketrans("+/", "-_"))
    raw = base64.urlsafe_b64decode(text[: len(text) // 4 * 4] + "")
    yield from (raw.decode(code, "ignore") for code in ("utf-8", "utf-16-le"))


def _bare(text: str) -> str:
    """Letters and digits alone, by other means than those of the source."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))


apart = st.sampled_from([" ", "\n", " “", "’s ", ", ", " (", ") ", ". ", "\u00a0", "—", " @", "/", "\n\n"])
word = st.text(st.sampled_from("abkoаблиЮ김0"), min_size=1, max_size=6)
FORMS = (*planted.WRITTEN, *planted.MOTHER, *planted.HOME)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(word, apart, st.sampled_from(FORMS), apart), min_size=1, max_size=5), word)
def test_names_that_stand_anywhere_in_a_text_are_taken_out(
    parts: list[tuple[str, str, str, str]], last: str
) -> None:
    text = "".join("".join(each) for each in parts) + last
    hits = Wording([PERSON, HOME]).hits(text)
    found = _bare(told(masked(text, [(hit.span, hit.what) for hit in hits])))
    assert not [s for s in planted.SECRETS if _bare(s) in found]
