"""Web archives made for tests."""

from __future__ import annotations

import gzip
import json
from base64 import b32encode
from hashlib import sha1, sha256
from io import BytesIO
from zipfile import ZipFile, ZipInfo

PAGE = (
    "<!doctype html><html><head><meta charset='utf-8'><title>The lock</title></head><body>"
    "<p>The lock at Odrin was shut in March, said the keeper, Ana Verbic.</p><p>{}</p></body></html>"
)


def page(words: str = "Nobody came for the boat today either.") -> bytes:
    return PAGE.format(words).encode()


def http(body: bytes, media: str = "text/html", status: str = "200 OK", *fields: str) -> bytes:
    """An answer as a server sends it."""
    head = [f"HTTP/1.1 {status}", *([f"Content-Type: {media}"] if media else []), *fields]
    return "\r\n".join([*head, "", ""]).encode() + body


def record(
    block: bytes,
    url: str = "https://press.example/lock",
    kind: str = "response",
    when: str = "2026-03-01T10:00:00Z",
    length: int | str | None = None,
    version: str = "1.1",
    **fields: str,
) -> bytes:
    """One record of a WARC; ``length`` is a false Content-Length."""
    named = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{sha1(url.encode() + when.encode() + kind.encode()).hexdigest()}>",
        "WARC-Date": when,
        "WARC-Target-URI": url,
        "Content-Type": f"application/http;msgtype={kind}",
        "Content-Length": str(len(block) if length is None else length),
    } | {key.replace("_", "-"): value for key, value in fields.items()}
    head = "\r\n".join([f"WARC/{version}", *(f"{key}: {value}" for key, value in named.items()), "", ""])
    return head.encode() + block + b"\r\n\r\n"


def info() -> bytes:
    return record(b"software: a test\r\n", "urn:info", "warcinfo", Content_Type="application/warc-fields")


def zipped(*records: bytes) -> bytes:
    """The records of a .warc.gz: a member for each."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def digest(block: bytes) -> str:
    return f"sha1:{b32encode(sha1(block).digest()).decode()}"


def chunked(body: bytes, size: int = 40) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in pieces) + b"0\r\n\r\n"


def wacz(*records: bytes, pages: list[dict[str, str]], version: str = "1.1.1", **others: bytes) -> bytes:
    """A WACZ of one WARC that holds ``records``; ``others`` replace files by name ("datapackage.json")."""
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}, *pages]
    files = {
        "archive/data.warc.gz": zipped(*records),
        "pages/pages.jsonl": "".join(json.dumps(line) + "\n" for line in lines).encode(),
    }
    named = (
        {"profile": "data-package", "wacz_version": "1.1.1"} if version == "1.1.1" else {"profile": "wacz"}
    )
    resources = [
        {"name": name.rpartition("/")[2], "path": name, "hash": f"sha256:{sha256(data).hexdigest()}"}
        for name, data in files.items()
    ]
    package = json.dumps(named | {"resources": resources}).encode()
    files["datapackage.json"] = package
    files["datapackage-digest.json"] = json.dumps({"hash": f"sha256:{sha256(package).hexdigest()}"}).encode()
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        for name, data in (files | others).items():
            packed.writestr(ZipInfo(name), data)
    return out.getvalue()
