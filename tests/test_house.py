"""The house keeps to its own rules."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "firsthand"
FILES = sorted(p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts)
HEAVY = {"sqlalchemy", "alembic", "trafilatura", "lxml", "jinja2", "PIL", "py3langid", "numpy", "msgspec"}
HEAVY |= {"pypdfium2", "pillow_heif", "ctranslate2", "sentencepiece", "psycopg"}


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_is_past_400_lines(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_every_public_function_and_class_is_documented(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    bare = [name for name, node in _public(tree) if not ast.get_docstring(node)]
    assert bare == []


def _public(tree: ast.Module) -> list[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    found: list[tuple[str, ast.FunctionDef | ast.ClassDef]] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            found.append((node.name, node))
            if isinstance(node, ast.ClassDef):
                found += [
                    (f"{node.name}.{each.name}", each)
                    for each in node.body
                    if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")
                ]
    return found


@pytest.mark.parametrize("module", ["firsthand", "firsthand.cli", "firsthand.model", "firsthand.errors"])
def test_nothing_heavy_is_imported_at_the_start(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(m.split('.')[0] for m in sys.modules))"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.split())
    assert "firsthand" in loaded
    assert loaded & HEAVY == set()


def test_every_name_of_the_library_is_there() -> None:
    import firsthand

    assert all(getattr(firsthand, name).__name__ == name for name in firsthand.__all__)


def test_the_glossary_has_every_noun() -> None:
    from firsthand import model

    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8").lower()
    apart = {
        "RecordKind",
        "RevisionKind",
        "NodeKind",
        "PaperFindingKind",
        "MatchKind",
        "DriftKind",
        "EvidenceKind",
        "Kind",
        "Being",
        "Role",
    }
    missing = [n for n in model.__all__ if n[0].isupper() and n not in apart and n.lower() not in glossary]
    assert missing == []
