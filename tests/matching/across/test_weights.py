"""Which weights are found, and which are refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from firsthand.errors import Refused
from firsthand.matching.across import Across, across, weights
from firsthand.matching.across.compared import NO_WEIGHTS
from firsthand.matching.across.encoder import loaded
from firsthand.matching.across.weights import FORMAT, OWN, find

FILES = {"model.onnx": b"no network", "tokenizer.json": b"{}", "means.json": b"{}"}
SUMS = {name: hashlib.sha256(body).hexdigest() for name, body in FILES.items()}


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No weights but those that a test makes."""
    monkeypatch.delenv(OWN, raising=False)
    monkeypatch.setattr(weights, "PACKAGE", "firsthand_weights_invented")


def written(folder: Path, **papers: Any) -> Path:
    """A folder with weights that are whole, but for what ``papers`` say otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in FILES.items():
        (folder / name).write_bytes(body)
    usual = {"format": FORMAT, "languages": ["en", "uk"], "prefix": "", "sha256": SUMS}
    (folder / "weights.json").write_text(json.dumps(usual | papers), "utf-8")
    return folder


def test_without_weights_nothing_is_compared_and_a_note_says_so() -> None:
    assert find() is None
    assert across(["The gate was shut."], ["en"]) == Across((), (NO_WEIGHTS,))


def test_a_folder_of_ones_own_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OWN, str(written(tmp_path)))
    found = find()
    assert found is not None
    assert found.read("model.onnx") == b"no network"


def test_the_released_sums_count_and_not_what_the_papers_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path / "firsthand_weights_invented")
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(weights, "RELEASED", SUMS | {"model.onnx": "0" * 64})
    found = find()
    assert found is not None
    assert found.read("means.json") == b"{}"
    with pytest.raises(Refused, match="not the one that was released"):
        found.read("model.onnx")


@pytest.mark.parametrize("papers", [{"format": 2}, {"sha256": 3}, {"languages": None}])
def test_papers_that_cannot_be_read_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, papers: dict[str, Any]
) -> None:
    monkeypatch.setenv(OWN, str(written(tmp_path, **papers)))
    with pytest.raises(Refused):
        find()


def test_a_file_that_is_missing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OWN, str(written(tmp_path)))
    (tmp_path / "model.onnx").unlink()
    found = find()
    assert found is not None
    with pytest.raises(Refused, match="cannot be read"):
        found.read("model.onnx")


def test_a_network_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OWN, str(written(tmp_path)))
    found = find()
    assert found is not None
    with pytest.raises(Refused, match="cannot be loaded"):
        loaded(found)
