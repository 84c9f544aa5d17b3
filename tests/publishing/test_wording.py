from __future__ import annotations

import unicodedata

import pytest

from firsthand.model import Private, PrivateWords, Span
from firsthand.publishing.wording import Wording, joined

LISTED = Wording(
    [
        PrivateWords(Private.KIN, ("Ok-sun Ri", "리옥순", "Тарас Гордієнко")),
        PrivateWords(Private.HOME, ("12 River Lane",), True),
        PrivateWords(Private.PERSON, ("Mark",)),
    ]
)


def found(text: str, language: str = "") -> list[str]:
    """What is found in a text, each place once."""
    return [text[s.start : s.end] for s in joined(hit.span for hit in LISTED.hits(text, language))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("my mother Ok-sun Ri waits", ["Ok-sun Ri"]),
        ("my mother Ri Ok-Sun's door", ["Ri Ok-Sun"]),
        ("OK-\nSUN RI", ["OK-\nSUN RI"]),
        ("Oksun Ri", ["Oksun Ri"]),
        ("어머니 리옥순에게 썼다", ["리옥순"]),
        ("матері Оксун Рі", ["Оксун Рі"]),
        ("написав Тарасові Гордієнку вчора", ["Тарасові Гордієнку"]),
        ("Taras Hordiienko wrote", ["Taras Hordiienko"]),
        ("at 12, River-Lane today", ["12, River-Lane"]),
        ("at 12 River Lane or at 12 River Lane", ["12 River Lane", "12 River Lane"]),
        ("at 112 River Lane", []),
        ("at 12 River Lanes", ["12 River Lanes"]),
        ("the broksunrise", []),
        ("Mark came to the market", ["Mark"]),
        ("Markets fell", []),
        ("Mark saw Mark, and Ok-sun Ri saw Ok-sun Ri", ["Mark", "Mark", "Ok-sun Ri", "Ok-sun Ri"]),
        ("", []),
    ],
)
def test_where_listed_words_stand(text: str, words: list[str]) -> None:
    assert found(text, "en") == words


def test_a_name_may_bend_at_its_end_but_not_in_english() -> None:
    listed = Wording([PrivateWords(Private.KIN, ("Nowak",))])
    assert [hit.span for hit in listed.hits("dla Nowakowi", "pl")] == [Span(4, 12)]
    assert listed.hits("the Nowakowi", "en") == []


