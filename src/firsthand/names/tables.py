"""Tables as data: the TOML files that lie beside the code of `names`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_table(package: str, path: str) -> dict[str, Any]:
    """The content of the file ``path`` of a package ("tables/words.toml"), read once."""
    return tomllib.loads(files(package).joinpath(path).read_text("utf-8"))
