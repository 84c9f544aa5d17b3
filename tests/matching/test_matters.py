"""Reports on another matter are known by their names."""

from __future__ import annotations

from firsthand.matching.matters import apart, matters
from tests.matching.made import numbered, report

FERRY = report("a", "The ferry Maud burned off Tresk, Ann Lee said.")
SAME = report("b", "In the town of Tresk they mourn for the ferry Maud.")
LAKE = report("c", "On the lake near Immer the steamer Ulla burned, said Jonas Merz.")
BARE = report("d", "The ferry burned and nobody was hurt.")
TONGUE = report("e", "Un vapor numit Corina a ars la Sulina.", language="ro")


def test_reports_that_share_names_are_of_one_matter() -> None:
    found = matters([FERRY, SAME, LAKE])
    assert not apart(found, FERRY.id, SAME.id)
    assert apart(found, FERRY.id, LAKE.id)


def test_a_chain_of_names_links_too() -> None:
    chain = report("f", "The widow of Jonas Merz spoke to Ann Lee about it.")
    found = matters([FERRY, LAKE, chain])
    assert not apart(found, FERRY.id, LAKE.id)


def test_without_names_or_in_another_language_nothing_is_known() -> None:
    found = matters([FERRY, SAME, LAKE, BARE, TONGUE])
    assert not apart(found, FERRY.id, BARE.id)
    assert not apart(found, FERRY.id, TONGUE.id)


def test_months_and_words_also_written_small_link_nobody() -> None:
    one = report(
        "g", "In the Water Office on Monday we met Ann Lee, who had carried her brown water there in bottles."
    )
    two = report(
        "h",
        "At the Water Board on Monday we met Jonas Merz, who had carried his brown water there in bottles.",
    )
    three = report("i", "The water is brown and the water is cold.")
    four = report("j", "There is no water.")
    again = report("k", "The brown water of that week was carried home by Ann Lee, who keeps bottles of it.")
    assert apart(matters([one, two, three, four, again]), one.id, two.id)


def test_where_no_two_reports_are_linked_nothing_is_apart() -> None:
    assert not apart(matters([FERRY, LAKE]), FERRY.id, LAKE.id)


def test_the_record_belongs_to_the_matter_of_most_reports() -> None:
    source = numbered("r", ["The pump stopped."])
    found = matters([FERRY, SAME, LAKE, source])
    assert not apart(found, FERRY.id, source.id)
    assert apart(found, LAKE.id, source.id)
