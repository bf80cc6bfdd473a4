"""Forges a log in every way, and asks `stance verify` about each."""

import os
import shutil
import sqlite3
from pathlib import Path

from original import Original
from program import ORIGIN, Desk
from ways import REWIND, edit, exchange_entries, forged_events, remove, through_sqlite, tree


class Judge:
    """Asks for each forgery what `verify` says, and keeps the table."""

    def __init__(self, original: Original, stranger: Desk):
        self.original, self.stranger = original, stranger
        self.wrong = 0
        print(f"{'forgery':58} {'seen by':16} named")

    def expect(self, name, log: Path, sentence, *, kept, desk=None, key=True):
        """Expects status 1 and a sentence; the table says whether it needed a kept checkpoint."""
        desk = desk or self.stranger
        words = ["verify", "--log", log]
        words += ["--key", self.original.key] if key else []
        words += ["--since", self.original.kept] if kept == "kept checkpoint" else []
        done = desk.attempt(*words)
        named = done.returncode == 1 and sentence in done.stdout
        found = next((line for line in done.stdout.splitlines() if sentence in line), "")
        print(f"{name:58} {kept:16} {'yes' if named else 'NO: ' + done.stdout + done.stderr}")
        if not named:
            self.wrong += 1
        return found

    def leaves_open(self, name, log: Path, *sentences):
        """Expects that without a kept checkpoint nothing untrue is claimed."""
        done = self.stranger.attempt("verify", "--log", log, "--key", self.original.key)
        open_said = done.returncode == 0 and all(words in done.stdout for words in sentences)
        print(f"{name:58} {'nothing':16} "
              f"{'left open, and said so' if open_said else 'NO: ' + done.stdout + done.stderr}")
        if not open_said:
            self.wrong += 1


def forgeries(folder: Path) -> int:
    original = Original(folder)
    stranger = Desk(folder / "stranger")
    judge = Judge(original, stranger)
    copy = folder / "forged.sqlite"

    for name, statements, sentence in through_sqlite(original.size):
        shutil.copy(original.path, copy)
        edit(copy, *statements)
        if name == "a trigger dropped":
            database = sqlite3.connect(copy)
            database.execute("DROP TRIGGER event_no_update")
            database.close()
        judge.expect(name, copy, sentence, kept="the log alone")

    for tree_name, sentence in [
            ("sqlite_autoindex_event_1", "missing from index sqlite_autoindex_event_1"),
            ("event_type", "missing from index event_type"),
            ("move", "row not in PRIMARY KEY order for move"),
            ("subject", "row not in PRIMARY KEY order for subject"),
            ("registration", "row not in PRIMARY KEY order for registration"),
            ("sqlite_autoindex_name_1", "missing from index sqlite_autoindex_name_1")]:
        shutil.copy(original.path, copy)
        exchange_entries(copy, tree_name)
        judge.expect(f"two entries of {tree_name} exchanged", copy, sentence, kept="the log alone")

    shutil.copy(original.path, copy)
    edit(copy, *remove(original.size), REWIND, "DELETE FROM checkpoint WHERE size > 200", tree)
    name = "the last event and every trace of it deleted"
    judge.expect(name, copy, f"a head of {original.size} events was signed", kept="kept checkpoint")
    judge.leaves_open(name, copy, "unsigned: the last", "no earlier checkpoint was given")

    for name, lines in forged_events(original.events):
        forger = Desk(folder / "forger")
        forger.run("init", "--log", copy.with_suffix(".new"))
        (forger.folder / "events.jsonl").write_text("\n".join(lines) + "\n")
        Original.append(forger, copy.with_suffix(".new"), forger.folder / "events.jsonl")
        os.replace(copy.with_suffix(".new"), copy)
        name += " in a rebuilt log"
        judge.expect(name, copy, "was signed", kept="kept checkpoint")
        judge.leaves_open(name, copy, "no head has been signed yet", "give one with --since")
        forger.run("key", "new", ORIGIN)
        forger.run("checkpoint", "--log", copy)
        judge.expect(name + ", signed", copy, "REFUTED", kept="the log's key")
        notes = sqlite3.connect(original.path).execute("SELECT * FROM checkpoint").fetchall()
        edit(copy, "DELETE FROM checkpoint", lambda database: database.executemany(
            "INSERT INTO checkpoint VALUES (?, ?)", notes))
        judge.expect(name + ", with the old signature", copy, "was signed", kept="the log's key")
        shutil.rmtree(forger.folder)

    shutil.copy(original.older, copy)
    name = "an older copy in its place"
    judge.expect(name, copy, f"a head of {original.size} events was signed", kept="kept checkpoint")
    judge.leaves_open(name, copy, "no earlier checkpoint was given")
    shutil.copy(original.older, original.path)
    done = original.desk.attempt(
        "append", "company_registered", "--id", "acme", "--company", "acme", "--name", "Acme",
        "--country", "CN", "--log", original.path)
    refused = done.returncode != 0 and "older copy" in done.stderr
    print(f"{'the same, appended to on the signing machine':58} {'what was signed':16} "
          f"{'yes' if refused else 'NO: ' + done.stderr}")
    return judge.wrong + (not refused)
