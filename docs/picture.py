"""Makes the pictures of the README: the top of the demo's dossier, and a line on its page, as a browser
shows them.

    python docs/picture.py DOSSIER.html [FOLDER]

Writes ``dossier.png`` and ``line.png`` into FOLDER, this one unless given.

Needs Chromium. Not part of `make docs`: a picture differs by a pixel from machine to machine.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

WIDTH, HEIGHT = 1180, 1250
NARROW = 780  # no wider than a line of the record needs
LINE = "#S8 .record-lines"  # the statement that the tutorial follows
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def main(dossier: Path, folder: Path) -> None:
    """Photograph the first screen of ``dossier``, and one line of the record in it, into ``folder``."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(dossier.resolve().as_uri())
        page.screenshot(path=folder / "dossier.png")
        page.set_viewport_size({"width": NARROW, "height": HEIGHT})
        page.locator(LINE).screenshot(path=folder / "line.png")
        browser.close()
    for picture in (folder / "dossier.png", folder / "line.png"):
        small = Image.open(picture).convert("P", palette=Image.Palette.ADAPTIVE, colors=240)
        small.save(picture, optimize=True)


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0], given[1] if len(given) > 1 else Path(__file__).parent)
