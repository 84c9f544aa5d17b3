from __future__ import annotations

from hypothesis import given

from firsthand.model import Attribution, Hop, Record, Role, Stance
from firsthand.writing import FORMS
from tests.builders import attribution, record, span
from tests.writing.spans import attributed


def listing(text: Record, *attributions: Attribution) -> str:
    return FORMS["text"].write(text, attributions)


def test_who_by_which_word_said_what() -> None:
    text = record("It rained, Ann Lee said.")
    each = attribution(text, "It rained", source="Ann Lee", cue=(span(text.text, "said"),))
    assert listing(text, each) == (
        "report.txt (en): 1 attribution\n\n  Ann Lee, said:\n    It rained\n    [indirect]\n"
    )


def test_a_pronoun_is_followed_by_whom_it_means() -> None:
    text = record("It rained, she said.")
    assert "  she (Ann Lee):" in listing(text, attribution(text, "It rained", source="she", name="Ann Lee"))


def test_doubt_and_hands_are_told() -> None:
    text = record("It rained, Ann Lee reportedly told the Gazette.")
    hands = (
        Hop(Role.SPEAKER, span(text.text, "Ann Lee")),
        Hop(Role.RELAY, None),
        Hop(Role.ADDRESSEE, span(text.text, "the Gazette")),
    )
    told = listing(text, attribution(text, "It rained", source="Ann Lee", stance=Stance.ALLEGES, hands=hands))
    flat = " ".join(told.split())
    assert "alleges" in flat
    assert "Ann Lee (speaker) → not named (relay) → the Gazette (addressee)" in flat


def test_a_nested_statement_stands_further_in() -> None:
    text = record("Ann said that Ben said that it rained.")
    outer = attribution(text, "Ben said that it rained", source="Ann")
    inner = attribution(text, "it rained", source="Ben", parent=outer.id)
    assert "\n      Ben:\n        it rained\n" in listing(text, outer, inner)


def test_nothing_found_is_said() -> None:
    assert listing(record("Rain.")) == "report.txt (en): no attributions\n"


def test_a_terminal_is_given_nothing_to_obey() -> None:
    text = record("\x1b[2J\u202eIt\x07 rained, Ann said.")
    assert not set("\x1b\x07\u202e") & set(listing(text, attribution(text, text.text)))


@given(attributed())
def test_any_attributions_can_be_listed(made: tuple[Record, tuple[Attribution, ...]]) -> None:
    assert listing(made[0], *made[1]).endswith("\n")
