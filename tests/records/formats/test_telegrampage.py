"""Pages of chats as Telegram Desktop exports them to be read."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records import read
from firsthand.records.formats import telegrampage

AT = "01.02.2025 14:00:00 UTC+02:00"


def div(classes: str, *inside: str, **more: str) -> str:
    given = "".join(f' {name}="{value}"' for name, value in more.items())
    return f'\n<div class="{classes}"{given}>\n{"".join(inside)}\n</div>\n'


def message(number: int, *inside: str, joined: bool = False, name: str = "", at: str = AT) -> str:
    classes = "message default clearfix" + (" joined" if joined else "")
    named = div("from_name", name) if name else ""
    return div(classes, div("body", div("pull_right date details", "14:00", title=at), named, *inside),
               id=f"message{number}")  # fmt: skip


def forward(*inside: str, name: str = "", at: str = AT) -> str:
    date = f'<span class="date details" title="{at}"> 01.02.2025 14:00:00</span>'
    return div("forwarded body", div("from_name", name, date) if name else "", *inside)


def service(number: int, said: str) -> str:
    return div("message service", div("body details", said), id=f"message{number}")


def page(*messages: str, chat: str = "Harbour Watch ") -> bytes:
    header = div("page_header", div("content", div("text bold", chat)))
    history = div("page_body chat_page", div("history", *messages))
    head = '<meta charset="utf-8"/><title>Exported Data</title>'
    body = div("page_wrap", header, history)
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def text(*words: str) -> str:
    return div("text", *words)


SAMPLE = page(
    service(-1, "1 February 2025"),
    message(7, text("The gate is <strong>open</strong>,<br>said Ann &amp; Bo. Щ"), name="Harbour Watch"),
    message(8, forward(text("I wrote “today”."), name="Tide Brigade"), name="Bo Ek "),
    service(9, 'Bo Ek pinned <a href="#go_to_message8">this message</a>'),
)


def only(*messages: str) -> telegrampage.Document:
    (found,) = telegrampage.read(page(*messages))
    return found


def test_each_message_with_text_is_one_report_of_its_channel() -> None:
    first, second = telegrampage.read(SAMPLE)
    assert (first.part, second.part) == ("message 7", "message 8")
    assert first.text == "The gate is open,\nsaid Ann & Bo. Щ"
    assert (first.outlet, first.byline, first.published) == ("Harbour Watch", "", "2025-02-01T12:00:00+00:00")
    assert (second.text, second.byline) == ("I wrote “today”.", "Bo Ek")


def test_a_forward_keeps_the_name_and_the_date_that_the_page_shows() -> None:
    found = telegrampage.read(SAMPLE)[1]
    assert found.extra == {"forwarded_from": "Tide Brigade", "forwarded_date": "2025-02-01T12:00:00+00:00"}
    gone = only(message(1, forward(text("Shut."), name="Deleted Account"), name="Bo"))
    assert gone.extra["forwarded"] == "from an account that the export does not name"


def test_a_joined_message_is_by_who_wrote_the_one_before() -> None:
    found = telegrampage.read(
        page(
            message(1, text("One."), name="Ann Lee via @relay"),
            message(2, text("Two."), joined=True),
            message(3, forward(text("Three."), name="Cy Oh"), name="Ann Lee"),
            message(4, forward(text("Four.")), joined=True),
            message(5, text("Five."), joined=True),
            service(-2, "2 February 2025"),
            message(6, text("Six."), joined=True),
        )
    )
    said = [(each.byline, each.extra.get("via_bot"), each.extra.get("forwarded_from")) for each in found]
    assert said == [
        ("Ann Lee", "@relay", None),
        ("Ann Lee", "@relay", None),
        ("Ann Lee", None, "Cy Oh"),
        ("Ann Lee", None, "Cy Oh"),
        ("Ann Lee", None, None),
        ("", None, None),
    ]


def test_what_a_message_answers_who_signed_it_and_its_file_are_kept() -> None:
    reply = div("reply_to details", 'In reply to <a href="messages2.html#go_to_message7">this message</a>')
    photo = div(
        "media_wrap clearfix", '<a class="photo_wrap" href="photos/a.jpg"><img src="a_thumb.jpg"></a>'
    )
    found = only(message(9, reply, photo, text("Shut."), div("signature details", "B. Ek"), name="Watch"))
    assert found.byline == "B. Ek"
    assert found.extra == {"reply_to": "message 7", "media": "photos/a.jpg"}
    other = only(message(9, div("reply_to details", "In reply to a message in another chat"), text("Shut.")))
    assert other.extra == {"reply_to": "a message in another chat"}


def test_links_lead_where_they_say() -> None:
    said = (
        'See <a href="https://a.example/s?b=1&amp;c=2">the <em>scan</em></a> <a href="" onclick="x">#tag</a>'
    )
    found = only(message(1, text(said, ' <a href="mailto:a@b.example">a@b.example</a>')))
    assert [(found.text[link.span.start : link.span.end], link.url) for link in found.links] == [
        ("the scan", "https://a.example/s?b=1&c=2")
    ]


def test_media_left_out_of_the_export_are_told_in_one_note() -> None:
    why = div("title bold", "Photo") + div("description", "Not included, change data exporting settings.")
    out = div("media_wrap clearfix", div("media clearfix pull_left media_photo", div("body", why)))
    place = div("media_wrap clearfix", div("media clearfix pull_left media_location", div("body", "1, 2")))
    first, second = telegrampage.read(
        page(message(1, out, text("One.")), message(2, out), message(3, place, text("Three.")))
    )
    assert first.notes == ("2 photos and files were left out of the export: messages 1, 2",)
    assert first.extra == {"media": "(Photo: Not included, change data exporting settings.)"}
    assert (second.notes, second.extra) == ((), {})


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("01.02.2025 14:00:00 UTC+02:00", "2025-02-01T12:00:00+00:00"),
        ("01.02.2025 14:00:00 UTC", "2025-02-01T14:00:00+00:00"),
        ("01.02.2025 14:00:00", "2025-02-01T14:00:00"),
        ("31.02.2025 14:00:00 UTC+02:00", "31.02.2025 14:00:00 UTC+02:00"),
        ("01.01.0001 00:00:00 UTC+09:00", "01.01.0001 00:00:00 UTC+09:00"),
        ("yesterday", "yesterday"),
    ],
)
def test_a_date_is_that_of_the_page_in_universal_time(written: str, read_as: str) -> None:
    assert only(message(1, text("Shut."), at=written)).published == read_as


def test_a_number_that_two_messages_have_names_one_of_them() -> None:
    found = telegrampage.read(page(message(7, text("One.")), message(7, text("Two."))))
    assert [each.part for each in found] == ["message 7", "message 7 (2)"]


WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_any_part_of_the_text_leads_to_its_bytes(words: list[str], data: st.DataObject) -> None:
    said = "<br>".join(f"<b>{html.escape(word)}</b>" for word in words)
    received = page(message(1, text("Щ")), message(2, text(said)))
    document = telegrampage.read(received)[1]
    assert document.text == "\n".join(words)
    at = data.draw(st.integers(0, len(document.text) - 1))
    low, high = document.offsets.back(Span(at, at + 1)) or (0, 0)
    assert html.unescape(received[low:high].decode()) == document.text[at].strip("\n")


def test_the_page_is_known_by_what_it_holds_and_other_pages_are_not_taken_for_it() -> None:
    assert read(SAMPLE, "a.txt").format == "telegram-page"
    assert read(b"<html><body><p>The pier is shut.</p></body></html>", "messages.html").format == "html"


def test_a_page_that_was_cut_off_says_so() -> None:
    (found,) = telegrampage.read(SAMPLE[: SAMPLE.index(b'id="message8"')])
    assert found.notes == (telegrampage.CUT,)


def test_a_page_without_any_text_is_refused_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match="a Telegram chat without a message that has text"):
        telegrampage.read(page(service(-1, "No exported messages")))
