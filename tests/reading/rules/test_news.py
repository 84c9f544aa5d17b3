"""How English news says it: chains, stances and doubts as reporters write them."""

from __future__ import annotations

import pytest

from firsthand.model import Stance
from firsthand.reading import read
from tests.reading.cases import chain, words

LEE = ("speaker", "Ann Lee")
SAFE = "the weir was safe"


@pytest.mark.parametrize(
    ("text", "content", "hands"),
    [
        ("Ann Lee told Varn News' Bo the weir was safe.", SAFE, [LEE, ("addressee", "Varn News' Bo")]),
        ("She told ABC's “Varn Today” on Monday the weir was safe.", SAFE,
         [("speaker", "She"), ("addressee", "ABC's “Varn Today”")]),
        ("“It was safe,” Ann Lee said in an interview here.", "“It was safe,”",
         [LEE, ("channel", "an interview")]),
        ("The Lees’ support was strong, Ann Lee said.", "The Lees’ support was strong", [LEE]),
        ("Ann Lee issued a statement saying the weir was safe.", SAFE, [LEE, ("channel", "a statement")]),
        (
            "Ann Lee sent an e-mail to council members saying the weir was safe.",
            SAFE,
            [LEE, ("channel", "an e-mail"), ("addressee", "council members")],
        ),
        ("Ann Lee said on Fox News Sunday that the weir was safe.", SAFE, [LEE, ("channel", "Fox News")]),
        (
            "Ann Lee said on CNN's “State of the Town” that the weir was safe.",
            SAFE,
            [LEE, ("channel", "CNN's “State of the Town”")],
        ),
        (
            "In a letter dated Monday, Ann Lee said the weir was safe.",
            SAFE,
            [LEE, ("channel", "a letter")],
        ),
        (
            "In an essay appearing in the Port Times, Ann Lee said the weir was safe.",
            SAFE,
            [LEE, ("channel", "an essay"), ("relay", "the Port Times")],
        ),
        (
            "Ann Lee, in an interview on Friday, praised it, saying that the weir was safe.",
            SAFE,
            [LEE, ("channel", "an interview")],
        ),
        (
            "The weir was safe, said Ann Lee, a farmer in Varn, in an email to the Port Times.",
            "The weir was safe",
            [LEE, ("channel", "an email"), ("addressee", "the Port Times")],
        ),
        ("Ann Lee of Varn, a farmer who has left the council, said the weir was safe.", SAFE,
         [("speaker", "Ann Lee of Varn")]),
        ("Ann Lee on Thursday evening said the weir was safe.", SAFE, [LEE]),
        ("Ann Lee began by saying it was safe.", "it was safe", [LEE]),
        ("Bo denied it, telling reporters that the weir was safe.", SAFE, [("speaker", "Bo")]),
        ("As Ann Lee noted, the weir was safe.", SAFE, [LEE]),
        ("The weir was safe, as the Port Times reported on Tuesday.", "The weir was safe",
         [("speaker", "the Port Times")]),
        ("The Port Times reported earlier this month that the weir was safe.", SAFE,
         [("speaker", "The Port Times")]),
        ("The weir was safe, according to people familiar with how it was built.", "The weir was safe",
         [("speaker", "people familiar with how it was built")]),
        ("One guard said the weir was safe.", SAFE, [("speaker", "One guard")]),
        ("The minutes showed a gap of two days.", "a gap of two days", [("author", "The minutes")]),
        ("Ann Lee asked the council to close the weir.", "to close the weir", [LEE]),
        ("Spokeswoman Hope Reed said the weir was safe.", SAFE, [("speaker", "Spokeswoman Hope Reed")]),
    ],
)  # fmt: skip
def test_the_hands(text: str, content: str, hands: list[tuple[str, str | None]]) -> None:
    found = [a for a in read(text, reader="rules") if words(text, a.content[0]) == content]
    assert [chain(text, each) for each in found] == [hands]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Lee, who said last week that the weir was safe, left.", SAFE),
        ("While Ann Lee wrongly claimed that the weir was safe, experts left.", SAFE),
        (
            "It was the first gap, according to Ann Lee, that the council had seen in a year.",
            "that the council",
        ),
        ("When asked to leave, he reportedly refused, which annoyed her.", "he reportedly refused"),
        ("The firm paid for allegedly spoiling the water, he was told.", "spoiling the water"),
        ("It was one of Ann Lee's often repeated claims that the weir was safe - and the last.", SAFE),
    ],
)
def test_where_the_content_ends(text: str, content: str) -> None:
    found = [words(text, part) or "" for a in read(text, reader="rules") for part in a.content]
    assert any(each.startswith(content) for each in found)
    assert content not in (SAFE,) or content in found


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ann Lee said she would rebuild the weir.", Stance.PROMISES),
        ("“It is old, but I will mend it,” Ann Lee said.", Stance.PROMISES),
        ("“We’ll mend it,” Ann Lee said.", Stance.PROMISES),
        ("Ann Lee said the roof would hold for ten years.", Stance.SPECULATES),
        ("Ann Lee has never said she would sell it.", Stance.ASSERTS),
        ("“Is it safe?” Ann Lee asked.", Stance.QUESTIONS),
        ("“It is old. Why mend it?” Ann Lee said.", Stance.ASSERTS),
        ("Ann Lee asked the council to close the weir.", Stance.ASSERTS),
        ("Ann Lee asked whether the weir was safe.", Stance.QUESTIONS),
        ("Ann Lee ordered the crew to close the weir.", Stance.ASSERTS),
        ("The council said it would close the weir.", Stance.PROMISES),
        ("LEE: Was the weir safe?", Stance.QUESTIONS),
        ("Ann Lee said the report was false.", Stance.DENIES),
        ("Ann Lee said she had done nothing wrong.", Stance.DENIES),
        ("Ann Lee refused to say on Monday that the weir was safe.", Stance.UNVERIFIED),
        ("Ann Lee said the list of things that could break was old.", Stance.ASSERTS),
        ("Ann Lee pleaded not guilty to three charges of fraud.", Stance.DENIES),
        ("Ann Lee pleaded guilty to three charges of fraud.", Stance.CONFIRMS),
        ("Bo Hall was accused by Ann Lee of closing the weir.", Stance.ALLEGES),
    ],
)
def test_the_stance(text: str, stance: Stance) -> None:
    (each,) = read(text, reader="rules")
    assert each.stance is stance


