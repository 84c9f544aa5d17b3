"""Writes the generated pages of the manual: commands from their ``--help``, the JSON Schema, and in
the tutorial what each command prints.

    python docs/generate.py            write
    python docs/generate.py --check    fail if a page is not what would be written
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import routes
from firsthand import cli

HERE = Path(__file__).parent
COMMANDS = ("", *cli.COMMANDS)  # "" for firsthand itself


def main() -> int:
    """Write the pages, or with ``--check`` say which are stale; the exit code is their number."""
    stale = 0
    for name, content in pages().items():
        page = HERE / name
        if "--check" not in sys.argv:
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(content, "utf-8")
        elif not page.is_file() or page.read_text("utf-8") != content:
            print(f"docs/{name} is stale: run `make docs` and commit what changes")
            stale += 1
    return stale


def pages() -> dict[str, str]:
    """Every generated page: its path under docs/ and its content."""
    return {
        "reference/commands.md": commands(),
        "reference/routes.md": routes.page(),
        "reference/dossier.schema.json": dossier_schema(),
        "tutorial/first-dossier.md": with_output(HERE / "tutorial" / "first-dossier.md"),
    }


def commands() -> str:
    """The help of every command, as people see it in the terminal."""
    parts = ["# Commands\n\nGenerated from `--help`; every command but `serve` takes `--json`.\n"]
    for name in COMMANDS:
        title = f"firsthand {name}".strip()
        parts.append(f"## {title}\n\n```\n{help_of(name)}\n```\n")
    return "\n".join(parts)


def help_of(name: str) -> str:
    """What ``firsthand NAME --help`` prints at a width of 100."""
    ran = subprocess.run(
        [sys.executable, "-m", "firsthand", *name.split(), "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={"COLUMNS": "100", "PATH": "", "PYTHONPATH": str(HERE.parent / "src")},
    )
    return ran.stdout.replace("python -m firsthand", "firsthand").rstrip()


def with_output(page: Path) -> str:
    """The page with what each command of its ``console`` blocks prints, run one after another."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(HERE.parent / "examples")

        def run(block: re.Match[str]) -> str:
            return f"```console\n$ {block[1]}\n{printed(block[1], folder)}\n```"

        return re.sub(r"```console\n\$ (.+)\n(?:(?!```).*\n)*```", run, page.read_text("utf-8"))


def printed(command: str, folder: str) -> str:
    """What ``command`` (one of ours) prints when run in ``folder``."""
    words = [sys.executable, "-m", *shlex.split(command)]
    return subprocess.run(words, capture_output=True, text=True, check=True, cwd=folder).stdout.rstrip()


def dossier_schema() -> str:
    """The JSON Schema of the dossier, derived from its classes."""
    from firsthand.dossier import schema

    return json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.exit(main())
