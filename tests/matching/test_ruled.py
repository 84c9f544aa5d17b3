"""What people ruled to say the same, or not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.anchoring import ground, of_attribution
from firsthand.engines import Local
from firsthand.matching import group, match, ruled, sayings
from firsthand.model import Attribution, Judgement, MatchKind, Matter, Ruling, Statement
from tests.builders import attribution, record

SAID = ("The weir was rotten through and through", "Nobody had looked at it", "The gate stood open all night")
RECORDS = [
    record(f"{words}, Ada Quist said.", name=f"{n}.txt", outlet=f"Paper {n}", published=f"2025-02-0{n + 1}")
    for n, words in enumerate((SAID[0], SAID[0], SAID[1], SAID[2]))
]
FIRST, AGAIN, LOOKED, GATE = (attribution(r, r.text.split(",")[0], source="Ada Quist") for r in RECORDS)
READ = [FIRST, AGAIN, LOOKED, GATE]
OF = dict(zip((a.id for a in READ), RECORDS, strict=True))


def saying(number: int, judgement: Judgement, one: Attribution, other: Attribution) -> Ruling:
    on = tuple(of_attribution(OF[each.id], each) for each in (one, other))
    return Ruling(number, Matter.SAYING, judgement, on, "Una Vale", "2025-02-03T10:00:00+00:00", "so")


def statements(*made: Ruling) -> tuple[Statement, ...]:
    found = match(RECORDS, READ, Local(1).pairs_sharing_key)
    said = sayings(ground(RECORDS, READ, made), made)
    return group(RECORDS, READ, ruled(RECORDS, READ, found.matches, said), found.matters, said)


def groups(*made: Ruling) -> set[frozenset[str]]:
    return {frozenset(each.attributions) for each in statements(*made)}


def test_without_a_ruling_what_reads_the_same_is_one_statement() -> None:
    assert frozenset({FIRST.id, AGAIN.id}) in groups()


def test_what_is_ruled_to_be_different_is_two_statements_without_a_match() -> None:
    made = saying(1, Judgement.DIFFERENT, FIRST, AGAIN)
    assert {frozenset({FIRST.id}), frozenset({AGAIN.id})} < groups(made)
    found = match(RECORDS, READ, Local(1).pairs_sharing_key)
    said = sayings(ground(RECORDS, READ, [made]), [made])
    kept = ruled(RECORDS, READ, found.matches, said)
    assert {FIRST.id, AGAIN.id} not in [{m.a_attribution, m.b_attribution} for m in kept]


def test_what_is_ruled_to_be_the_same_is_one_statement_by_a_certain_match_with_the_reason() -> None:
    made = saying(1, Judgement.SAME, LOOKED, FIRST)
    assert frozenset({FIRST.id, AGAIN.id, LOOKED.id}) in groups(made)
    said = sayings(ground(RECORDS, READ, [made]), [made])
    (found,) = ruled(RECORDS, READ, (), said)
    assert (found.a_attribution, found.b_attribution) == (FIRST.id, LOOKED.id)
    assert found.likelihood == 1.0 and found.kind is not MatchKind.TRANSLATION
    assert found.reasons[0].startswith("Una Vale ruled that ")


def test_different_holds_over_a_chain_of_same() -> None:
    chain = (
        saying(1, Judgement.SAME, LOOKED, GATE),
        saying(2, Judgement.SAME, GATE, FIRST),
        saying(3, Judgement.DIFFERENT, LOOKED, FIRST),
    )
    found = groups(*chain)
    assert not any({LOOKED.id, FIRST.id} <= each for each in found)
    assert frozenset({LOOKED.id, GATE.id}) in found


def test_what_is_not_read_any_more_says_nothing() -> None:
    made = saying(1, Judgement.DIFFERENT, FIRST, AGAIN)
    assert sayings(ground(RECORDS, READ[1:], [made]), [made]).apart == {}


PAIRS = st.tuples(
    st.sampled_from((Judgement.SAME, Judgement.DIFFERENT)), st.sampled_from(READ), st.sampled_from(READ)
)


@given(st.lists(PAIRS, max_size=5))
def test_whatever_is_ruled_what_is_apart_stays_apart_and_nothing_is_lost(
    made: list[tuple[Judgement, Attribution, Attribution]],
) -> None:
    rulings = [saying(n, *each) for n, each in enumerate(made, 1)]
    found = groups(*rulings)
    apart = [{a.id, b.id} for judgement, a, b in made if judgement is Judgement.DIFFERENT and a is not b]
    assert not any(pair <= each for pair in apart for each in found)
    assert sorted(a for each in found for a in each) == sorted(a.id for a in READ)
