"""Histories of many clients under faults, checked against a model of an append-only log.

As Jepsen and its checkers do: what each client sent and was told goes into one journal, and a
checker that knows nothing of the program decides whether one log can have answered all of it.
"""

import base64
import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections import Counter

import forgeries
import replaced
from checker import ACKNOWLEDGED, REFUSED, UNKNOWN, Append, Verdict
from desk import FINE, Lost, ids_in, make_desk
from exports import entries, spans
from players import SHARED, CommandLine, Journal, Network, event, read
from scene import Nemesis, Scene
from shims import Missing, compiled

COMMAND_LINES, NETWORKS = 5, 3
# Operations of each client if nothing keeps them apart.
UNLOCKED = 15


def run(table, program, folder, seed, histories, operations):
    """So many histories, each of so many operations by each client."""
    table.row("histories that are made up: unsound ones are noticed", forgeries.told())
    try:
        clock = compiled("clock", folder)
    except Missing as reason:
        table.note("steps of the clock", reason)
        clock = None
    table.head("history tried", "operations", "faults", "lost", "wrong")
    for number in range(histories):
        # Room for the log and its write-ahead log, and little more.
        with small_disk(folder / f"history {number}", 32 + operations // 10) as (place, is_small):
            history = History(program, place, folder, clock, f"{seed} {number}", operations)
            history.run(is_small)
            table.history(f"{len(history.players)} clients, {len(history.faults)} kinds of fault",
                          history.journal.operations, sum(history.faults.values()),
                          *history.verdict(), history.keep)
            table.detail(history.told())
    replaced.run(table, program, folder)
    table.row("a history on a file system without locks: is noticed",
              [("locks that do nothing", lambda: unlocked(program, folder, seed))])


def unlocked(program, folder, seed):
    """A check that finds nothing where all write at once would find nothing at all."""
    try:
        history = History(program, folder, folder, None, f"{seed} unlocked", UNLOCKED)
        history.scene.settings["LD_PRELOAD"] = str(compiled("unlocked", folder))
        history.run(False, is_calm=True)
        lost, wrong = history.verdict()
    except (Missing, Lost, LookupError, ValueError):
        # What is left cannot even be read.
        return
    if not lost and not wrong:
        raise Lost("it is taken for sound")


@contextlib.contextmanager
def small_disk(place, megabytes):
    """A folder with a disk of its own that can be filled, if this user may mount one."""
    place.mkdir()
    is_small = os.getuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", place],
        capture_output=True).returncode == 0
    try:
        yield place, is_small
    finally:
        if is_small:
            subprocess.run(["umount", place], check=True)
        shutil.rmtree(place, ignore_errors=True)


class History:
    """Clients on one log, a nemesis, and a journal."""

    def __init__(self, program, place, folder, clock, seed, operations):
        self.journal, self.seed, self.faults = Journal(), seed, {}
        self.desk = make_desk(program, place / "desk", events=10)
        self.clock = folder / "clock" if clock else None
        settings = {}
        if clock:
            self.clock.write_text("0")
            settings = {"LD_PRELOAD": str(clock), "TORTURE_CLOCK": str(self.clock)}
        self.scene = Scene(self.desk, self.journal, folder, settings)
        self.desk.expect(FINE, "append", "--from", "-", text="".join(
            json.dumps(event(company)[1]) + "\n" for company in SHARED))
        self.journal.appends.append(self.before())
        self.players = [CommandLine(f"c{n}", self.scene, seed, operations)
                        for n in range(COMMAND_LINES)]
        # A request takes less than a program does.
        self.players += [Network(f"n{n}", self.scene, seed, operations * 2)
                         for n in range(NETWORKS)]

    def before(self):
        """What the log begins with."""
        found = self.contents()
        # An export has no key's event in it, so that what follows has another number there.
        self.scene.key_at = 1 + [content["type"] for _, content in found].index("log_key")
        return Append("the beginning", 0, found, answered=0, outcome=ACKNOWLEDGED, previous=0,
                      places={id: (n, False) for n, (id, _) in enumerate(found, 1)})

    def contents(self):
        """The ids and the contents of all events, in order."""
        return [read({"position": 0, "id": event["id"], "event": event})[1:]
                for event in map(json.loads, self.published())]

    def published(self):
        """The bytes under the signed root, event by event."""
        self.desk.expect(FINE, "checkpoint")
        self.desk.expect(FINE, "export", "--tiles", "tiles")
        size = int((self.desk.folder / "tiles" / "checkpoint").read_text().split("\n")[1])
        return [entry for path, width in spans(self.desk.folder / "tiles" / "tile" / "entries", size)
                for entry in entries(path, width)]

    def run(self, disk_is_small, is_calm=False):
        """Lets the clients do what they do, under faults or in calm."""
        self.scene.serve()
        nemesis = Nemesis(self.scene, self.seed, self.clock, disk_is_small)
        if is_calm:
            nemesis.is_over.set()
        nemesis.start()
        try:
            for player in self.players:
                player.start()
            for player in self.players:
                player.join()
        finally:
            nemesis.is_over.set()
            nemesis.join()
            self.scene.end_server(signal.SIGTERM)
        self.faults = nemesis.faults

    def verdict(self):
        """What is lost and what is wrong."""
        try:
            self.desk.expect(FINE, "verify")
            published = self.published()
            final = self.contents()
            exported = self.desk.expect(FINE, "export").out
        except Lost as loss:
            return [], self.journal.wrong + [str(loss)]
        self.journal.final = final
        verdict = Verdict(self.journal.appends, self.journal.reads, final,
                          roots(published).__getitem__)
        if ids_in(exported) != [id for id, content in final if content["type"] != "log_key"]:
            verdict.wrong.append("the exported events are not the published ones")
        times = [json.loads(entry)["recorded"] for entry in published]
        if times != sorted(times):
            verdict.wrong.append("times in the log run backwards")
        return verdict.lost, self.journal.wrong + verdict.wrong

    def told(self):
        """What became of the appends, and which faults there were, to see that all was tried."""
        outcomes = Counter(append.outcome for append in self.journal.appends[1:])
        counts = [f"{outcomes[kind]} appends {kind}" for kind in (ACKNOWLEDGED, REFUSED, UNKNOWN)]
        faults = [f"{kind.replace('_', ' ')} {count}"
                  for kind, count in sorted(self.faults.items())]
        return [f"{', '.join(counts)}, {len(self.journal.reads)} reads", ", ".join(faults)]

    def keep(self):
        """Writes the journal where it outlives this run; answers its path."""
        handle, path = tempfile.mkstemp(prefix="stance-history-", suffix=".jsonl")
        with open(handle, "w") as file:
            file.writelines(line + "\n" for line in self.journal.lines())
        return path


def roots(published):
    """The root of each number of first entries (RFC 6962, 2.1), in base 64."""
    found, stack = [hashlib.sha256(b"").digest()], []
    for entry in published:
        stack.append((1, hashlib.sha256(b"\0" + entry).digest()))
        while len(stack) > 1 and stack[-1][0] == stack[-2][0]:
            (width, right), (_, left) = stack.pop(), stack.pop()
            stack.append((2 * width, hashlib.sha256(b"\1" + left + right).digest()))
        root = stack[-1][1]
        for _, left in reversed(stack[:-1]):
            root = hashlib.sha256(b"\1" + left + root).digest()
        found.append(root)
    return [base64.b64encode(root).decode() for root in found]
