from __future__ import annotations

import pytest

from firsthand.model import Private, PrivateWords
from firsthand.publishing import public, wider
from firsthand.publishing.alone import alone
from firsthand.publishing.doubting import beyond, doubts
from tests import builders
from tests.publishing import secrets


def named(text: str, name: str = "Orla Quimby", **fields: object) -> list[str]:
    """The surnames that are withheld alone in a case of one report."""
    given = {"everywhere": True} | fields
    private = [PrivateWords(Private.PERSON, (name,), **given)]
    return [word for each in alone([builders.record(text)], private) for word in each.words]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orla Quimby came. Later Quimby left, much later.", "Orla Quimby"),
        ("The captain said so. Captain Quimby left.", "Orla Quimby"),
        ("It was Mrs Quimby and Dr. Quimby.", "Orla Quimby"),
        ("Quimby’s boat and @quimby87", "Orla Quimby"),
        ("Там потім Дзвінченка бачили вдома.", "Тимофій Дзвінченко"),
        ("Там потім Дзвінченка бачили вдома.", "Дзвінченко Тимофій Олексійович"),
        ("And then Dzvinchenko left.", "Тимофій Дзвінченко"),
    ],
)
def test_a_surname_that_is_nobody_elses_is_withheld_alone(text: str, name: str) -> None:
    (found,) = named(text, name)
    assert found in name


@pytest.mark.parametrize(
    "text",
    [
        "Orla Quimby came and left.",  # it never stands alone
        "Quimby left. Her son Piet Quimby stayed.",
        "Quimby left for the Quimby Foundation.",
        "Quimby left, as any quimby would.",
        "Nobody came.",
    ],
)
def test_a_surname_of_another_and_a_common_word_stay(text: str) -> None:
    assert named(text) == []


def test_it_is_asked_for_with_everywhere_and_can_be_refused() -> None:
    assert named("Quimby left.", everywhere=False) == named("Quimby left.", alone=False) == []
    assert named("Quimby left.", name="Orla Gray") == named("Quimby left.", name="Quimby") == []


def test_the_edition_has_it_nowhere_and_the_doubts_tell_it() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Quimby")
    private = [PrivateWords(Private.KIN, ("Orla Quimby",), True)]
    made = public(case, private)
    assert "quimby" not in str(made).casefold()
    assert doubts(made, wider(case.records, private)) == ()
    told = [each for each in beyond(case.records, private) if each.startswith("“Quimby” is left out")]
    assert len(told) == 1 and "alone = false" in told[0]