def test_an_adverb_that_denies_the_truth_of_a_claim_hedges() -> None:
    text = "Ann Lee left, erroneously claiming the weir was safe."
    (each,) = read(text, reader="rules")
    assert {words(text, h) for h in each.hedges} == {"erroneously", "claiming"}
    assert chain(text, each) == [LEE]


def test_what_somebody_else_did_to_the_point_is_no_hand_of_it() -> None:
    text = "Sources told the Port Times that the weir was safe, a point Ann Lee denied."
    (each,) = read(text, reader="rules")
    assert chain(text, each) == [("speaker", "Sources"), ("addressee", "the Port Times")]


def test_an_infinitive_with_an_adverb_is_nobodys_saying() -> None:
    assert read("They left the House to firmly reject the plan.", reader="rules") == ()


def test_the_future_of_saying_is_not_its_passive() -> None:
    text = "The Bank is expected to announce on Wednesday that it will close."
    (each,) = read(text, reader="rules")
    assert (each.speech.value, chain(text, each)) == ("future", [("speaker", "The Bank")])


@pytest.mark.parametrize(
    ("text", "content", "hands"),
    [
        ("Ann Lee told an audience at the Varn Institute that the weir was safe.", SAFE, [LEE]),
        ("A Varn spokesman, Bo Hall, said the weir was safe.", SAFE, [("speaker", "Bo Hall")]),
        (
            "“The weir was safe,” Ann Lee said in a statement e-mailed to the Port Times.",
            "“The weir was safe,”",
            [LEE, ("channel", "a statement"), ("addressee", "the Port Times")],
        ),
        ("E-mails released by the council on Monday showed that the weir was safe.", SAFE,
         [("author", "E-mails"), ("relay", "the council")]),
        ("Ann Lee said the weir was safe, drawing a sharp reply from Bo Hall.", SAFE, [LEE]),
        ("Ann Lee said the weir was safe, something Bo Hall also said.", SAFE, [LEE]),
        ("The Democratic party said that the weir was safe.", SAFE, [("speaker", "The Democratic party")]),
        ("The weir was safe, according to two people with knowledge of it.", "The weir was safe",
         [("speaker", "two people with knowledge of it")]),
        ("State media quoted Ann Lee as saying that the weir was safe.", SAFE,
         [LEE, ("relay", "State media")]),
        ("The memo, written by chief engineer Ann Lee, says the weir was safe.", SAFE,
         [("author", "chief engineer Ann Lee"), ("channel", "The memo")]),
        ("The mill, the council and Ann Lee said the weir was safe.", SAFE,
         [("speaker", "The mill, the council and Ann Lee")]),
        ("Ann Lee said the weir was safe; another put the cost at nine.", SAFE, [LEE]),
        ("Ann Lee accused the council of hiding it, a charge it denies.", "the council of hiding it", [LEE]),
        ("Ann Lee, who asked that her name not be used, said the weir was safe.", SAFE, [LEE]),
        ("“The weir was safe,” Ann Lee said in an interview with Bo Hills' podcast on Monday.",
         "“The weir was safe,”", [LEE, ("channel", "an interview"), ("addressee", "Bo Hills' podcast")]),
        ("Ann Lee said in an interview on CNN that the weir was safe.", SAFE,
         [LEE, ("channel", "an interview"), ("addressee", "CNN")]),
        ("Ann Lee said on NBC’s Meet the Town that the weir was safe.", SAFE,
         [LEE, ("channel", "NBC’s Meet the Town")]),
        ("In response to Bo Hall, Ann Lee said that the weir was safe.", SAFE, [LEE]),
        ("Ann Lee said the weir was safe, according to an affidavit obtained by the Port Times.", SAFE,
         [LEE, ("channel", "an affidavit"), ("relay", "the Port Times")]),
        ("The claim by Ann Lee that the weir was safe was wrong.", SAFE, [LEE]),
        ("Ann Lee's insistence that the weir was safe angered families.", SAFE, [LEE]),
        ("The weir was safe, according to a memo sent to the council and seen by the Port Times.",
         "The weir was safe",
         [("author", "a memo"), ("addressee", "the council"), ("relay", "the Port Times")]),
        ("Ann Lee said on her Telegram channel that the weir was safe.", SAFE,
         [LEE, ("channel", "her Telegram channel")]),
        ("When asked about the report, Ann Lee said the weir was safe.", SAFE, [LEE]),
        ("In a letter to the council dated 3 May, Ann Lee said that the weir was safe.", SAFE,
         [LEE, ("channel", "a letter"), ("addressee", "the council")]),
        ("Ann Lee, quoted by Radio Varn, said the weir was safe.", SAFE, [LEE, ("relay", "Radio Varn")]),
        ("LEE: The weir was safe.", "The weir was safe", [("speaker", "LEE")]),
        ("Ann Lee told Fox News host Bo Hall that the weir was safe.", SAFE,
         [LEE, ("addressee", "Fox News host Bo Hall")]),
        ("Ann Lee said the weir was safe, according to a transcript of the talk.", SAFE,
         [LEE, ("channel", "a transcript")]),
        ("Ann Lee said in a statement released by the council the AP report merits a look.",
         "the AP report merits a look", [LEE, ("channel", "a statement"), ("relay", "the council")]),
        ("Both sides have also said that the weir was safe.", SAFE, [("speaker", "Both sides")]),
        ("A significant expansion of Ann Lee's claims that the weir was safe followed it.",
         SAFE, [LEE]),
        ("Ann Lee said the weir was safe in an interview with the Port Times.", SAFE,
         [LEE, ("channel", "an interview"), ("addressee", "the Port Times")]),
        ("Ann Lee said the weir was safe, which angered the mayor.", SAFE, [LEE]),
        ("Ann Lee said the weir was safe, while the mill was shut.", SAFE, [LEE]),
        ("Captain Ann Lee ordered the crew to leave the mill.", "to leave the mill",
         [("speaker", "Captain Ann Lee")]),
        ("Ann Lee urged that the mill be shut.", "the mill be shut", [LEE]),
        ("Brand told the Port Times that the weir was safe.", SAFE,
         [("speaker", "Brand"), ("addressee", "the Port Times")]),
    ],
)  # fmt: skip
def test_who_speaks_and_who_hears(text: str, content: str, hands: list[tuple[str, str]]) -> None:
    (each,) = read(text, reader="rules")
    assert (words(text, each.content[0]), chain(text, each)) == (content, hands)


