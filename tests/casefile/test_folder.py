from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from firsthand.casefile import CaseFile, plain
from firsthand.errors import CaseBusy, CaseDamaged, Refused
from firsthand.model import (
    Attribution,
    LineAlignment,
    Record,
    Refusal,
    Right,
    Trace,
    aligned,
    identity,
    joined,
)
from tests import builders
from tests.casefile import cases
from tests.strategies import values, words


@pytest.fixture
def case(tmp_path: Path, database: str):
    with cases.place(tmp_path / "bridge.case", database) as opened:
        yield opened


# ---------------------------------------------------------------- what was read


def test_records_stand_in_the_order_of_receipt(case: CaseFile) -> None:
    first, second = cases.receive(case, b"first"), cases.receive(case, b"second")
    later = builders.record("second", object=second)
    rows = [builders.record(f"row {n}", object=first, id=identity(n), part=f"row {n}") for n in (2, 1)]
    case.keep(later)
    case.keep_all([(each, b"") for each in rows])
    assert case.records() == (*rows, later)


def test_what_was_read_and_what_was_not_come_in_one_step(case: CaseFile) -> None:
    sha256 = cases.receive(case, b"table", "table.csv")
    good = builders.record("good", object=sha256, part="row 1")
    case.keep_all([(good, b"map")], [Refusal("table.csv", sha256, "row 2", "no text")])
    assert case.records() == (good,)
    assert [refusal.part for refusal in case.refusals()] == ["row 2"]
    assert case.offsets(good.id) == b"map"


def test_a_record_once_kept_stays_as_it_is(case: CaseFile) -> None:
    made = cases.record(case)
    before = case.custody()
    case.keep_all([(replace(made, text="other words"), b"")])
    assert case.records() == (made,)
    assert case.custody() == before


def test_one_bad_record_of_several_leaves_none_behind(case: CaseFile) -> None:
    sha256 = cases.receive(case)
    before = case.custody()
    with pytest.raises(IntegrityError):
        case.keep_all(
            [(builders.record(object=sha256), b""), (builders.record(object=hash_of("nothing")), b"")]
        )
    assert case.records() == ()
    assert case.custody() == before


def hash_of(words: str) -> str:
    return identity(words)


def test_one_record_is_as_it_stands_among_all(case: CaseFile) -> None:
    alone = cases.record(case)
    found = [
        builders.record(
            words, object=cases.receive(case, words.encode()), id=identity(words), title=f"“{words}”"
        )
        for words in ("One.", "Two.", "Three.")
    ]
    first, second = joined(found[:2])
    case.keep_all([(each, b"") for each in (second, first, found[2])])
    case.align(LineAlignment(first.whole, alone.id), LineAlignment(alone.id, alone.id))
    assert [case.record(each.id) for each in case.records()] == list(case.records())
    assert {first.whole, alone.id, found[2].id} == {each.id for each in case.records()}
    for nothing in (first.id, second.id, "", "%", hash_of("nothing")):
        assert case.record(nothing) is None


def test_a_correction_changes_what_is_known_and_never_the_text(case: CaseFile) -> None:
    made = cases.record(case)
    case.set_attributions(made.id, cases.READER, [builders.attribution(made, "The bridge")])
    better = replace(made, title="The old bridge", kind=made.kind)
    case.correct(better)
    assert case.records() == (better,)
    assert case.offsets(made.id) == b"offsets"
    assert len(case.attributions(made.id)) == 1
    for harm in ({"text": "x"}, {"object": "x"}, {"part": "x"}):
        with pytest.raises(ValueError, match="never changed"):
            case.correct(replace(made, **harm))
    with pytest.raises(KeyError):
        case.correct(replace(made, id="x"))


def test_a_correction_that_corrects_nothing_is_not_logged(case: CaseFile) -> None:
    made = cases.record(case)
    before = case.custody()
    case.correct(made)
    assert case.custody() == before


