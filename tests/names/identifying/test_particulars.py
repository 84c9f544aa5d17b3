from __future__ import annotations

import pytest

from firsthand.model import Record, RecordKind
from firsthand.names import gathered
from firsthand.names.identifying.cast import cast, sentence
from firsthand.names.identifying.particulars import agree, differ, on_paper, read_particulars
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
        ("en", "The 34-year-old pilot Ada Quist left.", "age", "34"),
        ("en", "The pilot Ada Quist served in the 94th Brigade.", "unit", "94th Brigade"),
        ("en", "Nobody met the pilot Ada Quist.", "role", "pilot"),
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
    assert {f: each.value for f, each in found.items()} == {"born": "4 May 1997", "role": "pilot"}
    (span,) = found["born"].place.spans
    assert paper.text[span.start : span.end] == "4 May 1997"


@pytest.mark.parametrize(
    ("field", "one", "other", "differs", "agrees"),
    [
        ("born", "1997", "4 May 1997", False, True),
        ("born", "1997", "2001", True, False),
        ("born", "4 May 1997", "5 May 1997", True, False),
        ("born", "4 May 1997", "04.05.1997", False, True),  # of one year; which day is written otherwise
        ("born", "May", "spring", False, False),
        ("place of birth", "Haeju", "HAEJU", False, True),
        ("place of birth", "Haeju", "Unbong", True, False),
        ("place of birth", "Haeju", "해주", False, False),  # another script is not held against it
        ("role", "pilot", "cook", False, False),  # a person may have two
        ("from", "Haeju", "Unbong", False, False),
    ],
)
def test_only_what_cannot_both_hold_differs(
    field: str, one: str, other: str, differs: bool, agrees: bool
) -> None:
    assert (differ(field, one, other), agree(field, one, other)) == (differs, agrees)
    assert (differ(field, other, one), agree(field, other, one)) == (differs, agrees)


def test_a_sentence_ends_at_no_abbreviation() -> None:
    text = "It rained. Dr. Ada Quist was there. Nobody else."
    low, high = sentence(text, text.index("Quist"), text.index("Quist") + 5)
    assert text[low:high].strip() == "Dr. Ada Quist was there."


@pytest.mark.parametrize("language", languages("particulars.toml"))
def test_every_pattern_has_a_value(language: str) -> None:
    assert fields(language) and all("value" in pattern.groupindex for _, pattern in fields(language))
