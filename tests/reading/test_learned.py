"""The tagger's spans and the rules' hands as one, with spans told by hand in place of a network."""

from __future__ import annotations

from firsthand.languages import load
from firsthand.model import Span
from firsthand.reading import quotations, rules
from firsthand.reading.learned import Grounds, joined
from firsthand.reading.rules.frames import Found
from firsthand.reading.sentences import split
from firsthand.reading.tagging.linking import Tagged


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def read(text: str, *tagged: tuple[str, str, list[str]]) -> list[Found]:
    """What both readers find; each of ``tagged`` is a source, a cue and the parts of a content."""
    language, quotes = load("en"), quotations.find(text)
    sentences = split(text, quotes, language)
    grounds = Grounds(text, quotes, sentences, language)
    told = [
        Tagged(place(text, cue), tuple(place(text, part) for part in content), (place(text, source),))
        for source, cue, content in tagged
    ]
    return joined(grounds, rules.found(text, sentences, "", language), told)


def contents(text: str, found: list[Found]) -> list[list[str]]:
    return [[text[p.start : p.end] for p in each.attribution.content] for each in found]


def test_a_heading_above_the_sentence_is_no_part_of_its_content() -> None:
    text = "A Winter Owed\nTeo Marsh described being sent north for a grave lapse at home."
    found = read(
        text, ("Teo Marsh", "described", ["A Winter Owed", "being sent north for a grave lapse at home"])
    )
    assert contents(text, found) == [["being sent north for a grave lapse at home"]]


def test_a_quotation_above_its_attribution_is_content() -> None:
    text = "“The gates were open all night.”\nThat is what Odile Marrant remembers."
    found = read(text, ("Odile Marrant", "remembers", ["“The gates were open all night.”"]))
    assert contents(text, found) == [["“The gates were open all night.”"]]


def test_one_cue_tells_once() -> None:
    """ "wrote about", says the tagger; "wrote", say the rules, and name another source."""
    text = 'The conscript, known as Teo Lindel, wrote about being sent north for a "grave lapse" at home.'
    found = read(text, ("Teo Lindel", "wrote about", ['being sent north for a "grave lapse" at home']))
    assert contents(text, found).count(['being sent north for a "grave lapse" at home']) == 1


def test_what_somebody_adds_is_a_statement_of_its_own() -> None:
    text = "Ann Lee told the council that the weir was safe, adding that the mill was shut."
    told = "the weir was safe, adding that the mill was shut"
    found = read(text, ("Ann Lee", "told", [told]))
    assert contents(text, found) == [["the weir was safe"], ["the mill was shut"]]
    assert [f.attribution.source for f in found] == [place(text, "Ann Lee")] * 2


def test_silence_tells_nothing() -> None:
    text = "Ann Lee declined to comment. Bo Hall did not respond to a request for comment."
    found = read(
        text, ("Ann Lee", "declined", ["to comment"]), ("Bo Hall", "respond", ["a request for comment"])
    )
    assert found == []


def test_what_was_withheld_begins_behind_its_question_word() -> None:
    text = "Mayor Ann Lee refused to say whether she had signed the order."
    found = read(text, ("Mayor Ann Lee", "refused", ["to say whether she had signed the order"]))
    assert contents(text, found) == [["she had signed the order"]]


def test_marks_of_a_page_are_no_part_of_a_source() -> None:
    text = "[Ann Lee] said the weir was safe."
    (each,) = read(text, ("[Ann Lee]", "said", ["the weir was safe"]))
    assert each.attribution.source == place(text, "Ann Lee")


def test_a_relative_stands_for_the_noun_before_it() -> None:
    text = "He left the Port Times, which reported that the weir was safe."
    (each,) = read(text, ("which", "reported", ["the weir was safe"]))
    (hop,) = each.attribution.hands
    assert hop.who == place(text, "the Port Times")


def test_a_cue_without_a_source_has_the_subject_of_its_clause() -> None:
    text = "The Port Bank is expected to announce on Monday that it will close."
    language, quotes = load("en"), quotations.find(text)
    sentences = split(text, quotes, language)
    alone = Tagged(place(text, "announce"), (place(text, "it will close"),), ())
    (each,) = joined(Grounds(text, quotes, sentences, language), [], [alone])
    assert each.attribution.source == place(text, "The Port Bank")


def test_plain_telling_is_kept_where_the_tagger_is_silent() -> None:
    text = "The Port Times reported it had obtained 72 letters."
    assert contents(text, read(text)) == [["it had obtained 72 letters"]]


def test_who_wants_no_name_says_nothing_by_it() -> None:
    text = "Two aides asked not to be named because the plan is private."
    assert read(text, ("Two aides", "asked", ["not to be named because the plan is private"])) == []


def test_a_note_of_the_writers_is_nobodys_statement() -> None:
    text = "Ann Lee said the weir broke. The reports could not be confirmed."
    found = read(
        text, ("Ann Lee", "said", ["the weir broke"]), ("reports", "could not be confirmed", ["The reports"])
    )
    assert contents(text, found) == [["the weir broke"]]


def test_a_carrier_behind_the_content_of_any_cue_is_a_hand() -> None:
    text = "Ann Lee offered a preview of her plans in an interview with the Port Times."
    (each,) = read(text, ("Ann Lee", "offered a preview of", ["her plans"]))
    assert [text[hop.who.start : hop.who.end] for hop in each.attribution.hands if hop.who] == [
        "Ann Lee",
        "an interview",
        "the Port Times",
    ]


def test_the_pronoun_before_the_cue_is_its_source() -> None:
    text = "Mr. Tarn was scolded by some fishermen ever since he claimed that the quota was fair."
    found = read(text, ("some fishermen", "claimed", ["the quota was fair"]))
    he = text.index("he claimed")
    assert [f.attribution.source for f in found] == [Span(he, he + 2)]


def test_what_nobody_has_told_yet_is_told_by_the_one_who_will() -> None:
    text = "The board is expected to announce on Friday that the weir will stay shut."
    awaited = Tagged(place(text, "is expected"), (place(text, "to announce on Friday"),))
    language, quotes = load("en"), quotations.find(text)
    sentences = split(text, quotes, language)
    grounds = Grounds(text, quotes, sentences, language)
    (found,) = joined(grounds, rules.found(text, sentences, "", language), [awaited])
    assert found.attribution.source == place(text, "The board")
    assert contents(text, [found]) == [["the weir will stay shut"]]
