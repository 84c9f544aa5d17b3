"""What servers of models answer, in all its forms."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import FirsthandError, Refused, Unreadable
from firsthand.fetching import Answer
from firsthand.machines.answers import said, trouble
from tests.machines.speaking import says


def text(content: object, finish: str = "stop", **message: object) -> str:
    return said(says(content, finish, **message).body, "host", "seer").text


@pytest.mark.parametrize(
    "content",
    [
        "비가\n온다.",
        " 비가\n온다.\n",
        "```text\n비가\n온다.\n```",
        "<think>It is Korean.\nPerhaps.</think>\n\n비가\n온다.",
        [{"type": "text", "text": "비가\n"}, {"type": "text", "text": "온다."}],
    ],
)
def test_the_words_are_found_among_what_stands_around_them(content: object) -> None:
    assert text(content) == "비가\n온다."


@pytest.mark.parametrize(
    ("content", "finish", "message", "what"),
    [
        ("", "stop", {}, "says nothing"),
        (None, "stop", {}, "says nothing"),
        ("<think>hm</think>", "stop", {}, "says nothing"),
        ("the the the", "length", {}, "came to no end"),
        ("", "content_filter", {}, "refuses"),
        (None, "stop", {"refusal": "I cannot\nhelp with that."}, r"refuses \(I cannot help with that\)"),
    ],
)
def test_no_whole_answer_is_a_matter_of_this_question_alone(
    content: object, finish: str, message: dict[str, object], what: str
) -> None:
    with pytest.raises(Unreadable, match=what):
        text(content, finish, **message)


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"<html>", b"\xff\xfe", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{"message": 1}]}'),
        b"[" * 5000,
    ],
)
def test_what_is_no_chat_completion_is_refused(body: bytes) -> None:
    with pytest.raises(Refused, match="no chat completion"):
        said(body, "host", "seer")


KEYS = st.sampled_from(["choices", "message", "content", "refusal", "text", "finish_reason", "error"])
LEAVES = st.none() | st.text(max_size=5) | st.integers()


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        LEAVES, lambda x: st.lists(x, max_size=2) | st.dictionaries(KEYS, x, max_size=3), max_leaves=6
    )
)
def test_any_answer_gives_words_or_a_refusal(answer: object) -> None:
    body = json.dumps(answer).encode("utf-8", "replace")
    try:
        assert said(body, "host", "seer").text
    except FirsthandError as why:
        assert why.where == "seer at host"
    assert trouble(Answer(500, {}, body), "host", "seer", "").where == "seer at host"


@pytest.mark.parametrize(
    ("status", "what"),
    [(404, "knows no such model"), (413, "as long"), (429, "busy"), (500, r"\(500\)"), (301, "elsewhere")],
)
def test_each_trouble_is_told_with_what_the_server_says(status: int, what: str) -> None:
    body = json.dumps({"error": {"message": "no\nmodel \x1b[31m" + "x" * 900}}).encode()
    told = trouble(Answer(status, {}, body), "host", "seer", "")
    with pytest.raises(Refused, match=what):
        raise told
    assert "no model \ufffd[31mx" in told.what and len(told.what) < 320
