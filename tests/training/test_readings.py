"""The invented readings are in the form that is described, and every statement can be learnt from."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from training.readings import AGAINST, FOLDER, Reading, read

KINDS = {"direct", "told", "own", "short", "drift", AGAINST}
CHANGED = {"number", "name", "softened", "hardened", "hedge-lost", "reversed", "negated", "swapped"}


def test_matter_statement_language_and_what_was_changed(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(
        "# The gate\n## 1\nen told\tThe gate was shut\nuk told\tБраму зачинили\n"
        "## 2\nen drift\tSix men left\tnumber\n",
        "utf-8",
    )
    assert read(tmp_path) == [
        Reading("m: The gate", 1, "en", "told", "The gate was shut"),
        Reading("m: The gate", 1, "uk", "told", "Браму зачинили"),
        Reading("m: The gate", 2, "en", "drift", "Six men left", "number"),
    ]


def test_every_reading_has_a_known_kind_and_says_what_was_changed() -> None:
    for each in [*read(), *read(FOLDER / "held")]:
        assert each.kind in KINDS, each
        assert (each.changed in CHANGED) is (each.kind in ("drift", AGAINST)), each


def test_what_is_held_is_not_read_with_the_rest() -> None:
    held = {each.text for each in read(FOLDER / "held")}
    assert held and held.isdisjoint(each.text for each in read())


def test_every_statement_has_readings_in_several_languages() -> None:
    languages: defaultdict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for each in read():
        if each.kind != AGAINST:
            languages[each.matter, each.statement][each.language] += 1
    assert all(found["en"] >= 4 and len(found) >= 3 for found in languages.values())
