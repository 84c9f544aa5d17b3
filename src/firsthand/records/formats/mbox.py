"""Mailboxes (mbox): one mail after another, each below a line that begins with "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from firsthand.errors import Unreadable
from firsthand.records.document import Member, Part
from firsthand.records.formats.jsonl import storable

NAME = "mbox"

LIMIT = 256 * 1024 * 1024
SUFFIXES = (".mbox", ".mbx")
# The line above a mail: with the time at which it came, or, as some programs write it, nearly bare.
DATED = rb"From \S{1,200} [^\r\n]{0,40}?\d\d:\d\d(?::\d\d)?[^\r\n]{0,20}? \d{4}[ \t]*\r?\n(?=[!-9;-~]{1,70}:)"
BARE = (
    rb"From (?:\S{1,200})?[ \t]*\r?\n"
    rb"(?=(?i:from|to|date|subject|message-id|received|return-path|mime-version|x-[!-9;-~]{1,60}):)"
)
ABOVE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))(?:" + DATED + b"|" + BARE + b")")
# Lines of a mail that begin so are written with ">" before them.
QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
SUBJECT = re.compile(rb"^subject:[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE)
HEAD = 20_000  # bytes of a mail in which its subject is sought
LONGEST = 80


def claims(head: bytes, filename: str) -> float:
    """By its first line; a file of a single mail is one all the same."""
    begins = ABOVE.match(head.removeprefix(b"\xef\xbb\xbf"))
    return (0.93 if filename.lower().endswith(SUFFIXES) else 0.92) if begins else 0.0


def read(data: bytes) -> tuple[Part, ...]:
    """A Member for each mail. Raises Unreadable for files that do not begin with one."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    above = list(ABOVE.finditer(data))
    if not above or above[0].start():
        raise Unreadable("is no mailbox: it does not begin with a mail")
    ends = [*(match.start() for match in above[1:]), len(data)]
    mails = (data[match.end() : end] for match, end in zip(above, ends, strict=True))
    return tuple(_member(number, mail) for number, mail in enumerate(mails, 1))


def _member(number: int, written: bytes) -> Member:
    """A mail as it was before it was put into the mailbox."""
    mail = QUOTED.sub(rb"\1", written)
    mail = mail.removesuffix(b"\n").removesuffix(b"\r") if mail.endswith((b"\n\n", b"\n\r\n")) else mail
    return Member(f"mail {number}", f"{' '.join([str(number), *_subject(mail)])}.eml", mail)


def _subject(mail: bytes) -> Iterator[str]:
    from email.errors import MessageError
    from email.header import decode_header, make_header

    head = re.split(rb"\r?\n\r?\n", mail[:HEAD], maxsplit=1)[0]
    found = SUBJECT.search(head)
    written = " ".join(found[1].decode("utf-8", "replace").split()) if found else ""
    with suppress(ValueError, LookupError, MessageError):  # as it is written, where its encoding is none
        written = str(make_header(decode_header(written)))
    if words := " ".join(storable(written).replace("/", " ").split())[:LONGEST]:
        yield words
