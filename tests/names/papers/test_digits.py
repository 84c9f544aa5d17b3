"""Check digits, each and together."""

from __future__ import annotations

from firsthand.model import PaperFindingKind
from tests.names.papers.made import facts, notes, paper, passport

ONE, TWO = passport().splitlines()


def changed(at: int, to: str) -> str:
    return f"{ONE}\n{TWO[:at]}{to}{TWO[at + 1 :]}"


def test_nothing_is_said_of_a_zone_that_is_right() -> None:
    assert facts(paper(text=passport())) == []


def test_each_digit_and_that_over_the_whole_are_told() -> None:
    first, second = notes(PaperFindingKind.CHECK_DIGIT, paper("pass", text=changed(2, "9")))
    assert first == (
        f"The check digit over the number in the machine readable zone of “pass” is {TWO[9]}; "
        "the characters K1934567< give 3. They agree with S in place of 5 as character 6."
    )
    assert second.startswith("The check digit over the whole line in the machine readable zone of “pass”")


def test_a_letter_that_was_read_for_a_figure_is_told() -> None:
    text = passport(number="K1034567").replace("K1034567", "K1O34567")
    found = notes(PaperFindingKind.CHECK_DIGIT, paper(text=text))
    assert "They agree with 0 in place of O as character 3." in found[0]


def test_a_check_digit_that_looks_like_the_right_one_is_told() -> None:
    assert TWO[9] == "6"
    found = notes(PaperFindingKind.CHECK_DIGIT, paper(text=changed(9, "G")))
    assert found[0].endswith("is G; the characters K1234567< give 6. G and 6 look alike.")


def test_letters_among_the_figures_of_a_date() -> None:
    text = passport().replace("UTO970504", "UTO97O504")
    (note,) = notes(PaperFindingKind.ZONE_FORM, paper("pass", text=text))
    assert note == (
        "The machine readable zone of “pass” has the letter O among the figures of the date of birth: 97O504."
    )


def test_a_finding_leads_to_the_characters_that_it_is_about() -> None:
    card = paper(text="Passport\n" + changed(2, "9"))
    number, whole = facts(card)
    assert [place.lines for place in number.places] == [(3,), (3,)]
    spans = [card.text[s.start : s.end] for place in number.places for s in place.spans]
    assert spans == ["K1934567", TWO[9]]
    assert number.papers == whole.papers == (card.id,)


def test_a_line_that_is_too_short_is_told() -> None:
    (note,) = notes(PaperFindingKind.ZONE_FORM, paper("pass", text=f"{ONE}\n{TWO[:7]}{TWO[8:]}"))
    assert note == (
        "A line of the machine readable zone of “pass” has 43 characters; a line of its form, TD3, has 44. "
        "Its check digits are not computed."
    )


def test_letters_read_for_figures_throughout_agree_as_figures() -> None:
    text = passport().replace("UTO970504", "UTO97OSO4")
    told = notes(PaperFindingKind.CHECK_DIGIT, paper(text=text))
    (born,) = (note for note in told if "date of birth" in note)
    assert born.endswith("They agree where letters that look like figures are read as these.")


def test_a_line_of_a_zone_that_stands_alone_is_told() -> None:
    (note,) = notes(PaperFindingKind.ZONE_FORM, paper("pass", text=ONE))
    assert note == (
        "A line of “pass” looks like one of a machine readable zone; it has 44 characters, and none stands "
        "beside it that makes a zone with it. Nothing is read of it."
    )
