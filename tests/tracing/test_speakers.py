"""What is a change of speaker or of a name, and above all what is none."""

from __future__ import annotations

import pytest

from firsthand.matching import align
from firsthand.model import Attribution, Being, DriftKind, Hop, Kind, Record, Role
from firsthand.tracing.drift import drifts
from firsthand.tracing.readings import Rows
from tests.builders import attribution
from tests.tracing.cases import report, statement

WORDS = "the gate had lost two bolts"


def kinds(
    before: Attribution, after: Attribution, first: Record, second: Record, line: bool = True
) -> set[DriftKind]:
    by_id, records = {before.id: before, after.id: after}, {"first": first, "second": second}
    above = {"second": [["first"]]} if line else {}
    read = Rows(records, by_id, {}, above, align).of(statement("S1", before, after))
    return {d.kind for d in drifts(records, by_id, {}, read)}


def passed(
    name: str, to: str, being: Being = Being.PERSON, to_being: Being = Being.PERSON, **fields: str
) -> set[DriftKind]:
    """What is found when ``WORDS`` pass from one source to another."""
    first = report("first", fields.get("first", WORDS + "."))
    second = report("second", fields.get("second", WORDS + "."), language=fields.get("language", "en"))
    return kinds(_said(first, name, being), _said(second, to, to_being), first, second)


def _said(paper: Record, name: str, being: Being) -> Attribution:
    hands = (Hop(Role.SPEAKER, None, name, being),) if name else ()
    return attribution(paper, WORDS, name=name, hands=hands)


def test_somebody_else_is_told() -> None:
    assert passed("Oskar Vendt", "Irma Toll") == {DriftKind.SPEAKER}


@pytest.mark.parametrize("to", ["Firemen", "a boss of the lock", "local media", "agencies"])
def test_a_vaguer_source_is_told(to: str) -> None:
    assert passed("Oskar Vendt", to, second=f"{to} said {WORDS}.") == {DriftKind.SPEAKER}


def test_an_outlet_in_the_place_of_the_speaker_is_told() -> None:
    assert passed("Irma Toll", "Kolmar Post", to_being=Being.OUTLET) == {DriftKind.SPEAKER}


@pytest.mark.parametrize(
    ("name", "to", "being", "to_being"),
    [
        ("Oskar Vendt", "Оскар Вендт", Being.PERSON, Being.PERSON),
        ("Oskar Vendt", "the keeper", Being.PERSON, Being.PERSON),
        ("Kolmar Council", "Irma Toll", Being.BODY, Being.PERSON),
        ("the logbook", "Irma Toll", Being.DOCUMENT, Being.PERSON),
        ("Irma Toll", "Logbook of the lock", Being.PERSON, Being.DOCUMENT),
    ],
)
def test_two_mentions_that_may_be_one_are_no_change(
    name: str, to: str, being: Being, to_being: Being
) -> None:
    assert passed(name, to, being, to_being) == set()


def test_a_hand_that_the_earlier_text_names_as_well_is_no_change() -> None:
    first, second = report("first", WORDS + "."), report("second", WORDS + ".")
    hands = (
        Hop(Role.SPEAKER, None, "Oskar Vendt", Being.PERSON),
        Hop(Role.RELAY, None, "Irma Toll", Being.PERSON),
    )
    before = attribution(first, WORDS, name="Oskar Vendt", hands=hands)
    assert kinds(before, _said(second, "Irma Toll", Being.PERSON), first, second) == set()


def test_a_person_named_beside_the_words_is_no_change() -> None:
    beside = f"{WORDS.capitalize()}, said Irma Toll."
    first, second = report("first", beside), report("second", WORDS + ".")
    before = attribution(first, WORDS.capitalize(), name="Oskar Vendt")
    assert kinds(before, _said(second, "Irma Toll", Being.PERSON), first, second) == set()


def test_a_speaker_who_was_only_supposed_is_not_lost() -> None:
    first, second = report("first", WORDS + "."), report("second", WORDS + ".")
    before = attribution(first, WORDS, name="Oskar Vendt", inferred=True)
    assert kinds(before, attribution(second, WORDS, kind=Kind.OWN), first, second) == set()


def test_across_languages_speakers_are_not_compared() -> None:
    assert passed("Oskar Vendt", "Irma Toll", language="ro") == set()


@pytest.mark.parametrize(
    "to", ["Oskar Ven-dt", "OSKAR VENDT", "Óskar Véndt", "Oskar Vendt’s", "Oskar  Vendt"]
)
def test_hyphen_case_and_accents_change_no_name(to: str) -> None:
    assert passed("Oskar Vendt", to) == set()


def test_other_letters_change_a_name() -> None:
    assert passed("Oskar Vendt", "Oskar Vandt") == {DriftKind.NAME}


def test_a_name_that_both_texts_have_is_not_changed() -> None:
    both = f"{WORDS}. Oskar Vendt and Olga Vandt live there."
    assert passed("Oskar Vendt", "Olga Vandt", first=both, second=both) == set()
