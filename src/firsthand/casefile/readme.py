"""The words that a case folder carries for whoever finds it without Firsthand."""

from __future__ import annotations

from pathlib import Path

ALONE = "verify.py"  # the check that needs no Firsthand, in every case and bag

README = """\
This folder is a case of Firsthand: what was received about one matter, byte for byte,
and what was found in it. The folder may be copied anywhere; keep it together.

objects/         every file that was received, unchanged. Its name is the SHA-256 of its content.
                 (A file ending in .part is a copy that was interrupted; it belongs to nothing.)
case.db          a SQLite database: the names under which the files were received, the text read
                 in them, who is said to have said what, and the custody log (table "custody"):
                 who did what to this case and when.
case.db.sha256   the SHA-256 of case.db as Firsthand left it. Missing while Firsthand is writing,
                 and after a write that was interrupted.
case.database    in the case of a team, instead of these two: the PostgreSQL database that has the tables.
                 ("firsthand export --bagit" writes a copy with a case.db.)
case.lock        empty; marks that Firsthand is at work.
verify.py        checks all of this with Python alone. Whoever can alter this folder can alter that
                 file too: in earnest take it from a place that you trust.

To check everything with Python (3.11 or later), without Firsthand, in this folder:

    python3 verify.py .

To check the files received, with nothing but the shell:

    find objects -type f | sed -n 's|.*/\\([0-9a-f]*\\)$|\\1  &|p' | sha256sum --check --quiet

It prints nothing if every file is as it was received. To check the database file:

    sha256sum --check case.db.sha256

To see under which name a file was received:

    sqlite3 case.db "select object, name from receipts order by entry"

With Firsthand, "firsthand verify" checks all of this and the custody log.

No check inside this folder can catch someone who rewrites all of it. Against that, keep the last
line of the log somewhere else:

    sqlite3 case.db "select number, hash from head"
"""


def alone() -> str:
    """The text of ``verify.py``, which checks a case or a bag with Python alone."""
    return Path(__file__).parent.with_name(ALONE).read_text("utf-8")
