"""Which weights are found, and which are refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import Refused
from firsthand.reading import tagging
from firsthand.reading.tagging import tagger, weights
from firsthand.reading.tagging.labels import labels
from firsthand.reading.tagging.weights import FORMAT, OWN, Weights, checked, find
from tests.reading.tagging.pieces import wordpiece

FILES = {"model.onnx": b"no network", "tokenizer.json": wordpiece().to_str().encode()}
PACKAGE = "firsthand_weights_invented"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No weights but those that a test makes."""
    monkeypatch.delenv(OWN, raising=False)
    monkeypatch.setattr(weights, "RELEASED", {})
    monkeypatch.setattr(tagger, "_loaded", {})


def sums() -> dict[str, str]:
    return {name: hashlib.sha256(body).hexdigest() for name, body in FILES.items()}


def written(folder: Path, **papers: Any) -> Path:
    """A folder with weights that are whole, but for what ``papers`` say otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in FILES.items():
        (folder / name).write_bytes(body)
    usual = {"format": FORMAT, "languages": ["en", "uk"], "labels": list(labels()), "sha256": sums()}
    (folder / "weights.json").write_text(json.dumps(usual | papers), "utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, named in the environment."""
    folder = written(tmp_path / "mine")
    monkeypatch.setenv(OWN, str(folder))
    return folder


def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stated: dict[str, str]) -> Path:
    """An installed distribution whose sums are known."""
    folder = written(tmp_path / "site" / PACKAGE)
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(folder.parent))
    monkeypatch.setattr(weights, "RELEASED", {PACKAGE: (stated["model.onnx"], stated["tokenizer.json"])})
    return folder


def test_without_weights_there_are_none() -> None:
    assert find("en") is None
    assert tagging.tag("Ada Fenn said the gate was shut.", [], "en") is None


@pytest.mark.parametrize("language", ["en", "uk", "en-GB", "EN", "uk_UA"])
def test_a_folder_of_ones_own_is_found(own: Path, language: str) -> None:
    found = find(language)
    assert found is not None
    assert (found.folder, found.name, found.labels) == (own, "own mine", labels())


@pytest.mark.parametrize("language", ["", "ru", "e", "english"])
def test_weights_are_for_their_languages_alone(own: Path, language: str) -> None:
    assert find(language) is None


def test_a_released_distribution_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = released(tmp_path, monkeypatch, sums())
    found = find("en")
    assert found is not None
    assert (found.folder, found.name) == (folder, PACKAGE)
    assert checked(found, "model.onnx") == FILES["model.onnx"]


def test_ones_own_weights_go_before_released_ones(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(tmp_path, monkeypatch, sums())
    found = find("en")
    assert found is not None and found.folder == own


def test_a_distribution_that_is_not_installed_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "RELEASED", {"firsthand_weights_nowhere": ("", "")})
    assert find("en") is None


@pytest.mark.parametrize("missing", ["onnxruntime", "tokenizers", "numpy"])
def test_without_what_runs_them_there_are_no_weights(
    own: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setattr(weights, "find_spec", lambda name: None if name == missing else object())
    assert find("en") is None


def test_a_released_file_is_checked_against_the_code_not_against_its_papers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(tmp_path, monkeypatch, sums() | {"model.onnx": "0" * 64})
    found = find("en")
    assert found is not None
    with pytest.raises(Refused, match="SHA-256 differs"):
        checked(found, "model.onnx")


@pytest.mark.parametrize("name", list(FILES))
def test_a_changed_byte_is_refused(own: Path, name: str) -> None:
    body = bytearray(FILES[name])
    body[3] ^= 1
    (own / name).write_bytes(body)
    with pytest.raises(Refused, match=f"{name}: .*SHA-256 differs.*--reader rules") as refused:
        tagging.tag("Ada said no.", [], "en")
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("name", list(FILES))
def test_a_missing_file_is_refused(own: Path, name: str) -> None:
    (own / name).unlink()
    with pytest.raises(Refused, match=f"{name}: this file of the weights cannot be read"):
        tagging.tag("Ada said no.", [], "en")


def test_a_folder_without_weights_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OWN, str(tmp_path / "nowhere"))
    with pytest.raises(Refused, match="no readable weights here"):
        find("en")


def test_another_format_is_refused_by_its_number(own: Path) -> None:
    written(own, format=FORMAT + 1)
    with pytest.raises(Refused, match=f"format {FORMAT + 1}, this Firsthand reads {FORMAT}"):
        find("en")


@pytest.mark.parametrize(
    "papers",
    [{"languages": 1}, {"labels": None}, {"labels": ["O", "B-rumour"]}, {"sha256": "none"}, {"sha256": 7}],
)
def test_papers_that_say_nonsense_are_refused(own: Path, papers: dict[str, Any]) -> None:
    written(own, **papers)
    with pytest.raises(Refused, match="no readable weights here"):
        find("en")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"null", b"{}", b"\xff\xfe", b'{"format": 1}'])
def test_broken_papers_are_refused(own: Path, body: bytes) -> None:
    (own / "weights.json").write_bytes(body)
    with pytest.raises(Refused):
        find("en")


@given(st.binary(max_size=80))
def test_any_papers_are_weights_or_a_refusal(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "weights.json").write_bytes(body)
    with pytest.MonkeyPatch.context() as patch, pytest.raises(Refused):
        patch.setenv(OWN, str(folder))
        find("en")


def test_a_file_that_was_never_stated_is_refused(own: Path) -> None:
    found = Weights(own, "mine", ("en",), labels(), {})
    with pytest.raises(Refused, match="SHA-256 differs"):
        checked(found, "model.onnx")


def test_a_model_that_is_none_is_refused_though_its_sum_is_right(own: Path) -> None:
    with pytest.raises(Refused, match=r"cannot be loaded.*--reader rules"):
        tagging.tag("Ada said no.", [], "en")
