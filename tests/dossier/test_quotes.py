from __future__ import annotations

from firsthand.dossier.pieces import Shape
from firsthand.dossier.sheets import ReadingRow
from tests.dossier import cases


def rows() -> dict[str, ReadingRow]:
    sheets = cases.quay().build().statements
    return {r.outlet: r for s in sheets for f in s.families for r in f.rows}


def test_words_of_a_line_are_verbatim_and_lead_to_the_line() -> None:
    found = rows()["Harbour Gazette"].check
    assert found is not None
    assert (found.shape, found.word, found.to) == (Shape.GOOD, "verbatim", "L1")
    assert found.against == "line 1, translation by Ha Miran"


def test_changed_words_differ() -> None:
    found = rows()["Morning Wire"].check
    assert found is not None
    assert (found.shape, found.word, found.against) == (Shape.BAD, "differs", "Harbour Gazette")


def test_a_faithful_copy_of_a_misquotation_has_its_fault() -> None:
    assert rows()["Evening Echo"].check == rows()["Morning Wire"].check
    assert rows()["Evening Echo"].words == rows()["Morning Wire"].words, "and the same is marked in it"


def test_words_outside_quotation_marks_are_not_judged() -> None:
    assert rows()["Quay Radio"].check is None


def test_only_changes_within_the_marks_make_a_quotation_differ() -> None:
    from firsthand.dossier.quotes import _within_marks
    from firsthand.model import Edit, Op, Span

    quotes = [Span(10, 20)]
    same = Edit(Op.EQUAL, Span(5, 15), Span(10, 20))
    assert not _within_marks([same, Edit(Op.CHANGED, Span(0, 4), Span(2, 9))], quotes)
    assert not _within_marks([same, Edit(Op.ADDED, Span(15, 15), Span(20, 25))], quotes)
    assert _within_marks([Edit(Op.CHANGED, Span(6, 8), Span(12, 14))], quotes)
    assert _within_marks([Edit(Op.DROPPED, Span(6, 9), Span(12, 12))], quotes)


def test_what_cannot_be_looked_up_is_not_called_missing() -> None:
    words = {t.check.word for t in cases.lone().build().reports[0].tags if t.check}
    assert words == {"not compared"}


def test_lines_are_named_as_people_name_them() -> None:
    from firsthand.dossier.index import index
    from firsthand.dossier.quotes import place_name
    from firsthand.model import Place

    case = cases.quay()
    found = index(case.records, case.attributions, case.trace)
    names = [place_name(found, Place("book", (), lines)) for lines in ((), (1,), (1, 2), (1, 2, 3), (1, 3))]
    assert names == [
        "the text of the record",
        "line 1 of the record",
        "lines 1 and 2 of the record",
        "lines 1 to 3 of the record",
        "lines 1 and 3 of the record",
    ]
