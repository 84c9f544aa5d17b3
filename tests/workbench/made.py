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


LONG = "Donau" + "dampf" * 40 + "schiff"
TONGUES = (
    ("Harbour Gazette", "en", PIER),
    (
        f"The Daily Observer of the {LONG} and of Everything That Ever Happened There",
        "en",
        f"“The ferry will not sail before noon,” Bo Ek said. {LONG} was closed, Vera Ruiz said.",
    ),
    ("갈대일보", "ko", GALDAE),
    ("芦苇晚报", "zh", "“渡船中午之前不会开航，”港务长博·埃克说。阿达·奎斯特否认渡船晚点。"),
    (
        "صحيفة المرفأ",
        "ar",
        "قال مدير الميناء بو إيك: «لن تبحر العبّارة قبل الظهر». ونفت آدا كويست أنها تأخرت.",
    ),
    (
        "Портовый листок",
        "ru",
        "«Паром не отойдёт раньше полудня», — сказал начальник порта Бо Эк. Ада Квист отрицала это.",
    ),
)  # fmt: skip


def tongues(folder: Path) -> Path:
    """Six reports in five tongues, one of them turned, with words without end; people differ on them, one
    ruling has lost its place, one is undone and one came after the trace."""
    place = folder / "tongues"
    place.mkdir()
    for number, (outlet, language, text) in enumerate(TONGUES, 1):
        head = f"---\noutlet: {outlet}\npublished: 2024-05-0{number}\nlanguage: {language}\n---\n\n"
        (place / f"{number}.txt").write_text(head + text, "utf-8")
    with Case.create(folder / "tongues.case", f"The ferry of the {LONG}, told in five tongues") as made:
        made.add(place)
        made.trace()
        made.rule("accept", "R1-a1", by="Ada")
        made.rule("reject", "R1-a1", by="Bo", because=f"a caption on the {LONG}")
        made.rule("different", "R2-a1", "R2-a2", by="Ada", because="two things")
        made.rule("reject", "R2-a2", by="رئيس التحرير", because="قالها غيره")
        made.undo(made.rule("C", "Bo Ek", by="Ada", because="he was drunk", scope="2024").number, by="Ada")
        made.trace()
        made.shelve()
        made.rule("undecided", "R1-a2", by="Bo", because="I asked them")
    return folder / "tongues.case"
