"""Rulings on attributions, put on what was read."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand import reading
from firsthand.anchoring import of_attribution, places_of
from firsthand.correcting import Corrected, corrected
from firsthand.model import Attribution, Judgement, Kind, Matter, Record, Ruling
from firsthand.text import excerpt
from tests.builders import attribution, record

HARBOUR = record(
    "The gate was open, Bo Ek said. It was cold and dark in the harbour. The dam is rotten, Ann Lee said."
)
PIER = record("The pier leaks, Cy Dov said. Nobody looked at it for years.", name="pier.txt")


def read(of: Record) -> tuple[Attribution, ...]:
    found = reading.read(of.text, "en", of.id, "rules")
    return (*found, *reading.own_voice(of.text, "en", of.id, found))


READ = (*sorted(read(HARBOUR), key=lambda a: a.content), *sorted(read(PIER), key=lambda a: a.content))
GATE, COLD, DAM = READ[:3]


def ruled(
    number: int,
    judgement: Judgement,
    on: Attribution,
    *becomes: Attribution,
    of: Record = HARBOUR,
    by: str = "Una Vale",
    settles: tuple[int, ...] = (),
    undoes: int = 0,
) -> Ruling:
    seen = tuple(places_of(of, each) for each in becomes)
    anchor = (of_attribution(of, on),)
    at = "2025-02-03T10:00:00+00:00"
    return Ruling(
        number, Matter.ATTRIBUTION, judgement, anchor, by, at, "so", undoes, becomes, seen, "", settles
    )


def said(found: Corrected, of: Record = HARBOUR) -> list[tuple[int, str, str]]:
    """Number, words and name of what stands in a report."""
    own = [each for each in found.attributions if each.record == of.id]
    return [(found.numbers.get(a.id, 0), excerpt(of.text, a.content), a.name) for a in own]


def by(each: Attribution, name: str) -> Attribution:
    return replace(
        each, name=name, source=None, id=Attribution.identify(each.record, each.kind, each.content, None)
    )


def test_nothing_ruled_is_what_was_read() -> None:
    assert corrected([HARBOUR, PIER], READ, ()) == Corrected(READ)


def test_what_is_rejected_is_told_in_the_reports_own_voice_under_its_number() -> None:
    found = corrected([HARBOUR, PIER], READ, [ruled(1, Judgement.REJECT, GATE)])
    assert said(found)[0] == (1, "The gate was open, Bo Ek said.", "")
    assert [each.kind for each in found.attributions[:2]] == [Kind.OWN, Kind.OWN]
    assert found.attributions[-2:] == READ[-2:]


def test_what_is_corrected_keeps_its_number_and_has_the_id_of_its_content() -> None:
    other = by(DAM, "the mayor")
    found = corrected([HARBOUR, PIER], READ, [ruled(1, Judgement.CORRECT, DAM, other)])
    assert (3, "The dam is rotten", "the mayor") in said(found)
    assert other in found.attributions and DAM not in found.attributions
    assert found.became[of_attribution(HARBOUR, DAM)] == (other,)


def test_what_was_missed_comes_last_in_number_and_is_no_longer_the_reports_own() -> None:
    more = attribution(HARBOUR, "It was cold and dark in the harbour", name="Bo Ek")
    found = corrected([HARBOUR, PIER], READ, [ruled(1, Judgement.MISSED, more, more)])
    assert (4, "It was cold and dark in the harbour", "Bo Ek") in said(found)
    assert COLD not in found.attributions


def test_numbers_of_what_was_added_stay_when_another_is_undone() -> None:
    first = attribution(HARBOUR, "It was cold", name="Bo Ek")
    second = attribution(HARBOUR, "dark in the harbour", name="Ann Lee")
    made = [ruled(1, Judgement.MISSED, first, first), ruled(2, Judgement.MISSED, second, second)]
    both = corrected([HARBOUR, PIER], READ, made)
    alone = corrected([HARBOUR, PIER], READ, [*made, replace(made[0], number=3, undoes=1)])
    assert both.numbers[second.id] == alone.numbers[second.id] == 5
    assert first not in alone.attributions


def test_split_and_merged_have_the_number_of_the_first() -> None:
    gate, was = attribution(HARBOUR, "The gate", name="Bo Ek"), attribution(HARBOUR, "was open", name="Bo Ek")
    split = corrected([HARBOUR, PIER], READ, [ruled(1, Judgement.SPLIT, GATE, gate, was)])
    assert [(split.numbers[a.id]) for a in (gate, was)] == [1, 4]
    one = attribution(HARBOUR, HARBOUR.text[: HARBOUR.text.index(", Ann")], name="Bo Ek")
    both = replace(
        ruled(1, Judgement.MERGE, GATE, one), on=(of_attribution(HARBOUR, GATE), of_attribution(HARBOUR, DAM))
    )
    merged = corrected([HARBOUR, PIER], READ, [both])
    assert [a.kind for a in merged.attributions if a.record == HARBOUR.id] == [Kind.INDIRECT]
    assert merged.numbers[one.id] == 1


def test_where_people_differ_what_was_read_holds_until_one_settles_it() -> None:
    made = [ruled(1, Judgement.REJECT, GATE), ruled(2, Judgement.ACCEPT, GATE, GATE, by="Ed Orr")]
    assert corrected([HARBOUR, PIER], READ, made).attributions == READ
    settled = ruled(3, Judgement.REJECT, GATE, by="Ida Fox", settles=(1, 2))
    assert GATE not in corrected([HARBOUR, PIER], READ, [*made, settled]).attributions


def test_what_has_lost_its_place_changes_nothing() -> None:
    moved = replace(HARBOUR, text=f"Correction. {HARBOUR.text}")
    assert corrected([moved, PIER], READ, [ruled(1, Judgement.REJECT, GATE)]).attributions == READ
    assert corrected([PIER], READ, [ruled(1, Judgement.REJECT, GATE)]).attributions == READ[-2:]


def test_what_was_nested_in_something_rejected_is_nested_in_what_that_was_in() -> None:
    inner = replace(DAM, parent=COLD.id)
    innermost = replace(attribution(HARBOUR, "rotten", name="Ann Lee"), parent=inner.id)
    given_ = (GATE, COLD, inner, innermost)
    found = corrected([HARBOUR], given_, [ruled(1, Judgement.REJECT, inner)])
    assert next(a for a in found.attributions if a.id == innermost.id).parent == COLD.id
    other = by(inner, "the mayor")
    found = corrected([HARBOUR], given_, [ruled(1, Judgement.CORRECT, inner, other)])
    assert next(a for a in found.attributions if a.id == innermost.id).parent == other.id


def test_only_rulings_that_make_something_else_of_it_are_told_to_change_it() -> None:
    accepted, rejected = ruled(1, Judgement.ACCEPT, GATE, GATE), ruled(2, Judgement.REJECT, DAM)
    assert corrected([HARBOUR], READ[:3], [accepted, rejected]).changing == (rejected,)


MADE = [
    ruled(1, Judgement.REJECT, GATE),
    ruled(2, Judgement.CORRECT, DAM, by(DAM, "the mayor")),
    ruled(3, Judgement.MISSED, COLD, attribution(HARBOUR, "It was cold", name="Bo Ek")),
    ruled(4, Judgement.CORRECT, READ[3], by(READ[3], "Ada Quist"), of=PIER),
    ruled(5, Judgement.ACCEPT, READ[4], READ[4], of=PIER),
]


@given(st.permutations(MADE))
def test_rulings_on_different_things_give_the_same_in_whatever_order(made: list[Ruling]) -> None:
    numbered = [replace(each, number=n) for n, each in enumerate(made, 1)]
    found = corrected([HARBOUR, PIER], READ, numbered)
    assert found.attributions == corrected([HARBOUR, PIER], READ, MADE).attributions


@given(st.lists(st.sampled_from(MADE), unique=True), st.lists(st.sampled_from(MADE), unique=True))
def test_what_is_undone_leaves_no_trace_and_twice_is_once(kept: list[Ruling], undone: list[Ruling]) -> None:
    kept = [each for each in kept if each not in undone]
    made = [*kept, *undone, *kept]
    numbered = [replace(each, number=n) for n, each in enumerate(made, 1)]
    more = [
        replace(each, number=len(made) + n, undoes=each.number)
        for n, each in enumerate(numbered[len(kept) : len(kept) + len(undone)], 1)
    ]
    once = [replace(each, number=n) for n, each in enumerate(kept, 1)]
    found = corrected([HARBOUR, PIER], READ, [*numbered, *more])
    assert found.attributions == corrected([HARBOUR, PIER], READ, once).attributions
