"""The hands that particles show beside content and source."""

from __future__ import annotations

import pytest

from firsthand.model import Hop
from firsthand.reading.rules.attached import adjuncts_end, between
from tests.reading.rules.test_wordline import line


def said(text: str, hops: tuple[Hop, ...]) -> list[str]:
    """The words of each hand."""
    return [text[hop.who.start : hop.who.end] for hop in hops if hop.who]


@pytest.mark.parametrize(
    ("text", "channels", "hearers", "relays", "cited"),
    [
        ("동해방송과의 인터뷰에서", ["인터뷰"], ["동해방송"], [], []),
        ("보도자료를 통해", ["보도자료"], [], [], []),
        ("성명을 내고", ["성명"], [], [], []),
        ("통역 직원을 통해", [], [], ["통역 직원"], []),
        ("누리일보에 경찰에", [], ["누리일보", "경찰"], [], []),
        ("아내에게 기자들에게", [], [], [], []),
        ("한 당국자를 인용해", [], [], [], ["한 당국자"]),
        ("한 당국자의 말을 빌려", [], [], [], ["한 당국자"]),
        ("회의에서 천천히", [], [], [], []),
    ],
)
def test_hands_by_their_particles(
    text: str, channels: list[str], hearers: list[str], relays: list[str], cited: list[str]
) -> None:
    here = line(text)
    found = between(here, 0, len(here.words))
    kinds = (found.channels, found.hearers, found.relays, found.cited)
    assert [said(text, hops) for hops in kinds] == [channels, hearers, relays, cited]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("3일 기자회견에서 다리가 안전하다고", 2),
        ("변호사를 통해 낸 입장문에서 다리가 안전하다고", 4),
        ("다리가 안전하다고", 0),
    ],
)
def test_where_the_content_begins(text: str, start: int) -> None:
    here = line(text)
    assert adjuncts_end(here, 0, len(here.words) - 1) == start
