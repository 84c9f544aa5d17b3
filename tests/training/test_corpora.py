"""The other corpora as marked texts; invented files in their layouts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.corpora import SENTENCES, joined, levels, sentences, speeches, tagged
from training.marked import Marked, Parts

NONE: dict[str, list[str]] = {name: [] for name in ("Cue", "Source", "Message", "Addr", "Medium")}


def told(each: Marked) -> list[dict[str, list[str]]]:
    """The words of every attribution, by part."""
    return [
        {part: [each.text[a:b] for a, b in places] for part, places in parts.items() if places}
        for parts in each.attributions
    ]


def marked(text: str, *attributions: Parts) -> Marked:
    return Marked("invented", "en", text, attributions, ("source", "cue", "content"))


def places(text: str, **parts: str) -> Parts:
    """Each part where its words first stand."""
    return {part: ((text.index(words), text.index(words) + len(words)),) for part, words in parts.items()}


def speech(root: Path, sentence: list[list[str]], **roles: list[str]) -> Path:
    body = {
        "Sentences": [{"SentenceId": n, "Tokens": tokens} for n, tokens in enumerate(sentence)],
        "Annotations": [NONE | roles],
    }
    (root / "speech.json").write_text(json.dumps(body), "utf-8")
    return root


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["Lom", "sagt", ":", "Nein", "."], "Lom sagt: Nein."),
        (["„", "Nein", "“", ",", "sagt", "er"], "„Nein“, sagt er"),
        (["(", "so", ")"], "(so)"),
        (["Lom", "'s", "Tor"], "Lom's Tor"),
    ],
)
def test_tokens_are_joined_as_people_write_them(tokens: list[str], text: str) -> None:
    found, where = joined([("0", tokens)])
    assert found == text
    assert [found[slice(*where[f"0:{n}"])] for n in range(len(tokens))] == tokens


@given(st.lists(st.lists(st.text("ab.,„“»«()'s", min_size=1), max_size=6), max_size=4))
def test_every_token_is_where_it_is_said_to_be(told: list[list[str]]) -> None:
    text, where = joined([(str(n), tokens) for n, tokens in enumerate(told)])
    assert len(where) == sum(map(len, told))
    for number, tokens in enumerate(told):
        for index, token in enumerate(tokens):
            assert text[slice(*where[f"{number}:{index}"])] == token


def test_a_speech_is_read_with_all_its_roles(tmp_path: Path) -> None:
    tokens = ["Ada", "sagte", "dem", "Boten", ",", "das", "Tor", "sei", "zu", "."]
    root = speech(
        tmp_path,
        [tokens],
        Source=["0:0"],
        Cue=["0:1"],
        Addr=["0:2", "0:3"],
        Message=["0:5", "0:6", "0:7", "0:8"],
    )
    (found,) = speeches(root)
    assert (found.language, found.text) == ("de", "Ada sagte dem Boten, das Tor sei zu.")
    assert told(found) == [
        {"source": ["Ada"], "cue": ["sagte"], "addressee": ["dem Boten"], "content": ["das Tor sei zu"]}
    ]
    assert found.known == ("cue", "source", "content", "addressee", "channel")


def test_tokens_with_others_between_them_are_two_places(tmp_path: Path) -> None:
    root = speech(tmp_path, [["Ada", "rief", "das", "Tor", "an"]], Cue=["0:1", "0:4"], Message=["0:2", "0:3"])
    (found,) = speeches(root)
    assert told(found) == [{"cue": ["rief", "an"], "content": ["das Tor"]}]


def test_without_a_cue_nothing_is_learnt_of_an_annotation(tmp_path: Path) -> None:
    (found,) = speeches(speech(tmp_path, [["Das", "Tor"]], Message=["0:0", "0:1"]))
    assert found.attributions == ()


def test_a_long_speech_comes_in_parts_and_each_annotation_in_its_own(tmp_path: Path) -> None:
    lines = [["Ada", "sagte", f"nein{n}"] for n in range(SENTENCES + 3)]
    last = SENTENCES + 1
    found = list(speeches(speech(tmp_path, lines, Cue=[f"{last}:1"], Message=[f"{last}:2"])))
    assert [len(each.text.split()) for each in found] == [3 * SENTENCES, 9]
    assert [told(each) for each in found] == [[], [{"cue": ["sagte"], "content": [f"nein{last}"]}]]


def table(root: Path, *rows: tuple[str, str, str]) -> Path:
    lines = ["sentence_num\ttext\ttags", *("\t".join(row) for row in rows)]
    (root / "cs_tokens.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return root


def test_a_sentence_with_one_cue_is_one_attribution(tmp_path: Path) -> None:
    rows = [
        ("1", "Ada", "source"),
        ("1", "řekla", "cue"),
        ("1", ":", "O"),
        ("1", '"', "content"),
        ("1", "ne", "content"),
    ]
    (found,) = tagged(table(tmp_path, *rows), "cs")
    assert (found.name, found.language) == ("1", "cs")
    assert told(found) == [{"source": ["Ada"], "cue": ["řekla"], "content": ['" ne']}]


def test_with_two_cues_nobody_knows_whose_is_whose(tmp_path: Path) -> None:
    rows = [
        ("1", "Ada", "source"),
        ("1", "řekla", "cue"),
        ("1", "a", "O"),
        ("1", "psala", "cue"),
        ("2", "Ne", "O"),
    ]
    first, second = tagged(table(tmp_path, *rows), "cs")
    assert told(first) == [{"source": ["Ada"]}, {"cue": ["řekla", "psala"]}]
    assert second.attributions == ()


def test_our_own_sentences_are_read_with_their_language(tmp_path: Path) -> None:
    path = tmp_path / "uk.txt"
    path.write_text("# invented\n<s>Ада</s> <c>каже</c>, що <t>ворота зачинено</t>.\n", "utf-8")
    (found,) = sentences(path)
    assert (found.name, found.language) == ("uk0", "uk")
    assert told(found) == [{"source": ["Ада"], "cue": ["каже"], "content": ["ворота зачинено"]}]


def test_what_is_told_inside_a_content_is_a_text_of_its_own() -> None:
    text = "Lom wrote that Ada said the gate was shut."
    outer = places(text, source="Lom", cue="wrote", content="Ada said the gate was shut")
    inner = places(text, source="Ada", cue="said", content="the gate was shut")
    first, second = levels(marked(text, outer, inner))
    assert (first.text, first.attributions) == (text, (outer,))
    assert second.text == "Ada said the gate was shut"
    assert told(second) == [{"source": ["Ada"], "cue": ["said"], "content": ["the gate was shut"]}]


def test_three_levels_are_three_texts() -> None:
    text = "Lom wrote: Ada said: Fenn knew: it is shut"
    attributions = [
        places(text, cue="wrote", content="Ada said: Fenn knew: it is shut"),
        places(text, cue="said", content="Fenn knew: it is shut"),
        places(text, cue="knew", content="it is shut"),
    ]
    found = list(levels(marked(text, *attributions)))
    assert [each.text for each in found] == [text, "Ada said: Fenn knew: it is shut", "Fenn knew: it is shut"]
    assert [each["cue"] for one in told_all(found) for each in one] == [["wrote"], ["said"], ["knew"]]


def told_all(found: list[Marked]) -> list[list[dict[str, list[str]]]]:
    return [told(each) for each in found]


def test_side_by_side_nothing_is_nested() -> None:
    text = "Ada said no. Lom wrote yes."
    both = [places(text, cue="said", content="no"), places(text, cue="wrote", content="yes")]
    assert list(levels(marked(text, *both))) == [marked(text, *both)]


ranges = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda r: (r[0], r[0] + r[1]))
anything = st.fixed_dictionaries({"cue": ranges.map(lambda r: (r,)), "content": ranges.map(lambda r: (r,))})


@given(st.lists(anything, max_size=6))
def test_levels_come_to_an_end_and_stay_in_their_text(attributions: list[Parts]) -> None:
    for each in levels(marked("x" * 40, *attributions)):
        for parts in each.attributions:
            assert all(0 <= a < b <= len(each.text) for where in parts.values() for a, b in where)
