"""PDFs: text, lines on their pages, what they say of themselves, and the way back."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Member
from firsthand.records.formats import pdf
from firsthand.records.intake import read
from tests.records.pdf.making import Column, Making
from tests.records.pdf.making import pdf as made

REPORT = [
    Column(["The bridge is safe", "again"], size=24, lead=28, top=800),
    Column(
        ["The bridge is safe, the har-", "bour master said on Monday.", "«Єдність», 다리는 안전하다 😐."],
        top=700,
    ),
    Column(["Nobody asked the", "divers."], top=620),
]
INFO = "/Title(Bridge report)/Author(Ann Lee)/CreationDate(D:20250201100000+02'00')/Producer(Press 1)"
SAMPLE = made([REPORT, [Column(["The end."])]], INFO, "/Lang(en-GB)")


def only(data: bytes) -> Document:
    (document,) = pdf.read(data)
    assert isinstance(document, Document)
    return document


def test_the_text_is_in_paragraphs_and_divided_words_are_whole() -> None:
    assert only(SAMPLE).text.split("\n\n") == [
        "The bridge is safe again",
        "The bridge is safe, the harbour master said on Monday. «Єдність», 다리는 안전하다 😐.",
        "Nobody asked the divers.",
        "The end.",
    ]


def test_what_the_file_says_of_itself_is_kept() -> None:
    document = only(SAMPLE)
    assert (document.title, document.byline, document.language) == ("Bridge report", "Ann Lee", "en-GB")
    assert document.published == ""  # when the file was made is no date of publication
    assert document.extra == {"created": "2025-02-01T10:00:00+02:00", "producer": "Press 1", "pages": "2"}
    assert document.notes == ()


def test_every_line_stands_where_the_picture_of_its_page_shows_it() -> None:
    lines = only(SAMPLE).lines
    first, last = lines[2].region, lines[-1].region
    assert first and last
    assert (first.leaf, last.leaf) == (1, 2)
    # 72 points from the left; the foot of the letters is 700 points from below, the page 842 high.
    assert first.x == 144
    assert first.y < (842 - 700) * 2 <= first.y + first.height
    assert first.y > (842 - 700 - 12) * 2


def test_a_page_that_is_turned_has_its_lines_where_it_is_shown() -> None:
    box = only(made([[Column(["Sideways."])]], page="/Rotate 90")).lines[0].region
    assert box and box.height > 3 * box.width
    assert box.x == pytest.approx(760 * 2, abs=24)
    picture = Image.open(BytesIO(pdf.leaf(made([[Column(["A"])]], page="/Rotate 90"), 1)))
    assert picture.size == (842 * 2, 595 * 2)


def test_a_link_is_at_its_words() -> None:
    area = "/Annots[<</Type/Annot/Subtype/Link/Rect[108 757 151 770]/A<</S/URI/URI(https://a.example/x)>>>>]"
    document = only(made([[Column(["Read the letter here."])]], page=area))
    (link,) = document.links
    assert (document.text[link.span.start : link.span.end], link.url) == ("the le", "https://a.example/x")


def test_attached_files_are_taken_out() -> None:
    making = Making()
    data = making.stream(b"minutes", "/Type/EmbeddedFile")
    spec = making.add(f"<</Type/Filespec/F(minutes.txt)/UF(minutes.txt)/EF<</F {data} 0 R>>>>")
    making.add("<</Type/Page/Parent 4 0 R/MediaBox[0 0 99 99]>>")
    making.add("<</Type/Pages/Count 1/Kids[3 0 R]>>")
    root = making.add(
        f"<</Type/Catalog/Pages 4 0 R/Names<</EmbeddedFiles<</Names[(minutes.txt) {spec} 0 R]>>>>>>"
    )
    parts = pdf.read(making.finish(root, making.add("<<>>")))
    assert parts[1] == Member("attachment 1", "minutes.txt", b"minutes")


def test_a_page_that_is_only_a_picture_is_told() -> None:
    document = only(made([[], [Column(["Words."])], []], drawn=b"0 0 99 99 re f"))
    assert document.extra["scanned"] == "1,3"
    assert document.notes == ("pages 1 and 3 of 3 hold no text, only pictures: nothing was read from them",)
    scan = only(made([[]], drawn=b"0 0 99 99 re f"))
    assert scan.text == ""
    assert scan.notes == ("page 1 of 1 holds no text, only a picture: nothing was read from it",)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-16", exclude_categories=["C", "Z", "M"]), min_size=1, max_size=6),
        min_size=1,
        max_size=30,
    ),
    st.integers(1, 6),
)
def test_every_character_leads_back_to_the_same_in_the_text_of_the_pages(words: list[str], each: int) -> None:
    rows = [" ".join(words[n : n + each]) for n in range(0, len(words), each)]
    data = made([[Column(rows[:3]), Column(rows[3:], top=300)], [Column(rows)]])
    document = only(data)
    raw = pdf.opened(data, document.inside) if document.inside else b""
    led = "".join(
        raw[p : p + c * w].decode("utf-16-le") for c, p, w in document.offsets.runs(0, 1 << 30) if w
    )
    assert led.replace("\ufffe", "-") == "".join(
        document.text[at] for at in range(len(document.text)) if document.offsets.back(Span(at, at + 1))
    )
    for line in document.lines:
        place = document.offsets.back(line.span)
        assert place
        assert raw[slice(*place)].decode("utf-16-le") == document.text[line.span.start : line.span.end]


def test_a_locked_file_is_refused() -> None:
    key = "<</Filter/Standard/V 1/R 2/P -4/O<" + "ab" * 32 + ">/U<" + "cd" * 32 + ">>>"
    locked = made([[Column(["Secret."])]], trailer=f"/ID[<0123><0123>]/Encrypt {key}")
    with pytest.raises(Unreadable, match="locked with a password"):
        pdf.read(locked)


def test_five_thousand_pages_are_read() -> None:
    document = only(made([[Column(["A page."])]] * 5000))
    assert document.extra["pages"] == "5000"
    assert document.lines[-1].region and document.lines[-1].region.leaf == 5000


@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_file_that_breaks_off_is_read_with_a_doubt_or_refused(tenth: int) -> None:
    outcome = read(SAMPLE[: len(SAMPLE) * tenth // 10], "report.pdf")
    assert bool(outcome.documents) != bool(outcome.refusals)
    for document in outcome.documents:
        assert "breaks off" in " ".join(document.notes)


def test_another_file_under_the_name_is_read_as_what_it_is() -> None:
    assert read(b"The bridge is safe, she said.", "report.pdf").format == "plain"
    (refusal,) = read(b"\0\1\2" * 99, "report.pdf").refusals
    assert refusal.what == "is named as a PDF and is none"


def test_a_leaf_that_is_not_there_or_too_large_is_refused() -> None:
    with pytest.raises(Unreadable, match="no page 3: it has 2"):
        pdf.leaf(SAMPLE, 3)
    with pytest.raises(Unreadable, match="too large"):
        pdf.leaf(made([[Column(["A"])]], page="/MediaBox[0 0 14400 14400]"), 1)
