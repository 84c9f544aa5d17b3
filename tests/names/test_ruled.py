"""What people ruled holds over what is suggested, however often names are put together anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Anchor, Attribution, Judgement, Matter, Record, Ruling, Source
from firsthand.names import suggest, touching
from firsthand.names.ruled import Joined, on_names
from tests.builders import record
from tests.names.test_sources import told

SAME, DIFFERENT, UNDECIDED = Judgement.SAME, Judgement.DIFFERENT, Judgement.UNDECIDED


def ruled(
    number: int, judgement: Judgement, one: str, other: str, *, ones: str = "", others: str = ""
) -> Ruling:
    on = (Anchor(one, ones), Anchor(other, others))
    return Ruling(number, Matter.NAMES, judgement, on, "Bo Ek", "2025-02-03T10:00:00+00:00", "the register")


def sources(*reports: tuple[Record, Attribution], rulings: tuple[Ruling, ...]) -> list[Source]:
    return list(suggest([r for r, _ in reports], [a for _, a in reports], rulings))


def spellings(found: list[Source]) -> list[set[str]]:
    return [set(each.spellings) for each in found]


def test_two_names_ruled_the_same_are_one_source_with_the_ruling_as_its_reason() -> None:
    (source,) = sources(
        told("Ada Quist"), told("Ida Brandt"), rulings=(ruled(1, SAME, "Ada Quist", "Ida Brandt"),)
    )
    assert set(source.spellings) == {"Ada Quist", "Ida Brandt"}
    assert len(source.attributions) == 2 and source.rulings == (1,)
    assert source.reasons == (
        "Bo Ek ruled that “Ada Quist” and “Ida Brandt” are the same (2025-02-03): the register",
    )


def test_all_that_was_suggested_of_two_names_goes_together() -> None:
    reports = told("Quist", name="Ada Quist"), told("Han Ga-ram"), told("Han Garam")
    (source,) = sources(*reports, rulings=(ruled(1, SAME, "Han Garam", "Ada Quist"),))
    assert set(source.spellings) == {"Ada Quist", "Quist", "Han Ga-ram", "Han Garam"}


def test_what_was_suggested_and_is_ruled_different_is_two() -> None:
    reports = told("Ada Quist"), told("Quist", file="b.txt")
    found = sources(*reports, rulings=(ruled(1, DIFFERENT, "Quist", "Ada Quist"),))
    assert spellings(found) == [{"Ada Quist"}, {"Quist"}]
    assert [each.rulings for each in found] == [(1,), (1,)]


def test_what_is_left_undecided_is_not_put_together_by_the_machine() -> None:
    found = sources(told("Ada Quist"), told("Quist"), rulings=(ruled(1, UNDECIDED, "Quist", "Ada Quist"),))
    assert spellings(found) == [{"Ada Quist"}, {"Quist"}]


def test_two_people_of_one_name_are_told_apart_by_their_records() -> None:
    reports = [told("Ada Quist", file=file) for file in ("a.txt", "b.txt", "c.txt")]
    ids = [r.id for r, _ in reports]
    ruling = ruled(1, DIFFERENT, "Ada Quist", "Ada Quist", ones=ids[0], others=ids[1])
    found = sources(*reports, rulings=(ruling,))
    assert [each.attributions for each in found] == [(a.id,) for _, a in reports]  # of the third nobody said
    assert len({each.id for each in found}) == 3 and {each.name for each in found} == {"Ada Quist"}


def test_one_record_of_a_name_may_be_ruled_to_be_another_person() -> None:
    reports = [told("Quist", file=file) for file in ("a.txt", "b.txt")] + [told("Ida Brandt")]
    on = reports[1][0].id
    rulings = (
        ruled(1, DIFFERENT, "Quist", "Quist", others=on),
        ruled(2, SAME, "Quist", "Ida Brandt", ones=on),
    )
    assert spellings(sources(*reports, rulings=rulings)) == [{"Quist"}, {"Quist", "Ida Brandt"}]


def test_somebody_who_is_not_named_may_be_ruled_to_be_somebody() -> None:
    report = told("a guard")
    ruling = ruled(1, SAME, "Ada Quist", "a guard", others=report[0].id)
    (source,) = sources(report, told("Ada Quist"), rulings=(ruling,))
    assert set(source.spellings) == {"a guard", "Ada Quist"}


def test_what_is_ruled_different_is_joined_by_no_chain_of_others() -> None:
    names = "Ada Quist", "Ida Brandt", "Una Vale"
    rulings = (
        ruled(1, SAME, names[0], names[1]),
        ruled(2, DIFFERENT, names[0], names[2]),
        ruled(3, SAME, names[1], names[2]),
    )
    found = sources(*map(told, names), rulings=rulings)
    assert spellings(found) == [{"Ada Quist", "Ida Brandt"}, {"Una Vale"}]


def test_the_id_of_a_source_that_was_ruled_does_not_depend_on_the_reports() -> None:
    ruling = ruled(1, SAME, "Ada Quist", "Ida Brandt")
    ids = {sources(told(name), rulings=(ruling,))[0].id for name in ("Ada Quist", "Ida Brandt")}
    assert len(ids) == 1


def test_a_source_is_called_by_a_name_that_somebody_bears() -> None:
    (source,) = sources(
        told("Ada Quist"), rulings=(ruled(1, SAME, "the writer", "Ada Quist", ones="ab" * 32),)
    )
    assert source.name == "Ada Quist" and source.spellings == ("Ada Quist",) and source.rulings == (1,)


def test_an_undone_ruling_leaves_what_was_suggested() -> None:
    made = ruled(1, SAME, "Ada Quist", "Ida Brandt")
    undone = Ruling(2, made.matter, made.judgement, made.on, made.by, made.at, undoes=1)
    reports = told("Ada Quist"), told("Ida Brandt")
    assert sources(*reports, rulings=(made, undone)) == sources(*reports, rulings=())


def test_only_rulings_of_a_name_that_may_be_there_touch_a_record() -> None:
    rulings = (ruled(1, SAME, "Ada Müller", "Ида Мюллер"), ruled(2, SAME, "Bo Ek", "Bo Eck"))
    assert touching(rulings, [record("Muller was there.")]) == rulings[:1]
    assert touching(rulings, [record("Nobody was.", byline="Bo Ek")]) == rulings[1:]
    assert touching((), [record("Nobody was.")]) == ()


NAMES = st.sampled_from(["Ada Quist", "Ida Brandt", "Una Vale", "Quist", "a guard", "", "…", "Ada Quist "])
RULINGS = st.lists(st.builds(ruled, st.integers(1, 9), st.sampled_from(Judgement), NAMES, NAMES), max_size=6)


@given(RULINGS, st.lists(NAMES.filter(str.strip), min_size=1, max_size=4))
def test_whatever_is_ruled_no_attribution_is_lost_and_no_two_ruled_different_are_one(
    rulings: list[Ruling], names: list[str]
) -> None:
    reports = [told(name, file=f"{n}.txt") for n, name in enumerate(names)]
    found = sources(*reports, rulings=tuple(rulings))
    assert {a for each in found for a in each.attributions} == {
        a for each in sources(*reports, rulings=()) for a in each.attributions
    }
    for each in on_names(rulings):
        if each.judgement is DIFFERENT:
            one, other = (anchor.words.strip() for anchor in each.on)
            assert not any({one, other} <= set(source.spellings) for source in found)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_joining_is_the_same_for_all_that_are_joined(pairs: list[tuple[int, int]]) -> None:
    joined = Joined([(("0", ""), ("5", ""))])
    for one, other in pairs:
        joined.join((str(one), ""), (str(other), ""))
    for number in map(str, range(6)):
        group = joined.group((number, ""))
        assert all(joined.group(each) is group for each in group)
        assert not {("0", ""), ("5", "")} <= set(group)
