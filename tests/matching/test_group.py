"""Statements: what is put together, what is kept apart, and that order is no matter."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.matching import group
from firsthand.model import Attribution, Kind, Record, RecordKind, Statement
from tests.builders import span
from tests.matching.made import grouped, matched, numbered, own, report, said
from tests.matching.test_match import shuffled_case

STAIRS = "Nobody told the passengers which stairs to take"
PUMP = "The left pump had stopped twice before dawn"


def dated(day: int, text: str, **fields: object) -> Record:
    return report(f"n{day}", text, published=f"2025-01-{day:02}", **fields)


def quoted(day: int, quotation: str) -> tuple[Record, Attribution]:
    made = dated(day, f"A sailor said: “{quotation}.”")
    return made, said(made, quotation)


def sets(statements: tuple[Statement, ...]) -> set[frozenset[str]]:
    return {frozenset(s.attributions) for s in statements}


def test_readings_of_one_quotation_are_one_statement() -> None:
    pairs = [quoted(1, PUMP), quoted(2, PUMP.lower()), quoted(3, "pump had stopped twice"), quoted(4, STAIRS)]
    found = grouped([r for r, _ in pairs], [a for _, a in pairs])
    assert [(s.label, len(s.attributions), s.content) for s in found] == [("S1", 3, PUMP), ("S2", 1, STAIRS)]
    assert found[0].at.record == pairs[0][0].id


def test_two_parts_of_one_long_quotation_stay_two_statements() -> None:
    long = [quoted(day, f"{PUMP}. {STAIRS}") for day in (1, 2, 3)]
    one, other = quoted(4, PUMP), quoted(5, STAIRS)
    pairs = [*long, one, other]
    found = sets(grouped([r for r, _ in pairs], [a for _, a in pairs]))
    assert len(found) == 2
    assert not any({one[1].id, other[1].id} <= each for each in found)


def test_a_sentence_of_the_reports_own_is_a_statement_only_where_another_has_it() -> None:
    one, two = dated(1, f"{PUMP}.\nRain fell."), dated(2, f"{PUMP}.\nWind rose over the islands.")
    found = grouped([one, two], [*own(one), *own(two)])
    assert [len(s.attributions) for s in found] == [2]


def test_an_attribution_without_a_match_is_a_statement_of_one() -> None:
    made, a = quoted(1, PUMP)
    (found,) = grouped([made], [a])
    assert (found.label, found.attributions, found.places) == ("S1", (a.id,), ())


def test_readings_of_one_line_in_two_languages_are_one_statement() -> None:
    lines = ["Лівий насос знову став.", "Ми не злодії, ми везли скриньки."]
    source = numbered("r1", ["좌현 펌프가 또 멎었다.", "우리는 도둑이 아니라 상자를 날랐다."], language="ko")
    ukrainian = numbered("r2", lines, kind=RecordKind.TRANSLATION, of=source.id, language="uk")
    english = numbered(
        "r3",
        ["The left pump stopped again.", "We are no thieves, we carried boxes."],
        kind=RecordKind.TRANSLATION,
        of=source.id,
    )
    one = dated(1, "У зошиті: «Лівий насос знову став».", language="uk")
    two = dated(2, "The notebook says: “The left pump stopped again.”")
    a, b = said(one, "Лівий насос знову став"), said(two, "The left pump stopped again")
    (found,) = grouped([one, two, source, ukrainian, english], [a, b])
    assert found.attributions == (a.id, b.id)
    assert [(p.record, p.lines) for p in found.places] == [
        (source.id, (1,)),
        *sorted([(ukrainian.id, (1,)), (english.id, (1,))]),
    ]


def test_quotations_of_different_lines_are_not_joined_by_a_report_that_quotes_both() -> None:
    source = numbered("r", [f"{PUMP}.", f"{STAIRS}."])
    both, one, other = quoted(1, f"{PUMP}. {STAIRS}"), quoted(2, PUMP), quoted(3, STAIRS)
    found = sets(grouped([source, both[0], one[0], other[0]], [both[1], one[1], other[1]]))
    assert not any({one[1].id, other[1].id} <= each for each in found)


def test_like_words_about_another_matter_are_kept_apart() -> None:
    one = dated(1, f"On the ferry Maud, off Tresk, Ann Lee said: “{STAIRS}.”")
    two = dated(2, f"In Tresk a passenger of the Maud said: “{STAIRS}.”")
    wording = "Nobody told the crew which stairs to take"
    three = dated(3, f"On Lake Immer the steamer Ulla burned, said Jonas Merz: “{wording}.”")
    a, b, c = said(one, STAIRS), said(two, STAIRS), said(three, wording)
    assert sets(grouped([one, two, three], [a, b, c])) == {frozenset({a.id, b.id}), frozenset({c.id})}


def test_mixed_attributions_are_joined_by_what_they_quote() -> None:
    one = dated(1, "The engineer denies that the pier will fall “under its present loads”.")
    two = dated(2, "A paper says nothing will happen “under its present loads” before winter.")
    a, b = (
        replace(said(r, r.text[:-1], Kind.MIXED), quotes=(span(r.text, "under its present loads"),))
        for r in (one, two)
    )
    assert sets(grouped([one, two], [a, b])) == {frozenset({a.id, b.id})}


def test_a_sentence_that_tells_two_things_does_not_join_those_who_tell_one() -> None:
    pressure = "a change in pressure has stirred up natural sediment"
    few = "a small number of households in the Lower Dale are affected"
    both = dated(1, f"Mere Water says that {pressure}, and that only {few}.")
    one = dated(2, f"It said {few} and will have vouchers.")
    other = dated(3, "A pressure change stirred natural sediment in a main, it said.")
    a = said(both, f"{pressure}, and that only {few}", Kind.INDIRECT)
    b = said(one, f"{few} and will have vouchers", Kind.INDIRECT)
    c = said(other, "A pressure change stirred natural sediment in a main", Kind.INDIRECT)
    found = sets(grouped([both, one, other], [a, b, c]))
    assert not any({b.id, c.id} <= each for each in found)
    assert any(a.id in each and len(each) == 2 for each in found)


def test_the_id_stays_when_a_later_report_joins() -> None:
    pairs = [quoted(1, PUMP), quoted(2, PUMP), quoted(3, PUMP)]
    before = grouped([r for r, _ in pairs[:2]], [a for _, a in pairs[:2]])
    after = grouped([r for r, _ in pairs], [a for _, a in pairs])
    assert (before[0].id, before[0].label) == (after[0].id, after[0].label)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_is_no_matter(seed: int, rnd: random.Random) -> None:
    records, attributions = shuffled_case(seed)
    matches = list(matched(records, attributions).matches)
    before = group(records, attributions, matches)
    for each in (records, attributions, matches):
        rnd.shuffle(each)
    assert group(records, attributions, matches) == before


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000))
def test_every_attribution_is_in_exactly_one_statement(seed: int) -> None:
    records, attributions = shuffled_case(seed)
    found = [each for s in grouped(records, attributions) for each in s.attributions]
    assert sorted(found) == sorted({a.id for a in attributions})
