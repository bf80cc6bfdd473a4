"""Pages that are moved from the write-ahead log into the file: under which locks.

The race of SQLite's WAL-reset bug takes a commit while pages are moved. It is too rare to be made
to happen; what can be looked at is that its condition never holds: each page is moved under a lock
that keeps all others from committing.
"""

import sqlite3
import subprocess
import sys

from desk import FINE, Lost, make_desk
from kills import appender
from shims import Missing, compiled

PROCESSES, ROUNDS, EVENTS = 4, 6, 120


def run(table, program, folder):
    try:
        shim = compiled("locks", folder)
    except Missing as reason:
        table.note("pages moved under which lock", reason)
        return
    moves = Moves(program, folder / "moved", shim)
    table.row("pages moved into the file, each under a lock", [
        ("many writers", moves.many), ("the last to close", moves.last)])
    table.row("the log's files closed while locks on them are held",
              [("other commands", moves.closed)])
    table.row("pages moved by a program that takes no lock: is noticed",
              [("sqlite3", moves.noticed)])
    table.row("the log closed by a program that reads it: is noticed",
              [("python", moves.closing_noticed)])


class Moves:
    """A log whose writers are watched, and the letters that they left for each page moved."""

    def __init__(self, program, folder, shim):
        self.desk = make_desk(program, folder, events=EVENTS)
        self.path = str(self.desk.log)
        self.note = folder / "note"
        self.settings = {"LD_PRELOAD": str(shim), "TORTURE_FOLDER": str(folder),
                         "TORTURE_LOG": self.path, "TORTURE_NOTE": str(self.note)}

    def many(self):
        """Writers come and go while another program has the log open, so that none is the last."""
        other = self.opened()
        for _ in range(ROUNDS):
            self.write_at_once()
        letters = self.letters()
        other.close()
        check_closes(letters)
        if "w" not in letters:
            raise Lost("the write-ahead log never grew long enough to be moved")
        if set(letters) != {"w"}:
            raise Lost(f"pages were moved without the write lock: {counted(letters)}")
        self.desk.check()

    def last(self):
        """The last of all to close moves what is left, when no one else has the log open."""
        for _ in range(ROUNDS):
            self.write_at_once()
        letters = self.letters()
        check_closes(letters)
        if "x" not in letters:
            raise Lost("no program was the last to close")
        if "-" in letters:
            raise Lost(f"pages were moved under no lock: {counted(letters)}")
        self.desk.check()

    def closed(self):
        """Commands that look at the log's files in other ways than SQLite do not close them."""
        for words in [["verify"], ["status"], ["export"], ["posture"], ["checkpoint"],
                      ["backup", "copy.sqlite"], ["export", "--tiles", "tiles"]]:
            self.desk.expect(FINE, *words, environment=self.settings)
        check_closes(self.letters())

    def closing_noticed(self):
        """A program that reads the file by itself, as it might to see what it is."""
        script = ("import sqlite3, sys; log = sqlite3.connect(sys.argv[1]); "
                  "log.execute('SELECT 1 FROM event').fetchone(); open(sys.argv[1]).close()")
        subprocess.run([sys.executable, "-c", script, self.path], check=True, env=self.settings)
        if "c" not in self.letters():
            raise Lost("it was not noticed")

    def noticed(self):
        """A check that finds nothing wrong with SQLite's own way would find nothing at all."""
        other = self.opened()
        self.desk.append(EVENTS)
        subprocess.run(["sqlite3", self.path, "PRAGMA wal_checkpoint(PASSIVE)"], check=True,
                       capture_output=True, env={"PATH": "/usr/bin:/bin"} | self.settings)
        letters = self.letters()
        other.close()
        if set(letters) != {"-"}:
            raise Lost(f"it was taken for {counted(letters)}")
        self.desk.check()

    def write_at_once(self):
        """Several programs append at the same time."""
        started = [appender(self.desk, EVENTS, environment=self.settings)
                   for _ in range(PROCESSES)]
        for process, note in started:
            process.out, process.err = process.communicate(timeout=300)
            note(process)
            if process.returncode != FINE:
                raise Lost(f"an append ended with {process.returncode}: {process.err.strip()}")

    def opened(self):
        """A connection that has read and now waits: it keeps the file, and holds no one up."""
        other = sqlite3.connect(self.path)
        other.execute("SELECT count(*) FROM event").fetchall()
        return other

    def letters(self):
        letters = self.note.read_text() if self.note.exists() else ""
        self.note.unlink(missing_ok=True)
        return letters


def check_closes(letters):
    if "c" in letters:
        raise Lost("a file was closed, and with it the locks on it were given up")


def counted(letters):
    return ", ".join(f"{letters.count(letter)} {letter}" for letter in sorted(set(letters)))
