"""One contestant in a process of its own: what it finds, how fast, in how much memory.

    python bench/contestant.py NAME TEXTS [MODEL] > result.json

TEXTS is a JSON object: "polnear" and "relay", each texts by name, and "folder", where the PolNeAR
texts lie. MODEL is the folder of spaCy's pipeline, for the peers. Words per CPU second are of the
whole call, the model loaded, the median of three rounds over the PolNeAR texts; the process is given
one thread by whoever starts it.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

ROUNDS = 3
OWN = ("rules", "learned")
Call = Callable[[str], Any]
Told = dict[str, list[Any]]


def contestant(name: str, model: Path | None) -> Call:
    """How this one reads a text."""
    if name in OWN:
        from firsthand.reading import read

        return partial(read, language="en", reader=name)
    from peers import PEERS

    assert model
    return PEERS[name](model)


def told(name: str, read: Call, texts: dict[str, dict[str, str]], folder: Path) -> tuple[Told, Told]:
    """What it finds in the PolNeAR and in the relay texts, as their scorers want it."""
    if name in OWN:
        import predict_polnear
        import predict_relay

        rows = predict_polnear.predictions(folder, name)
        relayed = {n: [predict_relay.scored(each) for each in read(t)] for n, t in texts["relay"].items()}
        return {str(row["doc"]): row["attributions"] for row in rows}, relayed
    found = {n: read(text) for n, text in texts["polnear"].items()}
    return found, {n: [_relayed(each) for each in read(text)] for n, text in texts["relay"].items()}


def _relayed(each: dict[str, list[list[int]]]) -> dict[str, Any]:
    """A peer knows no hands: its source is the speaker, who asserts."""
    longest = max(each["content"], key=lambda span: span[1] - span[0])
    hops = [{"who": span, "role": "speaker"} for span in each["source"][:1]]
    return {"content": longest, "hops": hops, "stance": "asserts", "hedged": False, "speech": "actual"}


def measured(name: str, given: dict[str, Any], model: Path | None) -> dict[str, Any]:
    """Predictions in both layouts, words per CPU second, and the most memory the process had (MB)."""
    read = contestant(name, model)
    read("The bridge is safe, harbour master Ann Lee said on Monday.")  # loads what is loaded when first used
    texts = given["polnear"].values()
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    seconds = sorted(_seconds(read, texts) for _ in range(ROUNDS))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    polnear, relay = told(name, read, given, Path(given["folder"]))
    speed = words / seconds[ROUNDS // 2]
    return {"words per CPU second": speed, "peak memory, MB": peak, "polnear": polnear, "relay": relay}


def _seconds(read: Call, texts: Iterable[str]) -> float:
    begun = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begun


if __name__ == "__main__":
    which, file, *rest = sys.argv[1:]
    asked = json.loads(Path(file).read_text("utf-8"))
    print(json.dumps(measured(which, asked, Path(rest[0]) if rest else None)))
