"""Where the weights that turn sentences into vectors are, and whether they are the ones released.

They are data in a distribution of their own, `firsthand-weights-vectors`. A folder of one's own, made
with ``make train WHICH=vectors``, is named in the environment as FIRSTHAND_VECTORS.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from firsthand.errors import Refused

OWN = "FIRSTHAND_VECTORS"
PACKAGE = "firsthand_weights_vectors"
FORMAT = 1
NEEDED = ("onnxruntime", "tokenizers", "numpy")
NETWORK, TOKENIZER, MEANS = "model.onnx", "tokenizer.json", "means.json"
# SHA-256 of the files of the released distribution.
RELEASED: dict[str, str] = {
    NETWORK: "fe64947aeb9d1ee153525b266b6422bf7224d1ddd41840e23220676f8f9ada04",
    TOKENIZER: "6d8f23b229fc91b7932ce520b4bb18d508f2e71e9888d42f02dfac84b60bdfa8",
    MEANS: "b93041247be2ba138159210656e07b41f7ecba249a97d74fc21db1a8416de003",
}
AGAIN = "Install firsthand-weights-vectors again; without it nothing is compared across languages"


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder with the network, its tokenizer and the mean of each language; what goes before a sentence."""

    folder: Path
    languages: tuple[str, ...]
    prefix: str
    sums: Mapping[str, str]

    def read(self, name: str) -> bytes:
        """The bytes of one file; refuses bytes that are not the ones that were released."""
        path = self.folder / name
        try:
            body = path.read_bytes()
        except OSError as error:
            raise Refused("this file of the weights cannot be read", where=str(path), do=AGAIN) from error
        if hashlib.sha256(body).hexdigest() != self.sums.get(name):
            raise Refused("this file of the weights is not the one that was released (SHA-256 differs)",
                          where=str(path), do=AGAIN)  # fmt: skip
        return body


def find() -> Weights | None:
    """The weights installed; None if there are none or what runs them is not installed."""
    if not all(find_spec(name) for name in NEEDED):
        return None
    return next(_installed(), None)


def _installed() -> Iterator[Weights]:
    if own := os.environ.get(OWN):
        yield _described(Path(own), None)
    spec = find_spec(PACKAGE)
    if spec and spec.origin:
        yield _described(Path(spec.origin).parent, RELEASED)


def _described(folder: Path, sums: Mapping[str, str] | None) -> Weights:
    try:
        papers: dict[str, Any] = json.loads((folder / "weights.json").read_text("utf-8"))
        if papers["format"] != FORMAT:
            raise Refused(f"these weights are of format {papers['format']!r}, this Firsthand reads {FORMAT}",
                          where=str(folder), do="Install the two in fitting versions")  # fmt: skip
        stated = dict(papers["sha256"]) if sums is None else sums
        return Weights(folder, tuple(papers["languages"]), str(papers["prefix"]), stated)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused(
            "there are no readable weights here (weights.json)", where=str(folder), do=AGAIN
        ) from error
