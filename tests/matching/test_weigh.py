"""Words and meaning together."""

from __future__ import annotations

from firsthand.matching.meaning import Nearness
from firsthand.matching.weigh import weigh
from firsthand.model import MatchKind
from tests.matching.test_likelihood import FAR, SAME, two


def test_the_same_words_need_no_meaning() -> None:
    a, b, rare = two(
        "The upper gate had lost two bolts", "Keepers found that the upper gate had lost two bolts"
    )
    found = weigh(a, b, rare, None)
    assert found is not None and found.kind is MatchKind.PARTIAL
    assert found.likelihood > 0.5


def test_other_words_of_one_meaning_are_proposed_with_how_likely_it_is() -> None:
    a, b, rare = two("Eleven men were still below ground", "The crew of eleven has not come up")
    found = weigh(a, b, rare, SAME)
    assert found is not None and found.kind is MatchKind.PARAPHRASE
    assert found.reasons[0] == f"in other words, likely to say the same: {found.likelihood:.0%}"
    assert weigh(a, b, rare, FAR) is None


def test_another_language_is_a_translation_and_never_without_meaning() -> None:
    a, b, rare = two("Eleven men were still below ground", "Одинадцятеро гірників досі під землею", "uk")
    found = weigh(a, b, rare, SAME)
    assert found is not None and found.kind is MatchKind.TRANSLATION
    assert "in another language" in found.reasons[0]
    assert weigh(a, b, rare, None) is None


def test_another_number_is_told() -> None:
    a, b, rare = two(
        "Eleven men were trapped below ground", "Below the ground seventeen men of the shift sat trapped"
    )
    found = weigh(a, b, rare, Nearness(0.9, 0.9, 0.0))
    assert found is not None
    assert any("another number" in reason for reason in found.reasons)


def test_an_opposite_is_told() -> None:
    a, b, rare = two("The sergeant protected the wounded commander", "하사는 부상한 지휘관을 배신했다", "ko")
    found = weigh(a, b, rare, Nearness(0.9, 0.9, 0.0))
    assert found is not None
    assert "turned round: “protected” here, “배신했다” there" in found.reasons


def test_names_alone_have_no_meaning_to_match_by() -> None:
    a, b, rare = two("Eleven men were still below ground", "Of this to the Harbour Courier")
    assert weigh(a, b, rare, SAME) is None
