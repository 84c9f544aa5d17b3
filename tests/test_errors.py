from __future__ import annotations

import pickle

import pytest

from firsthand import errors
from firsthand.errors import CaseDamaged, FirsthandError, Refused, Unreadable

KINDS = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, FirsthandError)]


def test_a_sentence_says_where_what_and_what_to_do() -> None:
    error = Unreadable("is empty", where="a.txt", do="Ask the sender for it again")
    assert str(error) == "a.txt: is empty. Ask the sender for it again."
    assert str(Refused("no such folder")) == "no such folder."


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_crosses_a_process_border_whole(kind: type[FirsthandError]) -> None:
    error = kind("was altered", where="objects/ab", do="Restore it from a copy")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (again.what, again.where, again.do) == (error.what, error.where, error.do)


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_drawn_in_the_tree(kind: type[FirsthandError]) -> None:
    assert f"{kind.__name__} " in (errors.__doc__ or "")
    assert f"exit {kind.exit_code}" in (errors.__doc__ or "")


def test_exit_codes_differ_between_groups() -> None:
    codes = [k.exit_code for k in KINDS if k is not FirsthandError]
    assert len(set(codes)) == len(codes)
    assert CaseDamaged.exit_code == 4
