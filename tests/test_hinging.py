"""What hinges on a ruling, in a clause and a weight."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.hinging import FLIPS, MOVES, TURNS, as_one, hinge
from firsthand.model import Effect, Independence, NodeKind, Origin, Outcome, Verdict

SHARED, SHOWN, OPEN = Independence.SHARED, Independence.INDEPENDENT, Independence.UNKNOWN
LABELS = {"s1": "S1", "s2": "S2"}
verdicts = st.tuples(st.sampled_from(Independence), st.integers(0, 4))


def told(*then: tuple[Independence, int], now: tuple[Independence, int] = (SHOWN, 2)) -> str:
    return hinge(Effect(("a", "b"), (Outcome("s1", *now, then),), 3), LABELS).told


def test_it_says_what_is_left_and_what_the_verdict_becomes() -> None:
    assert told((SHARED, 1)) == (
        "1 of 2 independent origins of S1 is left, and the verdict becomes “one shared origin”"
    )
    assert told((OPEN, 2), now=(SHARED, 1)) == (
        "the verdict on S1 becomes “not established”, now it is “one shared origin”"
    )
    assert told((OPEN, 3), now=(OPEN, 2)) == "S1 rests on 3 origins, now on 2; its verdict stays"
    assert told((SHARED, 1), (OPEN, 1), now=(SHARED, 1)) == (
        "S1 is 2 statements, “one shared origin” and “not established”; now it is “one shared origin”"
    )
    assert told((SHARED, 1), (SHARED, 1), now=(SHARED, 1)) == (
        "S1 is 2 statements, each “one shared origin” as it is now"
    )
    assert told(now=(SHARED, 1)) == "S1 is no statement any more"
    assert hinge(Effect(("a", "b")), LABELS).told == "no verdict changes"
    assert hinge(None, LABELS).told == ""


def test_the_gravest_is_told_and_how_many_verdicts_more() -> None:
    both = (Outcome("s2", OPEN, 2, ((SHARED, 1),)), Outcome("s1", SHOWN, 2, ((OPEN, 2),)))
    found = hinge(Effect(("a", "b"), both, 5), LABELS)
    assert found.told.startswith("the verdict on S1") and found.told.endswith(
        "; 1 more verdict would be another"
    )


def test_that_a_passage_makes_no_statement_where_nobody_says_it_is_no_news() -> None:
    alone = Effect(("a",), (Outcome("s1", SHARED, 1, ()),), 1)
    assert hinge(alone, LABELS, own=1).weight == 0


@given(st.lists(st.tuples(verdicts, st.lists(verdicts, max_size=3)), max_size=4), st.integers(0, 40))
def test_independence_weighs_more_than_any_other_verdict_and_a_verdict_more_than_origins(
    given_: list[tuple[tuple[Independence, int], list[tuple[Independence, int]]]], readings: int
) -> None:
    outcomes = tuple(Outcome(f"s{n}", *now, tuple(then)) for n, (now, then) in enumerate(given_))
    weight = hinge(Effect(("a", "b"), outcomes, readings), {}).weight
    states = [(o.independence, {state for state, _ in o.then}) for o in outcomes]
    if any(SHOWN in {now, *then} and then != {now} for now, then in states):
        assert weight >= FLIPS
    elif any(then != {now} for now, then in states):
        assert TURNS <= weight < FLIPS
    else:
        assert (MOVES <= weight < TURNS) if outcomes else weight == 0


@given(st.integers(0, 30), st.integers(0, 30))
def test_of_two_the_one_by_which_more_readings_have_another_verdict_weighs_no_less(a: int, b: int) -> None:
    outcome = (Outcome("s1", OPEN, 2, ((SHARED, 1),)),)
    one, other = (hinge(Effect(("a", "b"), outcome, n), LABELS).weight for n in sorted((a, b)))
    assert one <= other


def test_two_sources_that_are_one_are_no_two_origins() -> None:
    def origin(name: str, *readings: str) -> Origin:
        return Origin(name, name, NodeKind.PERSON, readings)

    two = Verdict("s1", SHOWN, (origin("Bo", "x", "y"), origin("Cy", "z")), ())
    three = Verdict("s2", SHOWN, (origin("Bo", "u"), origin("Cy", "v"), origin("Di", "w")), ())
    found = as_one([two, three], {"x", "u"}, {"z", "v"})
    assert [(o.statement, o.then) for o in found.outcomes] == [("s1", ((SHARED, 1),)), ("s2", ((SHOWN, 2),))]
    assert found.readings == 3
    assert as_one([two], {"x"}, {"y"}) == as_one([two], {"x"}, {"q"}) == Effect(())
