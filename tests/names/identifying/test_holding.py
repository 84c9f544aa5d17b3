from __future__ import annotations

import pytest

from firsthand.names.identifying.holding import agree, differ, remark


@pytest.mark.parametrize(
    ("field", "one", "other", "differs", "agrees"),
    [
        ("born", "1997", "4 May 1997", False, True),
        ("born", "1997", "2001", True, False),
        ("born", "May", "spring", False, False),
        ("place of birth", "Haeju", "HAEJU", False, True),
        ("place of birth", "Haeju", "Unbong", True, False),
        ("place of birth", "Haeju", "해주", False, True),  # by the rules of spelling
        ("place of birth", "Unbong", "해주", False, False),  # another script is not held against it
        ("role", "pilot", "cook", False, False),  # a person may have two
        ("from", "Haeju", "Unbong", False, False),
        ("rank", "капітан", "Captain", False, True),
        ("rank", "капітан", "major", False, False),  # promoted
        ("unit", "34 обр", "34th Brigade", False, True),
        ("unit", "34 обр", "35th Brigade", False, False),  # transferred
        ("number", "PP 123456", "pp123456", False, True),
        ("number", "PP123456", "AA7", False, False),  # another paper
    ],
)
def test_only_what_cannot_both_hold_differs(
    field: str, one: str, other: str, differs: bool, agrees: bool
) -> None:
    assert (differ(field, one, other), agree(field, one, other)) == (differs, agrees)
    assert (differ(field, other, one), agree(field, other, one)) == (differs, agrees)


def test_of_two_ranks_the_higher_is_named() -> None:
    said = "Major is above капітан; a promotion may lie between."
    assert remark("rank", "major", "капітан") == remark("rank", "капітан", "major") == said
    assert remark("rank", "captain", "капітан") == remark("unit", "34th Brigade", "35th Brigade") == ""
