from __future__ import annotations

from firsthand.model import Handling, Private, PrivateWords, RecordKind
from firsthand.publishing import masking
from firsthand.publishing.telling import NOTHING, PRINTED, telling
from firsthand.publishing.withholding import withholding
from firsthand.publishing.wording import Wording
from tests import builders
from tests.publishing.secrets import lined

BOOK = builders.record(
    "Ann Lee\nElm Row", kind=RecordKind.PRIMARY, lines=lined("Ann Lee\nElm Row"),
    handling=Handling(holder="Municipal archive", withhold=(2,)),
)  # fmt: skip
PAPER = builders.record("Born 1997", kind=RecordKind.PAPER, name="paper.txt")
REPORT = builders.record("Ann Lee waits")


def sentences(*records: object, words: tuple[str, ...] = ()) -> tuple[str, ...]:
    rules = withholding(records, Wording([PrivateWords(Private.KIN, words)]), [])
    return telling(records, masking.texts(records, rules, everywhere=True), rules).sentences


def test_what_is_withheld_is_counted_in_words_and_who_has_it_is_named() -> None:
    said = sentences(BOOK, PAPER, REPORT, words=("Ann Lee",))
    assert (
        said[0] == "Public edition. One identity paper, one line and one mention of next of kin are withheld."
    )
    assert said[2:] == ("The whole is with Municipal archive.", PRINTED)


def test_one_thing_is_withheld_and_nothing_is_said_of_names_that_none_printed() -> None:
    said = sentences(PAPER)
    assert said[0] == "Public edition. One identity paper is withheld."
    assert said[2:] == ("The whole is with whoever holds the case.",)


def test_where_nothing_is_marked_that_is_said() -> None:
    assert sentences(REPORT) == (NOTHING,)
