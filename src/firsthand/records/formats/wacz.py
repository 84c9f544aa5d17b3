"""Web archives in a ZIP (WACZ 1.1.1 and 1.2.0): the pages listed are taken out of the WARCs within."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from firsthand.errors import Unreadable
from firsthand.records.archives import Archive, is_zip
from firsthand.records.document import Member, Part, Unread
from firsthand.records.webarchive.captures import Captures, captures
from firsthand.records.webarchive.framing import Framed, frames
from firsthand.records.webarchive.listed import LIST, Listed, listed, meant, words
from firsthand.records.webarchive.pages import DOCUMENTS, media_type, members, pages, passed_over, wanted

NAME = "wacz"

LIMIT = 256 * 1024 * 1024
PACKAGE, DIGEST = "datapackage.json", "datapackage-digest.json"
FIRST = re.compile(rb"PK\x03\x04.{26}(?:datapackage|archive/|indexes/|pages/)", re.DOTALL)


def claims(head: bytes, filename: str) -> float:
    """By the name of the first file in it; less by its own name, which another document may bear."""
    if not is_zip(head):
        return 0.0
    named = filename.lower().endswith(".wacz")
    return (1.0 if named else 0.9) if FIRST.match(head) else 0.85 * named


def read(data: bytes) -> tuple[Part, ...]:
    """A Member for each page listed and each document captured, an Unread for each that is not there or
    not as ``datapackage.json`` says. Raises Unreadable for what is no ZIP or has no WARC in it.
    """
    archive = Archive(data)
    if not any(map(_is_warc, archive.names)):
        raise Unreadable("is no web archive: there is no WARC in its folder archive/")
    held = captures(_frames(archive))
    if held.unread and not held.found:
        first = held.unread[0]
        what = f"holds no page that can be read: {first.part} {first.what}"
        raise Unreadable(what, do=first.do or "Capture the pages again")
    return (*_taken(archive, held), *held.unread, *_unlike(archive))


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))


def _frames(archive: Archive) -> Iterator[Framed | Unread]:
    for name in filter(_is_warc, archive.names):
        try:
            data = archive.read(name)
        except Unreadable as why:
            yield Unread(name, why.what, why.do)
            continue
        for each in frames(data):
            if isinstance(each, Unread):
                yield replace(each, part=f"{name} {each.part}")
            else:
                yield replace(each, within=name)


def _taken(archive: Archive, held: Captures) -> tuple[Part, ...]:
    try:
        found, unread = listed(archive.read(LIST))
    except Unreadable:
        note = Unread(LIST, "is not there, or damaged: every page in the archive was taken out", noted=True)
        return (*pages(replace(held, unread=[])), note)
    chosen, absent = meant(found, held)
    titles = {capture.framed.part: page for page, capture in chosen}
    apart = [
        each
        for each in held.found
        if media_type(each) in DOCUMENTS and wanted(held, each) and each.framed.part not in titles
    ]
    taken = [*(capture for _, capture in chosen), *apart]
    parts = (_titled(part, titles.get(part.part)) for part in members(held, taken))
    return (*parts, *unread, *absent, *passed_over(held, taken))


def _titled(part: Part, page: Listed | None) -> Part:
    if isinstance(part, Member) and page and page.title:
        return replace(part, stated=part.stated | {"title": page.title})
    return part


def _unlike(archive: Archive) -> Iterator[Unread]:
    """What is not as the archive says of itself."""
    if PACKAGE not in archive:
        yield Unread(PACKAGE, "is not there: nothing says whether the archive is whole", noted=True)
        return
    package = _json(archive, PACKAGE)
    if DIGEST in archive and not _has(_json(archive, DIGEST).get("hash"), archive.read(PACKAGE)):
        yield Unread(PACKAGE, f"does not have the hash that {DIGEST} says: it was altered since", noted=True)
    resources = package.get("resources")
    if not isinstance(resources, list):
        yield Unread(PACKAGE, "does not say which files are in the archive", noted=True)
        return
    for each in resources:
        path = words(each.get("path")) if isinstance(each, dict) else ""
        try:
            if not _has(each.get("hash") if path else None, archive.read(path)):
                yield Unread(
                    path, f"does not have the hash that {PACKAGE} says: it was altered since", noted=True
                )
        except Unreadable as why:
            yield Unread(path or PACKAGE, why.what, why.do)


def _json(archive: Archive, name: str) -> dict[str, Any]:
    try:
        found = json.loads(archive.read(name))
    except (Unreadable, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _has(said: object, data: bytes) -> bool:
    """Whether ``data`` has the hash that is said ("sha256:…"); one of another kind is not judged."""
    name, _, digits = str(said or "").partition(":")
    if name not in ("md5", "sha1", "sha256", "sha512"):
        return True
    return hashlib.new(name, data, usedforsecurity=False).hexdigest() == digits.strip().lower()
