"""Which of the captures of a web archive are pages and documents, and which are only parts of one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from urllib.parse import urldefrag, urljoin, urlsplit

from firsthand.errors import Unreadable
from firsthand.records.document import Member, Part, Unread
from firsthand.records.webarchive.captures import Capture, Captures
from firsthand.records.webarchive.http import undone

# What all Members together may hold: they wait in memory until they are stored.
TOGETHER = 256 * 1024 * 1024
PAGES = {"text/html": (".html", ".htm", ".shtml"), "application/xhtml+xml": (".xhtml", ".html", ".htm")}
TEXTS = {"text/plain": (".txt", ".text"), "text/markdown": (".md", ".markdown")}
IMAGES = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/tiff": (".tif", ".tiff"),
    "image/webp": (".webp",),
    "image/heic": (".heic",),
}
OFFICE = "application/vnd.openxmlformats-officedocument"
DOCUMENTS = {
    "application/pdf": (".pdf",),
    "application/rtf": (".rtf",),
    "application/vnd.oasis.opendocument.text": (".odt",),
    f"{OFFICE}.wordprocessingml.document": (".docx",),
    f"{OFFICE}.spreadsheetml.sheet": (".xlsx",),
}
TAKEN = PAGES | TEXTS | IMAGES | DOCUMENTS
UNSAID = ("", "application/octet-stream", "binary/octet-stream", "unknown")
SIGNS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"<!doctype html", "text/html"),
    (b"<html", "text/html"),
)
SHOWN = re.compile(
    rb"(?:src|srcset|data-src|data-srcset|poster|href|content)\s*=\s*(?:\"([^\"<>]{1,4000})\"|'([^'<>]{1,4000})')",
    re.I,
)
LINKED = re.compile(rb"<a\b[^<>]{0,4000}>", re.I)
FOLLOWED = 20  # redirects one after the other; browsers follow no more
LONGEST = 120  # characters of a name; file systems end at 255 bytes


def pages(held: Captures) -> tuple[Part, ...]:
    """A Member for every page, text, image and document that was asked for itself, with its address and
    time of capture; an Unread for each that is damaged; one that counts what was passed over.
    """
    taken = [each for each in held.found if wanted(held, each)]
    own = [each for each in taken if media_type(each) not in IMAGES]
    images = [each for each in taken if media_type(each) in IMAGES]
    found = list(members(held, own))
    shown = _shown(found) if images else set()
    apart = [each for each in images if each.url not in shown]
    found += members(held, apart, [m.name for m in found if isinstance(m, Member)])
    return (*found, *held.unread, *passed_over(held, [*own, *apart]))


def wanted(held: Captures, capture: Capture) -> bool:
    """Whether a capture is a page or a document by itself, as far as its answer and its request tell."""
    purpose = held.purpose.get(capture.id) or held.purpose.get(capture.url, "document")
    robots = urlsplit(capture.url).path == "/robots.txt"
    return (
        capture.answer.status == 200
        and media_type(capture) in TAKEN
        and purpose in ("document", "none")
        and not robots
    )


def media_type(capture: Capture) -> str:
    """As stated, or as the first bytes tell where nothing is."""
    said = capture.answer.media_type
    if said not in UNSAID:
        return {"image/jpg": "image/jpeg", "application/x-pdf": "application/pdf"}.get(said, said)
    begins = capture.answer.body[:200].lstrip().lower()
    return next((found for sign, found in SIGNS if begins.startswith(sign.lower())), said)


def members(held: Captures, taken: Sequence[Capture], used: Sequence[str] = ()) -> Iterator[Part]:
    """The captures taken out, encodings undone; ``used`` are names that others have already."""
    origins, names, room = held.origins(), dict.fromkeys(used, 2), TOGETHER
    for each in taken:
        try:
            body = undone(each.answer)
        except Unreadable as why:
            yield Unread(each.framed.part, f"the response of {each.url} {why.what}")
            continue
        room -= len(body)
        if room < 0:
            yield Unread("the rest", f"was not taken out: together it is more than {TOGETHER // 2**20} MB")
            return
        name = _unused(each, names)
        names[name] = 2
        if body.strip():
            yield Member(each.framed.part, name, body, _stated(each, origins))
        if each.altered:
            what = f"{each.url} is not as it was captured: its digest is another"
            yield Unread(each.framed.part, what, noted=True)


def _stated(capture: Capture, origins: Mapping[str, Iterable[str]]) -> dict[str, str]:
    said = {
        "url": capture.url,
        "captured": capture.captured,
        "status": str(capture.answer.status),
        "media_type": media_type(capture),
        "charset": capture.answer.charset,
        "ip": capture.framed.fields.get("warc-ip-address", "")[:45],
        "redirected_from": " ".join(before(capture.url, origins)),
    }
    return {key: value for key, value in said.items() if value}


def before(url: str, origins: Mapping[str, Iterable[str]]) -> list[str]:
    """The addresses that led to this one by redirects, nearest first, FOLLOWED of them at most."""
    found: dict[str, None] = {}
    waiting = [url]
    while waiting and len(found) < FOLLOWED:
        led = islice(origins.get(waiting.pop(), ()), FOLLOWED)
        fresh = [each for each in led if each not in found and each != url]
        waiting += fresh
        found |= dict.fromkeys(fresh)
    return list(found)[:FOLLOWED]


def _unused(capture: Capture, names: dict[str, int]) -> str:
    """A name for it that is not in use; ``names`` has for each in use the number to try next."""
    stem, suffix = _named(capture.url, TAKEN.get(media_type(capture), ("",)))
    timed = f"{stem} ({capture.captured}){suffix}"
    for name in (stem + suffix, timed):
        if name not in names:
            return name
    while (name := f"{stem} ({capture.captured}, {names[timed]}){suffix}") in names:
        names[timed] += 1
    return name


def _named(url: str, suffixes: tuple[str, ...]) -> tuple[str, str]:
    """A name from an address, without the parts that mean a way in a file system."""
    at = urlsplit(url)
    path = [part for part in at.path.split("/") if part not in ("", ".", "..")]
    last = "/".join([at.netloc.rpartition("@")[2], *(path or ["index"])])
    last = f"{last}?{at.query}" if at.query else last
    suffix = next((each for each in suffixes if last.lower().endswith(each)), "")
    stem = last[: len(last) - len(suffix)]
    if len(stem) > LONGEST:
        stem = f"{stem[:LONGEST]}…{sha256(url.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return stem, suffix or suffixes[0]


def _shown(found: Sequence[Part]) -> set[str]:
    """The addresses of what the pages show: pictures, icons; not of what they link to."""
    shown: set[str] = set()
    for page in found:
        if isinstance(page, Member) and page.stated["media_type"] in PAGES:
            for match in SHOWN.finditer(LINKED.sub(b"", page.data)):
                written = (match[1] or match[2]).decode("utf-8", "replace").replace("&amp;", "&")
                shown |= {_joined(page.stated["url"], each.split()[0]) for each in _each(written)}
    return shown


def _each(written: str) -> list[str]:
    """The address, and those of a list of several sizes ("a.jpg 1x, b.jpg 2x")."""
    return [each for each in (written.strip(), *written.split(",")) if each.strip()]


def _joined(base: str, written: str) -> str:
    try:
        return urldefrag(urljoin(base, written))[0]
    except ValueError:
        return ""


def passed_over(held: Captures, taken: Sequence[Capture]) -> Iterator[Unread]:
    """One count of everything that was not taken out."""
    parts = {each.framed.part for each in taken}
    origins = held.origins()
    led = {url for each in taken for url in before(each.url, origins)}
    rest = [
        each
        for each in held.found
        if each.framed.part not in parts and each.url not in led and urlsplit(each.url).path != "/robots.txt"
    ]
    counted = Counter(map(_kind, rest))
    counted["repeat of a capture that is not in this file"] += held.absent
    told = [f"{n} {_several(kind, n)}" for kind, n in counted.items() if n]
    if len(rest) == 1 and not taken:
        yield Unread(rest[0].framed.part, _alone(rest[0]))
    elif told:
        yield Unread("everything else", f"was passed over: {', '.join(told)}", noted=bool(taken))


def _alone(capture: Capture) -> str:
    """Why the only answer in an archive is no page."""
    if capture.answer.status != 200:
        return f"{capture.url} answered with status {capture.answer.status}"
    what = media_type(capture) or "of no stated kind"
    return f"{capture.url} is {what}, neither a page nor a document"


def _kind(capture: Capture) -> str:
    status = capture.answer.status
    if 300 <= status < 400:
        return "redirect"
    part = "picture in a page" if media_type(capture) in IMAGES else "part of a page"
    return "error" if status >= 400 else part


def _several(kind: str, number: int) -> str:
    if number == 1:
        return kind
    first, _, rest = kind.partition(" ")
    return f"{first}s {rest}".rstrip()