def test_a_later_refusal_of_the_same_part_takes_its_place(case: CaseFile) -> None:
    refusal = Refusal("a.csv", cases.receive(case), "row 1", "no text")
    case.refuse(refusal)
    case.refuse(replace(refusal, what="the text is empty"))
    case.refuse(replace(refusal, part="row 2"))
    assert [(r.part, r.what) for r in case.refusals()] == [
        ("row 1", "the text is empty"),
        ("row 2", "no text"),
    ]
    assert case.verify() == ()


# ---------------------------------------------------------------- what was found


def test_a_reader_replaces_what_the_one_before_it_found(case: CaseFile) -> None:
    made, other = cases.record(case), cases.record(case, b"The ferry sails, Bo Ek said.")
    case.set_attributions(other.id, "rules 1", [builders.attribution(other, "The ferry")])
    case.set_attributions(made.id, "rules 1", [builders.attribution(made, w) for w in ("bridge", "safe")])
    assert case.read_with("rules 1") == {made.id, other.id}
    again = builders.attribution(made, "The bridge is safe")
    case.set_attributions(made.id, "rules 2", [again])
    assert case.read_with("rules 1") == {other.id}
    assert 0 < case.read_at(other.id) < case.read_at(made.id) == case.entries and case.read_at("x") == 0
    assert case.attributions(made.id) == (again,)
    assert [each.record for each in case.attributions()] == [made.id, other.id]
    case.set_attributions(made.id, "rules 3", [])
    assert case.attributions(made.id) == () and case.read_with("rules 3") == {made.id}
    assert case.verify() == ()


def test_attributions_belong_to_a_record_of_the_case(case: CaseFile) -> None:
    made = cases.record(case)
    with pytest.raises(KeyError):
        case.set_attributions("x", "rules", [])
    with pytest.raises(ValueError, match="other records"):
        case.set_attributions(made.id, "rules", [replace(builders.attribution(made, "safe"), record="x")])


def test_a_trace_is_given_only_for_what_it_was_made_from(case: CaseFile) -> None:
    assert case.trace() is None
    case.set_trace("inputs", cases.trace())
    assert case.trace() == case.trace("inputs") == cases.trace()
    assert case.trace("other inputs") is None
    case.set_trace("other inputs", Trace())
    assert case.trace("inputs") is None
    assert case.verify() == ()


def test_vectors_are_added_to_and_those_of_another_network_are_taken_away(case: CaseFile) -> None:
    one, two = {"r": {"w": b"\x00\xff"}}, {"r": {"v": b""}, "s": {}}
    case.set_trace("inputs", Trace(), None, "net", one)
    case.set_trace("more", cases.trace(), None, "net", two)
    assert sorted(case.vectors("net"), key=len) == [one, two]
    assert case.trace() == cases.trace()
    case.set_trace("others", Trace(), None, "better net", one)
    assert ([*case.vectors("net")], [*case.vectors("better net")]) == ([], [one])
    assert case.verify() == ()


def test_what_was_read_before_is_read_again_only_where_it_was_written_since(case: CaseFile) -> None:
    made = cases.fill(case)
    held, said = case.records(), case.attributions()
    assert said
    assert all(a is b for a, b in zip((*case.records(), *case.attributions()), (*held, *said), strict=True))
    case.correct(replace(made, title="Better"))
    assert {r.title for r in case.records() if r.id == made.id} == {"Better"}
    case.set_attributions(made.id, "rules 2", [])
    assert case.attributions() == tuple(a for a in said if a.record != made.id)


anything = given(
    st.tuples(
        values(Record),
        st.binary(max_size=9),
        st.lists(values(Attribution), max_size=2),
        values(Trace),
        values(Refusal),
        words,
    )
)
CHECKS = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(max_examples=50, deadline=None, suppress_health_check=CHECKS)
@anything
def test_anything_written_is_read_back_from_a_sealed_case(written: Any) -> None:
    read_back("", *written)


@settings(max_examples=15, deadline=None, suppress_health_check=CHECKS)  # 0.3 s each make their tables
@anything
def test_anything_written_is_read_back_from_a_server(postgresql: str, written: Any) -> None:
    read_back(postgresql, *written)


