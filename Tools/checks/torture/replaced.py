"""The log's file replaced or removed under a running server, as restoring a backup does it.

What the server acknowledges then has to be in the file of that name, and what it shows has to be
that file's; or it says that it cannot answer (503), until it is started again.
"""

import json
import signal

from desk import FINDING, FINE, Lost, make_desk
from players import Journal, event
from scene import Scene

NO_INPUT = 66


def run(table, program, folder):
    for name, kind in [("an older backup", Older), ("a current backup", Current),
                       ("nothing", Removed)]:
        case = kind(program, folder / f"replaced by {name}")
        case.run()
        table.history(f"the log under a server replaced by {name}", case.journal.operations, 1,
                      case.lost, case.journal.wrong)


class Replacement:
    """A server on a log, and what is asked before, while and after the file is another."""

    def __init__(self, program, folder):
        self.desk, self.journal, self.lost = make_desk(program, folder, events=10), Journal(), []
        self.scene = Scene(self.desk, self.journal, folder, {})
        self.recorded, self.number = [], 0

    def run(self):
        self.scene.serve()
        try:
            self.post(201)
            self.replace()
            for _ in range(3):
                self.post(201, 503)
                for target in ["/health", "/api/events?limit=1000", "/posture.json"]:
                    self.get(target)
            self.command()
            self.restore()
            # The server may answer again, or wait until it is started again.
            self.post(201, 503)
            self.scene.end_server(signal.SIGTERM)
            self.scene.serve()
            self.post(201)
            self.get("/health")
            self.look("at the end")
            self.desk.expect(FINE, "verify")
        except Lost as loss:
            self.journal.wrong.append(str(loss))
        finally:
            self.scene.end_server(signal.SIGTERM)

    def post(self, *expected):
        """Has the server record an event; if it says so, the log has it."""
        self.journal.count()
        self.number += 1
        id, content = event(f"posted-{self.number}")
        status, body = self.scene.ask("/api/events", [content])
        if status not in expected:
            self.journal.wrong.append(f"an append is answered with {status}: {body}")
        if status == 201:
            self.recorded.append(id)
            self.look("right away")

    def get(self, target):
        """Asks the server how long the log is, and compares that with the file."""
        self.journal.count()
        status, body = self.scene.ask(target)
        if status == 503:
            return
        size = body["head"] if "head" in body else body["log"]["size"]
        there = self.desk.run("status", "--json")
        head = json.loads(there.out)["head"] if there.returncode == FINE else None
        if status != 200 or size != head:
            self.journal.wrong.append(f"{target} is answered with {status} and {size} events; the "
                                      f"file has {head or 'gone'}")

    def look(self, when):
        """Everything that the server acknowledged is in the file."""
        there = self.desk.run("export")
        gone = [id for id in self.recorded if there.returncode or f'"{id}"' not in there.out]
        self.lost += [f"{id}, acknowledged by the server, is not there {when}" for id in gone]
        # Each is lost once.
        self.recorded = [id for id in self.recorded if id not in gone]

    def append(self, status):
        """The command line meets the same file."""
        self.journal.count()
        done = self.desk.append()
        if done.returncode != status:
            self.journal.wrong.append(
                f"an append ended with {done.returncode}, not {status}: {done.err.strip()}")

    def move(self, there):
        """Moves the log with what is beside it, away or back."""
        for suffix in ["", "-wal", "-shm"]:
            log, kept = (self.desk.folder / f"{self.desk.log.name}{suffix}",
                         self.desk.folder / f"kept{suffix}")
            origin, destination = (log, kept) if there else (kept, log)
            if not there:
                log.unlink(missing_ok=True)
            if origin.exists():
                origin.rename(destination)


class Older(Replacement):
    """The backup lacks what was recorded later; it is put away again."""

    def replace(self):
        self.desk.expect(FINE, "backup", "backup.sqlite")
        self.post(201)
        self.held, self.recorded = self.recorded, []
        self.move(True)
        (self.desk.folder / "backup.sqlite").rename(self.desk.log)

    def command(self):
        self.append(FINDING)

    def restore(self):
        self.move(False)
        self.recorded += self.held


class Current(Replacement):
    """The backup has everything, and is the log from then on."""

    def replace(self):
        self.desk.expect(FINE, "backup", "backup.sqlite")
        self.move(True)
        (self.desk.folder / "backup.sqlite").rename(self.desk.log)

    def command(self):
        self.append(FINE)

    def restore(self):
        """It stays."""


class Removed(Replacement):
    """The file is gone for a while."""

    def replace(self):
        self.held, self.recorded = self.recorded, []
        self.move(True)

    def command(self):
        self.append(NO_INPUT)

    def restore(self):
        self.move(False)
        self.recorded += self.held