@pytest.mark.parametrize(
    ("listed", "text", "left"),
    [
        ("Иван Орлов", "сказал И. П. Орлов вчера", "сказал  вчера"),
        ("Иван Орлов", "Орлов, Иван Петрович: письмо", ": письмо"),
        ("Иван Орлов", "об Иване «Громе» Орлове", "об "),
        ("Иван Орлов", "Иван и Пётр Орловы", " и Пётр "),
        ("Иван Орлов", "by Ivan M. Orlov-Smith today", "by  today"),
        ("Иван Орлов", "at i.orlov@mail.example", "at @mail.example"),
        ("Иван Орлов", "#FreeIvanOrlov87", "#Free87"),
        ("Иван Орлов", "Ива-\nном Орло-\nвым", ""),
        ("Иван Орлов", "x/%D0%98%D0%B2%D0%B0%D0%BD_%D0%9E%D1%80%D0%BB%D0%BE%D0%B2", "x/"),
        ("Иван Орлов", "Ивaн Орлoв", ""),  # with Latin letters among the others
        ("Иван Орлов", "Иван пришёл. Орлов ушёл", "Иван пришёл. Орлов ушёл"),
        ("Иван Орлов", "Иван Ковач, Пётр Орлов", "Иван Ковач, Пётр Орлов"),
        ("Иван Орлов", "И Орлов пришёл", "И Орлов пришёл"),
        ("Łukasz Żółć", "Łukaszowi Żółciowi", ""),
        ("Petr Novák", "s Petrem Novákem", "s "),
        ("Marek Wilk", "dla Marka Wilka", "dla "),
        ("Ζωή Καρρά", "της Ζωής Καρρά", "της "),
        ("Ольга Ковач", "Ользі Ковач", ""),
        ("김민준", "Кима Мин Чжуна и キム・ミンジュン", " и "),
        ("김민준", "said M. J. Kim", "said "),
        ("김민준", "minjun.kim87", "87"),
        ("محمد الحسن", "ومحمـــد الحسن", ""),
        ("Anna Maria Brandt", "by A. M. Brandt or Anna Brandt", "by  or "),
        ("Žofie Lněnková", unicodedata.normalize("NFD", "s Žofie Lněnková"), "s "),  # no accent left behind
        ("Žofie Lněnková", "ᴢᴏꜰɪᴇ ʟɴᴇɴᴋᴏᴠᴀ", ""),
        ("Žofie Lněnková", "an zlnenkova", "an "),
        ("Žofie Lněnková", "Žofie Lněnková <zl77@mail.example> (@zl)", " (@zl)"),
        ("Žofie Lněnková", "Žofie Lněnková (@steppe77) and (a@b.example)", " and (a@b.example)"),
        ("Žofie Lněnková", "from =?utf-8?Q?=C5=BDofie_Ln=C4=9Bnkov=C3=A1?= today", "from  today"),
        ("İlkay Işıldağ", "ilkay ışıldağ", ""),
        ("Søren Ødegård", "soren.odegard", ""),
        ("Anne-Marie d’Aubrécourt", "by Anne-Marie Aubrécourt", "by "),
        (
            "Тимофій Дзвін",
            "https://xn--" + "тимофій-дзвін".encode("punycode").decode() + ".ua",
            "https://.ua",
        ),
        ("Θεόφιλος Ξανθάκης", "του Θεόφιλου Ξανθάκη", "του "),
        ("Θεόφιλος Ξανθάκης", "said Theophilos Xanthakis", "said "),
        ("Jonas Petrauskas", "Jono Petrausko ir", " ir"),
        ("خليل النصراوي", "خلیل نصراوی", ""),
        ("خليل النصراوي", "said Khalil Nasrawi", "said "),
        ("Khalil Nasrawi", "قال خليل النصراوي", "قال "),
        ("שלומית ברקוביץ", "ושלומית ברקוביץ", ""),
        ("ניסן ברקוביץ", "said Nissan Berkovitz", "said "),
        ("欧阳雪莲", "歐陽雪蓮说", "说"),
        ("欧阳雪莲", "by Xuelian Ouyang", "by "),
        ("李强", "李強说王墙", "说王墙"),
        ("남궁효린", "효린 남궁", ""),
        ("さくらい ゆりえ", "サクライ・ユリエ", ""),
        ("さくらい ゆりえ", "ｻｸﾗｲ ﾕﾘｴ", ""),
        ("लक्ष्मी त्रिवेदी", "लक्ष्मी त्रिवेदी का", " का"),
        ("ნინო ჭავჭანიძე", "ნინომ ჭავჭანიძემ", ""),
        ("ნინო ჭავჭანიძე", "ⴌⴈⴌⴍ ⴝⴀⴅⴝⴀⴌⴈⴛⴄ", ""),
        ("ნინო ჭავჭანიძე", "Нино Чавчанидзе", ""),
        ("Գայանե Պողոսյան", "Գայանեի Պողոսյանի", ""),
        ("Գայանե Պողոսյան", "Гаяне Погосян", ""),
        ("Anna Lee", "banana leeward, Johanna Lee", "banana leeward, Johanna Lee"),
    ],
)
def test_a_name_is_found_as_texts_write_it(listed: str, text: str, left: str) -> None:
    spans = joined(hit.span for hit in Wording([PrivateWords(Private.PERSON, (listed,))]).hits(text))
    assert without(text, spans) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Chaplyna St., 17", ""),
        ("на Чаплиній, буд. 17, кв. 3", "на , буд. , кв. 3"),
        ("Чаплина 71", "Чаплина 71"),
        ("17 people came", "17 people came"),
    ],
)
def test_an_address_is_its_number_and_its_street(text: str, left: str) -> None:
    home = Wording([PrivateWords(Private.HOME, ("вул. Чаплина 17",), True)])
    assert without(text, joined(hit.span for hit in home.hits(text))).replace("  ", " ") == left


def without(text: str, spans: list[Span]) -> str:
    """A text without what stands at these places."""
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text


def test_nothing_listed_finds_nothing() -> None:
    assert not Wording([])
    assert Wording([]).hits("Ok-sun Ri") == []


def test_spans_that_meet_are_one() -> None:
    assert joined([Span(4, 6), Span(0, 2), Span(1, 4), Span(9, 9)]) == [Span(0, 6), Span(9, 9)]
