"""Is reading linear? Seconds per MB at growing sizes; the last should be no worse than the first.

    python -m bench.linear [--reader rules|learned] [--most BYTES]

Three kinds of text: prose (invented, with every paragraph varied), one word without a blank, and
quotation marks alone, of which there are at most 100,000.
"""

from __future__ import annotations

import argparse
import itertools
import time
from collections.abc import Callable

from firsthand.reading import read

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
MARKS = 100_000
NAMES = ("Ann Lee", "Ben Orr", "Ida Voss", "Ola Brandt", "Pia Nunes", "Tor Haugen", "Una Walsh")
POSTS = ("harbour master", "councillor", "engineer", "minister", "pilot")
PARAGRAPH = (
    "{post} {name} said on day {number} that pier {number} was safe. “Nobody has crossed it since storm"
    " {number},” {last} told the Gazette. According to the survey, {number} boats were moved. It rained until"
    " evening, and the ferry stayed where it was.\n"
)


def prose(size: int) -> str:
    """Paragraphs of about 250 characters, no two alike."""
    people = itertools.product(range(size), POSTS, NAMES)
    text: list[str] = []
    length = 0
    for number, (_, post, name) in enumerate(people):
        text.append(PARAGRAPH.format(post=post.capitalize(), name=name, last=name.split()[1], number=number))
        length += len(text[-1])
        if length >= size:
            break
    return "".join(text)[:size]


def unbroken(size: int) -> str:
    """One word."""
    return ("abcdefghij" * (size // 10 + 1))[:size]


def marks(size: int) -> str:
    """Opening and straight marks, none of which is closed in order."""
    return ("“\"«'" * (size // 4 + 1))[: min(size, MARKS)]


KINDS: tuple[Callable[[int], str], ...] = (prose, unbroken, marks)


def main() -> None:
    """Print a line for each kind and size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reader", default="", choices=("rules", "learned"))
    parser.add_argument("--most", type=int, default=SIZES[-1], help="bytes of the largest text")
    asked = parser.parse_args()
    read(prose(1_000), "en", reader=asked.reader)  # loads what is loaded when first used
    print(f"{'text':<12}{'characters':>12}{'CPU seconds':>14}{'seconds/MB':>12}")
    for kind in KINDS:
        for size in dict.fromkeys(len(kind(size)) for size in SIZES if size <= asked.most):
            text = kind(size)
            begun = time.process_time()
            read(text, "en", reader=asked.reader)
            spent = time.process_time() - begun
            print(f"{kind.__name__:<12}{size:>12,}{spent:>14.2f}{spent / size * 1e6:>12.2f}", flush=True)


if __name__ == "__main__":
    main()
