"""Who a pronoun or a role is, in invented texts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.languages import load
from firsthand.model import Span
from firsthand.reading.resolution import resolve


def means(text: str, mention: str, language: str = "en") -> str:
    """The name for the last place of ``mention``."""
    start = text.rindex(mention)
    return resolve(text, [Span(start, start + len(mention))], load(language))[0]


LEE = "Mayor Ann Lee opened the pier in Orm. "
DALE = "Tom Dale, a baker, came late. "


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (LEE + DALE + "“It was dark,” he said.", "he", "Tom Dale"),
        (LEE + DALE + "“It was dark,” she said.", "she", "Ann Lee"),
        ("Donald A. Voss spoke. It rained, Voss said. He left, he said.", "he", "Donald A. Voss"),
        (LEE + "In her view it rained.", "her", "Ann Lee"),
        (DALE + "Peter Voss left before Dale did, but he said it rained.", "he", "Peter Voss"),
        (
            LEE + "“Tom Dale is late for the tide,” Lee said. “He is as ill as anybody in Orm,” she added.",
            "He",
            "Tom Dale",
        ),
        ("Ann Lee said: “I saw the pier myself.”", "I", "Ann Lee"),
        ("It rained, and he said so.", "he", "he"),
        (LEE + "They said it rained.", "They", "They"),
        ("Republicans met in Orm. They said it rained.", "They", "Republicans"),
        ("The Lee campaign moved, and it said so.", "it", "Lee campaign"),
        ("Lantern magazine met readers when it opened.", "it", "Lantern"),
        ("Tom Dale’s campaign moved. They said it rained.", "They", "Tom Dale’s campaign"),
        ("Putin moved. He said it rained.", "He", "Putin"),
        (
            DALE + "The mayor, Jon Voss, spoke. After a pause, he said of Voss that it rained.",
            "he",
            "Tom Dale",
        ),
        (DALE + "Jon Voss asked Dale whether it rained. “It did,” he said.", "he", "Tom Dale"),
        ("“It is late,” said Will Dale, a baker. It was dark, he said.", "he", "Will Dale"),
        (
            "Marty Finch spoke. She left. It rained. It snowed. She said so. Finch ate. She slept.",
            "She",
            "Marty Finch",
        ),
    ],
)
def test_pronouns(text: str, mention: str, name: str) -> None:
    assert means(text, mention) == name


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (LEE + DALE + "The mayor said it rained.", "The mayor", "Ann Lee"),
        ("Sen. Ann Lee met Gov. Tom Dale. The senator left.", "The senator", "Ann Lee"),
        ("Sen. Ann Lee met Gov. Tom Dale. The governor left.", "The governor", "Tom Dale"),
        (DALE + "The quilter said it rained.", "The quilter", "Tom Dale"),
        ("A clerk met Tom Dale. The clerk said it rained.", "The clerk", "The clerk"),
        (DALE + "A woman waved. The woman said it rained.", "The woman", "The woman"),
        (DALE + "His wife, Rosa Dale, waved. She left. His wife said it rained.", "His wife", "Rosa Dale"),
        (DALE + "His brother said it rained.", "His brother", "His brother"),
        (DALE + "The baker's lawyer said it rained.", "The baker's lawyer", "The baker's lawyer"),
        (
            LEE + DALE + "“It is late,” Dale said. Dale left. The mayor said it rained.",
            "The mayor",
            "Ann Lee",
        ),
        ("Sen. Ann Lee met Jon Voss. The lawmaker said it rained.", "The lawmaker", "Ann Lee"),
        ("The Lee campaign moved. Ann Lee met Jon Voss. The candidate said so.", "The candidate", "Ann Lee"),
        ("Ann Lee leads Jon Voss, but the socialist has time.", "the socialist", "Jon Voss"),
        (
            "In Orm, hosts Tom Farr and Mia Dahl met. Farr left. It was late, the host said.",
            "the host",
            "Tom Farr",
        ),
        ("While the president slept, it rained. President Voss ate.", "the president", "Voss"),
        (DALE + "The 43-year-old said it rained.", "The 43-year-old", "Tom Dale"),
        ("Jon Voss, an agent for President Ann Lee, spoke. The president left.", "The president", "Ann Lee"),
    ],
)
def test_roles(text: str, mention: str, name: str) -> None:
    assert means(text, mention) == name


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("The Dale campaign moved. The campaign said it rained.", "The campaign", "Dale campaign"),
        (LEE + "The Lee campaign moved. Her campaign said it rained.", "Her campaign", "Lee campaign"),
        (LEE + "Her campaign said it rained.", "Her campaign", "Her campaign"),
        ("The Orm Tide Office met. The tide office said it rained.", "The tide office", "Orm Tide Office"),
        ("The Orm Tide Foundation met. The group said it rained.", "The group", "Orm Tide Foundation"),
        ("The AFL-XY met. The federation said it rained.", "The federation", "AFL-XY"),
        ("The Orm Tide Office met. The company said it rained.", "The company", "The company"),
        ("A group of bakers met the Orm Tide Foundation. The group left.", "The group", "The group"),
        ("The Family Lantern magazine opened. The magazine said so.", "The magazine", "Family Lantern"),
        ("Republicans met the FBQ when the party lost.", "the party", "Republicans"),
        ("The Orm Tide Party met. The FBQ left. The party said so.", "The party", "Orm Tide Party"),
        ("Police came. It rained. The police said so.", "The police", "The police"),
        ("The St. Orm Tide Council voted. The council said so.", "The council", "St. Orm Tide Council"),
    ],
)
def test_bodies(text: str, mention: str, name: str) -> None:
    assert means(text, mention) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee, who said it rained, left.", "Ann Lee"),
        ("Ann Lee, a clerk at the Orm Tide Office who said it rained, left.", "Ann Lee"),
        ("Ann Lee (52), who said it rained, left.", "Ann Lee"),
        ("Officials who said it rained left Orm.", "who"),
        ("A spokesman for Ann Lee who said it rained left.", "who"),
        ("Another baker who left early, Tom Dale of Orm, stood up.", "Tom Dale"),
        ("We met Tom Dale (who left early) in Orm.", "Tom Dale"),
        ("We met Ann Lee and Tom Dale, who are bakers.", "who"),
        ("In the tale of the Lantern, the thieves are bakers who left.", "who"),
    ],
)
def test_relatives(text: str, name: str) -> None:
    assert means(text, "who") == name


def test_two_people_of_one_surname_are_never_one() -> None:
    text = "Ann Lee spoke. Tom Lee spoke. Lee left. "
    assert means(text + "Lee", "Lee") == "Lee"
    assert means(text + "Then she said it rained.", "she") == "Ann Lee"
    assert means(text + "Then he said it rained.", "he") == "Tom Lee"


def test_i_is_the_author_of_a_letter_or_of_the_note_at_the_end() -> None:
    letters = "I say it rained.\n\nAnn Lee\n\nI say it snowed.\n\nTom Dale\n"
    start = letters.rindex("I say")
    spans = [Span(0, 1), Span(start, start + 1)]
    assert resolve(letters, spans, load("en")) == ["Ann Lee", "Tom Dale"]
    assert means("I say it rained.\n\nAnn Lee is a keeper of tides in Orm.\n", "I") == "Ann Lee"
    assert means("I say it rained.\n\nRep. Ann Lee, D-Orm, was an early guest.\n", "I") == "Ann Lee"


def test_an_unknown_language_leaves_every_mention_as_it_is() -> None:
    assert means("Ann Lee said it. He left.", "He", "xx") == "He"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ann Lee", "he", "She", "who", "the mayor", "“", "”", ",", ".", "\n\n", "said", "’s"]
        )
    )
)
def test_any_text_is_answered_with_a_name_of_the_text_or_the_mention_itself(parts: list[str]) -> None:
    text = " ".join(parts)
    mentions = [Span(m, m + 2) for m in range(len(text) - 2) if text[m : m + 2].lower() == "he"]
    for mention, name in zip(mentions, resolve(text, mentions, load("en")), strict=True):
        assert name in (text[mention.start : mention.end], "Ann Lee")


def test_the_time_grows_with_the_text_and_no_faster() -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        resolve((LEE + DALE + "She said he left.\n") * times, [], load("en"))
        return time.process_time() - started

    assert seconds(2000) < 12 * max(seconds(400), 0.05)
