"""Where lines stand on their pages, as people ruled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.anchoring import GONE, NO_LINE, OTHERWISE, Ground, of_line, of_report, orphan
from firsthand.model import Judgement, Line, Matter, Record, RecordKind, Region, Ruling, Span, conflicts
from firsthand.placing import placed
from tests.builders import record

TEXT = "The gate was shut.\nNobody slept.\nThe water rose."
PAGE = record("", id="page", name="page.png", kind=RecordKind.PAGE, of="log", outlet="", published="")


def log(text: str = TEXT) -> Record:
    """A record of which the first line alone has a place on the page."""
    starts = [0, *(n + 1 for n, char in enumerate(text) if char == "\n")]
    lines = [Line(n, Span(at, at + len(text[at:].split("\n")[0]))) for n, at in enumerate(starts, 1)]
    lines[0] = replace(lines[0], region=Region("page", 5, 5, 90, 20))
    return record(text, id="log", kind=RecordKind.PRIMARY, outlet="", published="", lines=tuple(lines))


LOG = log()
regions = st.builds(Region, st.just("page"), *[st.integers(0, 900)] * 2, *[st.integers(1, 90)] * 2)


def ruling(number: int, line: int, region: Region, by: str = "Una Vale", undoes: int = 0) -> Ruling:
    on = (of_line(LOG, LOG.lines[line]), of_report(PAGE))
    at = f"2025-02-03T10:00:{number:02}Z"
    return Ruling(number, Matter.REGION, Judgement.CORRECT, on, by, at, "so", undoes, region=region)


def stand(records: Sequence[Record], rulings: Sequence[Ruling]) -> list[Region | None]:
    return [line.region for line in placed(records, rulings)[0].lines]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), regions), max_size=6))
def test_the_last_that_a_person_drew_holds_and_all_undone_is_as_it_was(
    drawn: list[tuple[int, Region]],
) -> None:
    made = [ruling(n, line, region) for n, (line, region) in enumerate(drawn, 1)]
    was = [line.region for line in LOG.lines]
    assert stand([LOG, PAGE], made) == [dict(drawn).get(n, was[n]) for n in range(3)]
    assert placed([LOG, PAGE], made)[1] == PAGE
    undone = [replace(each, number=len(made) + n, undoes=each.number) for n, each in enumerate(made, 1)]
    assert placed([LOG, PAGE], [*made, *undone]) == (LOG, PAGE)


@settings(deadline=None)
@given(regions, regions)
def test_where_people_differ_a_line_stands_where_it_was_read(one: Region, other: Region) -> None:
    made = [ruling(1, 0, one), ruling(2, 0, other, by="Bo Ek")]
    differ = one != other
    assert bool(conflicts(made)) is differ
    assert stand([LOG, PAGE], made)[0] == (LOG.lines[0].region if differ else one)
    settled = replace(ruling(3, 0, one, by="Ann Lee"), settles=(1, 2))
    assert stand([LOG, PAGE], [*made, settled])[0] == one


def test_a_ruling_holds_while_the_line_reads_so_and_its_page_is_there() -> None:
    made = ruling(1, 1, Region("page", 5, 30, 90, 20))

    def lost(*records: Record) -> str:
        found = orphan(made, Ground({each.id: each for each in records}, {}))
        assert (found is None) is (stand(records, [made])[1] is not None)
        return found.why if found else ""

    assert lost(LOG, PAGE) == ""
    assert lost(LOG) == GONE
    assert lost(log(TEXT.replace("slept", "stood")), PAGE) == OTHERWISE
    joined = replace(LOG, lines=(LOG.lines[0], replace(LOG.lines[1], span=Span(19, len(TEXT)))))
    assert lost(joined, PAGE) == NO_LINE
