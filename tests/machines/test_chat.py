"""The chat protocol, spoken with a server on this machine."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from firsthand.errors import Refused, Unreadable
from firsthand.machines import endpoint
from firsthand.machines.chat import Endpoint, ask
from firsthand.records import Machine
from tests.machines.speaking import Answer, Model, Script, says, speaking


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What would have been waited."""
    waited: list[float] = []
    monkeypatch.setattr("firsthand.machines.chat.time.sleep", waited.append)
    return waited


def named(model: Model, **more: str) -> Endpoint:
    return endpoint(Machine(model.url, "seer", **more))


def refused(script: Script, **more: str) -> str:
    with speaking(script) as model, pytest.raises((Refused, Unreadable)) as why:
        ask(named(model, **more), "Read?")
    assert model.host in str(why.value)
    return str(why.value)


def test_a_question_goes_with_model_and_key_and_the_answer_is_kept_as_it_came(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SEER_KEY", " k-123\n")
    answer = says("비가 온다.")
    with speaking([answer]) as model:
        said = ask(named(model, key="SEER_KEY"), "Read?")
        ((fields, question),) = model.asked
    assert (said.text, said.answer.encode()) == ("비가 온다.", answer.body)
    assert fields["authorization"] == "Bearer k-123"
    assert question == {
        "model": "seer",
        "temperature": 0,
        "messages": [{"role": "user", "content": "Read?"}],
    }


def test_no_key_goes_where_none_is_named() -> None:
    with speaking([says("a")]) as model:
        ask(named(model), "Read?")
        assert "authorization" not in model.asked[0][0]


@pytest.mark.parametrize("written", ["{0}", "{0}/", "{0}/chat/completions"])
def test_an_endpoint_is_known_however_its_address_ends(written: str) -> None:
    with speaking([says("a")]) as model:
        to = endpoint(Machine(written.format(model.url), "seer"))
        assert ask(to, "").text == "a" and to.name == f"seer at {model.host}"


@pytest.mark.parametrize(
    ("machine", "what"),
    [
        (Machine(), "no machine is named"),
        (Machine("http://localhost:1"), "no machine is named"),
        (Machine("localhost:8080/v1", "m"), "endpoint is not fetched"),
        (Machine("https://ann:pw@models.example/v1", "m"), "a name or a password in it"),
        (Machine("http://localhost:1", "m", "NOT_SET_ANYWHERE"), "NOT_SET_ANYWHERE, which .* is not set"),
    ],
)
def test_an_endpoint_that_cannot_be_asked_is_refused(machine: Machine, what: str) -> None:
    with pytest.raises(Refused, match=what):
        endpoint(machine)


def test_a_key_shows_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEER_KEY", "k-123")
    assert "k-123" not in repr(endpoint(Machine("http://localhost:1", "m", "SEER_KEY")))
    monkeypatch.setenv("SEER_KEY", "k\r\nX-Other: 1")
    with pytest.raises(Refused, match="holds what is no key") as why:
        endpoint(Machine("http://localhost:1", "m", "SEER_KEY"))
    assert "X-Other" not in str(why.value)


def test_a_busy_server_is_asked_again_when_it_says(impatient: list[float]) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    busy = [Answer(b"", 429, {"Retry-After": "7"}), Answer(b"", 503, {"Retry-After": later})]
    with speaking([*busy, says("a")]) as model:
        assert ask(named(model), "").text == "a"
    assert impatient[0] == 7 and 25 < impatient[1] <= 30


def test_a_server_that_stays_busy_is_left_after_three_times(impatient: list[float]) -> None:
    with speaking([Answer(b'{"error": {"message": "slow down"}}', 429)]) as model:
        with pytest.raises(Refused, match=r"is busy.*slow down"):
            ask(named(model), "")
        assert len(model.asked) == 3 and impatient == [5, 5]


def test_nobody_waits_for_an_hour(impatient: list[float]) -> None:
    assert "asks to wait 3600 seconds" in refused([Answer(b"", 429, {"Retry-After": "3600"})])
    assert impatient == []


def test_a_model_with_one_temperature_only_is_asked_without() -> None:
    with speaking([Answer(b'{"error": {"message": "temperature: unsupported"}}', 400), says("a")]) as model:
        assert ask(named(model), "").text == "a"
        assert ["temperature" in question for _, question in model.asked] == [True, False]


def test_a_key_that_does_not_hold_is_told_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEER_KEY", "k-123")
    told = refused([Answer(b"{}", 401)], key="SEER_KEY")
    assert "does not accept the key in SEER_KEY" in told and "k-123" not in told
    assert "wants a key" in refused([Answer(b"", 403)])


def test_an_address_that_leads_elsewhere_gets_nothing_more() -> None:
    assert "is not followed" in refused([Answer(b"", 307, {"Location": "http://127.0.0.1:9/"})])
