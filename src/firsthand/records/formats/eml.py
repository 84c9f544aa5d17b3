"""Mail (EML, RFC 5322): the text of the letter, who wrote it to whom and when; what is attached.

Where a mail says the same in plain text and in HTML, the plain text is read. Attachments and mails
inside the mail are files of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

from firsthand.errors import Unreadable
from firsthand.records.document import Document, Member, Part, Unread
from firsthand.records.formats.jsonl import storable
from firsthand.records.formats.tnef import enclosed, repeats
from firsthand.records.markup.letters import DATED, Body, Content, body
from firsthand.records.markup.transport import SIGN, packet

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart
    from email.policy import EmailPolicy

NAME = "eml"

LINE = re.compile(rb"([!-9;-~]{1,70}):|[ \t]+\S|From \S")
SIGNS = {
    *(b"from", b"to", b"date", b"subject", b"message-id", b"received", b"return-path"),
    *(b"mime-version", b"content-type", b"delivered-to", b"cc", b"reply-to"),
}
KEPT = ("from", "to", "cc", "reply-to", "message-id", "in-reply-to")
SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
ENVELOPES = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
TOGETHER = " + "
LONGEST = 2000  # characters of a header that are kept
PARTS = 10_000
# Characters of a header that are parsed: the standard library takes time by the square of its length.
PARSED = 20_000
Result = TypeVar("Result")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a mail that holds no further parts; "1.2" is the second in the first.

    ``again``: it says in another form what another part says.
    """

    number: str
    message: MIMEPart
    again: bool = False

    @property
    def kind(self) -> str:
        """Its media type; text where it states none that can be read."""
        return _guarded(self.message.get_content_type, "text/plain")

    @property
    def letter(self) -> bool:
        """Whether it is part of the text of the mail, rather than attached to it."""
        attached = _guarded(self.message.is_attachment, False) or bool(_file_name(self.message))
        return self.kind in ("text/plain", "text/html") and not attached

    def content(self) -> Content:
        """Its bytes as they were before they were packed for sending."""
        return Content(payload(self.message), self.charset, self.kind == "text/html")

    @property
    def charset(self) -> str:
        """The encoding that it states, "" where it states none."""
        return _guarded(lambda: str(self.message.get_content_charset() or ""), "")


