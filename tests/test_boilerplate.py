from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.boilerplate import without_boilerplate
from firsthand.model import Record
from tests.builders import record

CALL = "Subscribe to our newsletter for stories brought to your inbox every morning."
BODIES = (
    "Mayor Ana Rehn said the school in Tarn would close because the roof leaks.",
    "Farmer Ole Brun said wolves had killed nine sheep near Hov since April.",
    "Coach Petra Lund said the handball team had lost its keeper to Kolmar.",
    "Judge Karl Aamot said the theft of the bronze bell would be tried in autumn.",
)


def pages(*texts: str) -> list[Record]:
    return [record(text, id=str(n), name=f"{n}.txt") for n, text in enumerate(texts)]


def test_what_stands_on_every_page_is_blanked_in_its_place_and_told() -> None:
    given_ = pages(*(f"{body}\n\n{CALL}\n" for body in BODIES))
    plain, (note,) = without_boilerplate(given_)
    for before, after, body in zip(given_, plain, BODIES, strict=True):
        assert after.text.rstrip() == body
        assert len(after.text) == len(before.text)
    assert "“subscribe to our newsletter" in note
    assert "4 reports" in note


def test_reprints_are_not_boilerplate() -> None:
    given_ = pages(*[f"{BODIES[0]}\n{CALL}"] * 50)
    assert without_boilerplate(given_) == (given_, [])


def test_reprints_that_add_a_paragraph_each_are_not_boilerplate() -> None:
    article = "The ferry lost both anchors off the coast.\nFourteen people waited on deck until it was dusk."
    given_ = pages(*(f"{article}\n{body}" for body in BODIES))
    assert without_boilerplate(given_) == (given_, [])


def test_background_that_went_from_paper_to_paper_is_not_boilerplate() -> None:
    background = "The ferry Tilda Maren was built in Kolmar and has lost its anchors twice."
    told = (
        "Divers looked for the anchors of the Tilda Maren in the dark.",
        "Nobody on the ferry had been told, a cook said on the quay in Kolmar.",
        "“We shall pay for the Tilda Maren,” the owner of the ferry wrote.",
        "Fourteen people left the ferry at dusk without their anchors or bags.",
    )
    given_ = pages(*(f"{body}\n{background}" for body in told))
    assert without_boilerplate(given_) == (given_, [])


def test_a_credit_line_is_kept() -> None:
    given_ = pages(*(f"{body}\nNorth Coast News Agency" for body in BODIES))
    assert without_boilerplate(given_) == (given_, [])


@given(st.lists(st.lists(st.sampled_from([CALL, *BODIES, "", "…"]), max_size=4).map("\n".join), max_size=6))
def test_nothing_is_changed_but_into_blanks(texts: list[str]) -> None:
    plain, _ = without_boilerplate(pages(*texts))
    for text, after in zip(texts, plain, strict=True):
        assert {a for a, b in zip(after.text, text, strict=True) if a != b} <= {" "}
