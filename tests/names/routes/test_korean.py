"""Every Korean table against examples published with its standard, or common names by its rules."""

from __future__ import annotations

import unicodedata

import pytest

from firsthand.names.routes.korean import korean_name, rules, syllables_by, write

RULES = {rule.id: rule for rule in rules()}
NAMES = [
    # Proclamation 2000-8, article 3 (4): family name first, no changes of sound in given names.
    ("민용하", "ko-rr", "Min Yong-ha"),
    ("송나리", "ko-rr", "Song Nari"),
    ("한복남", "ko-rr", "Han Boknam"),
    ("홍빛나", "ko-rr", "Hong Bit-na"),
    # ALA-LC rules for names in McCune–Reischauer: sounds change inside a given name.
    ("김철원", "ko-mr", "Kim Ch'ŏr-wŏn"),
    ("이성민", "ko-mr", "Yi Sŏng-min"),
    ("이어령", "ko-mr", "Yi Ŏ-ryŏng"),
    ("김창룡", "ko-mr", "Kim Ch'ang-nyong"),
    ("김철운", "ko-mr", "Kim Ch'ŏr-un"),
    ("안중근", "ko-mr", "An Chung-gŭn"),
    ("김지하", "ko-mr", "Kim Chi-ha"),
    ("유성민", "ko-mr", "Yu Sŏng-min"),
    ("리승만", "ko-mr", "Yi Sŭng-man"),
    ("이어령", "ko-mr", "Yi O-ryong"),
    # UNGEGN WP 46: the first of a given name voiceless, the second voiced after a ringing sound.
    ("박동구", "ko-dprk", "Pak Tong Gu"),
    ("안복철", "ko-dprk", "An Pok Chŏl"),
    ("안복철", "ko-dprk", "An Pok Chol"),
    ("김정은", "ko-dprk", "Kim Jong Un"),
    ("이영호", "ko-dprk", "Ri Yong Ho"),
    ("정경홍", "ko-yale", "Ceng Kyeng-hong"),
    ("문무빈", "ko-yale", "Mun Mu-pin"),
    ("김정은", "ko-ru", "Ким Чон Ын"),
    ("김정은", "ko-ru", "Ким Чонын"),
    ("박정희", "ko-ru", "Пак Чонхи"),
    ("강문길", "ko-ru", "Кан Мунгиль"),
    ("김정은", "ko-uk", "Кім Чон Ин"),
    ("정경홍", "ko-uk", "Чон Кьонхон"),
    ("이영호", "ko-uk", "Лі Йонхо"),
    ("정경홍", "ko-uk-press", "Джон Кьон Хон"),
    ("김정은", "ko-kana", "キム・ジョンウン"),
    ("박정희", "ko-kana", "パク・チョンヒ"),
    ("황병서", "ko-kana", "ファン・ビョンソ"),
    ("강문길", "ko-rr-letters", "Gang Mun-gil"),
    ("정경홍", "ko-press", "Jung Kyung-hong"),
    ("김정은", "ko-europe", "Kim Čong-un"),
    ("김정일", "ko-ru-press", "Ким Чен Ир"),
    ("강성룡", "ko-uk-english", "Канг Сонг Рьонг"),
    ("려운학", "ko-rr", "Yeo Un-hak"),
    ("려운학", "ko-mr", "Yŏ Un-hak"),
]
# Proclamation 2000-8, article 3 (8): its examples for spelling letter by letter, syllable by syllable.
LETTERS = [("집", "jib"), ("짚", "jip"), ("밖", "bakk"), ("값", "gabs"), ("붓꽃", "buskkoch")]
LETTERS += [("먹는", "meogneun"), ("독립", "doglib"), ("문리", "munli"), ("가곡", "gagog")]


@pytest.mark.parametrize(("hangul", "route", "spelled"), NAMES)
def test_names_by_each_rule(hangul: str, route: str, spelled: str) -> None:
    name = korean_name(hangul)
    assert name is not None
    assert spelled in list(write(name, RULES[route]))


@pytest.mark.parametrize(("hangul", "spelled"), LETTERS)
def test_letter_by_letter(hangul: str, spelled: str) -> None:
    assert "".join(syllables_by(RULES["ko-rr-letters"], hangul)) == spelled


def test_every_table_has_an_example() -> None:
    assert {route for _, route, _ in NAMES} == set(RULES)


def test_hangul_in_letters_is_hangul_in_syllables() -> None:
    assert korean_name(unicodedata.normalize("NFD", "정경홍")) == korean_name("정경홍")


def test_a_family_name_of_two_syllables_is_one() -> None:
    name = korean_name("남궁민수")
    assert name is not None
    assert (name.family, name.given) == ("남궁", "민수")


@pytest.mark.parametrize("text", ["", "김", "조지 워싱턴", "가나다라마바사", "Kim", "뷁뷁뷁"])
def test_what_is_no_korean_name(text: str) -> None:
    assert korean_name(text) is None
