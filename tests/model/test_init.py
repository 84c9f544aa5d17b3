from __future__ import annotations

from dataclasses import is_dataclass

import pytest

from firsthand import model

VALUES = [v for v in vars(model).values() if isinstance(v, type) and is_dataclass(v)]


@pytest.mark.parametrize("value", VALUES)
def test_every_noun_is_frozen_and_documented(value: type) -> None:
    assert value.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert (value.__doc__ or "").strip() and not value.__doc__.startswith(f"{value.__name__}(")
