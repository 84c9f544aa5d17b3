"""The reader as a whole: invented news, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.languages import known
from firsthand.model import Attribution, Kind, Role, Span, Speech, Stance
from firsthand.reading import READER, own_voice, read, reader_of


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def chain(text: str, each: Attribution) -> list[tuple[str, str | None]]:
    return [(hop.role.value, words(text, hop.who)) for hop in each.hands]


def telling(text: str, phrase: str, language: str = "en") -> Attribution:
    """The attribution with the shortest content that holds ``phrase``."""
    found = [a for a in read(text, language, "r") if any(phrase in text[s.start : s.end] for s in a.content)]
    assert found, f"nothing tells {phrase!r}"
    return min(found, key=lambda a: sum(s.end - s.start for s in a.content))


LETTERS = """A box of letters found in a burnt tram has surfaced in Varn.
The letters, translated by the Meren archive, show the last weeks of a conscript, as reported by Halden Wire.
The conscript, identified as Teo Marsh Lindel, wrote about being sent north for a "grave lapse" at home.
"My mother sold the boat so that I could study," Teo wrote, according to Ostrava Today.
"Every man owes his street one winter. I owe mine two."
Teo admitted to leaving his "brothers of the quay" and saying things "unworthy of the flag."
The Meren army claims that the conscripts were given false papers. They reportedly travelled as dockers.
Two councils have accused Varn of hiding the dead.
"""


def test_an_article_of_the_founding_shape_with_other_names() -> None:
    first = telling(LETTERS, "sold the boat")
    assert first.name == "Teo Marsh Lindel"
    assert chain(LETTERS, first) == [("author", "Teo"), ("relay", "Ostrava Today")]
    carried = telling(LETTERS, "owes his street")
    assert carried.inferred and carried.name == "Teo Marsh Lindel"
    assert telling(LETTERS, "false papers").hedges
    assert telling(LETTERS, "dockers").unstated
    assert telling(LETTERS, "hiding the dead").stance is Stance.ALLEGES
    assert [h.name for h in telling(LETTERS, "last weeks").hands][-2:] == ["the Meren archive", "Halden Wire"]
    quotes = {text for a in read(LETTERS) for text in (words(LETTERS, q) for q in a.quotes)}
    assert {"grave lapse", "brothers of the quay", "unworthy of the flag."} <= quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The dam was sound, inspector Odile Marrant told the Harrow Gazette on Tuesday.",
            [("speaker", "inspector Odile Marrant"), ("addressee", "the Harrow Gazette")],
        ),
        (  # the order of the sentence is the reverse of that of the chain
            "Tellmark News, citing the Port Daily, said a clerk had told police that a crate broke.",
            [
                ("speaker", "a clerk"),
                ("addressee", "police"),
                ("relay", "the Port Daily"),
                ("relay", "Tellmark News"),
            ],
        ),
        (
            "The Herald quoted harbour master Ines Varga as saying the beacon had failed twice.",
            [("speaker", "harbour master Ines Varga"), ("relay", "The Herald")],
        ),
        ("The bishop was quoted as saying that the roof held.", [("speaker", "The bishop"), ("relay", None)]),
        (
            "According to minutes obtained by Radio Eastmere, the board knew of the crack.",
            [("author", "minutes"), ("relay", "Radio Eastmere")],
        ),
        ("He told his wife that the shop would stay shut.", [("speaker", "He")]),
        (
            "“We are going home,” Ana Pell said in an interview with the Quay Post.",
            [("speaker", "Ana Pell"), ("channel", "an interview"), ("addressee", "the Quay Post")],
        ),
    ],
)  # fmt: skip
def test_hands_run_from_the_origin_to_the_report(text: str, expected: list[tuple[str, str | None]]) -> None:
    chains = [chain(text, each) for each in read(text)]
    assert expected in chains


def test_a_quotation_split_by_its_attribution_is_one() -> None:
    text = "“The bridge,” Ann Lee said, “was never closed.”"
    (each,) = read(text)
    assert [words(text, s) for s in each.content] == ["“The bridge,”", "“was never closed.”"]
    assert each.kind is Kind.DIRECT and each.name == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "content", "name"),
    [
        ("A clerk of the port, Karl Boon, confirmed the arrest.", "the arrest", "Karl Boon"),
        ("Police say the thief, according to two boys, fled on foot.", "the thief", "Police"),
        ("Tom Dale recalled that his father told him, “Never sell it.”", "“Never sell it.”", "his father"),
        ("The paper, which cited a clerk, said the ship had sunk.", "the ship had sunk", "a clerk"),
    ],
)  # fmt: skip
def test_sources_beside_commas(text: str, content: str, name: str) -> None:
    assert (content, name) in [(words(text, a.content[0]), a.name) for a in read(text)]


def test_a_colon_introduces_the_quotation_of_the_next_paragraph() -> None:
    text = "Ann Lee wrote in a letter to the Quay Post:\n“The mill burned twice. Nobody came.”\n"
    (each,) = read(text)
    assert chain(text, each) == [
        ("author", "Ann Lee"),
        ("channel", "a letter"),
        ("addressee", "the Quay Post"),
    ]
    assert words(text, each.content[0]) == "“The mill burned twice. Nobody came.”"


def test_a_quotation_over_paragraphs_belongs_to_one_speaker() -> None:
    text = "“The mill burned twice,” said Ann Lee.\n\n“It burned in May.\n\n“It burned again in June.”\n"
    assert [a.name for a in read(text)] == ["Ann Lee"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Under the rules, seats are allotted according to the number of members, and the chair is elected.",
        "The report has divided the council, and the report will be debated again in June.",
        "Coach Lina Abreu resigned on Monday, citing her health.",
        "Varn Textiles reported a loss of four million for the quarter.",
        "The soldiers' boots and the miners' lamps were sold in '98.",
    ],
)
def test_what_only_looks_like_a_source_is_none(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "stance", "speech"),
    [
        ("Ann Lee denied that the bridge had moved.", Stance.DENIES, Speech.ACTUAL),
        ("Ann Lee did not say that the bridge had moved.", Stance.ASSERTS, Speech.NEGATED),
        ("Nobody said that the bridge had moved.", Stance.ASSERTS, Speech.NEGATED),
        ("No one at the depot told them where to go.", Stance.ASSERTS, Speech.NEGATED),
        ("If Ann Lee says the bridge is safe, the road opens.", Stance.ASSERTS, Speech.CONDITIONAL),
        ("Ann Lee will say that the bridge is safe.", Stance.ASSERTS, Speech.FUTURE),
        ("The bank declined to say whether the account had been closed.", Stance.UNVERIFIED, Speech.NEGATED),
        ("Ann Lee claimed that the bridge had moved.", Stance.ALLEGES, Speech.ACTUAL),
        ("The bank neither confirmed nor denied the loss of the file.", Stance.UNVERIFIED, Speech.NEGATED),
        ("Ann Lee pledged to rebuild the bridge.", Stance.PROMISES, Speech.ACTUAL),
    ],
)  # fmt: skip
def test_stance_and_speech(text: str, stance: Stance, speech: Speech) -> None:
    (each,) = read(text)
    assert (each.stance, each.speech) == (stance, speech)


def test_a_note_in_the_next_sentence_hedges_what_was_told() -> None:
    text = "Two men fled, a guard said. The account could not be independently verified."
    (each,) = read(text)
    assert [words(text, h) for h in each.hedges] == ["could not be independently verified"]


def test_a_pronoun_gets_the_last_speakers_name() -> None:
    text = "Mayor Ida Quist said the pier was safe. “I walked on it today,” she said."
    assert [a.name for a in read(text)] == ["Ida Quist", "Ida Quist"]


def test_what_nobody_is_named_for_is_the_reports_own() -> None:
    text = "The pier opened on Monday after a long winter. Ida Quist said that it was safe."
    (own,) = own_voice(text, "en", "r", read(text, "en", "r"))
    assert own.kind is Kind.OWN and own.source is None
    assert words(text, own.content[0]) == "The pier opened on Monday after a long winter."


MARKS = ["“", "”", '"', "'", "‘", "’", "«", "»", "„", "—", ",", ".", "\n", " ", ":", "?"]
BITS = [*MARKS, " said ", " told ", "Ann Lee", " according to ", " that ", " who ", " and ", " reportedly ",
        " as reported by ", " citing ", " accused ", " of ", " was quoted as saying ", " she ",
        " the letter ", " claims ", " сказала ", " що ", "말했다", " a declarat "]  # fmt: skip


def sound(text: str, found: tuple[Attribution, ...]) -> None:
    """Every span lies in the text, no content is empty, ids are unique, the order is that of places."""
    read_by = {READER, *(reader_of(language) for language in known())}
    for each in found:
        hands = [hop.who for hop in each.hands if hop.who] + [hop.cue for hop in each.hands if hop.cue]
        for span in (*each.content, *each.cue, *each.quotes, *each.hedges, *hands):
            assert 0 <= span.start < span.end <= len(text)
        assert each.content and all(text[s.start : s.end].strip() for s in each.content)
        assert list(each.content) == sorted(each.content)
        assert each.reader in read_by
        assert each.inferred is False or each.source is not None
    assert len({each.id for each in found}) == len(found)
    assert [a.content[0].start for a in found] == sorted(a.content[0].start for a in found)
    assert {a.parent for a in found} - {a.id for a in found} <= {""}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.sampled_from([*known(), "xx"]))
def test_any_text_gives_an_answer(text: str, language: str) -> None:
    found = read(text, language, "r")
    sound(text, found)
    assert all(own.kind is Kind.OWN for own in own_voice(text, language, "r", found))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=60).map("".join), st.sampled_from([*known(), "xx"]))
def test_marks_cues_and_names_in_any_order_give_an_answer(text: str, language: str) -> None:
    sound(text, read(text, language, "r"))


def test_an_unknown_language_is_read_by_its_marks() -> None:
    text = "«Vi gick hem tidigt på kvällen.»\nEn annan mening."
    (each,) = read(text, "sv")
    assert each.kind is Kind.DIRECT and each.hands == ()


def test_roles_of_a_chain_begin_with_its_origin() -> None:
    for each in read(LETTERS):
        if each.hands and not each.unstated:
            assert each.hands[0].role in (Role.SPEAKER, Role.AUTHOR, Role.RELAY)
            assert each.source == each.hands[0].who


@pytest.mark.parametrize("reader", ["", "rules"])
@pytest.mark.parametrize("marks", ["!!!", "…", "—", "?!", "« »"])
def test_marks_alone_are_nobodys_statement(reader: str, marks: str) -> None:
    assert read(f"“{marks}” Ann Lee said.", reader=reader) == ()
    assert read(f"Ann Lee said: “404{marks}”", reader=reader)
