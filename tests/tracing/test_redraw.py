"""In how many of a hundred redraws of the shared sentences a line comes out again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Certainty, Descent, Record, RecordKind, Trace
from firsthand.tracing.redraw import REDRAWS, again, draws
from tests.tracing.cases import BODY, report, statement, traced
from tests.tracing.test_common import HEARD, SAID

SENTENCES = BODY.replace("told the {outlet}", "said").split("\n")
WIRE = report("wire", "\n".join(SENTENCES), published="2024-05-06T09:00:00Z")
SHARES = st.dictionaries(st.text(max_size=4), st.floats(0, 3), max_size=6)


def copy(text: str, name: str = "copy", hour: int = 11) -> Record:
    return report(name, text, published=f"2024-05-06T{hour}:00:00Z")


def line(found: Trace, child: str = "copy") -> Descent:
    (only,) = (d for d in found.descents if d.child == child)
    return only


def supports(found: Trace) -> dict[tuple[str, str], int | None]:
    return {(d.child, d.parent): d.support for d in found.descents}


def test_one_sentence_carries_less_than_three() -> None:
    one = line(traced([WIRE, copy(SENTENCES[2] + "\nAt Brenning nobody swam.")])).support
    three = line(traced([WIRE, copy("\n".join(SENTENCES))])).support
    assert one is not None and three is not None
    assert 50 <= one <= 75  # a sentence is drawn in 63 of 100 on average
    assert three >= 90


def test_what_a_report_says_of_itself_hangs_on_no_wording() -> None:
    credited = copy("\n".join(SENTENCES) + "\nwire Gazette / Mail")
    found = line(traced([WIRE, credited]))
    assert (found.certainty, found.support) == (Certainty.SHOWN, None)


def test_a_rival_that_has_about_as_much_takes_support_away() -> None:
    child = copy("\n".join(SENTENCES), hour=12)
    rival = report("rival", "\n".join(SENTENCES[:2]), published="2024-05-06T08:00:00Z")
    alone, beside = supports(traced([WIRE, child])), supports(traced([rival, WIRE, child]))
    assert (alone["copy", "wire"] or 0) > (beside["copy", "wire"] or 0) > 0


def test_the_words_of_a_record_and_of_an_inferred_ancestor_have_support() -> None:
    log = report("log", "\n".join(SENTENCES), kind=RecordKind.PRIMARY, published="", url="")
    assert (line(traced([log, copy("\n".join(SENTENCES))])).support or 0) >= 90
    found = traced(HEARD, [statement("S1", *SAID)], SAID)
    assert all(50 <= (d.support or 0) <= 75 for d in found.descents if d.certainty is Certainty.LIKELY)


@given(st.permutations([WIRE, copy("\n".join(SENTENCES[:2])), copy("\n".join(SENTENCES), "other", 12)]))
def test_the_order_of_input_changes_nothing(records: list[Record]) -> None:
    assert supports(traced(records)) == supports(traced(sorted(records, key=lambda r: r.id)))


@given(SHARES, st.floats(0.1, 4))
def test_more_shared_is_never_less_support(shares: dict[str, float], enough: float) -> None:
    assert again(shares, enough) == again(dict(reversed(shares.items())), enough)
    assert 0 <= again(shares, enough) <= again(shares | {"one more": 1.0}, enough) <= REDRAWS


def test_sentences_are_drawn_as_often_as_there_are() -> None:
    found = draws(str(n) for n in range(500))
    assert found.shape == (500, REDRAWS)
    assert 0.98 < found.mean() < 1.02
    assert 0.35 < (found == 0).mean() < 0.385
