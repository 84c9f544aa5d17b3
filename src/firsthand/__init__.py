"""Source criticism for the news.

>>> from firsthand import Case                                          # doctest: +SKIP
>>> case = Case.create("notebook.case", title="The notebook")           # doctest: +SKIP
>>> case.add("reports/")                                                # doctest: +SKIP
>>> case.trace().statements                                             # doctest: +SKIP

>>> from firsthand import read                                          # doctest: +SKIP
>>> read("The bridge is safe, harbour master Ann Lee said.")            # doctest: +SKIP

>>> from firsthand import collate, descent                              # doctest: +SKIP
>>> descent({"A": first, "B": second, "C": third}).lines                # doctest: +SKIP

The names below are imported when first used, so that ``import firsthand`` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firsthand.case import Case
    from firsthand.copies import collate, descent
    from firsthand.errors import FirsthandError
    from firsthand.model import Attribution, Record, Statement, Trace, Verdict
    from firsthand.texts import read

__version__ = "0.1.0"
__all__ = [
    "Attribution",
    "Case",
    "FirsthandError",
    "Record",
    "Statement",
    "Trace",
    "Verdict",
    "collate",
    "descent",
    "read",
]

_HOME = {
    "Case": "firsthand.case",
    "FirsthandError": "firsthand.errors",
    "collate": "firsthand.copies",
    "descent": "firsthand.copies",
    "read": "firsthand.texts",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'firsthand' has no attribute {name!r}")
    return getattr(import_module(_HOME.get(name, "firsthand.model")), name)
