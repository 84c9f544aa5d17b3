from __future__ import annotations

import pytest

from firsthand.model import Record, RecordKind
from firsthand.names import gathered
from firsthand.names.identifying.cast import cast, sentence
from firsthand.names.identifying.particulars import on_paper, read_particulars
from firsthand.names.identifying.tables import fields, languages
from tests.builders import record


def read(text: str, language: str = "en") -> dict[str, str]:
    report = record(text, language=language)
    groups = gathered([report], [])
    found = read_particulars([report], cast(groups))
    return {each.field: each.value for told in found.values() for each in told}


@pytest.mark.parametrize(
    ("language", "text", "field", "value"),
    [
        ("en", "The pilot Ada Quist was born on 4 May 1997 in Haeju.", "born", "4 May 1997"),
        ("en", "The pilot Ada Quist was born on 4 May 1997 in Haeju.", "place of birth", "Haeju"),
        ("en", "The 34-year-old pilot Ada Quist left.", "born", "aged 34 on 2025-02-01"),
        ("en", "The 34-year-old pilot Ada Quist left.", "role", "pilot"),
        ("en", "The pilot Ada Quist served in the 94th Brigade.", "unit", "94th Brigade"),
        ("en", "Nobody met the pilot Ada Quist.", "role", "pilot"),
        ("en", "Captain Ada Quist left the quay.", "rank", "Captain"),
        ("en", "Captain Ada Quist of military unit 12345 left.", "unit", "military unit 12345"),
        ("uk", "Капітан Ада Квіст, 1999 р. н., служила у 34 обр.", "unit", "34 обр"),
        ("uk", "Капітан Ада Квіст, 1999 р. н., служила у 34 обр.", "born", "1999 р. н."),
        ("ru", "Капитан Ада Квист служила в в/ч 12345.", "unit", "в/ч 12345"),
        ("uk", "Капітан Ада Квіст, уродженка Одеси, загинула.", "place of birth", "Одеси"),
        ("ru", "Капитан Ада Квист родилась в 1997 году.", "born", "в 1997"),
        ("ko", "선장 김가람은 1997년생이다.", "born", "1997년생"),
    ],
)
def test_what_a_report_says_beside_a_name(language: str, text: str, field: str, value: str) -> None:
    assert read(text, language).get(field) == value


def test_what_is_said_of_nobody_near_is_put_to_nobody() -> None:
    text = "A child was born in 1997 and the dyke held that whole winter, long before the pilot Ada Quist."
    assert "born" not in read(text)


def test_a_paper_tells_of_its_holder_and_where() -> None:
    paper: Record = record("born: 4 May 1997\noccupation: pilot\nnumber: 7\n", kind=RecordKind.PAPER)
    found = {each.field: each for each in on_paper(paper)}
    assert {f: each.value for f, each in found.items()} == {
        "born": "4 May 1997",
        "role": "pilot",
        "number": "7",
    }
    (span,) = found["born"].place.spans
    assert paper.text[span.start : span.end] == "4 May 1997"


def test_an_age_is_a_birth_at_the_latest_where_the_report_has_a_day() -> None:
    report = record("The 24-year-old pilot Ada Quist left.", published="2024-11-20")
    (told,) = read_particulars([report], cast(gathered([report], []))).values()
    assert ("born", "aged 24 on 2024-11-20") in [(each.field, each.value) for each in told]


def test_a_sentence_ends_at_no_abbreviation() -> None:
    text = "It rained. Dr. Ada Quist was there. Nobody else."
    low, high = sentence(text, text.index("Quist"), text.index("Quist") + 5)
    assert text[low:high].strip() == "Dr. Ada Quist was there."


@pytest.mark.parametrize("language", languages("particulars.toml"))
def test_every_pattern_has_a_value(language: str) -> None:
    assert fields(language) and all("value" in pattern.groupindex for _, pattern in fields(language))
