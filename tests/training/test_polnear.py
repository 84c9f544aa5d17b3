"""Brat standoff in the layout of PolNeAR, read into marked texts."""

from __future__ import annotations

from pathlib import Path

from training.polnear import read

TEXT = "Ada Fenn said the gate, she knew, was shut.\n“No,” said Lom."
SPANS = """T1\tSource 0 8\tAda Fenn
T2\tCue 9 13\tsaid
T3\tContent 14 22;34 42\tthe gate was shut
T4\tAttribution 9 13\tsaid
T5\tSource 55 58\tLom
T6\tCue 50 54\tsaid
T7\tContent 44 49\t“No,”
T8\tAttribution 50 54\tsaid
"""
FIRST = "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
SECOND = "E2\tAttribution:T8 Cue:T6 Content:T7 Source:T5\n"
NOTE = "#1\tAnnotatorNotes T1\tE9 is not here\n"


def folder(root: Path, text: str = TEXT, **annotations: str) -> Path:
    """A split with one text, annotated by each of ``annotations``."""
    (root / "text").mkdir()
    (root / "attributions").mkdir()
    (root / "text" / "gate_2031.txt").write_bytes(text.encode())
    for annotator, body in annotations.items():
        (root / "attributions" / f"gate_2031_{annotator}.ann").write_bytes(body.encode())
    return root


def test_attributions_have_the_places_of_their_parts(tmp_path: Path) -> None:
    (found,) = read(folder(tmp_path, ann=SPANS + FIRST + SECOND + NOTE))
    assert (found.name, found.language, found.text) == ("gate_2031", "en", TEXT)
    assert found.attributions == (
        {"source": ((0, 8),), "cue": ((9, 13),), "content": ((14, 22), (34, 42))},
        {"source": ((55, 58),), "cue": ((50, 54),), "content": ((44, 49),)},
    )
    assert found.known == ("source", "cue", "content")


def test_a_source_may_be_missing_but_no_cue_and_no_content(tmp_path: Path) -> None:
    events = "E1\tCue:T2 Content:T3\nE2\tSource:T5 Cue:T6\nE3\tSource:T5 Content:T7\n"
    (found,) = read(folder(tmp_path, ann=SPANS + events))
    assert [each["source"] for each in found.attributions] == [()]


def test_numbered_roles_are_the_same_role(tmp_path: Path) -> None:
    (found,) = read(folder(tmp_path, ann=SPANS + "E1\tAttribution:T4 Cue:T2 Content:T3 Content2:T7\n"))
    assert found.attributions[0]["content"] == ((14, 22), (34, 42), (44, 49))


def test_what_is_told_twice_is_learnt_once(tmp_path: Path) -> None:
    (found,) = read(folder(tmp_path, ann=SPANS + FIRST + FIRST.replace("E1", "E2")))
    assert len(found.attributions) == 1


def test_other_roles_and_marks_that_are_nowhere_are_passed_over(tmp_path: Path) -> None:
    event = "E1\tAttribution:T4 Source:T99 Cue:T2 Content:T3 Discuss:T7\n"
    (found,) = read(folder(tmp_path, ann=SPANS + event))
    assert found.attributions[0] == {"source": (), "cue": ((9, 13),), "content": ((14, 22), (34, 42))}


def test_each_annotator_gives_a_text_of_its_own(tmp_path: Path) -> None:
    found = list(read(folder(tmp_path, ben=SPANS + FIRST, ada=SPANS + SECOND)))
    assert [each.attributions[0]["cue"] for each in found] == [((50, 54),), ((9, 13),)]


def test_carriage_returns_count_as_characters(tmp_path: Path) -> None:
    text = "A\r\nAda Fenn said no."
    spans = "T1\tCue 12 16\tsaid\nT2\tContent 17 19\tno\nE1\tAttribution:T1 Cue:T1 Content:T2\n"
    (found,) = read(folder(tmp_path, text, ann=spans))
    assert [found.text[a:b] for a, b in found.attributions[0]["cue"]] == ["said"]


def test_an_empty_folder_holds_no_texts(tmp_path: Path) -> None:
    assert list(read(tmp_path)) == []
