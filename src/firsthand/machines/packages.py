"""Lines translated on this machine, by packages of Argos Translate in a folder that the user names.

A package is a folder with ``metadata.json`` (``from_code``, ``to_code``), ``model/`` (CTranslate2) and
``sentencepiece.model``. Nothing is ever downloaded.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.errors import Refused
from firsthand.machines.chat import Endpoint
from firsthand.machines.made import Made
from firsthand.text import sentences

BLANK = "▁"  # as SentencePiece writes it
BEAM = 4
TOGETHER = 32  # sentences


@dataclass(frozen=True, slots=True)
class Package:
    """A model from one language to another."""

    folder: Path
    source: str
    target: str
    version: str
    prefix: str = ""

    @property
    def name(self) -> str:
        """ "ko-en 1.1"."""
        return f"{self.source}-{self.target} {self.version}".rstrip()


@dataclass(frozen=True, slots=True)
class Packages:
    """Translates by one package, or by two by way of a third language."""

    route: Sequence[Package]

    @property
    def name(self) -> str:
        """The engine, its version, and the packages in order."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            engine = f"CTranslate2 {version('ctranslate2')}"
        except PackageNotFoundError as error:
            do = "Install what they need: pip install 'firsthand[translate]'"
            raise Refused("translation packages cannot be used here", do=do) from error
        return f"Argos {', then '.join(each.name for each in self.route)} ({engine})"

    @property
    def to(self) -> Endpoint | None:
        """Nothing is sent."""
        return None

    def translate(self, lines: Mapping[int, str]) -> Made:
        """Each line, its sentences one by one. Raises Refused for a package that cannot be used."""
        texts = list(lines.values())
        for package in self.route:
            texts = _translated(package, texts)
        return Made({n: text for n, text in zip(lines, texts, strict=True) if text}, self.name)


def route(folder: str, source: str, target: str) -> tuple[Package, ...]:
    """The package from one language to another, or two that meet in a third; none if there are none.

    Of several the first by name. Raises Refused where there is no such folder.
    """
    found = _packages(folder)
    for each in found:
        if (each.source, each.target) == (source, target):
            return (each,)
    return next(
        (
            (first, second)
            for first in found
            for second in found
            if (first.source, second.target) == (source, target) and first.target == second.source
        ),
        (),
    )


def told(folder: str) -> str:
    """The packages in a folder, for a person."""
    return ", ".join(each.name for each in _packages(folder)) or "none"


def _packages(folder: str) -> list[Package]:
    place = Path(folder).expanduser()
    if not place.is_dir():
        do = "Name the folder in which the unpacked packages lie"
        raise Refused("there is no such folder of translation packages", where=folder, do=do)
    found = (
        _package(each.parent)
        for each in sorted([*place.glob("metadata.json"), *place.glob("*/metadata.json")])
    )
    return [each for each in found if each]


def _package(folder: Path) -> Package | None:
    """The package in a folder; None where it is none that translates."""
    try:
        said: Any = json.loads((folder / "metadata.json").read_text("utf-8"))
        codes = said["from_code"], said["to_code"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not all(isinstance(code, str) for code in codes) or not (folder / "model").is_dir():
        return None
    return Package(folder, *codes, str(said.get("package_version", "")), str(said.get("target_prefix", "")))


def _translated(package: Package, texts: Sequence[str]) -> list[str]:
    words, model = _opened(package)
    pieces = [(n, s) for n, text in enumerate(texts) for s in _sentences(text, package.source)]
    tokens = [words.encode(sentence, out_type=str) for _, sentence in pieces]
    prefix = [[package.prefix]] * len(tokens) if package.prefix else None
    made = model.translate_batch(
        tokens, prefix, beam_size=BEAM, max_batch_size=TOGETHER, replace_unknowns=True
    )
    found: list[list[str]] = [[] for _ in texts]
    for (number, _), each in zip(pieces, made, strict=True):
        said = [token for token in each.hypotheses[0] if token != package.prefix]
        found[number].append("".join(said).replace(BLANK, " ").strip())
    return [" ".join(filter(None, each)) for each in found]


def _sentences(text: str, language: str) -> list[str]:
    return [text[slice(*span)] for span in sentences(text, language)]


def _opened(package: Package) -> tuple[Any, Any]:
    try:
        import ctranslate2
        import sentencepiece

        words = sentencepiece.SentencePieceProcessor(model_file=str(package.folder / "sentencepiece.model"))
        return words, ctranslate2.Translator(str(package.folder / "model"), device="cpu")
    except (ImportError, OSError, RuntimeError, ValueError) as error:
        why = " ".join(str(error).split())[:200]
        do = "It needs model/ (CTranslate2) and sentencepiece.model, and pip install 'firsthand[translate]'"
        raise Refused(
            f"is a package that cannot be used ({why})", where=str(package.folder), do=do
        ) from error
