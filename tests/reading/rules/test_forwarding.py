"""A mail that somebody passed on, told of in the next sentence."""

from __future__ import annotations

from tests.reading.cases import chains

MAIL = "Tom Dale forwarded the mail to the ombudsman on Friday. "


def test_who_passed_it_on_stands_behind_who_wrote_it() -> None:
    assert chains(MAIL + "In it, Ann Lee wrote that it rained.") == [
        [
            ("author", "Ann Lee"),
            ("channel", "the mail"),
            ("relay", "Tom Dale"),
            ("addressee", "the ombudsman"),
        ]
    ]


def test_a_sentence_that_is_not_about_the_mail_has_none_of_its_hands() -> None:
    assert chains(MAIL + "On Monday, Ann Lee wrote that it rained.") == [[("author", "Ann Lee")]]
