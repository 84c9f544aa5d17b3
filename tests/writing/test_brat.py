"""Standoff leads back to the spans, and is what brat accepts."""

from __future__ import annotations

import re

from hypothesis import given

from firsthand.model import Attribution, Record, Span
from firsthand.writing import FORMS
from tests.builders import attribution, record, span
from tests.writing.spans import attributed

Roles = dict[str, tuple[Span, ...]]


def parsed(ann: str) -> list[Roles]:
    """The spans of each event by role, read from the lines alone."""
    spans: dict[str, tuple[Span, ...]] = {}
    events = []
    for line in ann.split("\n"):
        cells = line.split("\t")
        if line.startswith("T"):
            places = cells[1].split(" ", 1)[1].split(";")
            spans[cells[0]] = tuple(Span(*map(int, place.split())) for place in places)
        if line.startswith("E"):
            events.append(dict(pair.split(":") for pair in cells[1].split()))
    return [{r: spans[t] for r, t in e.items() if r not in ("Attribution", "Within")} for e in events]


def by_line(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, cut where a line of the text ends."""
    lines = re.compile(r"[^\r\n]*\S[^\r\n]*")
    return tuple(Span(m.start(), m.end()) for s in spans for m in lines.finditer(text, *s))


def expected(text: str, each: Attribution) -> Roles:
    roles = {"Source": (each.source,) if each.source else (), "Cue": each.cue, "Content": each.content}
    return {role: by_line(text, spans) for role, spans in roles.items() if spans}


@given(attributed())
def test_spans_come_back(made: tuple[Record, tuple[Attribution, ...]]) -> None:
    text, attributions = made
    events = parsed(FORMS["brat"].whole(text, attributions))
    assert events == [expected(text.text, each) for each in attributions]


@given(attributed())
def test_words_beside_the_offsets_are_those_of_the_text_in_one_line(
    made: tuple[Record, tuple[Attribution, ...]],
) -> None:
    text, attributions = made
    for line in FORMS["brat"].whole(text, attributions).split("\n"):
        if line.startswith("T"):
            _, place, words = line.split("\t")
            pieces = [Span(*map(int, p.split())) for p in place.split(" ", 1)[1].split(";")]
            assert words == " ".join(text.text[s.start : s.end] for s in pieces)


def test_a_nested_statement_names_the_one_around_it_and_the_full_name_is_a_note() -> None:
    text = record("Ann said that he said that it rained.")
    outer = attribution(text, "he said that it rained", source="Ann")
    inner = attribution(text, "it rained", source="he", name="Ben Orr", parent=outer.id)
    ann = FORMS["brat"].write(text, (outer, inner))
    assert re.search(r"^E2\t.*Within:E1$", ann, re.MULTILINE)
    assert "#2\tAnnotatorNotes E2\tBen Orr\n" in ann


def test_an_attribution_without_a_cue_is_anchored_on_its_content() -> None:
    text = record("“It rained.”")
    ann = FORMS["brat"].write(text, (attribution(text, "It rained."),))
    where = span(text.text, "It rained.")
    assert ann.startswith(f"T1\tAttribution {where.start} {where.end}\tIt rained.\n")


def test_the_configuration_knows_every_type_that_is_written() -> None:
    text = record("Ann said that it rained.")
    made = attribution(
        text, "it rained", source="Ann", cue=(span(text.text, "said"),), inferred=True, unstated=True
    )
    written = FORMS["brat"].write(text, (made,))
    types = set(re.findall(r"^[TA]\d+\t(\w+)", written, re.MULTILINE))
    assert all(re.search(rf"\b{name}\b", FORMS["brat"].beside["annotation.conf"]) for name in types)
