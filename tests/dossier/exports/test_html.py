from __future__ import annotations

import re

import lxml.html
import pytest

from firsthand.dossier.exports.html import html
from firsthand.dossier.rendering import tongue
from tests.dossier import cases


@pytest.fixture(scope="module")
def hostile() -> lxml.html.HtmlElement:
    return lxml.html.fromstring(html(cases.hostile().build()).decode("utf-8"))


def test_there_is_no_script_and_nothing_to_load(hostile: lxml.html.HtmlElement) -> None:
    assert hostile.xpath("//script|//img|//iframe|//link|//object|//embed|//form|//base") == []
    assert len(hostile.xpath("//style")) == 1
    for name in {name for each in hostile.iter() if isinstance(each.tag, str) for name in each.attrib}:
        assert not name.startswith("on")


def test_only_web_addresses_and_anchors_are_links(hostile: lxml.html.HtmlElement) -> None:
    for href in hostile.xpath("//a/@href"):
        assert href.startswith(("#", "https://ok.example/"))
    (out,) = hostile.xpath("//a[starts-with(@href, 'http')]")
    assert out.get("rel") == "noreferrer noopener"


def test_pictures_are_in_the_file(hostile: lxml.html.HtmlElement) -> None:
    assert all(src.startswith("data:image/jpeg;base64,") for src in hostile.xpath("//image/@href"))


def test_the_policy_forbids_everything_but_our_style_and_pictures() -> None:
    page = html(cases.quay().build()).decode("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")


def test_a_language_that_is_none_is_left_out() -> None:
    assert str(tongue("ko", "ltr")) == 'lang="ko" dir="ltr"'
    assert str(tongue('en" onmouseover="x', "rtl")) == 'dir="rtl"'
    assert str(tongue("", "sideways")) == 'dir="auto"'


def test_foreign_words_have_their_language() -> None:
    page = lxml.html.fromstring(html(cases.quay().build()).decode("utf-8"))
    (line,) = page.xpath("//li[@id='L1']//p[@class='orig']/span")
    assert line.get("lang") == "ko"
    assert line.text == "3일. 불을 끄라는 지시를 받았다."


def test_a_translation_never_stands_alone() -> None:
    page = lxml.html.fromstring(html(cases.quay().build()).decode("utf-8"))
    for each in page.xpath("//p[@class='rendering']"):
        assert "tr. Ha Miran" in each.text_content()
        assert each.xpath("preceding-sibling::p[@class='orig']")


def test_a_hundred_reports_make_a_page_of_reasonable_size() -> None:
    assert len(html(cases.crowd(100).build())) < 1_000_000
