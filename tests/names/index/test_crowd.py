"""Names by chance: the more names share a word, the less two of them tell."""

from __future__ import annotations

import numpy as np

from firsthand.engines import Local
from firsthand.names.index import duplicates
from firsthand.names.index.crowd import Crowd
from firsthand.names.index.vocabulary import Vocabulary

ONE = Local(processes=1)
RARE = ["Dovira Halyska", "Довіра Галиська"]
OTHERS = [
    f"{family} {given}" for family in ("Koval", "Bondar", "Melnyk") for given in ("Oleh", "Ihor", "Taras")
]


def test_a_share_is_that_of_the_names_with_such_a_word() -> None:
    words = Vocabulary(["Kim", "Gim", "Orlo", "O"])
    crowd = Crowd(words, np.array([0, 1, 2, 3, 3]), np.array([0, 0, 1, 2, 3]))
    shares = crowd.of(np.array([0, 0, 2, 2]), np.array([0, 1, 2, 3]))
    assert shares.tolist() == [0.5, 0.75, 0.25, 0.25]


def test_a_pair_tells_less_where_many_names_share_its_words() -> None:
    crowd = [
        *(f"Halyska {given}" for given in ("Oleh", "Ihor", "Taras")),
        *(f"Dovira {n}" for n in ("Koval", "Bondar")),
    ]
    alone, among = (duplicates([*RARE, *others], ONE).pairs[0] for others in (OTHERS, [*OTHERS[5:], *crowd]))
    assert alone[:2] == among[:2] == (0, 1)
    assert alone[2] > among[2]
