"""Cases for the workbench."""

from __future__ import annotations

from pathlib import Path

from firsthand.case import Case
from firsthand.dossier import Dossier
from firsthand.shelving import shelve


def laid_ready(folder: Path, made: Dossier) -> Path:
    """An empty case in ``folder`` that shows a dossier made by hand."""
    Case.create(folder, made.title).close()
    shelve(folder, made)
    return folder


HEAD = "Outlet: {0}\nDate: 2024-05-0{1}\nLanguage: {2}\n\n{3}"
PIER = (
    "𝄞 Songs 🎶 were sung on the quay. “The ferry will not sail before noon,” harbour master Bo Ek said,"
    " according to the Coast Mail. Ada Quist denied that it was late.\n\nThe pier was closed at dawn and the"
    " lamps went out, the mayor said. Nobody was hurt. Ten boats were lost in the storm."
)
GALDAE = (
    "배는 정오 전에 떠나지 않는다고 항만장 보 에크가 말했다. “등불이 모두 꺼졌다”고 에이다 퀴스트는 덧붙였다."
)


def pier(folder: Path, database: str = "") -> Path:
    """Two reports on a pier, in English with music in it and in Korean, traced and laid ready."""
    place = folder / "pier"
    place.mkdir()
    for number, (outlet, language, text) in enumerate(
        (("Harbour Gazette", "en", PIER), ("Galdae Ilbo", "ko", GALDAE)), 1
    ):
        (place / f"{number}.txt").write_text(HEAD.format(outlet, number, language, text), "utf-8")
    with Case.create(folder / "pier.case", database=database) as made:
        made.add(place)
        made.trace()
        made.shelve()
    return folder / "pier.case"
