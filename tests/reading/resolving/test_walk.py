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
