"""Where the evaluation data lies. It is read by path and never copied into the repository."""

from __future__ import annotations

import os
from pathlib import Path

DATA = Path(os.environ.get("FIRSTHAND_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
OUT = Path(__file__).with_name("out")
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