def read_back(database: str, record, offsets, found, trace, refusal, word) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "any.case")
        with CaseFile.create(folder, word, database) as case:
            receipt = case.receive(io.BytesIO(word.encode("utf-8", "surrogatepass")), word, at=word)
            record = replace(
                aligned(record, None), object=receipt.object, id=receipt.object
            )  # a hash, as every id
            refusal = replace(refusal, object=receipt.object)  # a hash, as every object's name
            found = [replace(each, record=record.id, id=hash_of(each.id)) for each in found]
            case.keep_all([(record, offsets)], [refusal])
            case.set_attributions(record.id, word, found)
            case.set_trace(word, trace)
        with CaseFile.open(folder) as case:
            assert case.title == word
            assert case.receipts() == (receipt,)
            assert (case.records(), case.offsets(record.id)) == ((record,), offsets)
            assert case.refusals() == (refusal,)
            assert case.attributions() == tuple(found)
            assert case.read_with(word) == {record.id}
            assert case.trace(word) == trace
            assert case.verify() == ()


# ---------------------------------------------------------------- custody

WRITES: dict[str, Callable[[CaseFile, Record], object]] = {
    "receive": lambda case, _: cases.receive(case, b"more"),
    "receive_all": lambda case, _: case.receive_all([(io.BytesIO(b"even more"), "more.txt")]),
    "receive again": lambda case, _: cases.receive(case),
    "keep": lambda case, made: case.keep(replace(made, id=hash_of("new"), part="row 2")),
    "keep_all": lambda case, made: case.keep_all([(replace(made, id=hash_of("new"), part="row 2"), b"")]),
    "keep_all taken out": lambda case, made: case.keep_all([], [], [cases.attachment(made.object, b"new")]),
    "correct": lambda case, made: case.correct(replace(made, title="Better")),
    "refuse": lambda case, _: case.refuse(Refusal("x", "", "", "you may not open it")),
    "set_attributions": lambda case, made: case.set_attributions(made.id, "rules 2", []),
    "set_trace": lambda case, _: case.set_trace("key", Trace()),
    "align": lambda case, made: case.align(LineAlignment(made.id, made.id)),
    "log": lambda case, _: case.log("exported", "dossier.html"),
    "rule": lambda case, _: case.rule(lambda _: [cases.ruling()]),
    "sign": lambda case, _: case.sign(cases.signature(case)),
}
READS = {
    "traced_after",
    "division",
    "changed_since",
    "read_at",
    "record",
    "create",
    "copy_to",
    "open",
    "close",
    "receipts",
    "alignments",
    "derived",
    "arrivals",
    "unread",
    "object_path",
    "object_bytes",
    "files",
    "records",
    "offsets",
} | {
    "refusals",
    "attributions",
    "read_with",
    "trace",
    "strands",
    "entries",
    "traced_at",
    "vectors",
    "custody",
    "log_part",
    "log_choices",
    "verify",
    "signatures",
    "rulings",
}


def test_every_public_method_is_known_to_these_tests() -> None:
    public = {name for name in dir(CaseFile) if not name.startswith("_")}
    assert public - READS == {name.split()[0] for name in WRITES}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_write_leaves_an_entry_and_a_sound_case(case: CaseFile, write: Callable) -> None:
    made = cases.fill(case)
    before = case.custody()
    write(case, made)
    after = case.custody()
    assert len(after) == len(before) + 1 and after[: len(before)] == before
    assert case.verify() == ()


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_nothing_is_written_to_a_case_opened_for_reading(
    tmp_path: Path, database: str, write: Callable
) -> None:
    with cases.place(tmp_path / "c", database) as case:
        made = cases.record(case)
    before = {path: path.read_bytes() for path in (tmp_path / "c").rglob("*") if path.is_file()}
    with CaseFile.open(tmp_path / "c") as case, pytest.raises(Refused, match="reading only"):
        write(case, made)
    assert before == {path: path.read_bytes() for path in (tmp_path / "c").rglob("*") if path.is_file()}


