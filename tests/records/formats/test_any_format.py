"""What holds for every format: any bytes in, parts that hold together or one clear refusal out."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.records.formats import FORMATS, Format
from firsthand.records.intake import Read, read
from tests.records.formats.promise import keeps_its_promise
from tests.records.formats.samples import SAMPLES, crashes

SEEDS = 500
NAMES = {
    "plain": "a.txt",
    "html": "a.html",
    "jsonl": "a.jsonl",
    "table": "a.csv",
    "followthemoney": "a.ftm.json",
    "image": "a.png",
    "pdf": "a.pdf",
    "wacz": "a.wacz",
    "warc": "a.warc.gz",
    "page-xml": "a.xml",
    "alto": "a.alto.xml",
    "hocr": "a.hocr",
    "line-table": "a.tsv",
    "tei": "a.tei",
    "iiif": "a.json",
    "docx": "a.docx",
    "xlsx": "a.xlsx",
    "telegram": "result.json",
    "eml": "a.eml",
    "odt": "a.odt",
    "subtitles": "a.srt",
    "zip": "a.zip",
    "rtf": "a.rtf",
    "msg": "a.msg",
    "machine": "read.json",
    "tnef": "winmail.dat",
    "mbox": "a.mbox",
    "mhtml": "a.mhtml",
    "telegram-page": "messages.html",
}
CRASHES = crashes()
each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


def flipped(sample: bytes) -> Iterator[bytes]:
    """The file with one to four bits flipped, over and over."""
    for seed in range(SEEDS):
        dice, spoilt = random.Random(seed), bytearray(sample)
        for _ in range(1 + seed % 4):
            spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
        yield bytes(spoilt)


def test_every_format_has_a_sample_and_a_name() -> None:
    assert [form.name for form in FORMATS] == list(SAMPLES) == list(NAMES)


@each_format
def test_a_sample_is_read_by_its_format_under_its_name(form: Format) -> None:
    for sample in SAMPLES[form.name]:
        found = read(sample, NAMES[form.name])
        assert (found.format, bool(found.documents or found.members)) == (form.name, True)


@each_format
@settings(max_examples=25, deadline=None)
@given(data=st.binary(max_size=200))
@example(data=b"")
@example(data=b"\xff\xfe")
@example(data=b"---\n---\n")
@example(data=b"<")
@example(data=b"[")
@example(data=b'"')
@example(data=b"text\n\x00")
def test_any_bytes(form: Format, data: bytes) -> None:
    keeps_its_promise(form, data)


def answered(data: bytes, name: str) -> Read:
    """What is read in a file, or refused in sentences on one line each."""
    found = read(data, name)
    assert found.documents or found.members or found.refusals
    for refusal in found.refusals:
        assert refusal.what and (refusal.what + refusal.do + refusal.part).isprintable()
    return found


@each_format
def test_a_file_cut_at_every_tenth(form: Format) -> None:
    for sample in SAMPLES[form.name]:
        for tenth in range(1, 10):
            cut = sample[: len(sample) * tenth // 10]
            keeps_its_promise(form, cut)
            answered(cut, NAMES[form.name])


@each_format
def test_a_file_with_flipped_bits(form: Format) -> None:
    for sample in SAMPLES[form.name]:
        for spoilt in flipped(sample):
            keeps_its_promise(form, spoilt)


@each_format
def test_other_files_under_its_name(form: Format) -> None:
    """They are read as what they are, as far as their first bytes tell that at all."""
    for other in FORMATS:
        sample = SAMPLES[other.name][0]
        keeps_its_promise(form, sample)
        found = answered(sample, NAMES[form.name])
        assert found.documents or found.members or other.claims(sample, "") < 0.8, (other.name, found)


@pytest.mark.parametrize("name", CRASHES)
def test_what_once_broke_a_reader(name: str) -> None:
    (form,) = (form for form in FORMATS if name.startswith(f"{form.name}-"))
    keeps_its_promise(form, CRASHES[name])
