"""The same statement found elsewhere, with the reasons; and what must never match."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.engines import Local
from firsthand.matching import match
from firsthand.matching.across.encoder import Encoder
from firsthand.model import Kind, MatchKind, Op, Place, RecordKind
from tests.matching.across.made import encoder
from tests.matching.made import matched, numbered, only, own, report, said, words_at

FULL = "The pump had stopped twice before we reached the shoals"
FIRST = report("a", f"“{FULL},” Ann Lee said.", published="2025-02-01")


@pytest.mark.parametrize(
    ("quotation", "kind", "reason"),
    [
        (FULL.upper(), MatchKind.VERBATIM, "the same 10 words"),
        ("stopped twice", MatchKind.PARTIAL, "all 2 words of the one stand unbroken in the 10 of the other"),
        (
            "The pump had stopped three times before we reached the shoals",
            MatchKind.ALTERED,
            "9 words agree in order, of 10 here and 11 there",
        ),
        (
            "The pump had not stopped twice before we reached the shoals",
            MatchKind.ALTERED,
            "“not” stands only there",
        ),
    ],
)
def test_a_quotation_is_found_in_another_report(quotation: str, kind: MatchKind, reason: str) -> None:
    other = report("b", f"A sailor told us: “{quotation}.”", published="2025-02-02")
    found = only([FIRST, other], [said(FIRST, FULL), said(other, quotation)])
    assert found.kind is kind
    assert reason in found.reasons
    assert (found.a.record, found.b.record) == (FIRST.id, other.id)


def test_another_number_is_a_match_that_says_so() -> None:
    one = report("a", "Forty sealed boxes were carried ashore by the crew, the port said.")
    two = report(
        "b", "36 sealed boxes were carried ashore by the crew, the union said.", published="2025-03-01"
    )
    a, b = (said(r, r.text.split(", the")[0], Kind.INDIRECT) for r in (one, two))
    found = only([one, two], [a, b])
    assert found.kind is MatchKind.ALTERED
    assert "another number: “forty” here, “36” there" in found.reasons


def test_edits_point_into_both_texts() -> None:
    other = report("b", "“The pump had stopped before we reached the harbour.”", published="2025-02-02")
    found = only([FIRST, other], [said(FIRST, FULL), said(other, other.text[1:-2])])
    told = {
        (e.op, words_at([FIRST, other], e.a, FIRST.id), words_at([FIRST, other], e.b, other.id))
        for e in found.edits
    }
    assert (Op.DROPPED, "twice", "") in told
    assert (Op.CHANGED, "shoals", "harbour") in told


def test_other_words_match_only_with_rare_words_in_common() -> None:
    one = report("a", "Firemen say the ship was saved by her crew, who had shut the dampers.")
    two = report(
        "b", "The crew are said to have saved the ship by shutting the dampers.", published="2025-03-01"
    )
    found = only(
        [one, two], [said(one, one.text[:-1], Kind.INDIRECT), said(two, two.text[:-1], Kind.INDIRECT)]
    )
    assert found.kind is MatchKind.PARAPHRASE
    assert "in other words" in found.reasons[0] and "“dampers”" in found.reasons[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It was not what they would have said to us", "It was what they would not have said to him"),
        ("Minister Ann Lee Porter", "Ann Lee Porter denied everything"),
        ("unforgivable", "unforgivable"),
        ("The bridge is safe for trains", "Rain fell over the northern islands"),
    ],
)
def test_function_words_names_and_single_words_never_match(one: str, other: str) -> None:
    a = report("a", f"Somebody wrote {one} and left.")
    b = report("b", f"Somebody wrote {other} and left.")
    assert matched([a, b], [said(a, one), said(b, other)]).matches == ()


def test_one_report_is_not_compared_with_itself() -> None:
    text = f"“{FULL},” she said. Again: “{FULL}.”"
    one = report("a", text)
    again = said(one, FULL)
    last = text.rindex(FULL)
    from dataclasses import replace

    from firsthand.model import Span

    spans = (Span(last, last + len(FULL)),)
    other = replace(again, id="other", content=spans, quotes=spans)
    assert matched([one], [again, other]).matches == ()


def test_sentences_of_a_reprint_match_though_nobody_is_quoted() -> None:
    text = (
        "The ferry Maud left Tresk at dawn with forty aboard.\nDivers will inspect its hull on the slipway."
    )
    one, two = report("a", text), report("b", text)
    found = matched([one, two], [*own(one), *own(two)]).matches
    assert [m.kind for m in found] == [MatchKind.VERBATIM] * 2


def test_a_quotation_inside_a_longer_sentence_is_matched_by_itself() -> None:
    text = "the engineer does not expect the pier to fail “under present loads”"
    one = report("a", f"A paper says {text}.")
    from dataclasses import replace

    from tests.builders import span

    a = replace(said(one, text, Kind.MIXED), quotes=(span(one.text, "under present loads"),))
    source = numbered("r", ["I measured the crack.", "The pier is in no danger under present loads."])
    found = only([one, source], [a])
    assert found.kind is MatchKind.PARTIAL
    assert found.a.spans == a.quotes
    assert found.b.lines == (2,)


# ------------------------------------------------ against records

PAGES = numbered(
    "notebook",
    [
        "The left pump stopped again.",
        "The captain said to leave it and keep going.",
        "A hand of water stands in the hold.",
        "Two from the engine room are down with fever.",
        "We are not thieves, we carried sealed boxes.",
    ],
)


@pytest.mark.parametrize(
    ("quotation", "lines", "kind"),
    [
        ("The left pump stopped again", (1,), MatchKind.VERBATIM),
        ("pump stopped again. The captain said to leave it", (1, 2), MatchKind.PARTIAL),
        ("Two from the engine room are ill with fever", (4,), MatchKind.ALTERED),
        ("The left pump stopped again, we carried sealed boxes", (1, 5), MatchKind.FUSED),
    ],
)
def test_a_quotation_is_found_in_the_lines_of_the_record(
    quotation: str, lines: tuple[int, ...], kind: MatchKind
) -> None:
    one = report("a", f"The notebook says: “{quotation}.”")
    found = only([one, PAGES], [said(one, quotation)])
    assert (found.kind, found.b.lines, found.b_attribution) == (kind, lines, "")
    assert [PAGES.lines[n - 1].span for n in lines] == list(found.b.spans)


def test_a_record_without_numbered_lines_is_cited_by_sentence() -> None:
    source = report("memo", "The beam is cracked. I advise a limit of thirty.", kind=RecordKind.PRIMARY)
    one = report("a", "It reads: “I advise a limit of thirty.”")
    assert only([one, source], [said(one, "I advise a limit of thirty")]).b.lines == (2,)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "nineteen villagers were treated for burns after the kiln burst",
            "burns had to be treated in 19 of the villagers",
            True,
        ),
        (
            "The old brick kiln outside Marrow Edge burst on Friday",
            "A market outside Marrow Edge is to open on Friday with music and a fair",
            False,
        ),
        (
            "The notebook was found at the pumping station outside Marrow Edge",
            "Rent is owed for the pumping station outside Marrow Edge",
            False,
        ),
    ],
)
def test_particulars_in_any_order_are_a_paraphrase_and_a_place_in_common_is_none(
    one: str, other: str, same: bool
) -> None:
    a = report("a", f"He said {one}.\nThe owner of it lives in Marrow Edge.")
    b = report("b", f"She said {other}.\nThe mayor of it lives in Marrow Edge.", published="2025-03-01")
    found = matched([a, b], [said(a, one, Kind.INDIRECT), said(b, other, Kind.INDIRECT)]).matches
    assert [m.kind for m in found] == [MatchKind.PARAPHRASE] * same


def test_other_words_yield_to_the_sentence_that_says_the_same() -> None:
    first = report("a", "The kiln at Marrow Edge burst and nineteen villagers were treated for burns.")
    told = "Nineteen villagers were treated for burns after the kiln burst"
    subject = (
        "Villagers want the kiln that burst, and the burns of nineteen, looked into by a judge from abroad"
    )
    other = report("b", f"{told}.\n{subject}.", published="2025-03-01")
    found = only([first, other], [*own(first), *own(other)])
    assert words_at([first, other], found.b.spans[0], other.id).startswith(told)


def test_a_short_sentence_that_two_reports_have_word_for_word_is_a_match() -> None:
    one, two = (
        report("a", "It was not there in October 2021."),
        report("b", "It was not there in October 2021."),
    )
    assert only([one, two], [*own(one), *own(two)]).kind is MatchKind.VERBATIM


# ------------------------------------------------ order, size


def shuffled_case(seed: int) -> tuple[list[object], list[object]]:
    """Six reports that repeat, cut and change one another's sentences."""
    rnd = random.Random(seed)
    base = ["The pump had stopped twice before dawn", "Nobody told the passengers which stairs to take"]
    base.append("Divers found a cracked plate under the engine room")
    records, attributions = [], []
    for n in range(6):
        lines = []
        for line in rnd.sample(base, 2):
            words = line.split()
            if rnd.random() < 0.5:
                words[rnd.randrange(len(words))] = rnd.choice(["not", "forty", "slowly"])
            lines.append(" ".join(words[rnd.randrange(3) :]))
        each = report(f"n{n}", "\n".join(lines), published=rnd.choice(["", "2025-01-01", "2025-01-02"]))
        records.append(each)
        attributions += [said(each, line) for line in lines]
    return records, attributions


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_records_and_attributions_is_no_matter(seed: int, rnd: random.Random) -> None:
    records, attributions = shuffled_case(seed)
    before = matched(records, attributions)
    rnd.shuffle(records)
    rnd.shuffle(attributions)
    assert matched(records, attributions) == before


