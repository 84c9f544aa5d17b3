"""Names that are near and are not one: ``python -m bench.near_names`` writes near_names.tsv anew.

All names are made up. By rule: Korean names one syllable apart, in Hangul, Latin and Cyrillic letters and
across them; father and son; brother and sister; kindred family names; other patronymics; bodies with other
numbers. By hand: `HAND`. A row is "look" or "report": half may be looked at while building, of the other only
counts by kind were. Some names of `HAND`, of both halves, also stand in the tables of names/comparing.
"""

from __future__ import annotations

import hashlib
import itertools
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

Row = tuple[str, str, str, str]  # one, other, being, kind
FILE = Path(__file__).with_name("near_names.tsv")

# Hangul, the DPRK's spelling, the Revised Romanisation, Kontsevich's Cyrillic.
FAMILIES = [
    line.split()
    for line in (
        "김 Kim Gim Ким",
        "리 Ri Lee Ли",
        "박 Pak Park Пак",
        "최 Choe Choi Чхве",
        "정 Jong Jeong Чон",
        "강 Kang Gang Кан",
        "조 Jo Cho Чо",
        "윤 Yun Yoon Юн",
        "한 Han Han Хан",
        "오 O Oh О",
        "서 So Seo Со",
        "문 Mun Moon Мун",
    )
]
FIRST = [
    line.split()
    for line in [
        "명 Myong Myeong Мён",
        "성 Song Seong Сон",
        "동 Tong Dong Тон",
        "광 Kwang Gwang Кван",
        "영 Yong Yeong Ён",
        "태 Thae Tae Тхэ",
        "경 Kyong Gyeong Кён",
        "철 Chol Cheol Чхоль",
        "혁 Hyok Hyeok Хёк",
        "진 Jin Jin Чин",
    ]
]
LAST = [
    line.split()
    for line in [
        "일 il il иль",
        "호 ho ho хо",
        "남 nam nam нам",
        "식 sik sik сик",
        "룡 ryong ryong рён",
        "학 hak hak хак",
        "만 man man ман",
        "길 gil gil гиль",
        "수 su su су",
        "국 guk guk гук",
        "민 min min мин",
        "환 hwan hwan хван",
        "범 bom beom бом",
        "옥 ok ok ок",
        "희 hui hui хи",
    ]
]
HANGUL, DPRK, RR, CYRILLIC = range(4)

# Given names (Latin, Cyrillic, patronymic in Latin, in Cyrillic), men, then women without.
MEN = [
    line.split()
    for line in (
        "Ivan Іван Ivanovych Іванович",
        "Petro Петро Petrovych Петрович",
        "Oleh Олег Olehovych Олегович",
        "Andriy Андрій Andriyovych Андрійович",
        "Dmytro Дмитро Dmytrovych Дмитрович",
        "Danylo Данило Danylovych Данилович",
        "Vasyl Василь Vasylovych Васильович",
        "Viktor Віктор Viktorovych Вікторович",
        "Stepan Степан Stepanovych Степанович",
        "Taras Тарас Tarasovych Тарасович",
        "Maksym Максим Maksymovych Максимович",
        "Mykola Микола Mykolayovych Миколайович",
        "Mykhailo Михайло Mykhailovych Михайлович",
        "Roman Роман Romanovych Романович",
    )
]
WOMEN = [
    line.split()
    for line in [
        "Olena Олена",
        "Olha Ольга",
        "Maria Марія",
        "Maryna Марина",
        "Iryna Ірина",
        "Inna Інна",
        "Nina Ніна",
        "Anna Анна",
        "Natalia Наталія",
        "Nadia Надія",
        "Tetiana Тетяна",
        "Svitlana Світлана",
    ]
]
KIN = [
    line.split()
    for line in (
        "Melnyk Мельник Melnychuk Мельничук",
        "Melnyk Мельник Melnychenko Мельниченко",
        "Hrytsenko Гриценко Hrytsak Грицак",
        "Hrynko Гринько Hrynchuk Гринчук",
        "Bondar Бондар Bondarchuk Бондарчук",
        "Moroz Мороз Morozenko Морозенко",
        "Savchuk Савчук Savchenko Савченко",
        "Tymchuk Тимчук Tymoshchuk Тимощук",
        "Lysenko Лисенко Lysak Лисак",
        "Zinchenko Зінченко Zinchuk Зінчук",
        "Polishchuk Поліщук Polovets Половець",
        "Romanyuk Романюк Romanenko Романенко",
    )
]
WESTERN = [
    line.split("|")
    for line in (
        "Thomas|Timothy", "Anna|Emma", "Karl|Kurt", "Paul|Peter", "Jan|Jens", "Marta|Maria", "Elena|Irena",
        "Daniel|David", "Laura|Lara", "Julia|Julian", "Simon|Samuel", "Robert|Rupert", "Henrik|Erik",
        "Mark|Mike", "Adam|Aidan",
    )
]  # fmt: skip
HOUSES = ["Brandtner", "Oakshott", "Lindqvist", "Popovici", "Wachowiak", "Delacourt", "Ferrucci", "Halvorsen"]
ARABIC = ["Nasir", "Khalid", "Yusuf", "Hamid", "Tariq", "Salim", "Faruq", "Zayd"]
BODIES = [
    "{} Mechanized Brigade",
    "Harbour Authority Unit {}",
    "School No. {}",
    "Squall {}",
    "Ostrel Fund {}",
    "{}-та бригада",
    "제{}군단",
]
NUMBERS = ["3", "4", "14", "41", "44", "62", "72", "101", "110", "III", "IV"]
PLACES = ["Ostrel", "Vessia", "Karnov", "Moldrava", "Tessin Valley", "North Harbour", "Brenna", "Lower Saar"]
SEATS = [
    "Ministry of Defence of {}",
    "Bank of {}",
    "{} Police Department",
    "University of {}",
    "{} District Court",
    "{} Herald",
]

