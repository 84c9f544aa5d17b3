"""Where the readings of a statement enter the case."""

from __future__ import annotations

from dataclasses import replace

from firsthand.model import Being, Hop, Independence, Kind, NodeKind, RecordKind, Role, Source
from tests.builders import attribution, record
from tests.tracing.cases import report, statement, traced

LINE = "The footing of the gate is rotten on the river side."


def speaker(name: str, *more: Hop) -> tuple[Hop, ...]:
    return (Hop(Role.SPEAKER, None, name, Being.PERSON), *more)


def test_what_somebody_was_told_rests_on_who_told_them() -> None:
    whole = "A bargeman, Irma Toll said, swears that the gate had lost two bolts"
    paper = report("a", f"{whole}.")
    outer = attribution(paper, whole, name="Irma Toll", hands=speaker("Irma Toll"))
    hands = (Hop(Role.SPEAKER, None, "A bargeman", Being.ANONYMOUS),)
    inner = attribution(paper, "that the gate had lost two bolts", name="A bargeman", hands=hands)
    inner = replace(inner, parent=outer.id)
    heard, own = (traced([paper], [statement("S1", outer)], said) for said in ([outer, inner], [outer]))
    assert heard.verdicts[0].independence is Independence.UNKNOWN
    assert "A bargeman" in heard.verdicts[0].origins[0].name
    assert own.verdicts[0].independence is Independence.SHARED
    assert own.verdicts[0].origins[0].name == "Irma Toll"


def test_the_reports_own_outlet_is_no_origin_of_what_it_heard() -> None:
    paper = report("a", "The Kolmar Post was there when the gate had lost two bolts.", outlet="Kolmar Post")
    said = attribution(paper, "the gate had lost two bolts", name="Kolmar Post", hands=speaker("Kolmar Post"))
    (origin,) = traced([paper], [statement("S1", said)], [said]).verdicts[0].origins
    assert origin.kind is NodeKind.UNKNOWN
    assert origin.name == "Kolmar Post, 2025-02-01 itself"


def test_a_name_given_further_down_names_the_source_if_this_text_has_it_too() -> None:
    first = report(
        "a", "The lock office told us that the gate had lost two bolts; keeper Oskar Vendt was there."
    )
    later = report(
        "b", "The gate had lost two bolts, Oskar Vendt said, so the a Gazette.", published="2025-02-02"
    )
    one = attribution(first, "the gate had lost two bolts", name="us", hands=speaker("us"))
    two = attribution(later, "The gate had lost two bolts", name="Oskar Vendt", hands=speaker("Oskar Vendt"))
    found = traced([first, later], [statement("S1", one, two)], [one, two])
    assert ("b", "a") in {(d.child, d.parent) for d in found.descents}
    assert [o.name for o in found.verdicts[0].origins] == ["Oskar Vendt"]


def test_own_voice_straight_after_a_document_goes_on_with_it() -> None:
    page = record(LINE, id="page", name="page.txt", title="Memo", kind=RecordKind.PRIMARY, outlet="")
    paper = report("a", f"A memo says: “{LINE}” The other side was whole in autumn. We called it. It rained.")
    quoted = attribution(
        paper,
        LINE,
        name="A memo",
        kind=Kind.DIRECT,
        hands=(Hop(Role.AUTHOR, None, "A memo", Being.DOCUMENT),),
    )
    next_one = attribution(paper, "The other side was whole in autumn", kind=Kind.OWN)
    last = attribution(paper, "It rained", kind=Kind.OWN)
    rows = [statement("S1", next_one), statement("S2", last)]
    follows, rain = traced([page, paper], rows, [quoted, next_one, last]).verdicts
    assert follows.origins[0].kind is NodeKind.RECORD
    assert rain.origins[0].kind is NodeKind.UNKNOWN


def test_a_source_known_by_other_spellings_is_the_one_the_text_names() -> None:
    paper = report("a", "Vendt said the gate had lost two bolts.")
    said = attribution(paper, "the gate had lost two bolts", source="Vendt", name="Vendt")
    whole = Source(
        "s1", "Oskar Vendt", Being.PERSON, spellings=("Oskar Vendt", "Vendt"), attributions=(said.id,)
    )
    other = replace(whole, spellings=("Irma Toll",), name="Irma Toll")
    named = [
        traced([paper], [statement("S1", said)], [said], [s]).verdicts[0].origins[0].name
        for s in (whole, other)
    ]
    assert named == ["Oskar Vendt", "Vendt"]
