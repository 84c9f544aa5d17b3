from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Certainty, Descent
from firsthand.names.identifying.lineage import Lineage, lineage


def test_a_line_of_reports_begins_somewhere() -> None:
    made = [Descent("c", "b", Certainty.LIKELY, ()), Descent("b", "a", Certainty.SHOWN, ())]
    made += [Descent("a", "ghost", Certainty.SHOWN, ()), Descent("d", "a", Certainty.POSSIBLE, ())]
    found = lineage(made, {"a", "b", "c", "d"})
    assert [found.root(each) for each in "abcd"] == ["a", "a", "a", "d"]
    assert [found.root(each, "bc") for each in "bc"] == ["b", "b"] and found.root("c", "d") == "c"


@given(st.dictionaries(st.sampled_from("abcde"), st.sampled_from("abcde")), st.sampled_from("abcde"))
def test_any_line_has_one_beginning_for_all_of_a_circle(parents: dict[str, str], record: str) -> None:
    root = Lineage(parents).root(record)
    assert Lineage(parents).root(root) == root
