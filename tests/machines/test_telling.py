"""Lines translated by a model behind an endpoint."""

from __future__ import annotations

import re

import pytest

from firsthand.errors import Unreadable
from firsthand.machines import Made, endpoint
from firsthand.machines.telling import TOGETHER, Teller
from firsthand.records import Machine
from tests.machines.speaking import Answer, Model, Question, Script, says, speaking

LINES = {3: "오늘 편지를 썼다.", 4: "비가 온다.", 9: "끝."}


def told(script: Script, lines: dict[int, str] = LINES, source: str = "ko") -> tuple[Made, Model]:
    with speaking(script) as model:
        return Teller(endpoint(Machine(model.url, "seer")), source, "uk").translate(lines), model


def test_lines_go_with_their_numbers_and_come_back_under_them() -> None:
    made, model = told([says("3: Сьогодні я написав листа.\n4: Іде дощ.\n9: Кінець.")])
    assert made.lines == {3: "Сьогодні я написав листа.", 4: "Іде дощ.", 9: "Кінець."}
    (_, question) = model.asked[0]
    (message,) = question["messages"]
    assert message["content"] == f"{made.prompt}\n\n3: 오늘 편지를 썼다.\n4: 비가 온다.\n9: 끝."
    assert "code ko" in made.prompt and "code uk" in made.prompt
    assert made.by == f"seer at {model.host}" and len(made.answers) == 1


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Here you are:\n3. Лист.\n9) Кінець.", {3: "Лист.", 9: "Кінець."}),
        ("3: Лист,\nдовгий.\n\n4: Дощ.", {3: "Лист, довгий.", 4: "Дощ."}),
        ("3: Лист.\n3: Інший.\n7: Чужий.\n4:", {3: "Лист."}),
        ("```\n4: О 10:30 дощ.\n```", {4: "О 10:30 дощ."}),
    ],
)
def test_only_lines_that_were_asked_for_are_taken(said: str, lines: dict[int, str]) -> None:
    assert told([says(said)])[0].lines == lines


def test_an_answer_without_numbers_is_none() -> None:
    with pytest.raises(Unreadable, match="no line under its number"):
        told([says("I translated all of it: Лист. Дощ.")])


def test_long_records_are_asked_for_in_pieces_that_leave_no_line_out() -> None:
    def script(question: Question) -> Answer:
        asked = question["messages"][0]["content"]
        assert len(asked) < 2 * TOGETHER
        return says("\n".join(f"{n}: x{n}" for n in re.findall(r"(?m)^(\d+):", asked)))

    made, model = told(script, dict.fromkeys(range(1, 12), "글" * 900))
    assert made.lines == {n: f"x{n}" for n in range(1, 12)}
    assert len(model.asked) == len(made.answers) == 3


def test_lines_that_the_model_refuses_are_left_out_and_the_others_kept() -> None:
    many = dict.fromkeys(range(1, 7), "글" * 900)
    made, _ = told([says("1: x\n2: y"), says("", finish="length")], many)
    assert made.lines == {1: "x", 2: "y"}
    with pytest.raises(Unreadable, match="came to no end"):
        told([says("", finish="length")], many)


def test_a_language_that_is_not_known_is_not_claimed() -> None:
    assert "from the language" not in told([says("4: Дощ.")], source="")[0].prompt
