from __future__ import annotations

from firsthand.model import Private, PrivateWords
from firsthand.publishing.scrubbing import Scrubbing, scrubbing
from firsthand.publishing.wording import Wording

HIDDEN = "The key lies under the third stone.\n편지는 우물 옆에 묻었다.\n鷺沢町四丁目の家\nMun Ki-bom"
SHOWN = "The key lies in the harbour. Vera Holm said so."


def made(*ours: str, names: dict[str, Private] | None = None) -> Scrubbing:
    """What scrubs these sentences."""
    return scrubbing(
        Wording([PrivateWords(Private.KIN, ("Ada Quist",))]), names or {}, [HIDDEN], [SHOWN], ours
    )


def test_words_of_a_withheld_passage_are_left_out_of_ours() -> None:
    for said in (
        "“under the third stone” is left out.",
        "It has 편지는 우물 옆에 묻었다 too.",
        "See 鷺沢町四丁目 there.",
    ):
        assert "[withheld: a line]" in made(said)(said)


def test_words_that_are_shown_elsewhere_stay() -> None:
    for said in ("“The key lies in” is left out.", "All three readings go back to one place."):
        assert made(said)(said) == said


def test_listed_names_and_names_of_files_are_left_out() -> None:
    scrub = made(
        names={"passport 7.txt": Private.PAPER, "Vera Holm": Private.RECORD, "passport 7": Private.PAPER}
    )
    assert (
        scrub("Ada Quist had passport 7.txt") == "[withheld: next of kin] had [withheld: an identity paper]"
    )
    assert scrub("Vera Holm") == "Vera Holm"
    assert made(names={"report": Private.RECORD})("It is a report.") == "It is a report."


def test_a_name_told_by_itself_is_told_where_something_shown_has_it() -> None:
    assert made().name("Mun Ki-bom") == "[withheld: a name]"
    assert made().name("Vera Holm") == "Vera Holm"
    assert made().name("Somebody Else") == "Somebody Else"


def test_without_anything_withheld_nothing_is_changed() -> None:
    assert scrubbing(Wording([]), {}, [], [SHOWN], ["x"])("The key lies") == "The key lies"
