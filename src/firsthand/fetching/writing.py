"""Exchanges as a WARC 1.1: request and response, the certificates beside them, each with its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from uuid import uuid4

from firsthand.fetching.exchange import Exchange


def warc(exchanges: Sequence[Exchange], software: str, robots: str) -> bytes:
    """The exchanges in order; ``robots`` says whether robots.txt was honoured ("obey" or "ignore")."""
    info = {"software": software, "format": "WARC File Format 1.1", "robots": robots}
    head = "".join(f"{key}: {value}\r\n" for key, value in info.items()).encode()
    first = _record("warcinfo", exchanges[0].at, head, "application/warc-fields", _new(), {})
    return first + b"".join(map(_pair, exchanges))


def _pair(each: Exchange) -> bytes:
    answer = _new()
    about = {"WARC-Target-URI": each.url, "WARC-IP-Address": each.ip}
    beside = about | {"WARC-Concurrent-To": answer}
    found = _record("request", each.at, each.request, "application/http;msgtype=request", _new(), beside)
    found += _record("response", each.at, each.response, "application/http;msgtype=response", answer, about)
    if each.certificates:
        pem = each.certificates.encode()
        found += _record("metadata", each.at, pem, "application/pem-certificate-chain", _new(), beside)
    return found


def _new() -> str:
    return f"<urn:uuid:{uuid4()}>"


def _record(kind: str, at: str, block: bytes, media: str, name: str, more: dict[str, str]) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": name,
        "WARC-Date": at,
        **more,
        "WARC-Block-Digest": f"sha256:{hashlib.sha256(block).hexdigest()}",
        "Content-Type": media,
        "Content-Length": str(len(block)),
    }
    head = "".join(f"{key}: {value}\r\n" for key, value in fields.items())
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"
