"""What a case shows, laid ready sheet by sheet in ``pages.db``, made from the case and from nothing else.

A server reads one or two rows a page and never holds a trace. The file may be deleted at any time; it is
no part of the log, for it says nothing that the case does not say.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from threading import local
from typing import Any, cast

from firsthand.errors import CaseDamaged
from firsthand.text import around

SHELF = "pages.db"
ARRIVING = f"{SHELF}.new"
TRIGRAM = 3  # letters that the index of words has together; a shorter word is looked for as their beginning
ENDS = "\n" * (TRIGRAM - 1)  # after every text, so that its last letter begins three too
MOST = 500  # beginnings: a shorter word that has more stands nearly everywhere
SPREAD = 50_000  # sheets that all of these have together: to rank the 850,000 of “a” took a second
AROUND = 90  # characters of an excerpt on both sides
RANKED = 2_000  # sheets that are gone through for one of these
TELLING = 8  # words of a text by which others are near it: the longest
WORD = re.compile(r"\w+")
# Lists go through ``sheets`` alone, which has no long texts: 8 ms for 37,000 rows, where it was 35.
TABLES = """
CREATE TABLE told (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sheets (
  kind TEXT NOT NULL, place INTEGER NOT NULL, anchor TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
  outlet TEXT NOT NULL, date TEXT NOT NULL, language TEXT NOT NULL, state TEXT NOT NULL,
  shape TEXT NOT NULL, many INTEGER NOT NULL, folded TEXT NOT NULL,
  PRIMARY KEY (kind, place)) WITHOUT ROWID;
CREATE TABLE contents (anchor TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE parts (anchor TEXT PRIMARY KEY, sheet TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE links (sheet TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (sheet, other)) WITHOUT ROWID;
CREATE TABLE spelled (
  key TEXT, anchor TEXT, spelling TEXT, PRIMARY KEY (key, anchor, spelling)) WITHOUT ROWID;
CREATE TABLE pictures (anchor TEXT PRIMARY KEY, media_type TEXT NOT NULL, data BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', tokenize='trigram');
CREATE VIRTUAL TABLE beginnings USING fts5vocab (words, row);
CREATE TABLE texts (rowid INTEGER PRIMARY KEY, anchor TEXT NOT NULL, body TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A sheet in a list: what it is called, where from and when, how it stands, and how many readings,
    passages or places it has. ``place`` counts the sheets of a kind from 1."""

    anchor: str
    kind: str
    place: int
    title: str = ""
    outlet: str = ""
    date: str = ""
    language: str = ""
    state: str = ""
    shape: str = ""
    many: int = 0


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet as it is laid down: its row, its value as JSON, its words for searching, the anchors of its
    parts, the other sheets that it has to do with, and keys of names with the spellings that have them."""

    row: Row
    value: str
    words: str = ""
    parts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found: on which sheet, and some of the text around them. Places are code points."""

    row: Row
    excerpt: str
    found: tuple[tuple[int, int], ...] = ()  # where in the excerpt words stand that were asked for

    @property
    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The excerpt in pieces, and whether each is one of the words."""
        at = 0
        for start, end in self.found:
            yield from ((self.excerpt[at:start], False), (self.excerpt[start:end], True))
            at = end
        yield self.excerpt[at:], False


def lay(
    folder: Path,
    sheets: Iterable[Laid],
    pictures: Iterable[tuple[str, str, bytes]],
    told: Callable[[], Iterable[tuple[str, str]]],
) -> None:
    """Puts a new shelf in place of the one that was there; who reads goes on reading the old one.

    ``pictures`` come as anchor, media type and bytes; ``told`` gives words about the whole by key, and is
    asked when all sheets are laid.
    """
    from firsthand.casefile.trouble import explained  # by way of SQLAlchemy, which a reader does not need

    arriving = folder / ARRIVING
    with explained(folder):
        arriving.unlink(missing_ok=True)
        with closing(sqlite3.connect(arriving, isolation_level=None)) as database:
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
            database.execute("BEGIN")
            for number, each in enumerate(sheets, 1):
                _put(database, number, each)
            database.executemany("INSERT INTO pictures VALUES (?, ?, ?)", pictures)
            database.executemany("INSERT INTO told VALUES (?, ?)", told())
            database.execute("COMMIT")
            database.execute("ANALYZE")
        arriving.replace(folder / SHELF)


def _put(database: sqlite3.Connection, number: int, sheet: Laid) -> None:
    row, anchor = sheet.row, sheet.row.anchor
    given = [*astuple(row), row.title.casefold()]
    database.execute(f"INSERT INTO sheets ({_COLUMNS}, folded) VALUES (?,?,?,?,?,?,?,?,?,?,?)", given)
    database.execute("INSERT INTO contents VALUES (?, ?)", (anchor, sheet.value))
    database.executemany("INSERT OR IGNORE INTO parts VALUES (?, ?)", [(p, anchor) for p in sheet.parts])
    both = [pair for other in sheet.links for pair in ((anchor, other), (other, anchor))]
    database.executemany("INSERT OR IGNORE INTO links VALUES (?, ?)", both)
    named = [(key, anchor, spelling) for key, spelling in sheet.names]
    database.executemany("INSERT OR IGNORE INTO spelled VALUES (?, ?, ?)", named)
    if sheet.words:
        words = (number, f"{row.title}{ENDS}", f"{sheet.words}{ENDS}")
        database.execute("INSERT INTO words (rowid, title, body) VALUES (?,?,?)", words)
        database.execute("INSERT INTO texts VALUES (?, ?, ?)", (number, anchor, sheet.words))


_COLUMNS = "anchor, kind, place, title, outlet, date, language, state, shape, many"
_OF_SHEET = ", ".join(f"s.{name}" for name in _COLUMNS.split(", "))  # where other tables stand beside it
_FILTERS = ("outlet", "language", "state", "shape")


class Shelf:
    """The shelf of a case, for reading, by any number of threads."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / SHELF
        self._here = local()

    @contextmanager
    def still(self) -> Iterator[None]:
        """What this thread reads inside is all of one shelf, also where another is laid meanwhile."""
        seen, opened = self.stamp(), False
        while not opened:  # until what was opened is what was looked at
            with suppress(sqlite3.Error), self._connection():  # a fault is told where something is read
                pass
            before, seen = seen, self.stamp()
            opened = before == seen
        self._here.still = seen
        try:
            yield
        finally:
            del self._here.still

    def stamp(self) -> tuple[int, int] | None:
        """Another for each shelf that is laid; None where there is none."""
        if hasattr(self._here, "still"):
            return cast("tuple[int, int] | None", self._here.still)
        try:
            status = self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return status.st_ino, status.st_mtime_ns

    def told(self, key: str) -> str:
        """The words laid down under ``key``; "" where there are none, or no shelf."""
        found: str = self._one("SELECT value FROM told WHERE key = ?", key)
        return found

    def value(self, anchor: str) -> tuple[Row, str] | None:
        """A sheet by its anchor: its row and its value as JSON."""
        query = f"SELECT {_COLUMNS}, value FROM sheets NATURAL JOIN contents WHERE anchor = ?"
        found = self._all(query, anchor)
        return (Row(*found[0][:-1]), found[0][-1]) if found else None

    def home(self, anchor: str) -> str:
        """The sheet on which ``anchor`` stands; "" where it is on none."""
        found: str = self._one("SELECT sheet FROM parts WHERE anchor = ?", anchor)
        return found

    def beside(self, anchor: str, kind: str) -> tuple[str, str]:
        """The sheets of a kind before and after this one; "" at either end."""
        place = self._one("SELECT place FROM sheets WHERE anchor = ?", anchor) or -1
        query = "SELECT anchor FROM sheets WHERE kind = ? AND place = ?"
        return self._one(query, kind, place - 1), self._one(query, kind, place + 1)

    def rows(
        self,
        kind: str,
        start: int = 0,
        count: int = 100,
        filters: Mapping[str, str] | None = None,
        without: Collection[str] = (),
    ) -> tuple[list[Row], int]:
        """Sheets of a kind from the ``start``-th on, in order, and how many there are in all.

        ``filters``: "outlet", "language", "state", "shape" as they are; "from", "to" as dates; "with" a sheet
        that they have to do with; "like" words in the title. Those that have to do with what is named in
        ``without`` are left out.
        """
        where, given = _where(kind, filters or {})
        if without:
            where += f" AND anchor NOT IN (SELECT other FROM links WHERE sheet IN {_AMONG})"
            given.append(json.dumps(list(without)))
        if len(given) == 1:  # the whole list, of which every row knows its place
            total = self._one("SELECT max(place) FROM sheets WHERE kind = ?", kind) or 0
            where, start = f"{where} AND place > {int(start)}", 0
        else:
            total = self._one(f"SELECT count(*) FROM sheets WHERE {where}", *given)
        query = f"SELECT {_COLUMNS} FROM sheets WHERE {where} ORDER BY place LIMIT ? OFFSET ?"
        return [Row(*each) for each in self._all(query, *given, count, start)], int(total)

    def values(self, kind: str, anchors: Sequence[str] | None = None) -> list[tuple[Row, str]]:
        """Sheets of a kind with their values, in order: all, or those with these anchors."""
        query = f"SELECT {_COLUMNS}, value FROM sheets NATURAL JOIN contents WHERE kind = ?"
        if anchors is None:
            found = self._all(f"{query} ORDER BY place", kind)
        else:
            found = self._all(f"{query} AND anchor IN {_AMONG} ORDER BY place", kind, json.dumps(anchors))
        return [(Row(*each[:-1]), each[-1]) for each in found]

    def listed(self, kind: str, anchors: Sequence[str]) -> list[Row]:
        """The sheets of a kind with these anchors, in order, without their values."""
        query = f"SELECT {_COLUMNS} FROM sheets WHERE kind = ? AND anchor IN {_AMONG} ORDER BY place"
        return [Row(*each) for each in self._all(query, kind, json.dumps(anchors))]

    def choices(self, kind: str, column: str, most: int = 200) -> list[tuple[str, int]]:
        """What stands in a column of the sheets of a kind, the most frequent first, and how often."""
        if column not in _FILTERS:
            raise ValueError(column)
        query = (
            f"SELECT {column}, count(*) FROM sheets WHERE kind = ? AND {column} != ''"
            f" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
        )
        return [(name, count) for name, count in self._all(query, kind, most)]

    def picture(self, anchor: str) -> tuple[str, bytes] | None:
        """The media type and bytes of a page image."""
        found = self._all("SELECT media_type, data FROM pictures WHERE anchor = ?", anchor)
        return (found[0][0], found[0][1]) if found else None

    def search(self, words: str, count: int = 50, kind: str = "") -> list[Hit]:
        """Sheets with all of these words, in any letter case; the best first. Parts of words count. Those of
        one ``kind``, or of all."""
        wanted = words.replace("\0", " ").split()
        asked = {word: self._asked(word) for word in wanted}
        common = [word.casefold() for word, beginnings in asked.items() if beginnings is None]
        indexed = [f"({beginnings})" for beginnings in asked.values() if beginnings is not None]
        if not wanted or "()" in indexed:
            return []
        texts = "(SELECT rowid AS id, rowid AS rank FROM texts)"
        if indexed:
            texts = (
                "(SELECT rowid AS id, bm25(words, 4.0, 1.0) AS rank FROM words WHERE words MATCH ?"
                f" ORDER BY rank LIMIT {RANKED if common or kind else count})"
            )
        has = " AND ".join(["(? = '' OR s.kind = ?)", *["instr(folded(t.body), ?) > 0"] * len(common)])
        query = (
            f"SELECT {_OF_SHEET}, t.body FROM {texts} w CROSS JOIN texts t ON t.rowid = w.id"
            f" CROSS JOIN sheets s ON s.anchor = t.anchor WHERE {has} LIMIT ?"
        )
        given = [" AND ".join(indexed)] if indexed else []
        found = self._all(query, *given, kind, kind, *common, count)
        return [Hit(Row(*each[:-1]), *excerpted(each[-1], wanted)) for each in found]

    def near(self, words: str, kind: str, count: int) -> list[Row]:
        """Sheets of a kind with some of these words, those with most and the rarest of them first."""
        telling = [each for each in dict.fromkeys(WORD.findall(words)) if len(each) >= TRIGRAM]
        asked = " OR ".join(map(_quoted, sorted(telling, key=len, reverse=True)[:TELLING]))
        query = (
            f"SELECT {_OF_SHEET} FROM (SELECT rowid AS id, bm25(words, 4.0, 1.0) AS rank FROM words"
            f" WHERE words MATCH ? ORDER BY rank LIMIT {RANKED}) w JOIN texts t ON t.rowid = w.id"
            " JOIN sheets s ON s.anchor = t.anchor WHERE s.kind = ? ORDER BY w.rank LIMIT ?"
        )
        return [Row(*each) for each in self._all(query, asked, kind, count)] if asked else []

    def _asked(self, word: str) -> str | None:
        """What the index of words is asked for a word: itself, or what begins with it; "" where nothing
        does, None where too much."""
        if len(word) >= TRIGRAM:
            return _quoted(word)
        last = f"{word.lower()}\U0010ffff"
        query = "SELECT term, doc FROM beginnings WHERE term >= ? AND term < ? LIMIT ?"
        found = self._all(query, word.lower(), last, MOST + 1)
        if len(found) > MOST or sum(sheets for _, sheets in found) > SPREAD:
            return None
        return " OR ".join(_quoted(term) for term, _ in found)

    def spelled(self, keys: Iterable[str], count: int) -> list[tuple[Row, str]]:
        """Sheets with a spelling that shares keys, and the spelling; those that share most come first."""
        wanted = sorted(keys)
        query = (
            f"SELECT {_OF_SHEET}, n.spelling FROM (SELECT anchor, spelling, count(*) AS shared FROM spelled"
            f" WHERE key IN ({','.join('?' * len(wanted))}) GROUP BY 1, 2"
            " ORDER BY 3 DESC, length(spelling), 2, 1 LIMIT ?) n JOIN sheets s ON s.anchor = n.anchor"
        )
        return [(Row(*each[:-1]), each[-1]) for each in self._all(query, *wanted, count)]

    def _one(self, query: str, *given: object) -> Any:
        found = self._all(query, *given)
        return found[0][0] if found else ""

    def _all(self, query: str, *given: object) -> list[tuple[Any, ...]]:
        try:
            with self._connection() as database:
                return database.execute(query, [_sayable(g) for g in given]).fetchall() if database else []
        except sqlite3.Error as error:
            do = "Trace the case anew in the browser, or delete the file: firsthand serve makes it anew"
            raise CaseDamaged(f"cannot be read ({error})", where=str(self._path), do=do) from error

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection | None]:
        """A connection of this thread's own to the shelf as it is now; None where there is none."""
        seen = self.stamp()
        if seen is None:
            yield None
            return
        if getattr(self._here, "seen", None) != seen:
            database = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)
            database.create_function("folded", 1, str.casefold, deterministic=True)
            self._here.database, self._here.seen = database, seen
        yield self._here.database


_AMONG = "(SELECT value FROM json_each(?))"


def _quoted(words: str) -> str:
    return f'"{words.replace(chr(34), chr(34) * 2)}"'


def _sayable(given: object) -> object:
    """What is given to a query, without what SQLite takes for no text or for its end."""
    return given.encode("utf-8", "replace").replace(b"\0", b" ").decode() if isinstance(given, str) else given


_CONDITIONS = {name: f"{name} = ?" for name in _FILTERS} | {
    "from": "date >= ?",
    "to": "date != '' AND date <= ? || '~'",  # a day is over when its last minute is
    "with": "anchor IN (SELECT other FROM links WHERE sheet = ?)",
    "like": "instr(folded, folded(?)) > 0",
}


def _where(kind: str, filters: Mapping[str, str]) -> tuple[str, list[str]]:
    """The condition, and what is given to it."""
    asked = {name: filters[name] for name in _CONDITIONS if filters.get(name)}
    return " AND ".join(["kind = ?", *(_CONDITIONS[name] for name in asked)]), [kind, *asked.values()]


def excerpted(text: str, wanted: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Some characters of a text on both sides of the first of the words, and where in them words stand."""
    longest = sorted(wanted, key=len, reverse=True)
    words = re.compile("|".join(map(re.escape, longest)), re.IGNORECASE)
    at = first.start() if (first := words.search(text)) else 0
    start, end = around(text, at, at + len(longest[0]), AROUND)
    shown = f"{'…' if start else ''}{' '.join(text[start:end].split())}{'…' if end < len(text) else ''}"
    return shown, tuple(found.span() for found in words.finditer(shown))
