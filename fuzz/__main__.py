"""``python -m fuzz docx --seconds 600``: mutated files until the time is up, or until one breaks the promise.

A file that does is written to ``fuzz/out/docx/``; once the reader is mended, it belongs in
``tests/records/formats/crashes/``.
"""

from __future__ import annotations

import argparse
import sys
from hashlib import sha1
from pathlib import Path

import atheris

# What is mutated is guided by the branches that are taken here; the rest is C, or not about the bytes.
WATCHED = ["firsthand.records", "zipfile", "email", "olefile", "quopri", "base64", "json", "html.parser"]
with atheris.instrument_imports(include=WATCHED):
    from tests.records.formats.promise import keeps_its_promise
    from tests.records.formats.samples import SAMPLES, crashes

    from firsthand.records.formats import FORMATS, Format
    from fuzz.mutating import mutated

OUT = Path(__file__).parent / "out"
MEGABYTES = 2048  # as the product has it (firsthand.opening.COST)
SLOW = 60  # seconds for one input, far beyond what files of this size may cost


def main() -> None:
    """Read the arguments, lay out the seeds, and mutate them."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__.split("\n")[0])
    parser.add_argument("format", choices=[form.name for form in FORMATS])
    parser.add_argument("--seconds", type=int, default=600)
    given = parser.parse_args()
    form = next(form for form in FORMATS if form.name == given.format)
    corpus = seeds(form.name)
    arguments = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={given.seconds}",
        f"-rss_limit_mb={MEGABYTES}",
        f"-timeout={SLOW}",
        f"-artifact_prefix={corpus.parent}/",
        "-print_final_stats=1",
    ]
    atheris.Setup(arguments, lambda data: tried(form, data), custom_mutator=mutated)
    atheris.Fuzz()


def tried(form: Format, data: bytes) -> None:
    """Read ``data``, and keep it where the reader breaks: atheris ends before libFuzzer has written it."""
    try:
        keeps_its_promise(form, data)
    except Exception:
        (OUT / form.name / f"crash-{sha1(data, usedforsecurity=False).hexdigest()}").write_bytes(data)
        raise


def seeds(name: str) -> Path:
    """The folder with what mutation begins from: the sample, past crashes, and what earlier runs found."""
    corpus = OUT / name / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for data in (*SAMPLES[name], *crashes(name).values()):
        (corpus / sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
    return corpus


if __name__ == "__main__":
    main()
