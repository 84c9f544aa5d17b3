from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.errors import Refused
from firsthand.model import Handling, Private, PrivateRegion, PrivateWords, Record, RecordKind, Region, Span
from firsthand.publishing.withholding import Withholding, what_is, withholding
from firsthand.publishing.wording import Wording
from tests import builders
from tests.publishing.secrets import lined

DEAD = Handling(relation="dead")
YES = Handling(publish="yes")
TEXT = "one\ntwo\nthree\nfour"


def record(id: str, kind: RecordKind = RecordKind.PRIMARY, **fields: object) -> Record:
    """A record of the matter with four lines."""
    given = {"name": f"{id}.txt", "outlet": "", "object": f"object {id}", "lines": lined(TEXT)} | fields
    return builders.record(TEXT, id=id, kind=kind, **given)


def page(**fields: object) -> Record:
    """The page of the book."""
    return record("page", RecordKind.PAGE, **({"of": "book", "lines": ()} | fields))


def placed(of: Record, on: str = "page") -> Record:
    """A record with its lines under one another on a page."""
    return replace(
        of, lines=tuple(replace(n, region=Region(on, 0, 20 * n.number, 100, 18)) for n in of.lines)
    )


def ruled(*records: Record, words: tuple[PrivateWords, ...] = ()) -> Withholding:
    return withholding(records, Wording(words), [])


def test_what_is_of_the_dead_goes_with_all_that_was_made_from_it() -> None:
    book = record("book", handling=DEAD)
    english = record("english", RecordKind.TRANSLATION, of="book")
    inside = record("note", name="book.txt/note.txt")
    other = record("other")
    assert ruled(book, english, page(), inside, other).whole == {"book", "english", "page", "note"}


def test_what_is_stated_of_a_page_holds_for_what_stands_on_it_unless_that_states_otherwise() -> None:
    book = placed(record("book"))
    assert ruled(book, page(handling=DEAD)).whole == {"book", "page"}
    assert ruled(replace(book, handling=YES), page(handling=DEAD)).whole == {"page"}
    assert ruled(book, page(handling=YES)).whole == frozenset()


@pytest.mark.parametrize(
    ("handling", "whole"),
    [(None, True), (Handling(holder="x"), True), (Handling(relation="none"), True), (YES, False)],
)
def test_a_paper_is_withheld_unless_it_is_said_that_it_may_be_published(
    handling: Handling | None, whole: bool
) -> None:
    paper = record("paper", RecordKind.PAPER, handling=handling)
    assert ("paper" in ruled(paper, page(of="paper", handling=None)).whole) is whole
    assert what_is(paper) is Private.PAPER


def test_a_picture_of_a_paper_shows_a_face_and_needs_a_word_of_its_own() -> None:
    paper = placed(record("paper", RecordKind.PAPER, handling=YES))
    assert ruled(paper, page(of="paper")).pages == {("page", 0)}
    assert ruled(paper, page(of="paper", handling=YES)).pages == frozenset()


def test_a_paper_that_was_found_with_a_record_is_none_of_its_lines() -> None:
    card = record("card", RecordKind.PAPER, of="book", handling=replace(YES, withhold=(2,)))
    assert ruled(record("book"), card).lines == {("card", 2)}
    shown = placed(replace(card, handling=YES))
    assert ruled(record("book"), shown, page(of="card")).pages == {("page", 0)}


def test_records_that_are_made_from_each_other_come_to_an_end() -> None:
    a, b, c = (record(i, RecordKind.TRANSLATION, of=o) for i, o in (("a", "b"), ("b", "c"), ("c", "a")))
    assert ruled(a, b, c).whole == frozenset()


def test_a_withheld_line_takes_those_that_say_the_same_with_it() -> None:
    book = placed(record("book", handling=Handling(publish="yes", withhold=(3,))))
    english = record("english", RecordKind.TRANSLATION, of="book")
    german = record("german", RecordKind.TRANSLATION, of="book")
    found = ruled(book, english, german, page())
    assert found.lines == {("book", 3), ("english", 3), ("german", 3)}
    assert found.black == {("page", 0): [Region("page", 0, 60, 100, 18)]}
    assert found.pages == frozenset()


def test_one_that_is_withheld_in_a_translation_alone_is_withheld_in_the_original() -> None:
    english = record("english", RecordKind.TRANSLATION, of="book", handling=Handling(withhold=(2,)))
    assert ruled(placed(record("book")), english, page()).lines == {("book", 2), ("english", 2)}


