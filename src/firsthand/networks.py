"""Learned networks as they are run: one thread on a processor, the same result on every one, and no word to
anybody.

The only place that imports onnxruntime and tokenizers, and only where weights were found.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any


def tokenizer(body: bytes) -> Any:
    """The tokenizer (`tokenizers.Tokenizer`) in these bytes; it neither cuts nor fills up a text."""
    from tokenizers import Tokenizer

    made = Tokenizer.from_buffer(body)
    made.no_truncation()
    made.no_padding()
    return made


def session(body: bytes, without: Sequence[str]) -> Any:
    """The network (`onnxruntime.InferenceSession`) in these bytes, run ``without`` these optimizers."""
    # onnxruntime (seen in 1.32.0) gives the machine a number, kept in the home of the user, and sends its
    # makers what machine and program it runs in. It looks for this word when it is imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # for a program that had imported it before
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Processors without VNNI add products of bytes in 16 bits, which run over: labels of a tagger were off by
    # up to 1.1, and the demo had 40 statements for 42. Exact sums take up to a sixth longer there.
    options.add_session_config_entry("session.x64quantprecision", "1")
    return onnxruntime.InferenceSession(
        body, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(without)
    )