def test_who_says_what_he_thinks_is_one_hand() -> None:
    text = "Ann Lee told reporters she thought the weir was safe."
    found = read(text, reader="rules")
    assert [chain(text, each) for each in found] == [[LEE], [("speaker", "she")]]


def test_another_reason_is_no_source() -> None:
    text = "“It is safe,” said Ann Lee, who runs the mill, citing another reason to wait."
    assert [chain(text, each) for each in read(text, reader="rules")] == [[LEE]]


def test_what_is_added_behind_a_quotation_has_the_same_speaker() -> None:
    text = "Ann Lee, who left, told the council that the weir was ''overblown,'' adding that it was shut."
    found = read(text, reader="rules")
    assert [words(text, each.content[0]) for each in found] == ["the weir was ''overblown,''", "it was shut"]
    assert [chain(text, each) for each in found] == [[LEE], [LEE]]


def test_to_be_accused_is_no_doubt_of_the_writers() -> None:
    (each,) = read("Ann Lee has been accused of closing the weir.", reader="rules")
    assert (each.stance, each.hedges) == (Stance.ALLEGES, ())


def test_a_quotation_goes_on_behind_its_attribution_without_marks() -> None:
    text = "“It is a better use of the money,” Ann Lee said, to mend the weir."
    (each,) = read(text, reader="rules")
    assert [words(text, part) for part in each.content][1:] == ["to mend the weir"]


