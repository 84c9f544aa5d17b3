"""Which spellings are one person's, and which names stay apart however alike they are."""

from __future__ import annotations

import pytest

from firsthand.model import Attribution, Being, Hop, Record, Role, Source
from firsthand.names import suggest
from firsthand.names.same_person import spelled_alike
from firsthand.names.spelling import read_name
from tests.builders import attribution, record, span

GATE = "somebody opened the northern gate at night"
ROAD = "the road to the harbour was under water"


def quoted(who: str, content: str, more: str = "") -> tuple[Record, Attribution]:
    """A report in which ``who`` says ``content``."""
    report = record(f"“{content}”, said {who}. {more}", name=f"{who}.txt", outlet="")
    hands = (Hop(Role.SPEAKER, span(report.text, who), who, Being.PERSON),)
    return report, attribution(report, content, hands=hands)


def persons(*reports: tuple[Record, Attribution]) -> list[set[str]]:
    found: tuple[Source, ...] = suggest([r for r, _ in reports], [a for _, a in reports])
    return [set(s.spellings) for s in found]


@pytest.mark.parametrize("other", ["Edda Hollm", "Eddda Holm", "E. Holm"])
def test_two_spellings_that_are_quoted_with_the_same_words_are_one(other: str) -> None:
    assert persons(quoted("Edda Holm", GATE), quoted(other, GATE)) == [{"Edda Holm", other}]


@pytest.mark.parametrize(
    ("other", "content"),
    [("Edda Hollm", ROAD), ("Edwin Holm", GATE), ("Edda Hall", GATE), ("Olga Holm", GATE)],
)
def test_likeness_alone_or_the_same_words_alone_join_nobody(other: str, content: str) -> None:
    assert len(persons(quoted("Edda Holm", GATE), quoted(other, content))) == 2


def test_two_names_that_one_report_has_are_two_people() -> None:
    one = quoted("Edda Holm", GATE, "Her cousin, the teacher Edda Hollm, was away.")
    assert {"Edda Holm"} in persons(one, quoted("Edda Hollm", GATE))


def test_one_name_in_two_scripts_is_one_person_with_the_reason() -> None:
    one, other = quoted("Taras Hordiienko", GATE), quoted("Тарас Гордієнко", ROAD)
    (source,) = suggest([one[0], other[0]], [one[1], other[1]])
    assert set(source.spellings) == {"Taras Hordiienko", "Тарас Гордієнко"}
    assert any("in Latin letters: Ukrainian national system" in reason for reason in source.reasons)


def test_an_initial_may_be_a_first_name_and_never_a_surname() -> None:
    assert spelled_alike(read_name("E. Holm"), read_name("Edda Holm"))
    assert not spelled_alike(read_name("Edda H."), read_name("Edda Holm"))
    assert not spelled_alike(read_name("Holm"), read_name("Holm"))
