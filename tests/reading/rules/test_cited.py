"""Who is quoted and who quotes, told apart by case."""

from __future__ import annotations

import pytest

from firsthand.model import Stance
from firsthand.reading import read
from tests.reading.cases import chains, contents

MAYOR = "мэра Петра Лузина"
PAPER = ("relay", "газета «Заря»")


@pytest.mark.parametrize(
    ("language", "text", "content", "hands"),
    [
        ("ru", f"Газета «Заря» цитирует слова {MAYOR}: «Мост закроют».", "«Мост закроют»",
         [("speaker", MAYOR), ("relay", "Газета «Заря»")]),
        ("ru", "«Мост закроют», — цитирует мэра газета «Заря».", "«Мост закроют»",
         [("speaker", "мэра"), PAPER]),
        ("ru", f"Мост закроют, цитирует газета «Заря» {MAYOR}.", "Мост закроют",
         [("speaker", MAYOR), PAPER]),
        ("uk", "Міст закриють, цитує радіо «Зоря» речницю порту Ганну Лис.", "Міст закриють",
         [("speaker", "речницю порту Ганну Лис"), ("relay", "радіо «Зоря»")]),
        ("uk", "Адвокат Ігор Лунь зачитав заяву Марії Горської: «Міст цілий».", "«Міст цілий»",
         [("speaker", "Марії Горської"), ("channel", "заяву"), ("relay", "Адвокат Ігор Лунь")]),
        ("ru", "Врач Инна Вяз зачитала письмо директора завода: «Цех закрыт».", "«Цех закрыт»",
         [("speaker", "директора завода"), ("channel", "письмо"), ("relay", "Врач Инна Вяз")]),
    ],
)  # fmt: skip
def test_both_hands_of_a_quoting(
    language: str, text: str, content: str, hands: list[tuple[str, str | None]]
) -> None:
    assert (contents(text, language), chains(text, language)) == ([content], [hands])


def test_a_verb_that_quotes_nobody_known_finds_no_chain() -> None:
    assert all(len(hands) < 2 for hands in chains("Мост закроют, цитирует мэра.", "ru"))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("«Я не брала ключ», — сказала Анна Вяз.", Stance.DENIES),
        ("«Мы не закроем цех», — сказала Анна Вяз.", Stance.ASSERTS),
    ],
)
def test_what_a_first_person_did_not_do_is_denied(text: str, stance: Stance) -> None:
    assert [each.stance for each in read(text, "ru")] == [stance]