def test_a_label_in_capitals_takes_no_turn() -> None:
    assert read("UPDATE: The weir was shut.", reader="rules") == ()


def test_not_to_say_how_tells_nothing() -> None:
    text = "Ann Lee said: “We will rebuild.” She did not say how."
    (each,) = read(text, reader="rules")
    assert words(text, each.content[0]) == "“We will rebuild.”"


def test_a_thing_that_is_to_be_done_hears_nothing() -> None:
    text = "The council of Varn ordered the weir to be kept shut to protect a new road."
    assert read(text, reader="rules") == ()


@pytest.mark.parametrize(
    ("text", "content", "hands"),
    [
        ("“It is old,” said a longtime adviser to Ann Lee, who left.", "“It is old,”",
         [("speaker", "a longtime adviser to Ann Lee")]),
        ("“It is old,” said a person close to the Lees.", "“It is old,”",
         [("speaker", "a person close to the Lees")]),
        ("A lawyer for Ann Lee, Bo Hall of Dunn Brothers, confirmed that the weir was safe.", SAFE,
         [("speaker", "Bo Hall of Dunn Brothers")]),
        ("“It was safe,” she told the aldermen in a letter.", "“It was safe,”",
         [("speaker", "she"), ("channel", "a letter"), ("addressee", "the aldermen")]),
        ("“It was safe,” she told reporters in a letter.", "“It was safe,”",
         [("speaker", "she"), ("channel", "a letter")]),
        ("Three aides told Ann Lee's team that the weir was safe.", SAFE,
         [("speaker", "Three aides"), ("addressee", "Ann Lee's team")]),
        ("Ann Lee told “Varn and Friends” that the weir was safe.", SAFE,
         [LEE, ("addressee", "“Varn and Friends”")]),
        ("The mayor told voters across the county they would be safe.", "they would be safe",
         [("speaker", "The mayor")]),
        ("As the Quay Post reported Friday, the weir was safe, a spokesman for the harbour said.", SAFE,
         [("speaker", "a spokesman for the harbour"), ("relay", "the Quay Post")]),
        ("Ann Lee told her that the weir was safe, according to an account she gave to the Quay Post.", SAFE,
         [LEE, ("relay", "she"), ("channel", "an account"), ("addressee", "the Quay Post")]),
        ("Ann Lee denied the charges through her lawyer.", "the charges", [LEE, ("relay", "her lawyer")]),
        ("Ann Lee denied the charges, which the Quay Post printed.", "the charges", [LEE]),
        ("Ann Lee argued that the weir was safe, citing an instance in which it held.", SAFE, [LEE]),
        ("Ann Lee has found herself in a bind, according to Bo Hall.", "Ann Lee has found herself in a bind",
         [("speaker", "Bo Hall")]),
        ("A spokesman for her said the weir was safe.", SAFE, [("speaker", "A spokesman for her")]),
        ("Last year, she left and reportedly argued that the weir was safe.", SAFE,
         [("speaker", "she"), ("relay", None)]),
        ("The weir was safe, according to current and former Harbour Office officials.", "The weir was safe",
         [("speaker", "current and former Harbour Office officials")]),
        ("The clerks, according to Bo Hall, were working on the weir.", "were working on the weir",
         [("speaker", "Bo Hall")]),
        ("Hall's son, Grant, defended him on Facebook, saying: “He is good.”", "“He is good.”",
         [("speaker", "Grant"), ("channel", "Facebook")]),
        ("“It was safe,” Ann Lee wrote in the e-mail, which was first reported by the Quay Post.",
         "“It was safe,”", [("author", "Ann Lee"), ("channel", "the e-mail"), ("relay", "the Quay Post")]),
        ("Lee did well among voters who think that the weir was safe, according to exit polls.",
         "Lee did well among voters who think that the weir was safe", [("speaker", "exit polls")]),
    ],
)  # fmt: skip
def test_hands_as_reporters_name_them(text: str, content: str, hands: list[tuple[str, str | None]]) -> None:
    found = {
        words(text, max(each.content, key=lambda s: s.end - s.start)): chain(text, each)
        for each in read(text, "en")
    }
    assert found.get(content) == hands


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“As mayor,” she said, “I will oppose it.”", Stance.PROMISES),
        ("Ann Lee said she intends to hold a hearing.", Stance.PROMISES),
        ("“I hope the weir is looked at again,” Ann Lee said.", Stance.SPECULATES),
        ("“I will say he is a good man,” Ann Lee said.", Stance.ASSERTS),
        ("Ann Lee said that if the rain goes on, the weir would break.", Stance.SPECULATES),
        ("The office did not respond to questions about whether Lee knew.", Stance.UNVERIFIED),
    ],
)
def test_stances_as_reporters_show_them(text: str, stance: Stance) -> None:
    assert [each.stance for each in read(text, "en")] == [stance]
