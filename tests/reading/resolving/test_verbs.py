"""Whether a name is a subject, and whether it speaks."""

from __future__ import annotations

import pytest

from firsthand.languages import load
from firsthand.reading.resolving.verbs import acting
from tests.reading.cases import cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee said it rained.", (True, True)),
        ("Lee walked home.", (True, False)),
        ("Lee, a baker who came from Orm, said it rained.", (True, True)),
        ("Lee (52), a baker, said it rained.", (True, True)),
        ("“It was wet and very dark,” said Lee.", (True, True)),
        ("We walked with Lee.", (False, False)),
        ("Then there's Lee.", (True, False)),
    ],
)
def test_acting(text: str, expected: tuple[bool, bool]) -> None:
    tokens = cut(text)[0].tokens
    at = next(i for i, token in enumerate(tokens) if token.text == "Lee")
    assert acting(tokens, at, at + 1, load("en")) == expected
