"""The addresses that give JSON hold to their description, whatever is asked of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection

from firsthand.workbench.app import application
from firsthand.workbench.describing import openapi
from firsthand.workbench.desk import Desk
from firsthand.workbench.entrance import Entrance
from tests.dossier import cases
from tests.workbench.made import laid_ready

ASKED = [(address, GenerationMode.POSITIVE) for address in openapi()["paths"]] + [
    (address, GenerationMode.NEGATIVE)
    for address, told in openapi()["paths"].items()
    if any(each.get("parameters") for each in told.values())  # else nothing can be wrong
]
# A number that is too large, or a word that means nothing here, is passed over, as in any address that
# people type.
LENIENT = [negative_data_rejection]
HOST = "testserver"  # as schemathesis calls every application


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder: Path = laid_ready(tmp_path_factory.mktemp("case") / "case", cases.quay().build())
    desk = Desk(folder)
    yield schemathesis.openapi.from_asgi("/openapi.json", application(desk, Entrance(folder, names=(HOST,))))
    desk.clerk.close()


@pytest.mark.parametrize(("address", "mode"), ASKED)
def test_every_answer_is_as_described(schema: Any, address: str, mode: GenerationMode) -> None:
    for operation in schema[address].values():

        @settings(
            max_examples=12,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy(generation_mode=mode))
        def asked(case: Any) -> None:
            case.call_and_validate(excluded_checks=LENIENT)

        asked()
