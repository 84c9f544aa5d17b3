"""Invented names, some of them one in several spellings."""

from __future__ import annotations

NAMES = [
    "Oleh Marchenko",
    "Марченко Олег",
    "O. Marchenko",
    "Ihor Marchenko",
    "Dovira Halyska",
    "Довіра Галиська",
    "Dovira Halyskka",
    "Pak Chol-min",
    "박철민",
    "Tomas Reinholt",
    "Reinholt Tomas",
    "Anna",
    "🙂",
    "",
    "1984",
]
SAME = {
    ("Oleh Marchenko", "Марченко Олег"),
    ("Dovira Halyska", "Dovira Halyskka"),
    ("Tomas Reinholt", "Reinholt Tomas"),
    ("Pak Chol-min", "박철민"),
}
