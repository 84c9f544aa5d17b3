"""Messages that were forwarded."""

from __future__ import annotations

from firsthand.model import Certainty, Independence, NodeKind, Record
from tests.builders import attribution
from tests.tracing.cases import BODY, edges, report, statement, traced

TEXT = BODY.replace(", lock keeper Oskar Vendt told the {outlet} by telephone", "")


def forwarded(name: str, hour: int, sender: str, text: str = TEXT) -> Record:
    when = f"2024-05-06T{hour:02}:00:00Z"
    return report(name, text, url="", published=when, extra={"forwarded_from": sender} if sender else {})


def test_two_forwards_of_one_name_rest_on_that_name_and_not_on_each_other() -> None:
    one, two = forwarded("one", 9, "Tide Brigade"), forwarded("two", 11, "Tide  brigade")
    said = [attribution(r, "The lower gate had lost two bolts", kind="own") for r in (one, two)]
    found = traced([one, two], [statement("S1", *said)], said)
    (node,) = (n for n in found.nodes if not n.record)
    assert (node.name, node.kind) == ("Tide Brigade", NodeKind.OUTLET)
    assert edges(found) == {("one", node.id), ("two", node.id)}
    assert {d.certainty for d in found.descents} == {Certainty.SHOWN}
    (verdict,) = found.verdicts
    assert verdict.independence is Independence.SHARED
    assert [(o.name, len(o.readings)) for o in verdict.origins] == [("Tide Brigade", 2)]


def test_a_forward_descends_from_the_message_itself_where_it_is_in_the_case() -> None:
    first = forwarded("first", 9, "")
    other = report(
        "other", "Nothing new from Brenning.", outlet="first Gazette", published="2024-05-06T10:00:00Z"
    )
    later = forwarded("later", 11, "First Gazette")
    found = traced([first, other, later])
    assert edges(found) == {("later", "first")}
    assert found.descents[0].certainty is Certainty.SHOWN


def test_a_forward_whose_message_was_edited_descends_from_it_by_its_words() -> None:
    first = forwarded("first", 9, "", TEXT + "\nEdited since.")
    found = traced([first, forwarded("later", 11, "First Gazette")])
    assert [(d.child, d.parent, d.certainty) for d in found.descents] == [("later", "first", Certainty.SHOWN)]


def test_a_channel_that_forwards_itself_is_not_its_own_origin() -> None:
    alone = forwarded("one", 9, "one Gazette")
    assert edges(traced([alone])) == set()


def test_the_name_of_a_forward_is_sought_in_no_text() -> None:
    one = forwarded("one", 9, "Anna")
    two = report("two", "Anna walked to Hallen.", published="2024-05-07T09:00:00Z")
    assert {child for child, _ in edges(traced([one, two]))} == {"one"}


def test_a_channel_that_goes_by_another_name_now_is_known_by_its_number() -> None:
    extra = {"from_id": "channel7"}
    first = report("first", TEXT, url="", byline="", published="2024-05-06T09:00:00Z", extra=extra)
    guest = report("guest", "No boat.", url="", byline="Bo", published="2024-05-06T08:00:00Z", extra=extra)
    told = {"forwarded_from": "Tide Brigade", "forwarded_from_id": "channel7"}
    later = report("later", TEXT, url="", published="2024-05-06T11:00:00Z", extra=told)
    found = traced([first, guest, later])
    assert edges(found) == {("later", "first")}
    assert "by the name and number" in found.descents[0].evidence[0].note
