from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest

from firsthand import bagging, verify
from firsthand.case import Case
from firsthand.casefile import CaseFile
from firsthand.checking import check
from firsthand.errors import CaseDamaged, Refused
from firsthand.model import digest
from tests.casefile import cases


@pytest.fixture(scope="module")
def packed(tmp_path_factory) -> Path:
    """A bag of a case with something in every table."""
    place = tmp_path_factory.mktemp("bags")
    with Case.open(cases.full(place / "bridge.case")) as case:
        case.bag(place / "bridge.bag")
    return place / "bridge.bag"


@pytest.fixture
def folder(packed: Path, tmp_path: Path) -> Path:
    """A copy of it, to be harmed."""
    import shutil

    return Path(shutil.copytree(packed, tmp_path / "bridge.bag"))


def judged(folder: Path) -> bool:
    """Whether the package of the Library of Congress takes it for a whole bag."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import bagit

        try:
            return bool(bagit.Bag(str(folder)).validate())
        except bagit.BagError:
            return False


def test_a_bag_is_one_for_others_and_holds_the_whole_case(packed: Path) -> None:
    assert judged(packed)
    original = packed.parent / "bridge.case"
    assert {f.name for f in (packed / "data").iterdir()} == {
        *(f.name for f in original.iterdir() if f.name != "case.lock"),
        "annotations.json",
        "ro-crate-metadata.json",
    }
    with CaseFile.open(packed / "data") as copy, CaseFile.open(original) as case:
        assert case.custody()[: len(copy.custody())] == copy.custody()
        assert (copy.records(), copy.signatures()) == (case.records(), case.signatures())
        assert all(copy.object_bytes(r.object) == case.object_bytes(r.object) for r in copy.receipts())
        last = case.custody()[-1]
    assert (last.action, last.subject) == ("exported", "bagit")
    assert digest(packed / "tagmanifest-sha256.txt") in last.detail
    assert check(original).faults == ()


def test_the_bag_is_checked_by_firsthand_and_by_the_program_in_it(packed: Path) -> None:
    found = check(packed)
    assert found.faults == ()
    assert found.signatures[0].startswith("Ann Lee signed the log")
    assert [said for said in verify.check(packed) if not said.startswith("- ")] == []


@pytest.mark.parametrize("way", ["altered", "missing", "added"])
def test_whatever_is_done_to_any_file_is_found_by_all_three(folder: Path, way: str) -> None:
    for file in sorted(f for f in folder.rglob("*") if f.is_file()):
        data = file.read_bytes()
        other = file.with_name("other.txt") if way == "added" else file
        file.chmod(0o644)
        if way == "missing":
            file.unlink()
        else:
            other.write_bytes(data + b" ")
        name = other.relative_to(folder).as_posix()
        # BagIt allows tag files that no manifest lists, and no list of tag files; we do not.
        free = name.startswith("tagmanifest") or (way == "added" and "/" not in name)
        assert free or not judged(folder), name
        assert _noticed(folder), name
        assert _noticed_alone(folder), name
        other.unlink(missing_ok=True)
        file.write_bytes(data)


def _noticed(folder: Path) -> bool:
    try:
        # Without bagit.txt it is no bag, and no case either.
        return check(folder).altered > 0
    except (CaseDamaged, Refused):
        return True


def _noticed_alone(folder: Path) -> bool:
    try:
        return any(not said.startswith("- ") for said in verify.check(folder))
    except Exception:  # the program says "the check could not go on"
        return True


def test_a_list_with_paths_out_of_the_bag_opens_nothing_outside(folder: Path) -> None:
    (folder.parent / "secret").write_text("x")
    line = f"{digest(folder.parent / 'secret')}  data/../../secret\n"
    with (folder / "manifest-sha256.txt").open("a") as file:
        file.write(line)
    assert any("missing" in fault.what and "secret" in fault.where for fault in check(folder).faults)


def test_the_crate_names_every_file_and_what_it_came_as(packed: Path) -> None:
    crate = json.loads((packed / "data" / "ro-crate-metadata.json").read_text("utf-8"))
    graph = {each["@id"]: each for each in crate["@graph"]}
    assert crate["@context"] == "https://w3id.org/ro/crate/1.3/context"
    about = graph["ro-crate-metadata.json"]
    assert about["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.3"} and about["about"] == {"@id": "./"}
    root = graph["./"]
    assert {"name", "description", "datePublished", "license", "hasPart"} <= root.keys()
    data = packed / "data"
    files = {f.relative_to(data).as_posix() for f in data.rglob("*") if f.is_file()}
    assert {part["@id"] for part in root["hasPart"]} == files - {"ro-crate-metadata.json"}
    assert "report.txt" in {each.get("name") for each in graph.values()}


def test_a_bag_takes_a_new_folder_and_leaves_nothing_behind_where_it_fails(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    (tmp_path / "old").mkdir()
    path = max((p for p in (folder / "objects").rglob("*") if p.is_file()), key=lambda p: p.stat().st_size)
    with Case.open(folder) as case:
        with pytest.raises(Refused, match="there already"):
            case.bag(tmp_path / "old")
        with pytest.raises(Refused, match="no such folder"):
            case.bag(tmp_path / "no" / "bag")
        path.chmod(0o644)
        path.write_bytes(b"other")
        with pytest.raises(CaseDamaged, match="altered"):
            case.bag(tmp_path / "bag")
    assert {each.name for each in tmp_path.iterdir()} == {"c", "old"}


def test_names_with_odd_signs_come_back(tmp_path: Path) -> None:
    from firsthand.casefile import bag

    def fill(data: Path) -> None:
        for name in names:
            (data / name).write_text(name)

    names = ["two\nlines", "a  b.txt", "다리"]
    bag.pack(tmp_path / "a", fill, {"Title": "two\nlines"})
    assert list(bagging.faults(tmp_path / "a")) == []
    assert judged(tmp_path / "a")
    names = ["50 %.txt", "%0A", "  blank "]  # as RFC 8493 asks; the package takes "%25" for three signs
    bag.pack(tmp_path / "b", fill, {})
    assert list(bagging.faults(tmp_path / "b")) == []
