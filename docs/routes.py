"""The page of routes: by which rules names are written in other letters, with sources and examples."""

from __future__ import annotations

from firsthand.names.routes import Route, routes, spellings
from firsthand.names.routes.cyrillic import alphabets, latin
from firsthand.names.routes.korean import KoreanName, rules, surnames, write

HEAD = """# Routes of names

Generated from the tables in `src/firsthand/names/routes/tables/`; all names in the examples are made up.

A name of one script is written in another by a *route*: a standard, a practice of papers or a habit of
newspapers. `firsthand.names.routes` has each as a table with its source, and says of every spelling which
it is by:

```python
from firsthand.names.routes import originals, route_between, spellings

spellings("정경홍")  # Jung Kyung-hong (ko-press), Jong Kyong Hong (ko-dprk), Чон Кён Хон (ko-ru), …
originals("Jong Kyong-hong")  # 정경홍 (ko-dprk), …: the most usual first
route_between("Jeong Kyeong Hong", "Кьон Хон Джон")  # 정경홍: the parts that agree, and by which routes
```

`exclude=[…]` switches routes off, `exclude=routes()` all of them: then only the same letters agree. Any
string is an answer: a name of more than 120 characters, an emoji or a number is given back as it is.
`route_between` finds the parts of two names that agree, in whatever order their words stand, and those that
differ; it is no verdict on whether they are one name.

- **Korean names** meet over the Hangul that both may stand for, syllable by syllable; in the press one
  syllable is by one rule and the next by another. The family name, first or last, is one of the {families}
  of the table. Where several Hangul names are possible the path says that it is `ambiguous`. Readings from
  China and Japan are taken for a whole name only.
- **Cyrillic names** are written by the tables of every language whose letters they have. What newspapers
  mix (Zelensky, Zelenskyy, Selenskyj) is read back by the habits of a language: the weakest explanation,
  by which Hill and Gill meet too (both Гил). Declined forms (Петренка, Петренко), one calendar name in two
  languages (Володимир, Владимир), patronymics and a woman's family name (-ський, -ська) are routes of
  their own; where one word of a name is declined and another is not, the path is `ambiguous`.
- **A spelling put back wrongly** (정 is Jong, Jong is read as 종) is found by `back_transliterated`, and
  never by `route_between`: nobody is taken for another by it unless somebody asks.
- **Letters of another alphabet** in a word (a Latin "i" in Юрiй) are found by `foreign_letters`, and mended
  by `unmixed`.
"""
GROUPS = (
    ("Korean in Latin letters", "HANGUL", "LATIN"),
    ("Korean in Cyrillic letters", "HANGUL", "CYRILLIC"),
    ("Korean in Chinese characters and in kana", "HANGUL", "HAN KATAKANA"),
    ("Korean in Hangul", "HANGUL", "HANGUL"),
    ("Cyrillic in Latin letters", "CYRILLIC", "LATIN"),
    ("Cyrillic in Cyrillic letters", "CYRILLIC", "CYRILLIC"),
    ("Latin letters, and other scripts", "LATIN OTHER", "LATIN"),
)
# An example for the tables of each language.
CYRILLIC = {
    "uk": "Юрій Згурський-Щедрін",
    "ru": "Юлия Царёва-Щукина",
    "be": "Андрэй Хоўна",
    "bg": "Щърбан Ганев",
    "sr": "Ђорђе Љубић",
}
NAMES = ("姜文吉", "Володимир Щедренко", "Jürgen Groß", "Çelik", "Γιώργος Μάνος")
BY_HAND = {
    "ko-custom": "이 Lee, Yi, Rhee; 박 Park, Pak",
    "ko-custom-cyrillic": "최 Цой, Чхве, Чой",
    "ko-back": "정경홍, 종경홍",
    "ko-north-south": "리영호, 이영호",
    "declined": "Петренка, Петренком: Петренко",
    "gender-pair": "Ковальський, Ковальська",
    "east-slavic-letters": "Гриценко, Грыценко",
    "read-de": "Selenskyj, Kusnezow",
    "read-fr": "Chevtchenko, Pouchkine",
    "read-pl": "Szewczenko, Łukaszenka",
    "read-scholarly": "Ševčenko",
    "read-en-uk": "Zelenskyy, Hrytsenko",
    "read-en-ru": "Zelensky, Gritsenko",
}


def page() -> str:
    """The page as it stands in the manual."""
    parts = [
        HEAD.format(families=len(surnames())),
        *(f"## {title}\n\n{_table(of, to)}" for title, of, to in GROUPS),
    ]
    return "\n".join(parts)


def _table(of: str, to: str) -> str:
    rows = [r for r in routes().values() if r.of in of.split() and r.to in to.split()]
    lines = ["| route | by | example | source |", "|---|---|---|---|", *map(_row, rows)]
    return "\n".join(lines) + "\n"


def _row(route: Route) -> str:
    name = f"{route.name} (leads back letter for letter)" if route.reversible else route.name
    return f"| `{route.id}` | {name} | {_example(route.id)} | {route.source} |"


def _example(route: str) -> str:
    if route in BY_HAND:
        return BY_HAND[route]
    for rule in (r for r in rules() if r.id == route):
        return f"정경홍, {next(write(KoreanName('정', '경홍'), rule))}"
    for letters in (a for a in alphabets() if a.id == route):
        name = CYRILLIC[letters.language]
        return f"{name}, {latin(name, letters)}"
    found = ((name, s.text) for name in NAMES for s in spellings(name) if s.route == route)
    return "{}, {}".format(*next(found))
