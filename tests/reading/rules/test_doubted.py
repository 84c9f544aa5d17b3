"""What "reportedly" and "allegedly" hold for."""

from __future__ import annotations

import pytest

from firsthand.model import Role, Stance
from firsthand.reading import read
from tests.reading.cases import contents, grounds
from tests.reading.cases import words as shown

GANG = "was reportedly hunted by the Orm gang"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee is reportedly open to a vote.", ["Lee is reportedly open to a vote"]),
        (f"He rose fast at the harbour and {GANG}; he left in May.", [GANG]),
        (
            "For Ann Lee, who has reportedly been ill for weeks, the question is open.",
            ["has reportedly been ill for weeks"],
        ),
        ("He left early; Ann Lee reportedly stayed on.", ["Ann Lee reportedly stayed on"]),
    ],
)
def test_the_clause_of_an_adverb_of_doubt(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


def test_allegedly_alleges_and_reportedly_passes_on() -> None:
    (alleged,) = read("Lee allegedly took the ledger.", "en")
    (reported,) = read("Lee reportedly took the ledger.", "en")
    assert (alleged.stance, alleged.hands[0].role) == (Stance.ALLEGES, Role.SPEAKER)
    assert (reported.stance, reported.hands[0].role) == (Stance.ASSERTS, Role.RELAY)
    assert shown("Lee allegedly took the ledger.", alleged.hedges[0]) == "allegedly"


def test_a_mark_that_parts_clauses_ends_the_search() -> None:
    from firsthand.reading.rules.doubted import until_mark

    (here,) = grounds("Ann Lee left, they say.")
    assert until_mark(here, 0) == 3
    assert until_mark(here, 4) == here.end
