"""The files of tables that lie beside the code."""

from __future__ import annotations

import pytest

from firsthand.names.tables import read_table


@pytest.mark.parametrize(
    ("package", "path", "part"),
    [
        ("firsthand.names", "outlets.toml", "outlet"),
        ("firsthand.names.comparing", "tables/words.toml", "titles"),
        ("firsthand.names.routes", "tables/lookalikes.toml", "letters"),
    ],
)
def test_a_table_is_read_from_its_package(package: str, path: str, part: str) -> None:
    assert read_table(package, path)[part]
