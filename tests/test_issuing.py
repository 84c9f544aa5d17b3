"""What a case gives out, whole and to everybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand import Case
from firsthand.errors import Refused
from firsthand.publishing.doubting import UNSEEN

REPORT = "---\noutlet: Harbour Gazette\n---\nOrla waits, said Orla Quimby."
KIN = '[[withhold]]\nwhat = "next of kin"\nwords = ["Orla Quimby"]\n'


def made(folder: Path, toml: str) -> Case:
    """A case of one report, described so; it is not traced."""
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in" / "a.txt").write_text(REPORT, "utf-8")
    (folder / "in" / "case.toml").write_text(toml, "utf-8")
    case = Case.create(folder / "c") if not (folder / "c").exists() else Case.open(folder / "c")
    case.add(folder / "in")
    return case


def test_both_editions_are_kept_apart_until_something_is_added(tmp_path: Path) -> None:
    with made(tmp_path, KIN) as case:
        assert case.dossier().withheld is None
        public = case.dossier(public=True)
        assert public.withheld is not None and case.dossier(public=True) is public
        assert case.dossier() is case.dossier()
        assert any("has not been traced" in piece.text for piece in public.answer[0])
        assert [told[:6] for told in case.doubts()] == ["“Orla”", UNSEEN[:6]]
    with made(tmp_path, f'{KIN}[[withhold]]\nwords = ["Orla"]\n') as case:
        assert case.doubts() == (UNSEEN,)


def test_what_one_case_toml_withheld_stays_so_until_a_later_one_lifts_it(tmp_path: Path) -> None:
    def shown(toml: str) -> str:
        with made(tmp_path, toml) as case:
            return case.dossier(public=True).reports[0].text

    kin = KIN + "everywhere = true\n"
    assert "Quimby" not in shown(kin)
    assert "Quimby" not in shown('[[withhold]]\nwhat = "home address"\nwords = ["waits"]\n')
    assert shown(f'{kin}publish = "yes"\n') == ("Orla [withheld: a home address], said Orla Quimby.")


@pytest.mark.parametrize("wrong", ['what = "kin"', 'everywhere = "no"', "spelled = 3", "]["])
def test_a_mistake_in_case_toml_refuses_the_public_edition_alone(tmp_path: Path, wrong: str) -> None:
    with made(tmp_path, f'[[withhold]]\nwords = ["Orla Quimby"]\n{wrong}\n') as case:
        assert case.dossier().withheld is None
        with pytest.raises(Refused, match="no public edition"):
            case.dossier(public=True)
