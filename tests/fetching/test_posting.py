"""Questions to a server that a person named."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from firsthand.errors import Refused
from firsthand.fetching import post
from tests.fetching.serving import certified, serving
from tests.machines.speaking import Answer, speaking
from tests.records.webarchive.building import chunked, http


def test_the_question_arrives_whole_and_the_answer_comes_back() -> None:
    with speaking([Answer(b'{"a": 1}', 201, {"X-Own": "yes"})]) as model:
        answer = post(f"{model.url}/chat/completions", b'{"q": "\xc3\xa9"}', {"X-Mine": "1"}, 5, 1000)
        assert (answer.status, answer.content, answer.fields["x-own"]) == (201, b'{"a": 1}', "yes")
        ((fields, question),) = model.asked
    assert question == {"q": "é"} and fields["x-mine"] == "1" and fields["host"] == model.host


def test_chunks_are_undone() -> None:
    answer = http(chunked(b"one two three", 4), "application/json", "200 OK", "Transfer-Encoding: chunked")
    with serving({"/": answer}) as server:
        assert post(server.url, b"", {}, 5, 1000).content == b"one two three"


def test_a_redirect_is_an_answer_and_not_followed() -> None:
    answers = {"/": http(b"", "", "307 Go", "Location: /b"), "/b": http(b"there")}
    with serving({**answers}) as server:
        assert post(server.url, b"secret", {}, 5, 1000).status == 307
        assert server.paths == ["/"]


@pytest.mark.parametrize(
    ("answer", "largest", "what"),
    [(http(b"x" * 2000), 1000, "is larger than"), (b"SSH-2.0-x\r\n\r\n", 1000, "no web server")],
)
def test_what_is_no_answer_is_refused(answer: bytes, largest: int, what: str) -> None:
    with serving({"/": answer}) as server, pytest.raises(Refused, match=what) as refused:
        post(server.url, b"", {}, 5, largest)
    assert "browser" not in str(refused.value) and "running" in str(refused.value)


def test_a_server_that_says_nothing_is_not_waited_for_forever() -> None:
    def silent(line: socket.socket) -> None:
        time.sleep(1)

    with serving({"/": silent}) as server, pytest.raises(Refused, match=r"no answer within 0\.2 seconds"):
        post(server.url, b"", {}, 0.2, 1000)


def test_nothing_is_sent_to_a_server_whose_certificate_does_not_hold(tmp_path: Path) -> None:
    context, _ = certified(tmp_path)
    with serving({"/": http(b"x")}, context) as server:
        with pytest.raises(Refused, match="no safe connection"):
            post(server.url, b"secret", {}, 5, 1000)
        assert server.asked == []


def test_nothing_listens() -> None:
    with pytest.raises(Refused, match="does not answer"):
        post("http://127.0.0.1:9/v1", b"", {}, 5, 1000)


def test_nothing_is_sent_unencrypted_over_the_public_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.fetching.posting.resolve", lambda *given: ["93.184.216.34"])
    monkeypatch.setattr("firsthand.fetching.posting.exchange", lambda *given: pytest.fail("was sent"))
    with pytest.raises(Refused, match="unencrypted"):
        post("http://model.example/v1", b"page", {}, 5, 1000)
