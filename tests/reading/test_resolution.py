"""The fullest name that the text gives to a mention."""

from __future__ import annotations

import pytest

from firsthand.reading import read


def names(text: str) -> list[str]:
    return [each.name for each in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Ann Lee said it rained. Lee said it snowed.", ["Ann Lee", "Ann Lee"]),
        ("Ann Lee said it rained. Tom Lee said it snowed. Lee said no more was known.", "Lee"),
        ("The conscript, identified as Teo Marsh, left. The conscript said it rained.", "Teo Marsh"),
        ("A spokesman for the Water Service, Danylo Verbych, said it rained.", "Danylo Verbych"),
        ("Ruben J. Stane Jr. left. Mr. Stane said it rained.", "Stane"),
        ("On Monday Republican Una Vale left. Vale said it rained.", "Una Vale"),
        ("Fisherman Olle Brandt said it rained.", "Olle Brandt"),
        ("A spokesman for the Water Service said it rained.", "A spokesman for the Water Service"),
    ],
)
def test_names(text: str, expected: str | list[str]) -> None:
    found = names(text)
    assert found == expected if isinstance(expected, list) else found[-1] == expected


def test_a_pronoun_passes_over_somebody_of_the_other_gender() -> None:
    text = (
        "Tom Dale said he was ill. Ann Varo, a spokeswoman for the port, said the pier was shut. "
        "“It was dark,” he said. “It was wet,” she said."
    )
    assert names(text)[-2:] == ["Tom Dale", "Ann Varo"]


def test_a_pronoun_with_nobody_before_it_stays_as_it_is() -> None:
    assert names("He said it rained.") == ["He"]
    assert names("The port said it rained. “It was wet,” she said.")[-1] == "she"


def test_a_heading_names_nobody_by_its_capitals() -> None:
    text = (
        "Lowmark Aide Ruben Stane Charged In Harbour Inquiry\nDaily Breakwater\n\n"
        "Ruben Stane, an old friend of the mayor, was charged. Stane has admitted that he met the pilot."
    )
    assert names(text) == ["Ruben Stane"]
    text = "Harbour Committee Will Question Quist, Fenn Says\n\nIt was wet. Mr. Fenn said that he had waited."
    assert names(text)[-1] == "Fenn"


def test_who_is_called_with_a_title_is_not_the_tower_named_after_them() -> None:
    text = "Mr. Lowmark said that he would go. He met Ann Lee in Lowmark Tower. Lowmark said that it rained."
    assert set(names(text)) == {"Lowmark"}
    assert names("Ruslan Hall came. Mr. Hall said that it rained.") == ["Ruslan Hall"]
    assert names("The Lowmark Drainage Company paid. Lowmark said that it rained.") == [
        "Lowmark Drainage Company"
    ]
