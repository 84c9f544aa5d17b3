"""Who is said to have written the record."""

from __future__ import annotations

import pytest

from firsthand.engines import Local
from firsthand.model import Column, Identity, Record, RecordKind, Source, Way
from firsthand.names import gathered, identify, of_groups, with_particulars
from firsthand.names.identifying.tables import languages, writing
from tests.builders import record

ALONE = Local(processes=1)
BOOK = record(
    "One line.\n", kind=RecordKind.PRIMARY, title="Logbook of the Haneul", name="book.txt", outlet=""
)


def asked(*reports: Record) -> tuple[list[Identity], dict[str, Source]]:
    records = [BOOK, *reports]
    groups = gathered(records, [])
    sources = with_particulars(of_groups(groups), records, groups)
    return list(identify(records, [], groups, sources, [], engine=ALONE)), {s.id: s for s in sources}


def told(text: str, language: str = "en", **fields: object) -> Record:
    fields.setdefault("name", f"{language}.txt")
    fields.setdefault("outlet", f"The {language} Post")
    return record(text, language=language, **fields)


def ways(found: list[Identity], name: str) -> list[Way]:
    return [
        i.way
        for each in found
        for c in each.candidates
        if c.name == name
        for i in c.indications
        if i.column is Column.NAMES
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The logbook was kept by the pilot Ada Quist, he said."),
        ("en", "The service identified the writer as the pilot Ada Quist."),
        ("en", "The pilot Ada Quist wrote the logbook, the mayor said."),
        ("uk", "Автор щоденника — капітан Ада Квіст, каже порт."),
        ("ru", "Дневник вела капитан Ада Квист, сообщил порт."),
        ("ko", "공책의 필자는 선장 김가람이라고 밝혔다."),
    ],
)
def test_a_report_that_names_the_writer_is_heard(language: str, text: str) -> None:
    found, _ = asked(told(text, language))
    (asks,) = found
    assert asks.record == BOOK.id and asks.whom == "the writer of “Logbook of the Haneul”"
    (candidate,) = asks.candidates
    assert [i.way for i in candidate.indications if i.column == "names"] == [Way.FOR]
    assert candidate.indications[0].places[0].record != BOOK.id


def test_not_one_but_another() -> None:
    found, _ = asked(
        told("The logbook was not kept by the pilot Ada Quist but by the pilot Ida Brandt, he said.")
    )
    assert ways(found, "Ada Quist") == [Way.AGAINST]
    assert ways(found, "Ida Brandt") == [Way.FOR]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was built by the pilot Ada Quist.",  # no record is spoken of
        "The logbook was kept. By noon the pilot Ada Quist was gone.",
        "The logbook was kept by nobody that the office in the old port of the town could name: not the pilot"
        " then, nor the pilot Ada Quist.",
    ],
)
def test_what_says_nothing_of_the_writer_is_not_heard(text: str) -> None:
    assert asked(told(text))[0] == []


def test_of_several_records_words_alone_do_not_say_which() -> None:
    other = record("Other.", kind=RecordKind.PRIMARY, title="Letter", name="letter.txt", outlet="")
    report = told("The logbook was kept by the pilot Ada Quist, he said.")
    groups = gathered([BOOK, other, report], [])
    assert identify([BOOK, other, report], [], groups, of_groups(groups), [], engine=ALONE) == ()


@pytest.mark.parametrize("language", languages("writers.toml"))
def test_every_phrase_of_the_table_is_one(language: str) -> None:
    assert writing(language) is not None


def test_a_language_without_a_table_has_no_phrases() -> None:
    assert writing("tlh") is None
