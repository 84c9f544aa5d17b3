"""What runs along the edges of pages."""

from __future__ import annotations

import pytest

from firsthand.records.document import Document
from firsthand.records.formats import pdf
from tests.records.pdf.making import Column
from tests.records.pdf.making import pdf as made

BODY = [
    ["The harbour master said that", "the bridge had never"],
    ["been inspected since March.", "The port denies it."],
]
WHOLE = "The harbour master said that the bridge had never been inspected since March. The port denies it."


def document(head: str, foot: str, bodies: list[list[str]]) -> Document:
    """A PDF with a head and a foot on every page, ``#`` the number of the page in both."""
    pages = [
        [
            Column(lines, top=700),
            *(
                Column([said.replace("#", str(n))], top=at, size=8)
                for said, at in ((head, 810), (foot, 30))
                if said
            ),
        ]
        for n, lines in enumerate(bodies, 1)
    ]
    (found,) = pdf.read(made(pages))
    assert isinstance(found, Document)
    return found


def test_heads_and_feet_stand_once_at_most_and_do_not_break_a_sentence_in_two() -> None:
    found = document("Harbour Gazette", "page #", BODY)
    assert found.text == f"Harbour Gazette\n\n{WHOLE}"
    assert found.extra["running lines"] == "Harbour Gazette · page 1"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("11/27/26, 9:05 PM The bridge", "https://gazette.example/2026/bridge 1/2"),
        ("The bridge", "https://gazette.example/2026/bridge Page 1 of 2"),
        ("The bridge https://gazette.example/2026/bridge", "1 of 2 27.11.2026, 21:05"),
    ],
)
def test_a_page_that_a_browser_printed_has_its_address(head: str, foot: str) -> None:
    found = document(head, foot, [[*BODY[0], *BODY[1]]])
    assert (found.url, found.text.endswith(WHOLE)) == ("https://gazette.example/2026/bridge", True)
    assert "1/2" not in found.text and "1 of 2" not in found.text


def test_the_address_of_a_letterhead_is_none_of_the_report() -> None:
    assert document("The Port Authority", "https://port.example Page # of 2", BODY).url == ""


def test_what_stands_once_or_close_to_the_text_stays() -> None:
    assert document("A head", "A foot", [BODY[0]]).text.endswith("A foot")
    twice = [["The same first line.", "One."], ["The same first line.", "Two."]]
    assert document("", "", twice).text.count("The same first line.") == 2
