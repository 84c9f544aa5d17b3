from __future__ import annotations

import pytest

from firsthand.casefile import schema, writes
from firsthand.casefile.custody import Action
from firsthand.model import Refusal, Trace
from tests import builders


@pytest.mark.parametrize("action", list(Action))
def test_nobody_else_writes_the_entries_of_the_storage(action: str) -> None:
    with pytest.raises(ValueError, match="only the storage itself"):
        writes.logged(str(action), "subject", "detail")


def test_what_happened_outside_is_logged_without_rows() -> None:
    write = writes.logged("exported", "dossier.html", "to a colleague")
    assert (write.action, write.subject, write.detail, write.rows) == (
        "exported",
        "dossier.html",
        "to a colleague",
        (),
    )


def test_bytes_received_again_make_no_second_object() -> None:
    new, again = (writes.received("ab", 34, "a.txt", known) for known in (False, True))
    assert [table.name for table, _ in new.rows] == ["objects", "receipts"]
    assert [table.name for table, _ in again.rows] == ["receipts"]
    assert (new.action, again.action) == (Action.RECEIVED, Action.AGAIN)


def test_a_record_of_a_table_says_which_row_it_is() -> None:
    made = builders.record("Word", name="a.csv", part="row 7", format="csv")
    assert writes.kept(made, 1, b"").detail == "a.csv, row 7, csv, 4 characters"
    assert writes.corrected(made, 1, b"").subject == made.id


def test_refusals_of_different_parts_have_different_subjects() -> None:
    subjects = {
        writes.refused(Refusal("a", object, part, "bad")).subject
        for object in ("", "ab")
        for part in ("", "x")
    }
    assert len(subjects) == 4


def test_an_attribution_keeps_its_place_among_those_of_its_record() -> None:
    made = builders.record()
    found = [builders.attribution(made, each) for each in ("safe", "bridge")]
    write = writes.attributed(made.id, "rules 1", found)
    assert write.detail == "rules 1, 2 attributions"
    rows = [row for table, row in write.rows if table is schema.attributions]
    assert [(row["position"], row["id"]) for row in rows] == [(0, found[0].id), (1, found[1].id)]


def test_a_trace_names_the_inputs_it_was_made_from() -> None:
    assert "key" in writes.traced("key", Trace()).detail
