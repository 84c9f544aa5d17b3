"""What a ruling would change is what it changes: the effect is held against a trace with the ruling."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching import align
from firsthand.model import (
    Attribution,
    Effect,
    Independence,
    Match,
    MatchKind,
    Outcome,
    Place,
    Record,
    Statement,
    Trace,
)
from firsthand.tracing import doubtful, effects, trace
from firsthand.tracing.ruled import Obeyed
from tests.builders import attribution
from tests.tracing.cases import BODY, report, statement, traced
from tests.tracing.test_origins import said

SHARED, SHOWN, OPEN = Independence.SHARED, Independence.INDEPENDENT, Independence.UNKNOWN
NAMES = ("Oskar Vendt", "Irma Toll", "Ola Brandt", "A resident")


def verdict(found: Trace, label: str = "S1") -> tuple[Independence, int] | None:
    return next(((v.independence, len(v.origins)) for v in found.verdicts if v.statement == label), None)


def like(one: Attribution, other: Attribution, likelihood: float = 0.7) -> Match:
    places = (Place(each.record, each.content) for each in (one, other))
    return Match(
        f"{one.id}{other.id}", *places, one.id, other.id, MatchKind.PARAPHRASE, (), 0.4, (), likelihood
    )


def apart(members: Collection[str], pair: frozenset[str]) -> list[Statement]:
    """One statement without the second of a pair, which is another."""
    out = max(pair, default="")
    sets = [sorted(set(members) - {out}), [out] if out else []]
    return [Statement(str(n), "", "", Place("", ()), tuple(each)) for n, each in enumerate(sets) if each]


def of(found: Trace, *against: str) -> Effect:
    (effect,) = [each for each in found.effects if each.against == against]
    return effect


@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5), st.data())
def test_that_nobody_says_it_is_as_if_it_were_not_there(names: list[str], data: st.DataObject) -> None:
    pairs = [said(name, "abcde"[n] * (n + 1)) for n, name in enumerate(names)]
    records, made = [r for r, _ in pairs], [replace(a, inferred=True) for _, a in pairs]
    found = traced(records, [statement("S1", *made)], made)
    out = data.draw(st.sampled_from(made))
    left = traced(records, [statement("S1", *(a for a in made if a is not out))], made)
    outcomes = of(found, out.id).outcomes
    assert verdict(left) == (outcomes[0].then[0] if outcomes else verdict(found))


def test_without_one_of_two_independent_origins_there_is_one() -> None:
    (one, a), (two, b) = said("Oskar Vendt", "a"), said("Irma Toll", "bb")
    found = traced([one, two], [statement("S1", a, b)], [a, b])
    assert of(found, a.id) == Effect((a.id,), (Outcome("S1", SHOWN, 2, ((SHARED, 1),)),), 2)


def _copied() -> tuple[list[Record], list[Attribution]]:
    """A report that was taken from another, and names somebody else for what that says."""
    wire = report("wire", outlet="Northgate Agency", published="2024-05-06T09:00:00Z")
    copy = report("copy", BODY.replace("Oskar Vendt", "Irma Toll"), published="2024-05-06T11:00:00Z")
    words = "The lower gate had lost two bolts"
    return [wire, copy], [
        attribution(wire, words, source="Oskar Vendt", name="Oskar Vendt"),
        attribution(copy, words, source="Irma Toll", name="Irma Toll"),
    ]


def test_that_a_report_was_not_taken_from_another_is_as_if_that_were_ruled() -> None:
    records, made = _copied()
    whole = statement("S1", *made)
    found = traced(records, [whole], made)
    none = Obeyed(none={("copy", "wire"): "looked"})
    ruled = trace(records, made, [], [whole], [], align, none)
    assert verdict(found) == verdict(ruled) == (SHARED, 1)  # both share the words of somebody
    assert of(found, "copy", "wire") == Effect(("copy", "wire"))


def test_what_was_taken_from_another_may_have_an_origin_of_its_own() -> None:
    records, made = _copied()
    lines = [line for line in BODY.split("\n") if "bolts" not in line]
    own = ("The lower gate had lost two bolts, Irma Toll of the Kolmar yard found on Tuesday.", *lines)
    records[1] = report("copy", "\n".join(own), published="2024-05-06T11:00:00Z")
    made[1] = attribution(
        records[1], "The lower gate had lost two bolts", source="Irma Toll", name="Irma Toll"
    )
    whole = statement("S1", *made)
    found = traced(records, [whole], made)
    ruled = trace(records, made, [], [whole], [], align, Obeyed(none={("copy", "wire"): "looked"}))
    outcomes = of(found, "copy", "wire").outcomes
    assert verdict(ruled) == (outcomes[0].then[0] if outcomes else verdict(found))


def test_that_two_do_not_say_the_same_parts_their_statement() -> None:
    (one, a), (two, b) = said("Oskar Vendt", "a"), said("Irma Toll", "bb")
    found = trace([one, two], [a, b], [], [statement("S1", a, b)], [like(a, b)], align, None, apart)
    effect = of(found, *sorted((a.id, b.id)))
    assert effect.outcomes == (Outcome("S1", OPEN, 2, ((SHARED, 1), (SHARED, 1))),)
    assert effect.readings == 2


def test_of_a_large_statement_one_alone_is_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effects, "MOST", 2)
    pairs = [said(name, "abc"[n] * (n + 1)) for n, name in enumerate(NAMES[:2])]
    records, made = [r for r, _ in pairs], [a for _, a in pairs]
    asked: list[frozenset[str]] = []

    def parted(members: Collection[str], pair: frozenset[str]) -> list[Statement]:
        asked.append(pair)
        return apart(members, pair)

    third, c = said("Ola Brandt", "ccc")
    whole = statement("S1", *made, c)
    found = trace([*records, third], [*made, c], [], [whole], [like(*made)], align, None, parted)
    assert not asked and not of_any(found)  # three origins are too many to be held against each other here


def of_any(found: Trace) -> list[Effect]:
    return [each for each in found.effects if len(each.against) == 2]


def test_a_match_is_doubtful_where_no_surer_one_puts_an_attribution_there() -> None:
    (_, a), (_, b), (_, c) = said("Oskar Vendt", "a"), said("Irma Toll", "bb"), said("Ola Brandt", "ccc")
    whole, elsewhere = statement("S1", a, b), statement("S2", c)
    weak, sure, across = like(a, b), replace(like(b, a, 0.95), id="sure"), like(a, c)
    assert doubtful([weak, across], [whole, elsewhere]) == {a.id: weak, b.id: weak}
    assert doubtful([weak, sure], [whole]) == {}
