"""Where the tagger's weights are, and whether they are the ones that they should be.

Weights are data in distributions of their own (`firsthand-weights-en`, `firsthand-weights-multi`). A
folder of one's own, made with ``make train``, is named in the environment as FIRSTHAND_WEIGHTS.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from firsthand.errors import Refused
from firsthand.reading.tagging.labels import labels

OWN = "FIRSTHAND_WEIGHTS"
FORMAT = 1
# SHA-256 of model.onnx and tokenizer.json of each released distribution, in the order of preference.
RELEASED: dict[str, tuple[str, str]] = {
    "firsthand_weights_en": (
        "71f93dc1021da36bcde83a23ed02da645e11f3ccce6a4f65a09682e09bd3ebf4",
        "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    ),
    "firsthand_weights_multi": (
        "83aace22e353b2bd872dc557246b5f095ba9f8c7b042097417b9b1dbf7ce1aec",
        "b43b3c343399284b43798904b2d3370cef472744fb661e23c9b2203445dda621",
    ),
}
NEEDED = ("onnxruntime", "tokenizers", "numpy")


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder with model.onnx and tokenizer.json; the languages it reads and what it calls its labels."""

    folder: Path
    name: str
    languages: tuple[str, ...]
    labels: tuple[str, ...]
    sums: dict[str, str]


def find(language: str) -> Weights | None:
    """The weights for a language ("en", "en-GB"); None if there are none or what runs them is not installed.

    Refuses weights of another format; whether the files are whole is checked when they are loaded.
    """
    if not all(find_spec(name) for name in NEEDED):
        return None
    code = language.lower().replace("_", "-").split("-")[0]
    return next((each for each in _installed() if code in each.languages), None)


def _installed() -> Iterator[Weights]:
    own = os.environ.get(OWN)
    if own:
        yield _described(Path(own), f"own {Path(own).name}", None)
    for package, sums in RELEASED.items():
        spec = find_spec(package)
        if spec and spec.origin:
            yield _described(Path(spec.origin).parent, package, sums)


def _described(folder: Path, name: str, sums: tuple[str, str] | None) -> Weights:
    try:
        papers: dict[str, Any] = json.loads((folder / "weights.json").read_text("utf-8"))
        if papers["format"] != FORMAT:
            raise Refused(f"these weights are of format {papers['format']!r}, this Firsthand reads {FORMAT}",
                          where=str(folder), do="Install the two in fitting versions")  # fmt: skip
        if not set(papers["labels"]) <= set(labels()):
            raise ValueError("labels that nothing here knows")
        stated = dict(zip(("model.onnx", "tokenizer.json"), sums, strict=True)) if sums else papers["sha256"]
        return Weights(folder, name, tuple(papers["languages"]), tuple(papers["labels"]), dict(stated))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused("there are no readable weights here (weights.json)", where=str(folder),
                      do="Install the weights again, or read with --reader rules") from error  # fmt: skip


def checked(weights: Weights, name: str) -> bytes:
    """The bytes of one file of the weights; refuses bytes that are not the ones that were released."""
    path = weights.folder / name
    try:
        body = path.read_bytes()
    except OSError as error:
        raise Refused("this file of the weights cannot be read", where=str(path),
                      do="Install the weights again, or read with --reader rules") from error  # fmt: skip
    if hashlib.sha256(body).hexdigest() != weights.sums.get(name):
        raise Refused("this file of the weights is not the one that was released (SHA-256 differs)",
                      where=str(path),
                      do="Install the weights again, or read with --reader rules")  # fmt: skip
    return body
