"""Networks give the same on every processor, and tell nobody that they are run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from firsthand.networks import session

UINT8, INT8, INT32 = 2, 3, 6
WIDTH = 64


def _field(number: int, value: bytes | int) -> bytes:
    """A field of a protocol buffer: a whole number, or bytes with their length."""
    if isinstance(value, int):
        return _whole(number << 3) + _whole(value)
    return _whole(number << 3 | 2) + _whole(len(value)) + value


def _whole(number: int) -> bytes:
    low, high = number & 127, number >> 7
    return bytes([low | 128]) + _whole(high) if high else bytes([low])


def _of_type(name: str, kind: int, shape: tuple[int, ...]) -> bytes:
    dimensions = b"".join(_field(1, _field(1, each)) for each in shape)
    tensor = _field(1, kind) + _field(2, dimensions)
    return _field(1, name.encode()) + _field(2, _field(1, tensor))


def _sums(weights: np.ndarray) -> bytes:
    """An ONNX model that multiplies a row of bytes by these weights, as whole numbers."""
    node = _field(1, b"row") + _field(1, b"weights") + _field(2, b"sums") + _field(4, b"MatMulInteger")
    tensor = b"".join(_field(1, each) for each in weights.shape)
    tensor += _field(2, INT8) + _field(8, b"weights") + _field(9, weights.tobytes())
    graph = _field(1, node) + _field(2, b"sums") + _field(5, tensor)
    graph += _field(11, _of_type("row", UINT8, (1, weights.shape[0])))
    graph += _field(12, _of_type("sums", INT32, (1, weights.shape[1])))
    return _field(1, 8) + _field(7, graph) + _field(8, _field(2, 18))


@pytest.mark.parametrize("weight", [127, -127, 3])
def test_sums_of_products_of_bytes_do_not_run_over(weight: int) -> None:
    pytest.importorskip("onnxruntime", reason="no weights are installed, and so no onnxruntime")
    weights = np.full((WIDTH, 8), weight, np.int8)
    row = np.full((1, WIDTH), 255, np.uint8)
    (found,) = session(_sums(weights), []).run(None, {"row": row})
    assert (found == 255 * weight * WIDTH).all()


def test_nothing_is_kept_for_the_makers_of_what_runs_them(tmp_path: Path) -> None:
    """It keeps what it sends in the home of the user until it is sent: there is nothing there."""
    pytest.importorskip("onnxruntime", reason="no weights are installed, and so no onnxruntime")
    others = {name: value for name, value in os.environ.items() if not name.startswith(("ORT_", "XDG_"))}
    code = "import sys; from firsthand.networks import session; session(sys.stdin.buffer.read(), [])"
    model = _sums(np.full((WIDTH, 8), 1, np.int8))
    home = others | {"HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], input=model, env=home, check=True)
    assert list(tmp_path.rglob("*")) == []
