"""Which mentions are suggested to be one source, and which never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Attribution, Being, Hop, Link, Record, RecordKind, Role, Source
from firsthand.names import suggest
from tests.builders import attribution, record, span


def told(
    who: str, name: str = "", role: Role = Role.SPEAKER, being: Being = Being.UNKNOWN, **fields: object
) -> tuple[Record, Attribution]:
    """A report in which ``who`` says that the gate was open."""
    text = f"The gate was open, said {who}. Nothing else was seen."
    fields.setdefault("outlet", "")
    if "link" in fields:
        fields["links"] = (Link(span(text, who), str(fields.pop("link"))),)
    report = record(text, name=fields.pop("file", "report.txt"), **fields)
    hands = (Hop(role, span(text, who), name, being),)
    return report, attribution(report, "The gate was open", hands=hands)


def sources(*reports: tuple[Record, Attribution]) -> tuple[Source, ...]:
    return suggest([r for r, _ in reports], [a for _, a in reports])


def test_one_name_in_two_reports_is_one_source_with_both_attributions() -> None:
    one, other = told("Ada Quist", name="Ada Quist"), told("the mayor", name="Mayor Ada Quist")
    (source,) = sources(one, other)
    assert source.name == "Ada Quist"
    assert set(source.spellings) == {"Ada Quist", "Mayor Ada Quist"}
    assert source.attributions == (one[1].id, other[1].id)
    assert source.reasons


def test_spelling_variants_are_put_together_with_the_reason() -> None:
    (source,) = sources(told("Han Ga-ram"), told("Han Garam"), told("HAN GA RAM"))
    assert len(source.spellings) == 3
    assert source.reasons == ("the same name, ignoring case, accents, hyphens and spaces",)


def test_a_surname_that_its_report_resolves_is_called_a_shorter_form() -> None:
    (source,) = sources(told("Quist", name="Ada Quist"))
    assert source.spellings == ("Ada Quist", "Quist")
    assert source.reasons == ("a shorter form that a report itself uses for this name",)


def test_two_full_names_stay_two_sources() -> None:
    assert len(sources(told("Ada Quist"), told("Ida Quist"))) == 2


def test_a_surname_is_the_only_full_name_of_the_case_that_has_it() -> None:
    (source,) = sources(told("Ada Quist"), told("Quist"))
    assert source.spellings == ("Ada Quist", "Quist")
    assert source.reasons == ("Ada Quist is the only full name in the case that has Quist",)


def test_a_tower_that_is_called_after_somebody_takes_no_name_away_from_them() -> None:
    found = sources(told("Ada Quist"), told("Quist"), told("Quist Tower"))
    assert sorted(source.name for source in found) == ["Ada Quist", "Quist Tower"]


def test_a_surname_that_two_people_bear_stays_apart() -> None:
    assert len(sources(told("Ada Quist"), told("Otto Quist"), told("Quist"))) == 3


def test_the_report_itself_settles_a_surname_that_two_people_of_the_case_bear() -> None:
    text = "Ada Quist spoke. The gate was open, said Quist."
    report = record(text, outlet="")
    hands = (Hop(Role.SPEAKER, span(text, "Ada Quist")),)
    first = attribution(report, "spoke", hands=hands)
    second = attribution(report, "The gate was open", hands=(Hop(Role.SPEAKER, span(text, "Quist", 1)),))
    found = suggest([report, told("Otto Quist")[0]], [first, second, told("Otto Quist")[1]])
    assert [(s.name, len(s.attributions)) for s in found] == [("Ada Quist", 2), ("Otto Quist", 1)]


def test_nobody_in_particular_is_never_one_source_across_reports() -> None:
    one = told("a guard", being=Being.ANONYMOUS)
    other = told("a guard", being=Being.ANONYMOUS, file="b.txt")
    found = sources(one, other)
    assert len(found) == 2
    assert len({s.id for s in found}) == 2
    assert {s.being for s in found} == {Being.ANONYMOUS}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The gate was open, she said.", "she"),
        ("en", "They’ve seen the gate open, a guard said.", "They’ve"),
        ("uk", "Він сказав, що ворота були відчинені.", "Він"),
        ("ko", "그는 문이 열려 있었다고 말했다.", "그"),
        ("", "It said that the gate was open.", "It"),
        ("en", "Nobody said that the gate was open.", "Nobody"),
        ("en", "No one told them that the gate was open.", "No one"),
        ("ru", "Никто не сказал, что ворота открыты.", "Никто"),
        ("ko", "아무도 문이 열려 있었다고 말하지 않았다.", "아무도"),
    ],
)
def test_a_pronoun_for_which_nobody_was_found_and_nobody_are_no_source(
    language: str, text: str, who: str
) -> None:
    report = record(text, outlet="", language=language)
    told = attribution(report, text[-9:-1], hands=(Hop(Role.SPEAKER, span(text, who), who, Being.PERSON),))
    assert suggest([report], [told]) == ()


def test_a_plain_word_at_the_head_of_a_sentence_is_no_name() -> None:
    heads = (
        "The boat took passengers. Passengers said that it was late. Quist said so too, a guard told Quist."
    )
    report = record(heads, outlet="")
    crowd, one = (
        attribution(report, "it was late", hands=(Hop(Role.SPEAKER, span(heads, who), who, Being.PERSON),))
        for who in ("Passengers", "Quist")
    )
    other = record("Passengers said that it sank.", outlet="", name="other.txt")
    known = attribution(other, "it sank", hands=(Hop(Role.SPEAKER, span(other.text, "Passengers")),))
    found = suggest([report, other], [crowd, one, known])
    assert sorted(s.name for s in found) == ["Passengers", "Passengers", "Quist"]


def test_an_outlet_of_the_case_and_its_citation_are_one_source() -> None:
    herald = record("Nothing was seen.", outlet="Lowland Herald (English service)")
    report, cited = told("the Lowland Herald", role=Role.RELAY, being=Being.OUTLET)
    (source,) = suggest([herald, report], [cited])
    assert (source.name, source.being, source.records) == ("Lowland Herald", Being.OUTLET, (herald.id,))
    assert "a name that a record of the case itself carries" in source.reasons


def test_a_link_tells_which_outlet_of_the_case_is_meant() -> None:
    herald = record("Nothing was seen.", outlet="Lowland Herald", url="https://lowland.example/a")
    report, cited = told(
        "the Herald", role=Role.RELAY, being=Being.OUTLET, link="https://www.lowland.example/b"
    )
    (source,) = suggest([herald, report], [cited])
    assert "the link leads to lowland.example" in source.reasons


def test_another_outlet_that_links_there_stays_another() -> None:
    herald = record("Nothing was seen.", outlet="Lowland Herald", url="https://lowland.example/a")
    report, cited = told("Coast Wire", role=Role.RELAY, being=Being.OUTLET, link="https://lowland.example/b")
    assert len(suggest([herald, report], [cited])) == 2


def test_an_outlet_that_is_not_in_the_case_has_no_records() -> None:
    (source,) = sources(told("Coast Wire", role=Role.RELAY))
    assert (source.being, source.records) == (Being.OUTLET, ())


def test_the_last_word_of_one_outlet_of_the_case_is_that_outlet() -> None:
    argus = record("Nothing was seen.", outlet="Sandle Argus")
    report, cited = told("the Argus", being=Being.PERSON)
    (source,) = suggest([argus, report], [cited])
    assert source.reasons[0] == "Sandle Argus is the only outlet in the case whose name ends in Argus"


def test_the_last_word_of_two_outlets_is_neither() -> None:
    papers = [record("Nothing was seen.", outlet=name, name=name) for name in ("Sandle Argus", "Coast Argus")]
    report, cited = told("the Argus", being=Being.OUTLET)
    assert len(suggest([*papers, report], [cited])) == 3


def test_one_word_that_only_passes_words_on_is_an_outlet() -> None:
    (source,) = sources(told("Ziarna", role=Role.RELAY, being=Being.PERSON))
    assert source.being is Being.OUTLET


def test_one_word_that_also_speaks_for_itself_stays_a_person() -> None:
    relays = told("Quist", role=Role.RELAY, being=Being.PERSON)
    (source,) = sources(relays, told("Quist", being=Being.PERSON, file="b.txt"))
    assert source.being is Being.PERSON


def test_a_spelling_is_the_name_with_its_title_and_nothing_around_it() -> None:
    (source,) = sources(told("the pump hand Dr Ada Quist", name="Ada Quist"))
    assert set(source.spellings) == {"Ada Quist", "Dr Ada Quist"}


def test_an_acronym_is_the_name_that_gives_it_in_brackets() -> None:
    long = told("the Sandle Port Authority (SPA)", being=Being.BODY)
    (source,) = sources(long, told("SPA", being=Being.BODY))
    assert source.name == "Sandle Port Authority"
    assert source.reasons[-1] == "Sandle Port Authority gives SPA in brackets"


def test_the_notebook_is_the_only_primary_record_that_is_called_so() -> None:
    primary = record(
        "1 May. Calm.", kind=RecordKind.PRIMARY, title="Notebook from the lock house", name="n.txt"
    )
    report, cited = told("the notebook", being=Being.DOCUMENT)
    (source,) = suggest([primary, report], [cited])
    assert (source.being, source.records) == (Being.DOCUMENT, (primary.id,))


def test_a_letter_is_not_the_notebook() -> None:
    primary = record(
        "1 May. Calm.", kind=RecordKind.PRIMARY, title="Notebook from the lock house", name="n.txt"
    )
    report, cited = told("the letter", being=Being.DOCUMENT)
    assert len(suggest([primary, report], [cited])) == 2


PEOPLE = st.sampled_from(
    ["Ada Quist", "Quist", "Otto Brand", "a guard", "she", "ADA QUIST", "the Coast Wire"]
)


@given(st.lists(PEOPLE, max_size=6), st.randoms(use_true_random=False))
def test_every_attribution_but_those_of_a_pronoun_has_its_source_whatever_the_order(
    people: list[str], order: object
) -> None:
    reports = [told(who, file=f"{n}.txt") for n, who in enumerate(people)]
    found = sources(*reports)
    held = [a for s in found for a in s.attributions]
    assert sorted(held) == sorted(a.id for who, (_, a) in zip(people, reports, strict=True) if who != "she")
    order.shuffle(reports)  # type: ignore[attr-defined]
    assert {(s.id, frozenset(s.attributions)) for s in sources(*reports)} == {
        (s.id, frozenset(s.attributions)) for s in found
    }