def claims(head: bytes, filename: str) -> float:
    """By name, or by three headers of mail at the beginning."""
    known = len(SIGNS & _headers(head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")))
    if filename.lower().endswith(".eml"):
        return 0.95 if known else 0.3
    return 0.9 if known > 2 else 0.0


def _headers(head: bytes) -> set[bytes]:
    found: set[bytes] = set()
    for line in head.splitlines():
        match = LINE.match(line)
        if match is None:
            break
        if match[1]:
            found.add(match[1].lower())
    return found


def read(data: bytes) -> tuple[Part, ...]:
    """One Document, the text of the letter, and a Member for each file in it.

    Raises Unreadable for bytes that are no mail, and for encrypted mail.
    """
    message, pieces = taken_apart(data)
    letter = [each for each in pieces if each.letter and not each.again]
    said = body([each.content() for each in letter])
    files = [each for each in pieces if not each.letter and each.kind not in SIGNATURES]
    sent = {"sent": header(message, "date"), "sent by": header(message, "from")}
    stated = {key: value for key, value in sent.items() if value}
    document = _document(message, said, pieces, TOGETHER.join(f"part {each.number}" for each in letter))
    taken = (part for each in files for part in _taken_out(each, data, stated, said.text))
    return (document, *taken)


def opened(data: bytes, inside: str) -> bytes:
    """Parts of a mail as they were before they were packed for sending ("part 1.1 + part 2")."""
    found = {f"part {each.number}": each for each in taken_apart(data)[1]}
    wanted = inside.split(TOGETHER)
    if lacking := [name for name in wanted if name not in found]:
        raise Unreadable(f"lacks {lacking[0]!r}")
    return b"".join(payload(found[name].message) for name in wanted)


def taken_apart(data: bytes) -> tuple[MIMEPart, list[Piece]]:
    """The whole and its parts. Raises Unreadable for bytes that are no mail, and for encrypted mail."""
    if not SIGNS & _headers(data[:100_000].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")):
        raise Unreadable("is no mail: it begins with no sender, date or subject")
    from email import message_from_bytes

    try:
        message: MIMEPart = message_from_bytes(
            data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), policy=_policy()
        )
        pieces = _pieces(message)
    except MemoryError:
        raise
    except Exception as error:  # headers that lie make the parser raise nearly anything
        raise Unreadable("is a damaged mail", do="Save it from the mail program again") from error
    if _sealed(message):
        raise Unreadable(
            "is an encrypted mail", do="Open it in the mail program, save its text and attachments, add those"
        )
    if len(pieces) > PARTS:
        raise Unreadable(f"is a mail of {len(pieces):,} parts; no more than {PARTS:,} are read")
    return message, pieces


@cache
def _policy() -> EmailPolicy[EmailMessage]:
    """Headers are read once for all that is asked of them: a mail took 20 ms, most of it by repetition."""
    from email.headerregistry import HeaderRegistry
    from email.policy import default

    registry = HeaderRegistry()
    return default.clone(header_factory=lru_cache(512)(lambda name, value: registry(name, value[:PARSED])))


def _pieces(message: MIMEPart, number: str = "") -> list[Piece]:
    if message.get_content_maintype() != "multipart" or not message.is_multipart():
        return [Piece(number or "1", message)]
    inner = [_pieces(each, f"{number}.{n}".lstrip(".")) for n, each in enumerate(message.get_payload(), 1)]
    if message.get_content_subtype() == "alternative":
        inner = _one_of(inner)
    return [each for pieces in inner for each in pieces]


def _one_of(forms: list[list[Piece]]) -> list[list[Piece]]:
    """Of several forms of the same, the first in plain text, else the first with any text, is read."""
    texts = [[each for each in form if each.letter and payload(each.message).strip()] for form in forms]
    ranks = [
        (all(e.kind == "text/plain" for e in text), bool(text)) if text else (False, False) for text in texts
    ]
    best = ranks.index(max(ranks)) if ranks else 0
    return [
        form if n == best else [Piece(e.number, e.message, again=True) if e.letter else e for e in form]
        for n, form in enumerate(forms)
    ]


def _sealed(message: MIMEPart) -> bool:
    kind = _guarded(message.get_content_type, "")
    return kind in ENVELOPES and "signed-data" not in header(message, "content-type")


def _document(message: MIMEPart, said: Body, pieces: list[Piece], inside: str) -> Document:
    from email.utils import parseaddr

    sender = header(message, "from")
    name, address = parseaddr(sender)
    date = header(message, "date")
    kept = {key: header(message, key) for key in KEPT}
    return Document(
        text=said.text,
        title=header(message, "subject"),
        byline=name or address or sender,
        published=date,
        dated_by=DATED if date else "",
        links=said.links,
        extra={key: value for key, value in kept.items() if value},
        notes=(*said.notes, *_notes(message, pieces)),
        offsets=said.offsets,
        inside=inside,
    )


def _notes(message: MIMEPart, pieces: list[Piece]) -> Iterator[str]:
    if any(each.kind in SIGNATURES for each in pieces):
        yield "the mail is signed; the signature was not checked"
    if any("Boundary" in type(each).__name__ for each in message.defects):
        yield "the mail breaks off before its end: attachments may be lacking"


def _taken_out(piece: Piece, data: bytes, stated: dict[str, str], text: str) -> Iterator[Member | Unread]:
    """The file that a piece is; of a winmail.dat that only says again what the mail says, the files in it."""
    inner = payload(piece.message)
    found = packet(inner) if inner.startswith(SIGN) else None
    if found and repeats(found, text):
        for each in enclosed(found, stated):
            yield replace(each, part=f"part {piece.number}, {each.part}")
    else:
        yield _member(piece, data, stated)


def _member(piece: Piece, data: bytes, stated: dict[str, str]) -> Member | Unread:
    part, name = f"part {piece.number}", _named(piece)
    inner = _guarded(lambda: _bytes(piece, data), b"")
    told = stated | ({"charset": piece.charset} if piece.charset else {})
    return Member(part, name, inner, told) if inner else Unread(part, f"{name!r} is empty or damaged")


def _bytes(piece: Piece, data: bytes) -> bytes:
    if piece.kind == "message/rfc822":
        return _inner(piece.message, data)
    return payload(piece.message)


def _inner(message: MIMEPart, data: bytes) -> bytes:
    """A mail in the mail, byte for byte where the parser can write it as it came, without its last break."""
    from email import policy

    ending = "\r\n" if b"\r\n" in data else "\n"
    as_it_came = policy.default.clone(linesep=ending, refold_source="none")
    return _mail_in(message).as_bytes(policy=as_it_came).rstrip(b"\r\n")


def _mail_in(message: MIMEPart) -> MIMEPart:
    (inner,) = message.iter_parts()
    return inner


def _named(piece: Piece) -> str:
    """What a file in a mail is called there; a mail in it by its subject."""
    if name := _file_name(piece.message):
        return name
    if piece.kind == "message/rfc822":
        subject = _guarded(lambda: header(_mail_in(piece.message), "subject"), "")
        return (subject.replace("/", " ")[:80] or f"part {piece.number}") + ".eml"
    from mimetypes import guess_extension

    return f"part {piece.number}{guess_extension(piece.kind) or ''}"


def payload(message: MIMEPart) -> bytes:
    """The bytes of a part, unpacked; none where that fails."""
    found = _guarded(lambda: message.get_payload(decode=True), None)
    return found if isinstance(found, bytes) else b""


def _file_name(message: MIMEPart) -> str:
    name = _guarded(lambda: str(message.get_filename() or ""), "")
    return storable(name.replace("\\", "/").rpartition("/")[2]).strip()


def header(message: MIMEPart, name: str) -> str:
    """A header in one line; "" where there is none or it cannot be read."""
    written = _guarded(lambda: str(message.get(name) or ""), "")
    return storable(" ".join(written.split()))[:LONGEST]


def _guarded(work: Callable[[], Result], instead: Other) -> Result | Other:
    """What ``work`` gives. The parser of headers raises nearly anything for ones that are malformed."""
    try:
        return work()
    except MemoryError:
        raise
    except Exception:
        return instead
