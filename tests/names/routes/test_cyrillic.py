"""Every Cyrillic table against examples published with its standard, or names by its letters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.routes.cyrillic import alphabets, cyrillic, languages_of, latin, unmarked

TABLES = {route.id: route for route in alphabets()}
# The examples of resolution 55 (2010).
KMU = """Алушта=Alushta Андрій=Andrii Борщагівка=Borshchahivka Борисенко=Borysenko Вінниця=Vinnytsia
 Володимир=Volodymyr Гадяч=Hadiach Богдан=Bohdan Згурський=Zghurskyi Ґалаґан=Galagan Ґорґани=Gorgany
 Донецьк=Donetsk Дмитро=Dmytro Рівне=Rivne Олег=Oleh Есмань=Esman Єнакієве=Yenakiieve Гаєвич=Haievych
 Короп’є=Koropie Житомир=Zhytomyr Жанна=Zhanna Жежелів=Zhezheliv Закарпаття=Zakarpattia
 Казимирчук=Kazymyrchuk Медвин=Medvyn Михайленко=Mykhailenko Іванків=Ivankiv Іващенко=Ivashchenko
 Їжакевич=Yizhakevych Кадиївка=Kadyivka Мар’їне=Marine Йосипівка=Yosypivka Стрий=Stryi Олексій=Oleksii
 Київ=Kyiv Лебедин=Lebedyn Леонід=Leonid Миколаїв=Mykolaiv Ніжин=Nizhyn Наталія=Nataliia Одеса=Odesa
 Полтава=Poltava Решетилівка=Reshetylivka Рибчинський=Rybchynskyi Суми=Sumy Соломія=Solomiia
 Тернопіль=Ternopil Троць=Trots Ужгород=Uzhhorod Уляна=Uliana Фастів=Fastiv Філіпчук=Filipchuk
 Харків=Kharkiv Христина=Khrystyna Стеценко=Stetsenko Чернівці=Chernivtsi Шостка=Shostka
 Гоща=Hoshcha Гаращенко=Harashchenko Юрій=Yurii Корюківка=Koriukivka Яготин=Yahotyn
 Костянтин=Kostiantyn Знам’янка=Znamianka Феодосія=Feodosiia"""
OTHERS = """uk-bgn-1965:Згорани=Zhorany uk-bgn-1965:Єнакієве=Yenakiyeve uk-press:Зеленський=Zelensky
 uk-1996:Щедренко=Schedrenko uk-1996:Згурський=Zghurskyi
 uk-2007:Григорій=Grygorii uk-dstu-a:Хмельницький=Xmeljnycjkyj uk-dstu-a:Гощик=Ğoŝyk
 uk-dstu-b:Борщагівка=Borshchaghivka
 uk-via-ru:Олег=Oleg uk-french:Шевченко=Chevtchenko uk-german:Шевченко=Schewtschenko
 uk-polish:Шевченко=Szewczenko uk-polish:Зеленський=Zełenski uk-iso9:Юрій=Ûrìj uk-scholarly:Щедрій=Ščedrij
 ru-bgn-1947:Елена=Yelena ru-bgn-1947:Алексеев=Alekseyev ru-bgn-1947:Игорь=Igor ru-icao:Юлия=Iuliia
 ru-icao:Подъячев=Podieiachev ru-1997:Андрей=Andrey ru-1997:Юрий=Yuriy ru-2010:Царев=Tcarev
 ru-french:Ушаков=Ouchakov ru-french:Жуков=Joukov ru-german:Чехов=Tschechow ru-german:Ельцин=Jelzin
 ru-polish:Чехов=Czechow ru-polish:Горбачёв=Gorbaczow ru-iso9:Щукин=Ŝukin ru-scholarly:Щукин=Ščukin
 ru-press:Толстой=Tolstoy be-2007:Лукашэнка=Lukašenka be-2007:Ельск=Jeĺsk be-bgn-1979:Хоўна=Khowna
 bg-2009:Щърбанов=Shtarbanov bg-2009:София=Sofia sr-gaj:Ђорђевић=Đorđević sr-gaj:Љубиша=Ljubiša"""
EXAMPLES = [("uk-kmu", *each.split("=")) for each in KMU.split()]
EXAMPLES += [(each.split(":")[0], *each.split(":")[1].split("=")) for each in OTHERS.split()]


@pytest.mark.parametrize(("route", "name", "spelled"), EXAMPLES)
def test_examples_of_each_standard(route: str, name: str, spelled: str) -> None:
    table = TABLES[route]
    assert spelled in {latin(name, table), unmarked(latin(name, table), table)}


def test_every_table_has_an_example() -> None:
    assert {route for route, _, _ in EXAMPLES} == set(TABLES)


@pytest.mark.parametrize("route", [t for t in alphabets() if t.reversible], ids=lambda t: t.id)
@settings(deadline=None)  # the first example loads the tables
@given(data=st.data())
def test_reversible_tables_lead_back(route, data) -> None:  # type: ignore[no-untyped-def]
    letters = "".join(letter for letter in route.letters if letter != "'")
    word = data.draw(st.text(letters, min_size=1, max_size=12))
    if route.id == "sr-gaj":  # нј, лј and дж do not stand apart from њ, љ and џ
        word = re.sub("д+(?=ж)|ј", "", word)
    assert cyrillic(latin(word, route), route) == word


def test_what_no_reversible_route_writes() -> None:
    assert cyrillic("Qwerty", TABLES["ru-iso9"]) is None


@pytest.mark.parametrize(
    ("name", "languages"),
    [
        ("Олексій", ("uk", "be")),
        ("Юрій Ґудзь", ("uk",)),
        ("Царёв", ("ru", "be")),
        ("Тарас", ("uk", "ru", "be", "bg", "sr")),
        ("Ђорђе", ("sr",)),
    ],
)
def test_languages_by_letters(name: str, languages: tuple[str, ...]) -> None:
    assert languages_of(name) == languages


def test_capitals_are_kept() -> None:
    assert latin("ШЕВЧЕНКО Юрій", TABLES["uk-kmu"]) == "SHEVCHENKO Yurii"
