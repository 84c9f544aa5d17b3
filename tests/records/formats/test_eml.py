"""Mail."""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.records.document import Document, Member, Unread
from firsthand.records.formats import Format
from firsthand.records.formats import eml as format
from firsthand.records.intake import read
from tests.records.formats.making import leads_back, picture
from tests.records.formats.promise import keeps_its_promise

FORM = Format(format.NAME, format.claims, format.read, opened=format.opened)


def letter(text: str | None, **headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {"From": "Ann Moll <ann@post.example>", "Date": "Thu, 14 Nov 2024 16:20:00 +0200"} | headers
    for name, value in given.items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    return message


def sample() -> EmailMessage:
    message = letter(
        "The lock was shut.\n\nSee https://gazette.example/a.\n", Subject="The lock", To="desk@x.example"
    )
    message.add_alternative("<p>The lock was <b>shut</b>.</p>", subtype="html")
    message.add_attachment(picture(), maintype="image", subtype="png", filename="../../page 1.png")
    message.add_attachment(letter("I saw it.\n", Subject="Forwarded", From="Bo"))
    return message


SAMPLE = sample().as_bytes()


def only(message: EmailMessage) -> Document:
    first, *_ = format.read(message.as_bytes())
    assert isinstance(first, Document)
    return first


def test_a_mail_is_its_letter_and_the_files_in_it() -> None:
    document, page, forwarded = format.read(SAMPLE)
    assert isinstance(document, Document) and isinstance(page, Member) and isinstance(forwarded, Member)
    assert document.text == "The lock was shut.\n\nSee https://gazette.example/a."
    assert (document.title, document.byline) == ("The lock", "Ann Moll")
    assert document.published == "Thu, 14 Nov 2024 16:20:00 +0200"
    assert document.extra == {"from": "Ann Moll <ann@post.example>", "to": "desk@x.example"}
    assert [link.url for link in document.links] == ["https://gazette.example/a"]
    assert document.inside == "part 1.1"
    assert (page.part, page.name, page.data) == ("part 2", "page 1.png", picture())
    assert page.stated == {
        "sent": "Thu, 14 Nov 2024 16:20:00 +0200",
        "sent by": "Ann Moll <ann@post.example>",
    }
    assert (forwarded.part, forwarded.name) == ("part 3", "Forwarded.eml")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_mail_in_a_mail_is_taken_out_byte_for_byte(ending: str) -> None:
    data = sample().as_bytes(policy=policy.default.clone(linesep=ending))
    *_, forwarded = format.read(data)
    assert isinstance(forwarded, Member)
    assert forwarded.data in data
    inner = read(forwarded.data, forwarded.name)
    assert [(each.title, each.byline, each.text) for each in inner.documents] == [
        ("Forwarded", "Bo", "I saw it.")
    ]


def test_where_the_plain_text_says_nothing_the_html_is_read_whole() -> None:
    message = letter("\n", Subject="x")
    message.add_alternative(
        "<nav>Menu</nav><p>The lock &amp; the <a href='https://a.example/b'>pier</a></p><p>Ann</p>",
        subtype="html",
    )
    document = only(message)
    assert document.text == "Menu\n\nThe lock & the pier\n\nAnn"
    assert [(document.text[slice(*link.span)], link.url) for link in document.links] == [
        ("pier", "https://a.example/b")
    ]
    assert document.inside == "part 2"


def test_a_letter_around_a_picture_is_one_text() -> None:
    message = letter("Before.\n")
    message.add_attachment(picture(), maintype="image", subtype="png", disposition="inline")
    message.attach(part := EmailMessage())
    part.set_content("After.\n", charset="utf-16")
    document, image = format.read(message.as_bytes())
    assert isinstance(document, Document) and isinstance(image, Member)
    assert (document.text, document.inside) == ("Before.\n\nAfter.", "part 1 + part 3")
    assert image.name == "part 2.png"


def test_a_charset_that_is_stated_is_used() -> None:
    message = letter(None)
    message.set_content("Шлюз закрили.\n", charset="koi8-u")
    assert only(message).text == "Шлюз закрили."


def test_a_text_attached_says_in_which_encoding_it_is() -> None:
    message = letter("See the file.")
    message.add_attachment("Міст.".encode("koi8-u"), maintype="text", subtype="plain", filename="a.txt")
    message.get_payload()[-1].set_param("charset", "koi8-u")
    _, attached = format.read(message.as_bytes())
    assert isinstance(attached, Member) and attached.stated["charset"] == "koi8-u"


def test_a_mail_without_words_gives_its_attachments() -> None:
    message = letter("")
    message.add_attachment(b"The minutes.", maintype="text", subtype="plain", filename="m.txt")
    found = read(message.as_bytes(), "a.eml")
    assert found.documents == () and found.refusals == ()
    assert [each.name for each in found.members] == ["m.txt"]


def test_signatures_are_told_and_not_taken_for_files() -> None:
    message = letter("x\n")
    message.add_attachment(b"-----", maintype="application", subtype="pgp-signature", filename="s.asc")
    document, *rest = format.read(message.as_bytes())
    assert isinstance(document, Document) and rest == []
    assert document.notes == ("the mail is signed; the signature was not checked",)


def test_an_empty_attachment_is_told() -> None:
    message = letter("x\n")
    message.add_attachment(b"", maintype="image", subtype="png", filename="p.png")
    assert format.read(message.as_bytes())[1] == Unread("part 2", "'p.png' is empty or damaged")


def test_a_mail_that_breaks_off_says_so() -> None:
    document, *_ = format.read(SAMPLE[: SAMPLE.index(b"image/png")])
    assert isinstance(document, Document)
    assert "the mail breaks off before its end: attachments may be lacking" in document.notes


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (
            b"From: a@b.example\nSubject: x\nContent-Type: application/pkcs7-mime\n\nAAAA",
            "is an encrypted mail",
        ),
        (
            b"From: a@b.example\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\na\n--x--\n",
            "encrypted",
        ),
        (b"The lock: was shut.\n", "is no mail"),
        (picture(), "is no mail"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        format.read(data)


def test_a_mail_is_known_without_its_name_and_prose_is_none() -> None:
    assert format.claims(SAMPLE, "letter") == 0.9
    assert format.claims(b"From: the harbour\nTo: the bridge\n\nA walk.", "walk.txt") == 0
    assert format.claims(b"Title: The lock\nDate: 2025\n\nIt was shut.", "a.txt") == 0


@settings(max_examples=50, deadline=None)
@given(
    st.text("ab=é가😀>& \n", min_size=1, max_size=40).filter(lambda text: text.strip()),
    st.sampled_from(["quoted-printable", "base64", "8bit"]),
    st.booleans(),
)
def test_every_place_leads_back_to_the_same_words(text: str, packed: str, page: bool) -> None:
    message = letter(None)
    written = text.replace("&", "&amp;").replace(">", "&gt;") if page else text
    message.set_content(written, subtype="html" if page else "plain", cte=packed)
    document = only(message)
    inside = format.opened(message.as_bytes(), document.inside)
    if not page:
        assert document.text == inside.decode().rstrip().lstrip("\r\n")
    assert "".join(document.text.split()) == "".join(text.split())
    leads_back(document, inside, _page if page else bytes.decode)


def _page(raw: bytes) -> str:
    return unescape(re.sub(r"\s+", " ", raw.decode()))


def test_parts_in_parts_without_end_are_refused_or_read() -> None:
    nested = b"From: a@b.example\nSubject: x\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(100)
    )
    keeps_its_promise(FORM, nested + b"\nThe end.\n")
