"""What others say of names, in their own environment (bench/peers-names.txt), without Firsthand.

Reads JSON from standard input: {"pairs": [[schema, one, other], …], "hangul": [name, …]}. Prints
{"logic-v2": [score, …], "koroman": [spelling, …], "korean-romanizer": [spelling, …], "seconds": …}: each as
it is, with its default settings; the seconds are nomenklatura's, without loading.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any


def logic_v2(pairs: list[list[str]]) -> tuple[list[float], float]:
    """The score of nomenklatura's logic-v2 for two entities that have nothing but a name, and the time."""
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def entity(schema: str, name: str) -> Any:
        id = f"{schema}:{name}"  # what it has worked out of an entity it keeps by the id
        return model.get_proxy({"id": id, "schema": schema, "properties": {"name": [name]}})

    def score(schema: str, one: str, other: str) -> float:
        return float(algorithm.compare(entity(schema, one), entity(schema, other), config).score)

    score("Person", "Ann Lee", "Anne Lee")
    began = time.process_time()
    return [score(*pair) for pair in pairs], time.process_time() - began


def spelled(names: list[str]) -> dict[str, list[str]]:
    """Each name in Latin letters by koroman and by korean-romanizer."""
    import koroman
    from korean_romanizer.romanizer import Romanizer

    return {
        "koroman": [koroman.romanize(name) for name in names],
        "korean-romanizer": [Romanizer(name).romanize() for name in names],
    }


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    scores, seconds = logic_v2(asked["pairs"])
    print(json.dumps({"logic-v2": scores, "seconds": seconds, **spelled(asked["hangul"])}))
