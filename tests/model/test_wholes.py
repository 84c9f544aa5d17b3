"""One record that several files make up."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import (
    Handling,
    Line,
    Link,
    Mark,
    MarkKind,
    Record,
    RecordKind,
    Span,
    joined,
    part_at,
    wholes,
)
from tests.builders import record


def page(name: str, *words: str, first: int = 1) -> Record:
    lines, at = [], 0
    for number, each in enumerate(words, first):
        lines.append(Line(number, Span(at, at + len(each))))
        at += len(each) + 1
    return record("\n".join(words), name=name, title="", kind=RecordKind.PRIMARY, lines=tuple(lines))


def one(*parts: Record) -> Record:
    (found,) = wholes(joined(parts))
    return found


def words(of: Record) -> list[str]:
    return [of.text[line.span.start : line.span.end] for line in of.lines]


TWO = (page("n/p-1.xml", "One.", "Two."), page("n/p-2.xml", "Three."))


def test_the_lines_of_the_second_file_go_on_from_those_of_the_first() -> None:
    found = one(*TWO)
    assert [line.number for line in found.lines] == [1, 2, 3]
    assert words(found) == ["One.", "Two.", "Three."]
    assert found.name == "n/p-1.xml to p-2.xml"


def test_numbers_that_run_through_already_stay() -> None:
    found = one(TWO[0], page("n/p-2.xml", "Seven.", "Eight.", first=7))
    assert [line.number for line in found.lines] == [1, 2, 7, 8]


def test_what_is_no_part_stays_where_it_was() -> None:
    other = record("Else.", id="e")
    first, second = joined(TWO)
    assert [each.id for each in wholes([other, first, other, second])] == ["e", one(*TWO).id, "e"]
    assert wholes([other]) == (other,)


def test_a_file_without_its_others_is_a_record_by_itself() -> None:
    first, second = joined(TWO)
    assert wholes([second]) == (second,)
    assert wholes([first]) == (first,)


def test_marks_and_links_move_with_their_words() -> None:
    line = replace(TWO[1].lines[0], marks=(Mark(MarkKind.UNCLEAR, Span(0, 3)),))
    found = one(TWO[0], replace(TWO[1], lines=(line,), links=(Link(Span(0, 5), "https://a.example"),)))
    (mark,) = found.lines[2].marks
    assert (found.text[slice(*mark.span)], found.text[slice(*found.links[0].span)]) == ("Thr", "Three")


def test_the_whole_says_what_holds_for_all_of_its_files() -> None:
    first, second = TWO
    by = replace(first, by="A. Clerk", title="Page 1", made="2024-01-02", extra={"image": "a", "hand": "A"})
    also = replace(
        second, by="B. Clerk", title="Page 2", made="2024-03-04", extra={"image": "b", "hand": "A"}
    )
    found = one(by, also)
    assert (found.by, found.title, found.made) == ("A. Clerk, B. Clerk", "", "2024-03-04")
    assert found.extra == {"hand": "A"}
    assert {file.object for file in found.joined} == {first.object, second.object}


PAGES = st.lists(
    st.lists(st.text("ab ć한", min_size=1, max_size=6), min_size=1, max_size=4), min_size=2, max_size=4
)


@given(PAGES)
def test_every_word_of_a_whole_leads_back_to_its_file(pages: list[list[str]]) -> None:
    parts = [page(f"p-{n}.xml", *lines) for n, lines in enumerate(pages, 1)]
    by_id = {part.id: part for part in parts}
    found = one(*parts)
    assert [line.number for line in found.lines] == list(range(1, len(found.lines) + 1))
    of_each = [part for part in parts for _ in part.lines]
    for line, part in zip(found.lines, of_each, strict=True):
        place = part_at(found, line.span)
        assert place is not None
        assert place[0] == part.id
        assert by_id[place[0]].text[slice(*place[1])] == found.text[slice(*line.span)]


def test_what_reaches_over_two_files_stands_in_none() -> None:
    found = one(*TWO)
    assert part_at(found, Span(0, len(found.text))) is None
    assert part_at(TWO[0], Span(0, 4)) == (TWO[0].id, Span(0, 4))


def test_a_whole_is_handled_as_carefully_as_each_of_its_files() -> None:
    lines = (Line(1, Span(0, 1)), Line(2, Span(2, 3)))
    stated = (Handling(publish="yes", withhold=(2,)), None, Handling(relation="dead", withhold=(1,)))
    files = [
        Record(f"{n}", f"{n}", f"p{n}.xml", text="a\nb", lines=lines, handling=handling)
        for n, handling in enumerate(stated, 1)
    ]
    (whole,) = wholes(joined(files))
    assert whole.handling == Handling(relation="dead", withhold=(2, 5))
