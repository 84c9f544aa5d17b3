"""Tags in a passage, read into spans."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.markup import Marked, MarkupError, Passage, Spans, parse, read_sentences

from firsthand.model import Speech, Stance

SENTENCES = Path(__file__).parents[2] / "training" / "sentences"
FILES = sorted(SENTENCES.glob("*.txt"))


def words(passage: Passage, spans: Spans) -> list[str]:
    return [passage.text[start:end] for start, end in spans]


def test_tags_go_and_their_places_stay() -> None:
    passage = parse("<s>Ada Fenn</s> <c>told</c> <a>the Ledger</a> that <t>the gate was shut</t>.")
    (each,) = passage.attributions
    assert passage.text == "Ada Fenn told the Ledger that the gate was shut."
    assert words(passage, each.source) == ["Ada Fenn"]
    assert words(passage, each.cue) == ["told"]
    assert words(passage, each.addressee) == ["the Ledger"]
    assert words(passage, each.content) == ["the gate was shut"]
    assert (each.stance, each.hedged, each.speech) == (Stance.ASSERTS, False, Speech.ACTUAL)


def test_a_content_in_two_parts() -> None:
    passage = parse("<t denies>«No»</t>, <c>said</c> <s>he</s>, <t>«never».</t>")
    (each,) = passage.attributions
    assert words(passage, each.content) == ["«No»", "«never»."]
    assert each.stance is Stance.DENIES


def test_tags_of_one_attribution_stand_inside_the_content_of_another() -> None:
    passage = parse(
        "<s>Lom</s> <c>reports</c> that <t><s2>the mayor</s2> <c2>said</c2> <t2 hedged>it fell</t2></t>."
    )
    outer, inner = passage.attributions
    assert words(passage, outer.content) == ["the mayor said it fell"]
    assert words(passage, inner.content) == ["it fell"]
    assert words(passage, inner.source) == ["the mayor"]
    assert (outer.hedged, inner.hedged) == (False, True)


def test_what_the_content_carries() -> None:
    (each,) = parse("<t alleges hedged conditional>it fell</t>").attributions
    assert (each.stance, each.hedged, each.speech) == (Stance.ALLEGES, True, Speech.CONDITIONAL)


def test_a_passage_without_tags_attributes_nothing() -> None:
    assert parse("  It rained all day.\n") == Passage("It rained all day.")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("<s>he said", "never closed"),
        ("he</s> said", "stands where"),
        ("<s><t>he</s></t>", "stands where"),
        ("<s></s> said <t>it fell</t>", "holds nothing"),
        ("<q>he</q> said", "no tag"),
        ("5 < 6", "no tag"),
        ("<s hedged>he</s> said <t>it fell</t>", "only the content"),
        ("<t perhaps>it fell</t>", "'perhaps'"),
        ("<t denies confirms>it fell</t>", "both confirms and denies"),
        ("<s>he</s> <c>spoke</c>", "no content"),
    ],
)
def test_a_wrong_tag_is_told(line: str, complaint: str) -> None:
    with pytest.raises(MarkupError, match=complaint):
        parse(line)


def test_a_file_is_passages_and_remarks(tmp_path: Path) -> None:
    path = tmp_path / "xx.txt"
    path.write_text("# remark\n\n<t>It fell</t>, <c>said</c> <s>he</s>.\nIt rained.\n", "utf-8")
    assert [p.text for p in read_sentences(path)] == ["It fell, said he.", "It rained."]


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "xx.txt"
    path.write_text("# remark\nIt rained.\n<t>It fell\n", "utf-8")
    with pytest.raises(MarkupError, match=r"xx\.txt, line 3: <t> is never closed"):
        read_sentences(path)


@given(st.text(st.characters(exclude_characters="<>")))
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert parse(text) == Passage(text.strip())


@given(st.text(alphabet="<>/sct12 ahedg"))
def test_any_line_is_read_or_complained_about(line: str) -> None:
    try:
        passage = parse(line)
    except MarkupError:
        return
    spans = [span for each in passage.attributions for span in (*each.content, *each.source, *each.cue)]
    assert all(0 <= start < end <= len(passage.text) for start, end in spans)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_of_sentences_is_well_tagged(path: Path) -> None:
    passages = read_sentences(path)
    assert passages
    assert all(_apart(each) for passage in passages for each in passage.attributions)


def _apart(each: Marked) -> bool:
    """Whether cue and content do not run into each other."""
    spans = sorted((*each.cue, *each.content))
    return all(first[1] <= second[0] for first, second in pairwise(spans))
