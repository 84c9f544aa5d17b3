"""Makes the picture of the README: the top of the demo's dossier, as a browser shows it.

    python docs/picture.py DOSSIER.html [PICTURE.png]

Needs Chromium. Not part of `make docs`: a picture differs by a pixel from machine to machine.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

WIDTH, HEIGHT = 1180, 1250
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def main(dossier: Path, picture: Path) -> None:
    """Photograph the first screen of ``dossier`` into ``picture``."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(dossier.resolve().as_uri())
        page.screenshot(path=picture)
        browser.close()
    Image.open(picture).convert("P", palette=Image.Palette.ADAPTIVE, colors=240).save(picture, optimize=True)


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0], given[1] if len(given) > 1 else Path(__file__).with_name("dossier.png"))
