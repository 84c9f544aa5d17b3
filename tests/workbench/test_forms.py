"""What a form says is otherwise in a passage."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import FormData

from firsthand.dossier.sheets import ReportSheet
from firsthand.dossier.tagged import Hand, Tag
from firsthand.errors import Refused
from firsthand.model import Correction, Hop, Kind, Role, Span, Stance
from firsthand.workbench.forms import corrections

TEXT = (
    "𝄞 The weir leaks, Bo Ek said, the Gazette wrote. 강둑이 샌다고 보 에크는 말했다.\n\n"
    "He left … then. Bo Ek left."
)


def _at(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _sheet(text: str, *tags: Tag) -> ReportSheet:
    empty: dict[str, Any] = dict.fromkeys(
        ("anchor", "id", "sha256", "outlet", "title", "date", "published", "language"), ""
    )
    rest: dict[str, Any] = dict.fromkeys(("facts", "links", "from_whom", "paragraphs", "notes"), ())
    return ReportSheet(**empty, **rest, direction="ltr", text=text, tags=tags)


READ = Tag(
    anchor="R1-a1",
    id="",
    statement="",
    statement_id="",
    kind="indirect",
    spans=(_at("The weir leaks"), _at("강둑이 샌다고")),
    check=None,
    label="",
    name="Bo Ek",
    source=_at("Bo Ek"),
    cue=(_at("said"),),
    stance="asserts",
    hands=(Hand("speaker", "Bo Ek", _at("Bo Ek")), Hand("relay"), Hand("relay", "", _at("the Gazette"))),
)
REPORT = _sheet(TEXT, READ)
NOTHING = Correction()


def _read(judgement: str = "correct", tag: Tag | None = READ, **fields: str | list[str]) -> Any:
    names = [(name.replace("_", "-"), value) for name, value in fields.items()]
    every = [(name, each) for name, value in names for each in ([value] if isinstance(value, str) else value)]
    found = corrections(FormData(every), judgement, REPORT, tag)
    return found if judgement == "split" else found[0]


def _hands(order: list[str], **others: list[str]) -> dict[str, list[str]]:
    rows = {
        "hand": ["Bo Ek", "", "the Gazette", ""],
        "hand_at": [""] * 4,
        "hand_role": ["speaker", "relay", "relay", "relay"],
        "hand_was": ["0", "1", "2", ""],
    }
    return rows | {"hand_order": order} | others


def test_a_form_as_the_page_shows_it_says_nothing() -> None:
    shown = _read(
        content="The weir leaks … 강둑이 샌다고",
        name="Bo Ek",
        source="Bo Ek",
        source_at=f"{READ.source[0]}-{READ.source[1]}" if READ.source else "",
        cue="said",
        kind="indirect",
        stance="asserts",
        **_hands(["1", "2", "3", "4"]),
    )
    assert shown == NOTHING
    assert _read() == NOTHING
    assert corrections(FormData([("content", "x")]), "accept", REPORT, READ) == ()


@given(st.data(), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_places_are_code_points_of_the_text_whatever_stands_in_it(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    form = FormData([("content", words.replace("\n", "\r\n")), ("content-at", f"{start}-{end}")])
    read = corrections(form, "missed", _sheet(text), None)
    if words.strip():
        assert read == (Correction(content=(Span(start, end),)),)
    else:
        assert read == (NOTHING,)


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 30), st.integers(-3, 3).filter(bool))
def test_a_page_that_counts_otherwise_is_refused(start: int, size: int, off: int) -> None:
    words, end = TEXT[start : start + size], min(start + size, len(TEXT))
    moved = TEXT[max(0, start + off) : max(0, end + off)]
    if not words.strip() or " ".join(moved.split()) == " ".join(words.split()):
        return
    with pytest.raises(Refused):
        _read(content=words, content_at=f"{max(0, start + off)}-{max(0, end + off)}")


def test_words_without_a_place_are_looked_for_and_parts_that_were_read_stay() -> None:
    assert _read(content="The weir leaks … 보 에크는").content == (Span(*_at("The weir leaks")), "보 에크는")
    assert _read(content="He left … then").content == ("He left … then",)  # stands so in the text
    assert _read(content="The weir leaks … 강둑이 샌다고\r\n").content is None


def test_the_source_is_a_place_words_a_name_or_nobody() -> None:
    place = Span(*_at("He"))
    assert _read(source="He", source_at=f"{place.start}-{place.end}", name="Ann Lee") == Correction(
        source=place, name="Ann Lee"
    )
    assert _read(source="Bo Ek", name="Ann Lee") == Correction(name="Ann Lee")
    assert _read(source="", name="Ann Lee") == Correction(source="", name="Ann Lee")
    assert _read(unstated="yes", name="Bo Ek") == Correction(source="", name="")
    assert _read(tag=replace(READ, source=None, name=""), name="Ann Lee") == Correction(source="Ann Lee")
    assert _read(tag=replace(READ, source=None, name=""), unstated="yes") == NOTHING
    with pytest.raises(Refused, match="one place"):
        _read(source="He … said")


def test_a_cue_may_be_taken_away() -> None:
    assert _read(cue="").cue == ()
    assert _read(cue="wrote").cue == ("wrote",)


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (["2", "1", "3", "4"], ["", "Bo Ek", "the Gazette"]),
        (["1", "", "3", "4"], ["Bo Ek", "the Gazette"]),
        (["1", "3", "2", ""], ["Bo Ek", "the Gazette", ""]),
    ],
)
def test_hands_are_ordered_by_their_numbers_and_left_out_without(order: list[str], told: list[str]) -> None:
    made = _read(**_hands(order)).hands
    assert [hop.name or (TEXT[hop.who.start : hop.who.end] if hop.who else "") for hop in made] == told


def test_a_hand_is_added_by_name_or_by_its_place() -> None:
    bo = Span(*_at("Bo Ek"))
    added = _read(**_hands(["1", "2", "3", "4"], hand=["Bo Ek", "", "the Gazette", "Dike Post"])).hands
    assert added[-1] == Hop(Role.RELAY, None, "Dike Post") and added[0] == Hop(Role.SPEAKER, bo, "Bo Ek")
    left = Span(*_at("He"))
    at = ["", "", "", f"{left.start}-{left.end}"]
    told = _hands(["1", "2", "3", "4"], hand=["Bo Ek", "", "the Gazette", "He"], hand_at=at)
    assert _read(**told).hands[-1] == Hop(Role.RELAY, left)


def test_a_split_has_a_part_for_each_field() -> None:
    first, second = _read("split", content=["The weir leaks", "강둑이 샌다고"])
    assert first.content == (Span(*READ.spans[0]),) and second.content == (Span(*READ.spans[1]),)


def test_kind_and_stance_are_those_that_there_are() -> None:
    assert _read(kind="own", stance="denies") == Correction(kind=Kind.OWN, stance=Stance.DENIES)


@pytest.mark.parametrize(
    "fields",
    [
        {"content": "The weir", "content_at": "x"},
        {"content": "The weir", "content_at": "2-9999"},
        {"content": "The weir", "content_at": "２-10"},
        {"content": "The weir", "content_at": "10-2"},
        {"kind": "loud"},
        {"stance": "<script>"},
        {"hand": ["Bo Ek"], "hand_order": ["1"]},
        _hands(["1", "x", "3", "4"]),
        _hands(["1", "2", "3", "4"], hand_role=["speaker", "thief", "relay", "relay"]),
        _hands(["1", "2", "3", "4"], hand=["a"] * 4, hand_at=["", "", "", "1-2,3-4"]),
    ],
)
def test_what_makes_no_sense_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        _read(**fields)
