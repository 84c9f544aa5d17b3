"""What was changed between editions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching import align
from firsthand.model import Edition, Editions, Op, Revision, RevisionKind
from firsthand.tracing.revising import revisions
from tests.builders import record

SENTENCES = (
    "The gate had lost four bolts when the barge struck it.",
    "The gate had lost two bolts when the barge struck it.",
    "Nobody was hurt, the keeper said.",
    "Barley soup wants time and salt!",
    "Fourteen barges waited below the lock until dusk.",
)


def revised(*texts: str) -> list[Revision]:
    held = {f"r{n}": record(text, id=f"r{n}") for n, text in enumerate(texts)}
    return list(revisions(held, [Editions("address", tuple(Edition((r,)) for r in held))], align))


def words(*texts: str) -> list[tuple[str, str, str]]:
    found = []
    for each in revised(*texts):
        places = ((int(p.record[1:]), p.spans[0]) if p else None for p in (each.before, each.now))
        before, now = (texts[p[0]][p[1].start : p[1].end] if p else "" for p in places)
        found.append((each.kind.value, before, now))
    return found


def test_sentences_that_went_came_and_were_changed_are_told_in_order() -> None:
    four, two, nobody, soup, barges = SENTENCES
    assert words(f"{four} {nobody} {barges}", f"{soup} {two} {barges}") == [
        ("changed", four, two),
        ("gone", nobody, ""),
        ("new", "", soup),
    ]


def test_a_change_has_the_edits_from_before_to_now() -> None:
    (found,) = revised(SENTENCES[0], SENTENCES[1])
    assert (found.kind, found.earlier, found.later) == (RevisionKind.CHANGED, "r0", "r1")
    (edit,) = [e for e in found.edits if e.op is not Op.EQUAL]
    assert (SENTENCES[0][slice(*edit.a)], SENTENCES[1][slice(*edit.b)]) == ("four", "two")


def test_what_only_stands_elsewhere_or_is_written_otherwise_is_no_change() -> None:
    assert words("The gate is shut. “Nobody” came.", "NOBODY came!\n\nThe gate is shut.") == []


def test_each_edition_is_compared_with_the_one_before() -> None:
    assert [kind for kind, _, _ in words(SENTENCES[2], f"{SENTENCES[2]} {SENTENCES[3]}", SENTENCES[2])] == [
        "new",
        "gone",
    ]


@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.lists(st.sampled_from(SENTENCES), max_size=6))
def test_sentences_taken_from_one_and_put_into_it_give_the_other(one: list[str], two: list[str]) -> None:
    found = words(" ".join(one), " ".join(two))
    left = list(one)
    for _, before, _ in found:
        if before:
            left.remove(before)
    assert sorted([*left, *(now for _, _, now in found if now)]) == sorted(two)
    back = words(" ".join(two), " ".join(one))
    assert sorted((kind for kind, _, _ in back)) == sorted(
        {"gone": "new", "new": "gone"}.get(kind, kind) for kind, _, _ in found
    )


def test_thousands_of_sentences_that_all_differ_take_no_squares() -> None:
    one = " ".join(f"Barge {n} of the line waited at quay {n * 7}." for n in range(1500))
    two = " ".join(f"Barge {n} of the fleet waited at quay {n * 11}." for n in range(1500))
    assert len(revised(one, two)) > 1000