HAND: list[Row] = [
    ("정경홍", "종경홍", "person", "one Hangul syllable"),
    ("강성철", "강송철", "person", "one Hangul syllable"),
    ("박선희", "박순희", "person", "one Hangul syllable"),
    ("리정호", "리종호", "person", "one Hangul syllable"),
    ("Jo Chol-nam", "Jo Chun-nam", "person", "one syllable"),
    ("Ri Hak-song", "Ri Hak-sim", "person", "one syllable"),
    ("Mun Ki-bom", "Mun Ka-bom", "person", "one syllable"),
    ("Tae-hyok Pak", "Pak Tae-hyon", "person", "one syllable"),
    ("Kang Il-chol", "Kang Il-gwang", "person", "one syllable"),
    ("Choe Un-ha", "Choe Un-hui", "person", "one syllable"),
    ("Jang Myong-jin", "Jang Myong-chol", "person", "one syllable"),
    ("Пак Чхоль Су", "Пак Чхоль Хо", "person", "one syllable"),
    ("Лі Те Хьок", "Лі Те Мін", "person", "one syllable"),
    ("Hans Brandtner Jr.", "Hans Brandtner Sr.", "person", "father and son"),
    ("Oskar Lindqvist II", "Oskar Lindqvist III", "person", "father and son"),
    ("Karl Oakshott Jr.", "Curt Oakshott Jr.", "person", "father and son"),
    ("Salim bin Nasir al-Qurayni", "Nasir bin Salim al-Qurayni", "person", "father and son"),
    ("Yusuf ibn Tariq", "Tariq ibn Yusuf", "person", "father and son"),
    ("Степан Тарасович Гриценко", "Тарас Степанович Гриценко", "person", "father and son"),
    ("Stepan Tarasovych Hrytsenko", "Тарас Степанович Гриценко", "person", "father and son"),
    ("Mihai Ion Popovici", "Ion Mihai Popovici-Radu", "person", "father and son"),
    ("Anna Melnyk", "Hanna Melnychuk", "person", "common names"),
    ("Jan Kowalczyk", "Jan Kowalewski", "person", "common names"),
    ("Piotr Nowicki", "Piotr Nowacki", "person", "common names"),
    ("Andrei Popa", "Andrei Popescu", "person", "common names"),
    ("Ion Ionescu", "Ion Ionita", "person", "common names"),
    ("Karl Schmitt", "Karl Schneider", "person", "common names"),
    ("Peter Neumann", "Peter Naumann", "person", "common names"),
    ("Anna Fischer", "Anna Fichtner", "person", "common names"),
    ("Marie Dupont", "Marie Duprat", "person", "common names"),
    ("Juan Hernández", "Juan Fernández", "person", "common names"),
    ("Luis Gómez", "Luis Gámez", "person", "common names"),
    ("Ana Martins", "Ana Martinez", "person", "common names"),
    ("Sergei Morozov", "Sergei Moroz", "person", "common names"),
    ("Сергей Иванов", "Сергей Иваненко", "person", "common names"),
    ("Алексей Волков", "Александр Волков", "person", "common names"),
    ("Олексій Лисенко", "Олександр Лисенко", "person", "common names"),
    ("Oleksiy Lysenko", "Олександр Лисенко", "person", "common names"),
    ("Anton Sydorenko", "Андрій Сидоренко", "person", "common names"),
    ("Mohammed Nasir", "Mahmoud Nasir", "person", "common names"),
    ("Ahmed Salim", "Hamid Salim", "person", "common names"),
    ("Hassan Khalid", "Hussein Khalid", "person", "common names"),
    ("Abdul Rahman Faruq", "Abdul Rahim Faruq", "person", "common names"),
    ("Wang Li", "Wang Lei", "person", "common names"),
    ("Zhang Wei", "Zhang Wen", "person", "common names"),
    ("Chen Xiaoming", "Chen Xiaohong", "person", "common names"),
    ("王小明", "王小红", "person", "common names"),
    ("Nguyen Van Nam", "Nguyen Van Minh", "person", "common names"),
    ("Tanaka Hiroshi", "Tanaka Hideshi", "person", "common names"),
    ("John Smith", "Joan Smith", "person", "common names"),
    ("Eric Lund", "Erica Lund", "person", "common names"),
    ("Olga Ivanova", "Oleg Ivanov", "person", "common names"),
    ("Valentin Rusu", "Valentina Rusu", "person", "common names"),
    ("General Roman Tkach", "Romana Tkach", "person", "common names"),
]


