"""The log that is forged, and a kept checkpoint of it."""

from pathlib import Path

from program import CORPUS, ORIGIN, Desk

EVENT = "lenovo-2022-03-halts-shipments"


class Original:
    """The signed log of the founding corpus, a kept checkpoint, and an older copy."""

    def __init__(self, folder: Path):
        self.desk = Desk(folder / "desk")
        self.path = self.desk.folder / "log.sqlite"
        self.desk.run("init", "--log", self.path)
        *registrations, events = CORPUS
        for file in registrations:
            self.append(self.desk, self.path, file)
        self.key = self.desk.run("key", "new", ORIGIN).strip()
        self.desk.run("checkpoint", "--log", self.path)
        self.older = self.desk.folder / "older.sqlite"
        self.desk.run("backup", self.older, "--log", self.path)
        self.append(self.desk, self.path, events)
        self.kept = self.desk.folder / "kept.checkpoint"
        self.desk.run("checkpoint", "-o", self.kept, "--log", self.path)
        self.size = int(self.kept.read_text().split("\n")[1])
        self.events = self.desk.run("export", "--log", self.path).splitlines()

    @staticmethod
    def append(desk: Desk, log: Path, source: Path):
        desk.run("append", "--from", source, "--log", log)
