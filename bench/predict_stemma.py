"""Prints who copied whom in a folder of texts (NAME.txt, plain running text), as JSON.

    python bench/predict_stemma.py TEXTS > tree.json

``edges``: the tree without direction; names that are not those of texts are lost copies. ``directed``:
the same, the older end first, each with the support of the line and whether its direction is sure.
``second``: further models of texts made from two, older end first; these are no edges of the tree.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from firsthand import descent
from firsthand.copies import gathered


def predict(texts: Path) -> dict[str, Any]:
    """The prediction for the texts in a folder; other files in it are left aside."""
    files = sorted(texts.glob("*.txt"))
    found = descent(gathered(files).texts)
    tree = [line for line in found.lines if not line.second]
    return {
        "edges": [[line.parent, line.child] for line in tree],
        "directed": [
            {"parent": e.parent, "child": e.child, "support": e.support, "sure": e.directed} for e in tree
        ],
        "second": [[line.parent, line.child] for line in found.lines if line.second],
    }


def main(arguments: Sequence[str]) -> int:
    """Prints the prediction for the folder named; where there are no texts, how to ask."""
    if len(arguments) != 1 or not any(Path(arguments[0]).glob("*.txt")):
        print(__doc__, file=sys.stderr)
        return 2
    print(json.dumps(predict(Path(arguments[0])), ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
