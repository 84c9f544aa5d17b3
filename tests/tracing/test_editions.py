"""Reports that were received more than once."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Certainty, Independence, Record
from firsthand.tracing import editions, with_receipts
from firsthand.tracing.editions import address, report_of
from tests.builders import attribution
from tests.builders import record as any_record
from tests.tracing.cases import BODY, edges, report, statement, traced

URL = "https://mail.example/gate"
DAY = "2024-05-06T09:00:00Z"


def edition(name: str, text: str = BODY, **fields: object) -> Record:
    return report(name, text, **({"outlet": "Mail", "url": URL, "published": DAY} | fields))


def told(*records: Record) -> list[list[tuple[str, ...]]]:
    return [[each.records for each in found.editions] for found in editions(records)]


def test_one_address_with_other_words_is_two_editions_of_one_report() -> None:
    first, second = edition("z", BODY), edition("a", "Shut.", extra={"modified": "2024-05-06T15:00:00Z"})
    assert told(second, first) == [[("z",), ("a",)]]


def test_one_address_with_the_same_words_is_one_report_received_twice() -> None:
    again = edition("b", BODY.replace("\n", "  \n\n"))
    assert told(edition("a"), again) == [[("a", "b")]]
    found = traced([edition("a"), again])
    assert [(d.child, d.parent, d.certainty) for d in found.descents] == [("b", "a", Certainty.SHOWN)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://mail.example/gate", "http://www.mail.example/gate/#top"),
        ("https://mail.example/gate", "https://mail.example/gate?utm_source=x&fbclid=7"),
        ("https://mail.example/gate?id=1", "https://mail.example/gate?utm_source=x&id=1"),
    ],
)
def test_what_differs_from_reader_to_reader_is_no_other_address(one: str, two: str) -> None:
    assert address(any_record(url=one)) == address(any_record(url=two)) != ""


def test_a_canonical_address_counts_on_its_own_site_and_not_on_another() -> None:
    own = any_record(url="https://mail.example/gate?page=all", extra={"canonical": URL})
    assert address(own) == "mail.example/gate"
    reprint = any_record(url="https://post.example/7", extra={"canonical": URL})
    assert address(reprint) == "post.example/7"
    assert address(any_record(url="https://mail.example/")) == address(any_record(url="http://[")) == ""


def test_without_an_address_one_title_and_outlet_with_much_the_same_words_is_one_report() -> None:
    fields = {"url": "", "title": "The gate"}
    column = edition("c", "Barley soup wants time, patience and salt.", **fields)
    held = [edition("a", **fields), edition("b", BODY + " More.", **fields), column, edition("d", url="")]
    assert told(*held) == [[("a",), ("b",)]]
    assert told(edition("a", **fields), edition("b", BODY, outlet="Post", **fields)) == []


def test_where_all_were_captured_the_capture_tells_the_order_and_else_the_edit() -> None:
    one = {"captured": "2024-05-07T09:00:00Z"}
    two = {"captured": "2024-05-06T09:00:00Z", "modified": "2024-05-09"}
    assert told(edition("a", "One.", extra=one), edition("b", "Two.", extra=two)) == [[("b",), ("a",)]]
    assert told(edition("a", "One."), edition("b", "Two.", extra=two)) == [[("a",), ("b",)]]


def test_receipt_tells_the_order_where_nothing_else_does() -> None:
    held = [edition("a", "One."), edition("b", "Two."), report("c")]
    received = {held[0].object: "2024-05-09T10:00:00", held[1].object: "2024-05-09T09:00:00"}
    dated = with_receipts(held, received)
    assert told(*dated) == [[("b",), ("a",)]]
    assert dated[2] is held[2]
    known = [edition("a", "One."), edition("b", "Two.", published="2024-05-07T09:00:00Z")]
    assert with_receipts(known, received) == tuple(known)
    assert with_receipts([edition("a"), edition("b")], received) == (edition("a"), edition("b"))


@given(
    st.lists(
        st.builds(
            lambda url, text, day, captured: (url, text, day, captured),
            st.sampled_from(["", URL, "https://mail.example/b"]),
            st.sampled_from([BODY, BODY + " More.", "Shut."]),
            st.sampled_from(["", "2024-05-06", DAY, "2024-05-07T10:00:00+02:00"]),
            st.sampled_from(["", "2024-05-08T10:00:00Z", "2024-05-09T10:00:00Z"]),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_in_which_they_are_given_does_not_matter(rows: list[tuple[str, ...]], dice: object) -> None:
    held = [
        edition(f"r{n}", text, url=url, title="Gate", published=day, extra={"captured": captured})
        for n, (url, text, day, captured) in enumerate(rows)
    ]
    shuffled = list(held)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    found = editions(held)
    assert editions(shuffled) == found
    grouped = [record for each in found for record in each.records]
    assert len(grouped) == len(set(grouped))
    assert set(report_of(found)) == set(grouped)


def test_two_editions_never_confirm_one_another() -> None:
    first = edition("one", "The gate had lost two bolts and would not shut, Oskar Vendt told the Mail.")
    other = "The gate had lost two bolts and would not shut, Irma Toll of Kolmar told the Mail."
    second = edition("two", other, outlet="Mail Online", extra={"modified": "2024-05-06T15:00:00Z"})
    said = [attribution(r, "The gate had lost two bolts and would not shut", source=who)
            for r, who in ((first, "Oskar Vendt"), (second, "Irma Toll"))]  # fmt: skip
    for order in permutations((first, second)):
        (verdict,) = traced(list(order), [statement("S1", *said)], said).verdicts
        assert verdict.independence is not Independence.INDEPENDENT


def test_a_statement_in_two_editions_alone_is_in_one_report_only() -> None:
    first = edition("one", "The gate had lost two bolts.")
    second = edition("two", "The gate had lost two bolts. Nobody was hurt.", published="2024-05-06T15:00:00Z")
    said = [attribution(r, "The gate had lost two bolts", kind="own") for r in (first, second)]
    found = traced([first, second], [statement("S1", *said)], said)
    assert edges(found) == {("two", "one")}
    assert found.verdicts[0].reasons == ("Only Mail, 2024-05-06 has it, and states no source.",)
