from __future__ import annotations

from firsthand.dossier.pieces import Tone
from tests.dossier import cases


def test_those_in_the_record_come_first_and_own_voice_last() -> None:
    assert [s.anchor for s in cases.quay().build().statements] == ["S1", "S2", "S3"]
    assert [s.compact for s in cases.lone().build().statements] == [False, False, False, False, True]


def test_a_line_of_the_record_has_its_own_words_its_translation_and_its_pixels() -> None:
    sheet = cases.quay().build().statements[0]
    (line,) = sheet.lines
    assert (line.anchor, line.words.language, line.words.text) == (
        "L1",
        "ko",
        "3일. 불을 끄라는 지시를 받았다.",
    )
    assert [(r.by, r.words.text) for r in line.renderings] == [
        ("Ha Miran", "The 3rd. We were told to put the lamps out.")
    ]
    (crop,) = sheet.crops
    assert crop.marked == ((20, 20, 300, 40),)
    assert crop.page == "page-1"
    assert 0 <= crop.x <= 20 <= 320 <= crop.x + crop.width <= 400


def test_the_hands_lead_back_to_the_record() -> None:
    chain = cases.quay().build().statements[0].chain
    assert [s.name for s in chain] == [
        "Evening Echo",
        "Morning Wire",
        "Harbour Gazette",
        "channel not named",
        "the sailor",
        "line 1, translation by Ha Miran",
    ]
    assert [s.gap for s in chain] == [False, False, False, True, False, False]
    assert chain[-1].to == "L1"


def test_nothing_is_marked_in_a_faithful_part_of_a_line() -> None:
    sheet = cases.quay().build().statements[0]
    gazette = next(r for f in sheet.families for r in f.rows if r.outlet == "Harbour Gazette")
    assert {p.tone for p in gazette.words} == {Tone.NAME}


def test_families_are_the_largest_first() -> None:
    families = cases.quay().build().statements[0].families
    assert [(f.name, len(f.rows)) for f in families] == [
        ("Morning Wire’s wording", 2),
        ("Translation by Ha Miran", 1),
    ]


def test_one_report_alone_shares_no_origin() -> None:
    states = {s.anchor: s.state for s in cases.quay().build().statements}
    assert states == {"S1": "One shared origin", "S2": "One origin", "S3": "Not established"}
