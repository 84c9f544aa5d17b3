"""Which lines of a translation answer to which lines of the original."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Line, LinePair, Record, RecordKind, Span
from firsthand.records.aligning import align, made_from, propose
from firsthand.records.manifest import Manifest, read_manifest
from firsthand.text import paragraphs
from tests.builders import record

ORIGINAL = (
    "Зранку ми вийшли до річки о 6 годині, бо міст був закритий від учора.",
    "Ніхто з наших того дня так і не прийшов до переправи, хоч ми чекали на них аж до самої ночі.",
    "Увечері капітан сказав, що човнів більше не буде, і ми повернулися до 12 хати.",
    "Дощ.",
)
ENGLISH = (
    "In the morning we went down to the river at 6, for the bridge had been closed since yesterday. None of"
    " ours came to the crossing that day, though we waited for them until it was night.",
    "In the evening the captain said that there would be no more boats.",
    "And we went back to house 12.",
    "Rain.",
)


def written(lines: tuple[str, ...], **fields: object) -> Record:
    text = "\n\n".join(lines)
    spans = tuple(Line(n, span) for n, span in enumerate(paragraphs(text), 1))
    return record(text, lines=spans, **fields)


PRIMARY = written(ORIGINAL, id="p", kind=RecordKind.PRIMARY)


def translation(lines: tuple[str, ...], **fields: object) -> Record:
    return written(lines, id="t", name="t.txt", kind=RecordKind.TRANSLATION, of="p", **fields)


def shape(pairs: tuple[LinePair, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.lines, pair.of) for pair in pairs]


def numbered(lines: tuple[str, ...]) -> dict[int, str]:
    return dict(enumerate(lines, 1))


def test_lines_run_together_or_parted_are_found_by_length_and_numbers() -> None:
    pairs = propose(numbered(ENGLISH), numbered(ORIGINAL))
    assert shape(pairs) == [((1,), (1, 2)), ((2, 3), (3,)), ((4,), (4,))]
    assert all(0 < pair.score <= 1 for pair in pairs)


def test_a_line_left_out_answers_to_nothing_after_it() -> None:
    found = align(translation(ENGLISH[:1] + ENGLISH[3:]), PRIMARY, Manifest())
    assert found
    assert shape(found.pairs) == [((1,), (1, 2)), ((2,), (4,))]


def test_where_numbers_agree_nothing_is_proposed() -> None:
    assert align(translation(ENGLISH), PRIMARY, Manifest()) is None
    two = (Line(1, Span(2, 7)), Line(3, Span(10, 14)))
    given = record("1\tRain.\n3\tSun.", id="t", kind=RecordKind.TRANSLATION, of="p", lines=two)
    three = tuple(Line(n, Span(4 * n - 2, 4 * n - 1)) for n in (1, 2, 3))
    original = record("1\tA\n2\tB\n3\tC", id="p", kind=RecordKind.PRIMARY, lines=three)
    assert align(given, original, Manifest()) is None


def test_a_person_corrects_some_lines_and_the_others_stay_as_proposed() -> None:
    manifest = read_manifest(b'[[record]]\nfile = "t.txt"\nlines = "2 = 2, 3; 3 ="\n')
    assert manifest.notes == ()
    found = align(translation(ENGLISH[:3]), PRIMARY, manifest)
    assert found
    assert ((2,), (2, 3)) in shape(found.pairs)
    assert ((3,), ()) in shape(found.pairs)
    assert {pair.by for pair in found.pairs} == {"Gale-Church", "case.toml"}
    agreeing = align(translation(ENGLISH), PRIMARY, manifest)
    assert agreeing
    assert shape(agreeing.pairs) == [((2,), (2, 3)), ((3,), ())]


def test_reports_and_records_without_an_original_are_left_alone() -> None:
    assert align(translation(ENGLISH[:2]), None, Manifest()) is None
    assert align(PRIMARY, PRIMARY, Manifest()) is None


LINES = st.lists(st.text("ab7 Л", max_size=30), max_size=12)


@settings(max_examples=60, deadline=None)
@given(LINES, LINES)
def test_every_line_stands_in_one_pair_in_order(here: list[str], there: list[str]) -> None:
    pairs = propose(numbered(tuple(here)), numbered(tuple(there)))
    if here and there:
        assert [n for pair in pairs for n in pair.lines] == list(range(1, len(here) + 1))
        assert [n for pair in pairs for n in pair.of] == list(range(1, len(there) + 1))
    else:
        assert pairs == ()


def test_a_text_and_itself_stand_line_by_line() -> None:
    lines = {n: "word " * (n * 7 % 11 + 1) for n in range(1, 200)}
    assert shape(propose(lines, lines)) == [((n,), (n,)) for n in lines]


def test_what_a_machine_made_follows_the_lines_that_it_was_given() -> None:
    made = translation(("a", "b", "c"), format="machine", extra={"made_from": made_from(PRIMARY, [1, 2, 3])})
    assert align(made, PRIMARY, Manifest()) is None
    other = (*("Перед цим.", ORIGINAL[3], ORIGINAL[0]), *("Між ними.", ORIGINAL[1], "Кінець."))
    found = align(made, written(other, id="p", kind=RecordKind.PRIMARY), Manifest())
    assert found and [(pair.lines, pair.of) for pair in found.pairs] == [
        ((1,), (3,)),
        ((2,), (5,)),
        ((3,), ()),
    ]
