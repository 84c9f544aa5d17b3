"""The whole way from a program: trace a folder, and say what stands behind each statement.

python examples/library.py [FOLDER]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from firsthand import Case

TIDEWATER = Path(__file__).parent / "tidewater"


def main(folder: Path) -> None:
    """Trace ``folder`` in a case that is thrown away afterwards, and print what is told twice or more."""
    with tempfile.TemporaryDirectory() as place, Case.create(Path(place) / "case") as case:
        case.add(folder)
        trace = case.trace()
        verdicts = {verdict.statement: verdict for verdict in trace.verdicts}
        for statement in trace.statements:
            verdict = verdicts.get(statement.id)
            if verdict and len(statement.attributions) > 1:
                print(f"{statement.label}  {' '.join(statement.content.split())}")
                print(f"    {verdict.independence}: {', '.join(o.name for o in verdict.origins)}")
                print("".join(f"    {reason}\n" for reason in verdict.reasons))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TIDEWATER)
