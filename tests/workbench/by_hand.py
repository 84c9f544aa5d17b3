"""What a reviewer does by hand in the page of a report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def drag(page: Any, words: str) -> None:
    """Selects words with the mouse, which must stand in one stretch of the text."""
    from_, to = page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            range.startContainer.parentElement.scrollIntoView({ block: "center" });
            const lines = [...range.getClientRects()], first = lines[0], last = lines.at(-1);
            const middle = (line) => line.y + line.height / 2;
            return [[first.x + 0.5, middle(first)], [last.right - 0.5, middle(last)]];
          }
        }""",
        words,
    )
    page.mouse.move(*from_)
    page.mouse.down()
    page.mouse.move(*to, steps=6)
    page.mouse.up()
    page.locator(".chosen bdi", has_text=words).wait_for()


EDGE = """([words, end]) => {
  const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    const box = range.getBoundingClientRect();
    const rtl = getComputedStyle(walker.currentNode.parentElement).direction === "rtl";
    return [rtl === (end === "start") ? box.right - 1 : box.left + 1, box.y + box.height / 2];
  }
}"""


def pulled(page: Any, end: str, words: str) -> tuple[list[float], list[float]]:
    """From where to where the handle at an end of a passage is dragged to come to that end of these words."""
    handle = page.locator(f".handle.{end}")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    left = "left" in handle.get_attribute("class").split()
    by = box["width"] / 2 * (-1 if left else 1)
    x, y = page.evaluate(EDGE, [words, end])
    return [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2], [x + by, y + box["height"]]


def pull(page: Any, end: str, words: str) -> None:
    """Drags the handle at an end of a passage to words that stand on one line, with the mouse."""
    from_, to = pulled(page, end, words)
    page.mouse.move(*from_)
    page.mouse.down()
    page.mouse.move(*to, steps=6)
    page.mouse.up()


def open_passage(page: Any, anchor: str) -> None:
    """Opens a passage beside the text of its report."""
    page.locator(f"[data-passage={anchor}]").first.click()
    page.locator(f"article[data-passage={anchor}]").wait_for()


@contextmanager
def loaded_anew(page: Any) -> Iterator[None]:
    """Waits until the page that was there before is another."""
    page.evaluate("document.documentElement.dataset.before = 'yes'")
    yield
    page.locator("html:not([data-before])").wait_for(state="attached")
    page.wait_for_load_state("load")
