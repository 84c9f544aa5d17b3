"""Exports of Telegram Desktop."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records import read
from firsthand.records.formats import jsonl, telegram


def message(number: int, text: Any, **fields: Any) -> dict[str, Any]:
    made = {"id": number, "type": "message", "date": "2025-02-01T14:00:00", "date_unixtime": "1738411200"}
    return made | {"from": "Harbour Watch", "from_id": "channel1", "text": text, **fields}


def chat(*messages: Any, **fields: Any) -> dict[str, Any]:
    return {"name": "Harbour Watch", "type": "public_channel", "id": 1, **fields, "messages": list(messages)}


def written(value: Any, ascii_only: bool = False) -> bytes:
    return json.dumps(value, indent=1, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")


SERVICE = {"id": 1, "type": "service", "actor": "Harbour Watch", "action": "create_channel", "text": "Open."}
LETTER = message(
    7,
    ["The diary reads: ", {"type": "bold", "text": "I wrote “today”."}, " Look"],
    forwarded_from="Tide Brigade",
)
SAMPLE = chat(SERVICE, LETTER, message(8, "The gate \\ is open, said Ann Lee.\nЩ"), message(9, ""))


def test_each_message_with_text_is_one_report_of_its_channel() -> None:
    first, second = telegram.read(written(SAMPLE))
    assert (first.part, second.part) == ("message 7", "message 8")
    assert first.text == "The diary reads: I wrote “today”. Look"
    assert (first.outlet, first.byline, first.published) == ("Harbour Watch", "", "2025-02-01T12:00:00+00:00")
    assert first.extra == {"from_id": "channel1", "forwarded_from": "Tide Brigade"}
    assert second.text == "The gate \\ is open, said Ann Lee.\nЩ"


def test_what_a_message_says_of_itself_is_kept() -> None:
    sent = message(
        9, "Shut.", reply_to_message_id=7, edited="2025-02-01T15:00:00", edited_unixtime="1738422000",
        author="B. Ek", forwarded_from=None, photo="photos/a.jpg",
    )  # fmt: skip
    (found,) = telegram.read(written(chat(sent)))
    assert found.byline == "B. Ek"
    assert found.extra == {
        "from_id": "channel1",
        "reply_to": "message 7",
        "modified": "2025-02-01T15:00:00+00:00",
        "forwarded": "from an account that the export does not name",
        "media": "photos/a.jpg",
    }


def test_links_lead_where_they_say() -> None:
    text = [{"type": "text_link", "text": "scan", "href": "https://a.example/s"}, " ",
            {"type": "link", "text": "b.example/7"}, {"type": "mention", "text": "@c"}]  # fmt: skip
    (found,) = telegram.read(written(chat(message(1, text))))
    assert [(found.text[link.span.start : link.span.end], link.url) for link in found.links] == [
        ("scan", "https://a.example/s"),
        ("b.example/7", "https://b.example/7"),
    ]


def test_a_place_is_that_in_the_whole_export_whatever_its_encoding() -> None:
    link = {"type": "link", "text": "порт.example/Щ"}
    for encoding in ("utf-8-sig", "cp1251"):
        long = message(8, "Міст через річку безпечний, сказала інженерка в понеділок. " * 4)
        sent = chat(SERVICE, message(7, ["Щука ", link]), long)
        data = json.dumps(sent, ensure_ascii=False).encode(encoding)
        found, _ = telegram.read(data)
        assert [each.url for each in found.links] == ["https://порт.example/Щ"]
        place = found.offsets.back(Span(0, 5)) or (0, 0)
        assert data[slice(*place)].decode(encoding) == "Щука "


def test_a_date_without_seconds_is_taken_as_written() -> None:
    (found,) = telegram.read(written(chat(message(1, "Shut.", date_unixtime="x"))))
    assert found.published == "2025-02-01T14:00:00"


def test_media_left_out_of_the_export_are_told_in_one_note() -> None:
    out = "(File not included. Change data exporting settings to download.)"
    found = telegram.read(
        written(chat(message(1, "One.", photo=out), message(2, "", file=out), message(3, "Two.")))
    )
    assert [each.notes for each in found] == [
        ("2 photos and files were left out of the export: messages 1, 2",),
        (),
    ]


def test_messages_of_several_chats_are_told_apart() -> None:
    chats = [SAMPLE, chat(message(7, "Shut."), id=2, name="Quay")]
    account = {"about": "The data of a Telegram account.", "chats": {"about": "", "list": chats}}
    data = written(account)
    assert telegram.claims(data, "result.json") == 1
    assert [(each.part, each.outlet) for each in telegram.read(data)] == [
        ("chat 1 message 7", "Harbour Watch"),
        ("chat 1 message 8", "Harbour Watch"),
        ("chat 2 message 7", "Quay"),
    ]


def test_a_number_that_two_messages_have_names_one_of_them() -> None:
    found = telegram.read(written(chat(message(7, "One."), message(7, "Two."), message(7, "Three."))))
    assert [each.part for each in found] == ["message 7", "message 7 (2)", "message 7 (3)"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=15), min_size=1, max_size=4), st.booleans(), st.data())
def test_any_part_of_the_text_leads_to_its_bytes(
    words: list[str], ascii_only: bool, data: st.DataObject
) -> None:
    text = [word if n % 2 else {"type": "bold", "x": "é", "text": word} for n, word in enumerate(words)]
    received = written(chat(message(1, "Щ"), message(2, text)), ascii_only)
    found = [each for each in telegram.read(received) if each.part == "message 2"]
    assert bool(found) == bool(jsonl.storable("".join(words)).strip())
    for document in found:
        assert document.text == jsonl.storable("".join(words))
        at = data.draw(st.integers(0, len(document.text) - 1))
        low, high = document.offsets.back(Span(at, at + 1)) or (0, 0)
        assert jsonl.storable(json.loads(b'"' + received[low:high] + b'"'))[:2].startswith(document.text[at])


def test_the_export_is_read_as_nothing_else_and_other_json_not_as_an_export() -> None:
    assert telegram.claims(written(SAMPLE), "result.json") == telegram.claims(written(SAMPLE), "x") == 1
    assert telegram.claims(b'{"text": "One.", "type": "message"}', "result.json") == 0
    assert read(written(SAMPLE), "result.json").format == "telegram"
    assert read(b'{"text": "One."}', "result.json").format == "jsonl"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (written(SAMPLE)[:-40], "is a Telegram export that is not whole: "),
        (written(chat(SERVICE)), "is a Telegram export without a message that has text"),
        (written(chat() | {"messages": 7}), "is a Telegram export without a message that has text"),
        (written({"chats": {"list": 7}}), "is a Telegram export without a message that has text"),
        (
            b'{"messages": ' + b"[" * 200_000,
            "is a Telegram export that is not whole: it is nested too deeply",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        telegram.read(data)
    assert refusal.value.what.startswith(what)


def test_odd_values_are_passed_over() -> None:
    said = message(
        4, "One.", id="y", photo=[], reply_to_message_id="x", edited_unixtime=[], forwarded_from={}
    )
    empty = [{"type": "message"}, message(1, 7), message(2, [7, {"text": 7}, [], {}]), message(3, {})]
    odd = [7, None, [], *empty, said]
    (found,) = telegram.read(written(chat(*odd, name=7)))
    assert (found.text, found.outlet) == ("One.", "")
