"""The door for texts that were made from one another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from firsthand import Case, collate, descent
from firsthand.copies import apparatus, doubts, gathered, graph, of_trace, readings
from firsthand.errors import Refused
from firsthand.model import Certainty, Descent, Node, NodeKind, Record, RecordKind, Trace

FIRST = "the red hare ran over the green hill and slept below an old grey wall"
SECOND = FIRST.replace("hare", "hart").replace("green", "greet").replace("wall", "well")
THIRD = SECOND.replace("old", "odd").replace("ran", "rain")


def test_a_list_of_texts_is_named_by_numbers() -> None:
    assert collate([FIRST, SECOND]).names == ("1", "2")


def test_texts_that_are_the_same_hang_from_the_earliest() -> None:
    found = descent(
        {"late": FIRST, "early": FIRST, "other": SECOND}, {"late": "2025-02-02", "early": "2025-02-01"}
    )
    same = next(line for line in found.lines if "word for word" in line.note)
    assert (same.parent, same.child, same.directed) == ("early", "late", True)
    assert {node.id for node in found.nodes} == {"late", "early", "other"}


@pytest.mark.parametrize("texts", [[], [FIRST], [FIRST, FIRST], ["", ""]])
def test_with_one_wording_there_is_nothing_to_tell(texts: list[str]) -> None:
    assert all(line.note == "the same, word for word" for line in descent(texts).lines)


def test_two_texts_have_one_tree_and_that_is_no_support() -> None:
    found = descent(["the red hare ran home", "the red hart ran home"])
    assert [line.support for line in found.lines] == [None]
    assert found.notes[:2] == (
        "The texts part in 1 place.",
        "Two texts can only be joined in one way: the line has no support.",
    )


def test_nothing_to_compare_is_said_as_it_is() -> None:
    assert descent([]).notes == ("There is no text here: nothing tells who copied whom.",)
    assert descent(["one"]).notes == ("There is only one text: nothing tells who copied whom.",)
    assert apparatus(collate(["one"])) == "one text: nothing to lay side by side\n"


def test_a_thousand_reprints_are_one_wording() -> None:
    assert len(descent([FIRST] * 1000).lines) == 999


def test_too_many_texts_are_refused() -> None:
    with pytest.raises(Refused, match="too many"):
        collate(["a"] * 1001)


def test_files_are_named_as_short_as_keeps_them_apart(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(f"the hare ran {folder}", "utf-8")
    (tmp_path / "x" / "own.txt").write_text("---\npublished: 2025-02-01\n---\nthe hart ran", "utf-8")
    found = gathered([tmp_path])
    assert len(found.texts) == 3
    assert "own" in found.texts
    assert found.dates["own"].startswith("2025-02-01")


def test_a_statement_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="S9"):
        readings("S9", Trace(), (), ())


def test_texts_that_have_hardly_a_word_in_common_are_told_and_only_possibly_copied() -> None:
    known = {"a": FIRST, "b": SECOND, "c": THIRD}
    assert doubts(collate(known)) == ()
    mixed = {**known, "k": "배는 아홉 시에 북쪽 부두를 떠나 양 마흔 마리를 싣고 돌아왔다"}
    (told,) = doubts(collate(mixed))
    assert told.startswith("k has less than one word in five in common")
    found = descent(mixed)
    assert found.notes[-1] == f"{told}."
    assert all(e.certainty is Certainty.POSSIBLE for e in found.lines if "k" in (e.parent, e.child))
    assert doubts(collate([])) == doubts(collate([FIRST])) == ()


def test_what_is_piped_in_is_a_text_and_a_case_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    found = gathered([tmp_path / "a.txt", "-"], SECOND.encode())
    assert found.texts == {"a": FIRST, "standard input": SECOND}
    Case.create(tmp_path / "c").close()
    with pytest.raises(Refused, match="is a case"):
        gathered([tmp_path / "c", tmp_path / "a.txt"])


def test_the_record_stands_over_the_translation_that_a_report_carries() -> None:
    notebook = Record("p", "p", "notebook.txt", kind=RecordKind.PRIMARY)
    english = replace(notebook, id="t", kind=RecordKind.TRANSLATION, of="p", by="Ana Verbic")
    kinds = {"p": NodeKind.RECORD, "t": NodeKind.RECORD, "r": NodeKind.REPORT, "lone": NodeKind.REPORT}
    nodes = tuple(Node(f"n{i}", i, kind, i) for i, kind in kinds.items())
    found = of_trace(
        Trace(nodes=nodes, descents=(Descent("nr", "nt", Certainty.LIKELY, ()),)), [notebook, english]
    )
    assert [(line.parent, line.child) for line in found.lines] == [("np", "nt"), ("nt", "nr")]
    assert found.lines[0].note == "translation by Ana Verbic"
    assert [node.name for node in found.nodes] == ["p", "t", "r"]


def test_every_form_is_written_and_an_unknown_one_refused() -> None:
    assert "hart" in apparatus(collate([FIRST, SECOND]), "tsv")
    assert graph(descent([FIRST, SECOND, THIRD]), "dot").startswith("digraph")
    with pytest.raises(Refused, match="no form"):
        graph(descent([FIRST, SECOND]), "png")