def test_a_match_has_the_same_id_whatever_else_is_in_the_case() -> None:
    other = report("b", f"He wrote “{FULL}”.", published="2025-02-02")
    apart = report("c", "Rain fell over the islands for nine days.")
    alone = only([FIRST, other], [said(FIRST, FULL), said(other, FULL)])
    among = only([apart, other, FIRST], [*own(apart), said(other, FULL), said(FIRST, FULL)])
    assert among.id == alone.id


def test_many_reprints_are_laid_beside_the_earliest_and_it_is_said() -> None:
    reprints = [report(f"n{n:03}", FULL, published=f"2025-01-{1 + n % 28:02}") for n in range(200)]
    found = matched(reprints, [said(each, FULL) for each in reprints])
    assert len(found.matches) == 199
    assert len({m.a.record for m in found.matches}) == 1
    assert "stands in 200 places" in found.skipped[0]


def test_words_too_common_to_compare_by_are_named() -> None:
    texts = [f"The harbour board met again on berth number{n} and pier word{n}" for n in range(60)]
    records = [report(f"n{n}", text) for n, text in enumerate(texts)]
    found = matched(records, [said(each, each.text) for each in records])
    assert "“again”, “berth” stand together in 60 different sentences" in found.skipped[0]


def test_near_identical_reprints_match_though_every_phrase_is_common() -> None:
    words = [
        "the",
        "harbour",
        "board",
        "found",
        "cracked",
        "plates",
        "under",
        "the",
        "engine",
        "room",
        "of",
        "the",
        "old",
        "ferry",
        "last",
        "winter",
    ]
    texts = [" ".join([*words[: n % 9], f"x{n}", *words[n % 9 :]]) for n in range(60)]
    records = [report(f"n{n}", text) for n, text in enumerate(texts)]
    found = matched(records, [said(each, each.text) for each in records])
    assert len({place.record for m in found.matches for place in (m.a, m.b)}) == 60


def test_attributions_of_records_that_are_not_there_are_passed_over() -> None:
    found = match([], [said(FIRST, FULL)], Local(1).pairs_sharing_key)
    assert (found.matches, found.skipped) == ((), ())


def test_place_of_a_match_is_the_attribution() -> None:
    other = report("b", f"He wrote “{FULL}”.", published="2025-02-02")
    a, b = said(FIRST, FULL), said(other, FULL)
    found = only([FIRST, other], [a, b])
    assert (found.a, found.b) == (Place(FIRST.id, a.content), Place(other.id, b.content))
    assert (found.a_attribution, found.b_attribution) == (a.id, b.id)


def test_the_encoder_is_loaded_only_where_there_are_two_texts_to_compare() -> None:
    loaded: list[bool] = []

    def load() -> Encoder:
        loaded.append(True)
        return encoder()

    other = report("b", "A sailor told us: “Nobody had looked after the engine.”", published="2025-02-02")
    one, two = said(FIRST, FULL), said(other, "Nobody had looked after the engine")
    match([FIRST, other], [one], Local(1).pairs_sharing_key, load)
    assert not loaded
    match([FIRST, other], [one, two], Local(1).pairs_sharing_key, load)
    assert loaded