def test_a_name_found_in_one_language_takes_the_line_in_the_other() -> None:
    kin = PrivateWords(Private.KIN, ("Three",))
    book = placed(replace(record("book"), text="하나\n둘둘\n셋셋셋셋셋\n넷넷넷넷"))
    book = replace(book, lines=placed(replace(book, lines=lined(book.text))).lines)
    english = record("english", RecordKind.TRANSLATION, of="book")
    found = ruled(book, english, page(), words=(kin,))
    assert [hit.span for hit in found.hits["english"]] == [Span(8, 13)]
    assert found.lines == {("book", 3)}
    assert [each.y for each in found.black["page", 0]] == [60]


def test_a_line_where_a_picture_is_black_is_withheld_too() -> None:
    face = PrivateRegion(Private.FACE, 0, 38, 100, 20)
    found = ruled(placed(record("book")), page(handling=Handling(publish="yes", regions=(face,))))
    assert found.lines == {("book", 2)}


def test_a_page_is_not_shown_where_nobody_knows_where_the_line_stands_on_it() -> None:
    book = record("book", handling=Handling(publish="yes", withhold=(3,)))
    book = replace(book, lines=(*placed(book).lines[:2], *book.lines[2:]))
    assert ruled(book, page()).pages == {("page", 0)}
    assert ruled(book, page(handling=YES)).pages == frozenset()


def test_a_picture_on_which_no_line_stands_may_show_a_face() -> None:
    assert ruled(record("book"), page()).pages == {("page", 0)}
    assert ruled(record("book"), page(handling=YES)).pages == frozenset()
    assert ruled(placed(record("book")), page()).pages == frozenset()


def test_a_line_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="no line 9"):
        ruled(record("book", handling=Handling(withhold=(2, 9))))


def test_a_transcription_of_a_page_whose_lines_have_no_place_goes_where_a_part_of_the_page_is_withheld() -> (
    None
):
    face = PrivateRegion(Private.FACE, 0, 500, 100, 20)
    shown = page(handling=Handling(publish="yes", regions=(face,)))
    read = record("read", RecordKind.TRANSCRIPTION, of="page")
    assert ruled(placed(record("book")), shown, read).whole == {"read"}
    assert ruled(placed(record("book")), shown, placed(read)).whole == frozenset()
    assert ruled(placed(record("book")), page(handling=YES), read).whole == frozenset()


@pytest.mark.parametrize(
    ("extra", "leaf", "told"),
    [
        ({"pages": "3"}, 0, "does not say on which"),
        ({"pages": "3"}, 4, "has no page 4"),
        ({}, 2, "has no page 2"),
        ({"width": "30", "height": "90"}, 0, "ends before"),
        ({"width": "90", "height": "50"}, 0, "ends before"),
    ],
)
def test_a_part_of_a_picture_that_is_not_there_is_refused(extra: dict, leaf: int, told: str) -> None:
    face = PrivateRegion(Private.FACE, 40, 50, 10, 10, leaf)
    with pytest.raises(Refused, match=told):
        ruled(page(extra=extra, handling=Handling(regions=(face,))))
    with pytest.raises(Refused, match="no picture"):
        ruled(record("book", handling=Handling(regions=(face,))))


def test_the_only_page_of_a_picture_may_be_called_page_one() -> None:
    face = PrivateRegion(Private.FACE, 40, 50, 10, 10, 1)
    assert list(ruled(page(handling=Handling(regions=(face,)))).black) == [("page", 0)]


def test_what_is_black_on_the_first_page_of_a_file_is_so_on_the_picture_of_the_file() -> None:
    first, second = (PrivateRegion(Private.FACE, 40, 50, 10, 10, leaf) for leaf in (1, 2))
    scans = page(extra={"pages": "2"}, handling=Handling(publish="yes", regions=(first, second)))
    found = ruled(placed(record("book")), scans).black
    assert [each.y for each in found["page", 0]] == [each.y for each in found["page", 1]] == [50]
    assert len(found["page", 2]) == 1


def test_a_line_placed_on_the_picture_of_a_file_is_black_on_its_first_page_too() -> None:
    book = placed(record("book", handling=Handling(publish="yes", withhold=(3,))))
    assert len(ruled(book, page(extra={"pages": "2"})).black["page", 1]) == 1