def test_the_log_tells_the_story_in_words(case: CaseFile) -> None:
    made = cases.fill(case)
    assert [f"{e.action}: {plain(e)}" for e in case.custody()] == [
        "case created: format 2",
        "object received: report.txt, 34 bytes",
        "record read: report.txt, no format, 34 characters",
        "object received again: copy.txt, 34 bytes",
        "object received: empty.txt, 0 bytes",
        "refusal recorded: the file is empty",
        f"object taken out: report.txt/note.txt, 19 bytes, attachment 1 of {made.object}",
        "attributions stored: rules 1, 1 attribution",
        "trace stored: 1 statement, from inputs inputs",
        f"lines aligned: 1 pair with {made.id}",
        "exported: ",
        f"log signed: by Ann Lee, with the key {case.signatures()[0].key}",
        "ruling made: “Ann Lee” and “안 리”: same, by Bo Ek: her passport",
    ]


def test_a_ruling_bears_the_next_number_whatever_it_bore(case: CaseFile) -> None:
    for undoes in (1, 2, -1):
        with pytest.raises(ValueError, match="none before it"):
            case.rule(lambda _, undoes=undoes: [cases.ruling(undoes=undoes)])
    assert [each.number for each in case.rule(lambda _: [cases.ruling(7), cases.ruling()])] == [1, 2]
    (undone,) = case.rule(lambda there: [cases.ruling(undoes=len(there))])
    assert (undone.number, undone.undoes) == (3, 2)
    assert [each.undoes for each in case.rulings()] == [0, 0, 2]
    assert [e.action for e in case.custody()[-2:]] == ["ruling made", "ruling undone"]


def test_a_decision_that_fails_rules_nothing(case: CaseFile) -> None:
    case.rule(lambda _: [cases.ruling()])
    before = case.custody()
    with pytest.raises(KeyboardInterrupt):
        case.rule(lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    assert case.rule(lambda _: []) == ()
    assert case.custody() == before and len(case.rulings()) == 1


# ---------------------------------------------------------------- closing


def test_a_closed_case_is_sealed_and_has_no_companions(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    assert {each.name for each in folder.iterdir()} == {
        "README.txt", "case.db", "case.db.sha256", "case.lock", "objects", "verify.py"
    }  # fmt: skip


def test_a_case_is_closed_when_the_work_inside_fails(tmp_path: Path, database: str) -> None:
    with pytest.raises(KeyboardInterrupt), cases.place(tmp_path / "c", database) as case:
        made = cases.record(case)
        raise KeyboardInterrupt
    with CaseFile.open(tmp_path / "c", Right.WRITE) as case:
        assert case.records() == (made,)


def test_closing_twice_does_nothing(tmp_path: Path, database: str) -> None:
    case = cases.place(tmp_path / "c", database)
    case.close()
    case.close()


def test_a_reader_may_look_while_a_writer_writes(tmp_path: Path, database: str) -> None:
    with cases.place(tmp_path / "c", database) as writer:
        cases.record(writer)
        with CaseFile.open(tmp_path / "c") as reader:
            assert len(reader.records()) == 1
            cases.record(writer, b"more")
            assert len(reader.records()) == 2
            assert [fault.harmless for fault in reader.verify()] == ([] if database else [True])
            with pytest.raises(CaseBusy):
                CaseFile.open(tmp_path / "c", Right.WRITE)


def test_a_reader_that_stays_keeps_the_seal_off_and_harms_nothing(tmp_path: Path) -> None:
    writer = cases.place(tmp_path / "c")
    cases.record(writer)
    with CaseFile.open(tmp_path / "c") as reader:
        assert len(reader.records()) == 1
        writer.close()
        assert len(reader.records()) == 1
        assert all(fault.harmless for fault in reader.verify())
    with CaseFile.open(tmp_path / "c", Right.WRITE) as case:
        assert case.custody()[-1].action == "case resumed"
    with CaseFile.open(tmp_path / "c") as case:
        assert case.verify() == ()


def test_reading_a_value_altered_by_hand_is_refused(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    with cases.by_hand(folder) as database:
        for table in ("records", "attributions", "traces", "refusals"):
            database.execute(f"UPDATE {table} SET value = 'x'")
    with CaseFile.open(folder) as case:
        for read in (case.records, case.attributions, case.trace, case.refusals):
            with pytest.raises(CaseDamaged, match="firsthand verify"):
                read()
