"""The public edition as a whole: whatever is withheld is looked for in every file that is made of it."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from firsthand.dossier import EXPORTS
from firsthand.dossier.citing import Citation, citations
from firsthand.dossier.literature import bibtex_of, csl_of
from firsthand.model import (
    Anchor,
    Handling,
    Judgement,
    Node,
    NodeKind,
    Private,
    PrivateWords,
    RecordKind,
    Ruling,
)
from firsthand.model import Matter as About
from firsthand.publishing import Matter, public
from tests.dossier import cases
from tests.publishing import secrets

NAMES = [
    "Orla Quimby",
    "Мирослава Зубенко",
    "표명숙",
    "澤渡千里",
    "Ζωή Καρρά",
    "نورا الهلالي",
    "Żaneta Łęcka",
]
HOMES = ["12 Heron Lane", "вул. Чаплина 17", "갈대골 31번지", "鷺沢町四丁目", "Šafářova ulička 8"]
FORMS = [
    str,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFC", text).upper(),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", " \u200b\n"),
    lambda text: "\u00ad".join(text),
    lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
]
HOME = PrivateWords(Private.HOME, ("12 River Lane", "boat"), True)
form = st.sampled_from(FORMS)


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(HOMES), form, form, st.booleans())
def test_what_is_withheld_stands_nowhere_in_any_file(
    name: str, home: str, one: object, other: object, all: bool
) -> None:
    case = secrets.matter(one(name), other(home), "K 5512093", one(name))
    private = [PrivateWords(Private.KIN, (name,), all), PrivateWords(Private.HOME, (home,), True)]
    dossier = public(case, private)
    for form, export in EXPORTS.items():
        found = secrets.bare(secrets.everything(form, export(dossier)))
        assert secrets.bare(home) not in found
        assert "k5512093" not in found and "munkibom" not in found and "19970314" not in found
        printed = secrets.bare(name) in found
        assert not printed if all or form == "csv" else True
        assert not any(digit * 64 in found for digit in "b9ef")


def test_a_record_withheld_whole_leaves_neither_its_title_nor_its_words_though_nobody_listed_them() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Somebody")
    dead = Handling(relation="dead", found_on="the slip at Ferrowick", found_by="Piet Noorman")
    records = [
        replace(r, handling=dead, title="A book from Ferrowick") if r.kind is RecordKind.PRIMARY else r
        for r in case.records
    ]
    node = Node("b" * 64, "A book from Ferrowick", NodeKind.RECORD, "b" * 64)
    trace = replace(case.trace, nodes=(*(n for n in case.trace.nodes if n.record != node.record), node))
    made = public(replace(case, records=records, trace=trace), [])
    for form, export in EXPORTS.items():
        found = secrets.bare(secrets.everything(form, export(made)))
        assert not any(each in found for each in ("ferrowick", "noorman", "windisnorth", "holdsorlaquimby"))


def test_a_name_that_an_outlet_printed_stands_in_its_text_alone() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla Quimby")
    dossier = public(case, [PrivateWords(Private.KIN, ("Orla Quimby",))])
    (report,) = dossier.reports
    assert report.text.count("Orla Quimby") == 2
    assert report.links[0].url == "https://gazette.example/Orla Quimby" or "Quimby" in report.links[0].value
    values = json.loads(EXPORTS["json"](dossier))
    values["reports"][0] |= {"text": "", "links": []}
    assert "Quimby" not in json.dumps(values)


def test_verdicts_and_anchors_are_those_of_the_whole_edition() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla Quimby")
    whole, made = case.build(), public(case, [PrivateWords(Private.KIN, ("Orla Quimby",))])
    assert made.counts == whole.counts
    for one, other in zip(made.statements, whole.statements, strict=True):
        assert (one.anchor, one.state, one.shape, one.reports) == (
            other.anchor,
            other.state,
            other.shape,
            other.reports,
        )
        rows = zip(
            (r for f in one.families for r in f.rows),
            (r for f in other.families for r in f.rows),
            strict=True,
        )
        assert all(
            (a.anchor, a.check and a.check.word) == (b.anchor, b.check and b.check.word) for a, b in rows
        )
    assert [r.anchor for r in made.records] == [r.anchor for r in whole.records]


def test_what_machines_made_is_left_out_and_moves_no_anchor() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla Quimby")
    page = next(each for each in case.records if each.kind is RecordKind.PAGE)
    translated = next(each for each in case.records if each.kind is RecordKind.TRANSLATION)
    read = replace(translated, id="c" * 64, kind=RecordKind.TRANSCRIPTION, of=page.id, manner="machine")
    told = replace(translated, id="d" * 64, manner="machine", by="an engine", name="0.json", published="")
    aided = replace(case, records=(read, told, *case.records))
    assert len(aided.build().aids) == 1 and len(aided.build().records[0].translations) > 1
    assert public(aided, []) == public(case, [])
    before, after = ([t.anchor for t in made.build().records[0].translations] for made in (case, aided))
    assert after[: len(before)] == before


def test_the_pixels_of_a_face_are_gone() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla Quimby")
    pictures = secrets.pictures(EXPORTS["html"](public(case, [])).decode())
    assert len(pictures) == 1
    image = Image.open(io.BytesIO(pictures[0]))
    assert image.size == (400, 200)
    assert image.getexif() == {} and set(image.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "dpi",
    }
    data = image.tobytes()
    assert not any(g > r + 60 for r, g in zip(data[::3], data[1::3], strict=True))
    assert image.getpixel((340, 70)) == (0, 0, 0)
    assert image.getpixel((20, 10)) == (255, 255, 255)


def test_without_a_ruling_only_papers_and_pictures_of_nothing_known_are_missing() -> None:
    from dataclasses import replace

    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla Quimby")
    bare = replace(case, records=tuple(replace(r, handling=None) for r in case.records))
    dossier = public(bare, [])
    assert dossier.withheld is not None and dossier.withheld.counts == (("papers", 1),)
    assert len(dossier.images) == 1
    assert dossier.papers[0].withheld and not dossier.records[0].withheld


@pytest.mark.parametrize("form", EXPORTS)
def test_a_file_says_that_it_is_a_public_edition(form: str) -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Orla Quimby")
    text = EXPORTS[form](public(case, [PrivateWords(Private.KIN, ("Orla Quimby",))])).decode()
    assert "[withheld: next of kin]" in text or form == "annotations"
    lists = ("csv", "csl")  # bare rows or entries, which have no head to say it in
    assert "Public edition. One identity paper" in text or form in lists


@pytest.mark.parametrize("handling", [None, Handling(relation="dead")])
@pytest.mark.parametrize("case", [cases.lone, cases.hostile, cases.quay])
def test_any_case_has_a_public_edition_in_which_every_link_leads_somewhere(
    case: Callable[[], cases.Case], handling: Handling | None
) -> None:
    of = case()
    matter = Matter(
        of.title,
        [replace(record, handling=handling) for record in of.records],
        of.attributions,
        of.trace,
        of.refusals,
        of.custody,
        of.images,
        of.made_at,
        "0.1.0",
        {},
    )
    private = [PrivateWords(Private.KIN, ("Vera Holm", "<script>", "—", "a" * 3000)), HOME]
    made = {form: export(public(matter, private)).decode() for form, export in EXPORTS.items()}
    assert "<script" not in made["html"]
    there = set(re.findall(r'id="([^"]+)"', made["html"]))
    assert set(re.findall(r'href="?#([^" >]+)', made["html"])) <= there


def test_no_note_bibtex_or_csl_of_a_public_edition_has_what_is_withheld() -> None:
    case = secrets.matter("Orla Quimby", "12 Heron Lane", "K 5512093", "Somebody")
    on = (Anchor("Orla Quimby"), Anchor("Somebody"))
    ruled = Ruling(1, About.NAMES, Judgement.SAME, on, "Ann Lee", "2026-11-23T14:05:00Z", "Orla Quimby")
    case = replace(case, rulings=(ruled,))
    whole = [form for each in citations(case.build()).values() for form in _forms(each)]
    assert any("Orla Quimby" in form and "from" in form for form in whole)
    private = [
        PrivateWords(Private.KIN, ("Orla Quimby",), True),
        PrivateWords(Private.HOME, ("12 Heron Lane",), True),
    ]
    made = citations(public(case, private))
    assert {"ruling", "descent", "statement", "source"} <= {each.kind for each in made.values()}
    found = secrets.bare("\n".join(form for each in made.values() for form in _forms(each)))
    assert not any(each in found for each in ("quimby", "heronlane", "k5512093"))


def _forms(each: Citation) -> tuple[str, str, str]:
    return each.text, bibtex_of(each), json.dumps(csl_of(each), ensure_ascii=False)
