"""An authority for timestamps on this machine: it answers as a real one does, by the command openssl."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

SETTINGS = """[tsa]
default_tsa = here
[here]
serial = {0}/serial
signer_cert = {0}/clock.pem
signer_key = {0}/clock.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ess_cert_id_alg = sha256
"""


class Authority:
    """Certificates in a folder; ``root`` is the one that others are to trust."""

    def __init__(self, folder: Path) -> None:
        if not shutil.which("openssl"):
            pytest.skip("needs the command openssl")
        folder.mkdir()
        self.folder, self.root = folder, folder / "root.pem"
        above, clock = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        pem = serialization.Encoding.PEM
        self.root.write_bytes(_certificate("Root", above, above, True).public_bytes(pem))
        (folder / "clock.pem").write_bytes(_certificate("Clock", clock, above, False).public_bytes(pem))
        form = (pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        (folder / "clock.key").write_bytes(clock.private_bytes(*form))
        (folder / "tsa.cnf").write_text(SETTINGS.format(folder))

    def answer(self, question: bytes) -> bytes:
        """The response to a request, both DER."""
        (self.folder / "q").write_bytes(question)
        command = ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "q", "-out", "a"]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        return (self.folder / "a").read_bytes()


def _certificate(name: str, key: ec.EllipticCurvePrivateKey, by: ec.EllipticCurvePrivateKey, ca: bool):
    now = datetime.now(UTC)
    named = [x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, each)]) for each in (name, "Root")]
    made = x509.CertificateBuilder(named[1], named[0], key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(1)).not_valid_after(now + timedelta(9))
    made = made.add_extension(x509.BasicConstraints(ca, None), critical=True)
    if not ca:
        use = x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.TIME_STAMPING])
        made = made.add_extension(use, critical=True)
    return made.sign(by, hashes.SHA256())


@contextmanager
def serving(answer, status: int = 200) -> Iterator[tuple[str, list[bytes]]]:
    """A server on this machine; its address, and the requests that came."""
    came: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            came.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(answer(came[-1]))

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", came
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