def rows() -> Iterator[Row]:
    """All pairs, in the order of the file."""
    yield from HAND
    chance = random.Random(6)
    yield from _korean(chance)
    yield from _slavic(chance)
    for house, (one, other) in zip(itertools.cycle(HOUSES), WESTERN, strict=False):
        yield f"{one} {house}", f"{other} {house}", "person", "common names"
    for one, other in itertools.combinations(ARABIC, 2):
        yield f"{one} bin {other}", f"{other} bin {one}", "person", "father and son"
    yield from _bodies(chance)


def _korean(chance: random.Random) -> Iterator[Row]:
    for _ in range(130):
        family, first, (last, other) = chance.choice(FAMILIES), chance.choice(FIRST), chance.sample(LAST, 2)
        a, b = chance.choice(
            [
                (HANGUL, HANGUL),
                (DPRK, DPRK),
                (RR, RR),
                (CYRILLIC, CYRILLIC),
                (HANGUL, DPRK),
                (HANGUL, CYRILLIC),
                (DPRK, CYRILLIC),
            ]
        )
        yield _told(family, first, last, a), _told(family, first, other, b), "person", "one syllable"
    for _ in range(40):
        (family, other), first, last = chance.sample(FAMILIES, 2), chance.choice(FIRST), chance.choice(LAST)
        a, b = chance.choice([(HANGUL, HANGUL), (DPRK, RR), (HANGUL, DPRK), (DPRK, CYRILLIC)])
        yield _told(family, first, last, a), _told(other, first, last, b), "person", "other family name"


def _told(family: list[str], first: list[str], last: list[str], how: int) -> str:
    if how == HANGUL:
        return family[how] + first[how] + last[how]
    if how == CYRILLIC:
        return f"{family[how]} {first[how]} {last[how].title()}"
    return (
        f"{family[how]} {first[how]}-{last[how]}"
        if how == RR
        else f"{family[how]} {first[how]} {last[how].title()}"
    )


def _slavic(chance: random.Random) -> Iterator[Row]:
    for one, other in itertools.islice(itertools.combinations(MEN, 2), 0, None, 3):
        kin = chance.choice(KIN)
        a, b = chance.choice([(0, 0), (1, 1), (0, 1)])
        yield (
            f"{one[a]} {other[a + 2]} {kin[a]}",
            f"{other[b]} {one[b + 2]} {kin[b]}",
            "person",
            "father and son",
        )
        third = chance.choice([m for m in MEN if m not in (one, other)])
        yield f"{one[a]} {other[a + 2]} {kin[a]}", f"{one[b]} {third[b + 2]} {kin[b]}", "person", "patronymic"
        yield f"{one[a]} {kin[a]}", f"{other[b]} {kin[b]}", "person", "common names"
    for kin in KIN:
        for given in chance.sample(MEN + WOMEN, 3):
            a, b = chance.choice([(0, 0), (1, 1), (0, 1)])
            yield f"{given[a]} {kin[a]}", f"{given[b]} {kin[b + 2]}", "person", "kindred family name"
    for one, other in itertools.combinations(WOMEN, 2):
        kin = chance.choice(KIN)
        a, b = chance.choice([(0, 0), (1, 1), (0, 1)])
        yield f"{one[a]} {kin[a]}", f"{other[b]} {kin[b]}", "person", "common names"


def _bodies(chance: random.Random) -> Iterator[Row]:
    for form in BODIES:
        for _ in range(5):
            one, other = chance.sample(NUMBERS[:9] if form[0] in "{제" else NUMBERS, 2)
            yield form.format(one), form.format(other), "body", "other number"
    for form in SEATS:
        for _ in range(5):
            one, other = chance.sample(PLACES, 2)
            yield form.format(one), form.format(other), "body", "other place"


def half(one: str, other: str) -> str:
    """ "look" or "report", by the pair itself."""
    return "look" if hashlib.sha256(f"{one}\t{other}".encode()).digest()[0] % 2 else "report"


def written(found: Iterable[Row]) -> str:
    """The table: a line a pair, no pair twice."""
    lines = dict.fromkeys(f"{a}\t{b}\t{being}\t{kind}\t{half(a, b)}" for a, b, being, kind in found)
    return "\n".join(["one\tother\tbeing\tkind\thalf", *lines]) + "\n"


def main() -> int:
    """Write the table."""
    FILE.write_text(written(rows()), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
